import DocgenMarkup
import DocgenSupport
import DocgenTestSupport
import Testing

/// Pages and their trees, with the place of each node: `Fixtures/documents/<name>.md` and `.txt`.
@Suite struct DocumentSnapshotTests {
  static let names: [String] = {
    let entries = (try? FileSystem.list(Snapshot.fixtures(for: #filePath) + "/documents")) ?? []
    return entries.map(\.name).filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }
  }()

  static func bytes(_ name: String) throws -> [UInt8] {
    try FileSystem.read(Snapshot.fixtures(for: #filePath) + "/documents/" + name + ".md")
  }

  private func parse(_ bytes: [UInt8]) -> Document {
    let source = SourceFile(path: "page.md", bytes: bytes)
    return MarkdownParser.parse(source, from: Int(FrontMatter.read(source.bytes).bodyStart))
  }

  @Test(arguments: names)
  func readsEachNodeWithItsPlace(name: String) throws {
    let document = parse(try Self.bytes(name))
    Snapshot.expect(document.dump(), "documents/\(name).txt")
    #expect(DocumentInvariants.problems(of: document, from: Int(document.nodes[0].span.start)) == [])
  }

  @Test(arguments: names)
  func readsAnyLineEndAlike(name: String) throws {
    let bytes = try Self.bytes(name)
    let expected = outline(parse(bytes))
    #expect(outline(parse(bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] })) == expected)
    #expect(outline(parse(bytes.map { $0 == 0x0A ? 0x0D : $0 })) == expected)
  }

  /// All nodes but texts with their places, then all text: code of several lines is one text or several.
  private func outline(_ document: Document) -> [String] {
    let nodes = document.dump().split(separator: "\n").filter { !$0.contains(" text @") }.map(String.init)
    return nodes + [String(decoding: LibraryText.read(document), as: UTF8.self)]
  }

  @Test(arguments: names)
  func passesOverAByteOrderMark(name: String) throws {
    let bytes = try Self.bytes(name)
    #expect(parse([0xEF, 0xBB, 0xBF] + bytes).dump() == parse(bytes).dump())
  }

  @Test func readsInvalidBytesAsWindows1252() {
    let bytes = Array("*Gr".utf8) + [0xFC, 0x80] + Array("* ".utf8) + [0x00, 0x93] + Array("ü\u{94}\n".utf8) + [0xC3]
    let document = parse(bytes)
    #expect(document.source.hasEncodingErrors)
    #expect(
      document.dump() == """
        document @1:1-2:2
          paragraph @1:1-2:2
            emphasis @1:1-1:7
              text @1:2-1:6 "Grü€"
            text @1:7-1:12 " �“ü\u{94}"
            softBreak @1:12-2:1
            text @2:1-2:2 "Ã"

        """)
  }

  @Test func readsAnEmptyPage() {
    for text in ["", "\n", "   ", "\r\n\r\n", "\u{FEFF}", "\t"] {
      let document = parse(Array(text.utf8))
      #expect(document.nodes.count == 1, "\(text.debugDescription)")
      #expect(document.nodes[0].kind == .document)
    }
  }
}
