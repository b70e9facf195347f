import DocgenLint
import DocgenMarkup
import DocgenModel
import DocgenSupport
import DocgenTestSupport
import Testing

/// What rules say is declared, so that a translation can be asked for.
struct MessageTests {
  /// After a semicolon stands what to do about a finding.
  @Test(arguments: LintFixture.damaged)
  func everyFindingSaysWhatToDo(_ fixture: LintFixture) throws {
    for diagnostic in try fixture.lint().diagnostics {
      #expect(diagnostic.message.description.contains("; "), "\(diagnostic.rule)")
    }
  }

  @Test func allThatRulesSayIsDeclared() throws {
    let sources: [any MessageSource.Type] =
      [Message.self, SkippedEntryMessages.self, SuppressionReader.self] + FrontMatter.messageSources
      + RuleCatalog.messageSources
    let known = Set(sources.flatMap { $0.declaredMessages }.map(\.template))
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
    #expect(said.subtracting(known).sorted() == [])
  }
}
