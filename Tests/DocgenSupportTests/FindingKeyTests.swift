import DocgenSupport
import DocgenTestSupport
import Testing

struct FindingKeyTests {
  private func finding(
    line: Int, expected: String? = "in", actual: String? = "à", slot: String? = nil, message: Message = "message"
  ) -> Diagnostic {
    let position = SourcePosition(line: line, column: 1)
    return Diagnostic(
      rule: "mismatched-parameter-direction", group: "parameter", severity: .error, page: "a/b", locale: "fr",
      message: message, location: SourceLocation(file: "fr/a/b.md", start: position, end: position),
      slot: slot, expected: expected, actual: actual)
  }

  @Test func doesNotDependOnPlacesWordsOrDamage() {
    let before = [finding(line: 3, slot: "pIn"), finding(line: 5, slot: "pOut")]
    let after = [
      finding(line: 13, actual: "dans le", slot: "pIn", message: "Meldung"), finding(line: 99, slot: "pOut"),
    ]
    #expect(FindingKey.keys(of: before) == FindingKey.keys(of: after))
  }

  @Test func changesWithTheSource() {
    #expect(FindingKey.keys(of: [finding(line: 3)]) != FindingKey.keys(of: [finding(line: 3, expected: "out")]))
  }

  @Test func countsEqualFindings() {
    let keys = FindingKey.keys(of: [finding(line: 3), finding(line: 4), finding(line: 5, slot: "x")])
    #expect(keys.map(\.ordinal) == [1, 2, 1])
    #expect(Set(keys.map(\.fingerprint)).count == 3)
    #expect(keys.map(\.fingerprint).allSatisfy { $0.utf8.count == 32 })
  }

  @Test func takesTheOwnValueWhereTheSourceHasNone() {
    #expect(FindingKey.keys(of: [finding(line: 3, expected: nil)]).map(\.value) == ["à"])
  }
}
