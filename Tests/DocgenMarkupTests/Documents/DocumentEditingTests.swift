import DocgenMarkup
import DocgenSupport
import DocgenTestSupport
import Testing

/// A document that is edited without parsing all of its page is the one that parsing gives.
@Suite struct DocumentEditingTests {
  private static let texts = [
    "word", "CIM\\_Job", "a_b", "_", "*", "**", "`", "<b>", "</dt>", "&amp;", "&", ";", "[", "](page.md)", "]: ", "\n",
    "\n\n", "  \n", "- ", "1. ", "| ", "\\", "> ", "# ", "<!-- ", "-->", "~~", "é", "\u{A0}", " ", ".", "```\n", "    ",
  ]

  private static func bodyStart(of file: SourceFile) -> Int32 { FrontMatter.read(file.bytes).bodyStart }

  /// One to three edits in the body; what is written is mostly words, else anything.
  private static func edits(of file: SourceFile, from start: Int, _ random: inout SplitMix64) -> [TextEdit] {
    var edits: [TextEdit] = []
    var last = start
    for _ in 0...Int(random.next() % 3) {
      let rest = file.bytes.count - last
      if rest < 8 { break }
      var offset = last + Int(random.next() % UInt64(rest - 4))
      while offset < file.bytes.count, file.bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      var end = min(file.bytes.count, offset + 1 + Int(random.next() % 12))
      while end < file.bytes.count, file.bytes[end] & 0xC0 == 0x80 { end += 1 }
      let text = texts[random.next() % 2 == 0 ? Int(random.next() % 3) : Int(random.next() % UInt64(texts.count))]
      edits.append(TextEdit(SourceSpan(offset..<end), Array(text.utf8)))
      last = end
    }
    return edits
  }

  /// An edit of letters, digits, spaces and full stops between others of these.
  private static func plainEdits(of file: SourceFile, from start: Int, _ random: inout SplitMix64) -> [TextEdit] {
    let plain: (UInt8) -> Bool = { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF) || byte == UInt8(ascii: ".")
    }
    var edits: [TextEdit] = []
    var offset = start + 1 + Int(random.next() % 40)
    while offset + 8 < file.bytes.count, edits.count < 3 {
      let end = offset + 1 + Int(random.next() % 3)
      if plain(file.bytes[offset - 1]), plain(file.bytes[end]) {
        let text = ["", " ", "a", ". h", "2", "w w", "."][Int(random.next() % 7)]
        edits.append(TextEdit(SourceSpan(offset..<end), Array(text.utf8)))
        offset = end + 1 + Int(random.next() % 200)
      } else {
        offset += 1
      }
    }
    return edits
  }

  /// The tree, and what a document keeps beside it.
  private static func all(of document: Document) -> String {
    document.dump() + "\(document.droppedTags) \(document.rawBlocks) \(document.exceededLimits)"
  }

  @Test func editedDocumentsAreThoseThatParsingGives() throws {
    var files = try DocumentSnapshotTests.names.map {
      SourceFile(path: $0, bytes: try DocumentSnapshotTests.bytes($0))
    }
    for path in Corpus.pages(every: 600) { files.append(try Corpus.read(path)) }
    var random = SplitMix64(seed: 12)
    var edited = 0
    for file in files where !file.hasEncodingErrors {
      let start = Self.bodyStart(of: file)
      let document = MarkdownParser.parse(file, from: Int(start))
      for round in 0..<60 {
        let edits =
          round % 2 == 0
          ? Self.edits(of: file, from: Int(start), &random) : Self.plainEdits(of: file, from: Int(start), &random)
        let new = SourceFile(path: file.path, bytes: TextEdit.applying(edits, to: file.bytes))
        guard Self.bodyStart(of: new) == start, !new.hasEncodingErrors,
          let result = document.editing(edits, as: new, bodyStart: start)
        else { continue }
        edited += 1
        let expected = MarkdownParser.parse(new, from: Int(start))
        #expect(
          Self.all(of: result) == Self.all(of: expected),
          "\(file.path): \(edits.map { "\(file.text($0.span)) -> \(String(decoding: $0.text, as: UTF8.self))" })")
      }
    }
    #expect(edited > 300)
  }

  @Test func rawBlocksMove() throws {
    let text = "One *CIM \\_ Job* two.\n\n<pre>\nint a;\n\nint b;\n</pre>\n\n<!-- a\n\nb -->\n\nThree.\n"
    let file = SourceFile(path: "page.md", bytes: Array(text.utf8))
    let edits = [TextEdit(SourceSpan(start: 5, end: 15), Array("CIM\\_Job".utf8))]
    let new = SourceFile(path: "page.md", bytes: TextEdit.applying(edits, to: file.bytes))
    let result = try #require(MarkdownParser.parse(file).editing(edits, as: new, bodyStart: 0))
    #expect(result.rawBlocks.count == 2)
    #expect(Self.all(of: result) == Self.all(of: MarkdownParser.parse(new)))
    // Within one, an empty line ends nothing.
    let place = try #require(text.utf8.firstRange(of: "int b".utf8)).lowerBound
    let offset = Int32(text.utf8.distance(from: text.startIndex, to: place))
    let within = [TextEdit(SourceSpan(start: offset, end: offset + 3), Array("char".utf8))]
    let other = SourceFile(path: "page.md", bytes: TextEdit.applying(within, to: file.bytes))
    #expect(MarkdownParser.parse(file).editing(within, as: other, bodyStart: 0) == nil)
  }

  @Test func textsOfRunsTakeTheirPlaces() {
    let file = SourceFile(path: "page.md", bytes: Array("One *CIM \\_ Job* two.\n\nThree `a b` [four](x.md).\n".utf8))
    let document = MarkdownParser.parse(file)
    let start = Int32(5)
    let edits = [TextEdit(SourceSpan(start: start, end: start + 10), Array("CIM\\_Job".utf8))]
    let new = SourceFile(path: "page.md", bytes: TextEdit.applying(edits, to: file.bytes))
    #expect(document.editing(edits, as: new, bodyStart: 0)?.dump() == MarkdownParser.parse(new).dump())
    // What is written opens emphasis.
    let others = [TextEdit(SourceSpan(start: start, end: start + 3), Array("CIM**".utf8))]
    let broken = SourceFile(path: "page.md", bytes: TextEdit.applying(others, to: file.bytes))
    #expect(document.editing(others, as: broken, bodyStart: 0) == nil)
  }
}
