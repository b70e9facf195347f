import DocgenTestSupport
import Testing

@testable import DocgenSupport

/// What is kept from one run to the next is used only when it is whole.
struct StateFileTests {
  @Test func keepsWhatIsWritten() throws {
    let folder = try TemporaryFolder()
    let file = try #require(StateFile(folder.path + "/state"))
    #expect(file.read() == nil)
    try file.write([1, 2, 3])
    #expect(file.read().map(Array.init) == [1, 2, 3])
    try file.write([])
    #expect(file.read().map(Array.init) == [])
  }

  @Test func isForOneRunAtATime() throws {
    let folder = try TemporaryFolder()
    do {
      let first = StateFile(folder.path + "/state")
      #expect(first != nil)
      #expect(StateFile(folder.path + "/state") == nil)
      withExtendedLifetime(first) {}
    }
    #expect(StateFile(folder.path + "/state") != nil)
    #expect(StateFile(folder.path + "/no/state") == nil)
  }

  @Test func throwsDamageAway() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/state"
    let file = try #require(StateFile(path))
    try file.write(Array("kept".utf8))
    let bytes = try FileSystem.read(path)
    for index in bytes.indices {
      var damaged = bytes
      damaged[index] ^= 1
      try FileSystem.write(damaged, to: path)
      #expect(file.read() == nil, "byte \(index)")
      try FileSystem.write(Array(bytes[..<index]), to: path)
      #expect(file.read() == nil, "\(index) bytes")
    }
  }

  private func place(_ file: String) -> DocgenSupport.SourceLocation {
    let start = SourcePosition(line: 1, column: 1)
    return DocgenSupport.SourceLocation(file: file, start: start, end: start)
  }

  @Test func readsWhatWasWritten() throws {
    let finding = Diagnostic(
      rule: "a", group: "b", severity: .warning, page: "p", locale: "de",
      message: "the \("name") has \(2, one: "# part", other: "# parts") and \(Message("words"))",
      location: DocgenSupport.SourceLocation(
        file: "f", start: SourcePosition(line: 1, column: 2), end: SourcePosition(line: 3, column: 4)),
      slot: "s", expected: "", damage: .whitespace, change: .facts,
      related: [.init(location: place("g"), message: "here")],
      fix: .init(
        .unsafe,
        edits: [
          .init(
            span: SourceSpan(5..<9), start: SourcePosition(line: 1, column: 2),
            end: SourcePosition(line: 1, column: 6), text: "x")
        ]))
    var writer = StateWriter()
    for number in [0, 127, 128, -1, .max, .min] { writer.write(number) }
    writer.write(hash: 0x0102_0304_0506_0708)
    writer.write(String?.none)
    finding.write(to: &writer)
    finding.folded(into: finding).write(to: &writer)

    var reader = StateReader(writer.bytes[...])
    #expect(try (0..<6).map { _ in try reader.number() } == [0, 127, 128, -1, .max, .min])
    #expect(try reader.hash() == 0x0102_0304_0506_0708)
    #expect(try reader.optionalText() == nil)
    let first = try Diagnostic(&reader)
    #expect(first.message == finding.message && first.fix == finding.fix && first.expected == "" && first.actual == nil)
    #expect(first.related.first?.location == place("g") && first.damage == .whitespace)
    #expect(first.location == finding.location && first.change == .facts && first.severity == .warning)
    let explanation = try Diagnostic(&reader).foldedInto
    #expect(explanation == Diagnostic.Explanation(rule: finding.rule, location: finding.location))
    #expect(reader.isAtEnd)
    for count in writer.bytes.indices {
      var short = StateReader(writer.bytes[..<count])
      #expect(throws: StateReader.Damage.self) {
        _ = try (0..<6).map { _ in try short.number() }
        _ = try short.hash()
        _ = try short.optionalText()
        _ = try Diagnostic(&short)
        _ = try Diagnostic(&short)
      }
    }
  }
}
