import DocgenSupport
import Testing

/// Files that are not UTF-8 are read as what they look like.
@Suite struct TextDecoderTests {
  private func file(_ bytes: [UInt8]) -> SourceFile { SourceFile(path: "a.md", bytes: bytes) }

  private func text(_ file: SourceFile) -> String { String(decoding: file.bytes, as: UTF8.self) }

  private func utf16(_ text: String, isBigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let bytes = [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)]
      return isBigEndian ? bytes.reversed() : bytes
    }
  }

  @Test(arguments: [true, false], ["\u{FEFF}", ""])
  func readsUTF16(isBigEndian: Bool, mark: String) {
    let page = "# Größe 😀\n\nText that is plain.\n"
    let file = file(utf16(mark + page, isBigEndian: isBigEndian))
    #expect(text(file) == page)
    #expect(file.encodingError?.encoding == (isBigEndian ? .utf16BigEndian : .utf16LittleEndian))
    #expect(file.isReadable)
  }

  @Test func readsUTF16OfOtherScriptsByTheirMark() {
    let file = file(utf16("\u{FEFF}中文内容", isBigEndian: false))
    #expect(text(file) == "中文内容")
  }

  @Test func readsWindows1252() {
    let file = file(Array("Caf".utf8) + [0xE9] + Array(" gr".utf8) + [0xFC, 0xDF] + Array("e\n".utf8))
    #expect(text(file) == "Café grüße\n")
    #expect(file.encodingError?.encoding == .windows1252)
    #expect(file.encodingError?.span == SourceSpan(3..<5))
    #expect(file.isReadable)
  }

  @Test func readsOneLineOfWindows1252() {
    let file = file(Array("Größe\n中文\nGr".utf8) + [0xF6] + Array("ße\n".utf8))
    #expect(text(file) == "Größe\n中文\nGröße\n")
    #expect(file.encodingError?.encoding == .windows1252)
  }

  @Test func doesNotMakeUpTextOfUnknownEncodings() {
    // GBK
    let file = file(Array("# ".utf8) + [0xD6, 0xD0, 0xCE, 0xC4, 0xC4, 0xDA, 0xC8, 0xDD] + Array("\n".utf8))
    #expect(file.encodingError?.encoding == .unknown)
    #expect(!file.isReadable)
    #expect(text(file).unicodeScalars.allSatisfy { $0.isASCII || $0 == "\u{FFFD}" })
  }

  @Test func aFewLostBytesLeaveThePageReadable() {
    let file = file(Array(String(repeating: "Plain text. ", count: 50).utf8) + [0xD6, 0xD0, 0xCE, 0xC4])
    #expect(file.encodingError?.encoding == .unknown)
    #expect(file.isReadable)
  }

  @Test func namesNULBytes() {
    let file = file(Array((String(repeating: "Plain text. ", count: 50) + "\0 ü").utf8))
    #expect(file.encodingError?.encoding == .utf8WithNUL)
    #expect(text(file).hasSuffix("\u{FFFD} ü"))
    #expect(self.file([UInt8](repeating: 0, count: 100)).isReadable == false)
  }
}
