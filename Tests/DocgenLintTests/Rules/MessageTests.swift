import DocgenLint
import DocgenSupport
import DocgenTestSupport
import Testing

/// What rules say is known from their sources, so that a translation can be asked for.
struct MessageTests {
  /// After a semicolon stands what to do about a finding.
  @Test(arguments: LintFixture.damaged)
  func everyFindingSaysWhatToDo(_ fixture: LintFixture) throws {
    for diagnostic in try fixture.lint().diagnostics {
      #expect(diagnostic.message.description.contains("; "), "\(diagnostic.rule)")
    }
  }

  @Test func allThatRulesSayIsFoundInTheirSources() throws {
    let known = Set(try MessageScanner.templates(of: SharedData.packageFolder).values.joined())
    var said: Set<String> = []
    func take(_ message: Message) {
      said.insert(message.template)
      for case .message(let words) in message.arguments { take(words) }
    }
    for fixture in LintFixture.damaged {
      for diagnostic in try fixture.lint().diagnostics {
        take(diagnostic.message)
        for related in diagnostic.related { take(related.message) }
      }
    }
    #expect(said.count > 60)
    // What holds values alone is the same in every language.
    let words = said.filter { $0.utf8.contains { (0x61...0x7A).contains($0) } || $0.contains("}, {") }
    #expect(words.subtracting(known).sorted() == [])
  }
}
