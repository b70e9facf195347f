import DocgenMarkup
import DocgenSupport
import DocgenTestSupport
import Testing

@Suite struct YAMLReaderTests {
  @Test(arguments: ["styles", "collections", "unicode", "aliases", "duplicates", "documents"])
  func readsWithPlaces(_ name: String) throws {
    let path = Snapshot.fixtures(for: #filePath) + "/yaml/\(name).yml"
    let source = SourceFile(path: path, bytes: try FileSystem.read(path))
    Snapshot.expect(YAMLDump.dump(YAMLReader.read(source.bytes), of: source), "yaml/\(name).txt")
  }

  @Test func saysWhatToDo() {
    let refused = [
      "a: b: c\n", "a: 'b\nc: d\n", "a: \"b \\_ c\"\n", "a:\n\t- b\n", "a: @b\n", "a: *b\n", "a: * b\n", "a: [b, c\n",
      "a: {b: c\n", "a: 'b' c\n", "a\nb: c\n", "a: - b\n", "a: b\n  c: d\n", "a: b\u{1}\n", "[a]: b\n",
      "? {a: b}\n: c\n",
      "a: b\n - c\n", "%a: b\n", "a: %b\n", "a: !<b\n", "- a\nb\n", "é: ü: ö\n",
    ]
    var dump = ""
    for text in refused {
      let source = SourceFile(path: "", bytes: Array(text.utf8))
      dump += "\(text.debugDescription)\n\(YAMLDump.dump(YAMLReader.read(source.bytes), of: source))\n"
    }
    Snapshot.expect(dump, "yaml/refused.txt")
  }

  @Test func readsByteOrderMarkAndLineEndsOfWindows() throws {
    let text = "\u{FEFF}ä: ö\r\nb: \"ü x\"\r\nc:\r\n- 'é'\r\n"
    let source = SourceFile(path: "", bytes: Array(text.utf8))
    let root = try #require(YAMLReader.read(source.bytes).root)
    #expect(root["ä"]?.text.map { source.text($0.span) } == "ö")
    #expect(root["b"]?.text.map { source.text($0.span) } == "ü x")
    #expect(root["c"]?.items?.first.map { source.text($0.span) } == "é")
  }

  @Test func limitsNesting() throws {
    for text in [String(repeating: "[", count: 100_000), String(repeating: "- ", count: 100_000)] {
      let failure = try #require(YAMLReader.read(Array(text.utf8)).failure)
      #expect(failure.description.hasPrefix("values nest more than 200 deep"))
    }
    let allowed = String(repeating: "[", count: 200) + String(repeating: "]", count: 200)
    #expect(YAMLReader.read(Array(allowed.utf8)).failure == nil)
  }

  @Test func limitsAliases() throws {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let items = [String](repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(items)]\n"
    }
    let failure = try #require(YAMLReader.read(Array(text.utf8)).failure)
    #expect(failure.description.hasPrefix("aliases repeat more than 10,000 values"))
  }

  @Test func survivesEveryCutAndEveryByte() throws {
    let path = Snapshot.fixtures(for: #filePath) + "/yaml/styles.yml"
    let bytes = try FileSystem.read(path)
    for end in 0...bytes.count { _ = YAMLReader.read(Array(bytes[..<end])) }
    for index in bytes.indices {
      for byte: UInt8 in [0x00, 0x09, 0x0D, 0x22, 0x27, 0x2A, 0x3A, 0x5B, 0x7B, 0x85, 0xC3, 0xFF] {
        var changed = bytes
        changed[index] = byte
        let document = YAMLReader.read(changed)
        for error in document.errors { #expect(Int(error.span.end) <= changed.count) }
      }
    }
  }
}
