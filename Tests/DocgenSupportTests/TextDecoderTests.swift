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
    #expect(file.encodingError?.encoding == .legacy(.gbk))
    #expect(!file.isReadable)
    #expect(text(file).unicodeScalars.allSatisfy { $0.isASCII || $0 == "\u{FFFD}" })
  }

  @Test func aFewLostBytesLeaveThePageReadable() {
    let file = file(Array(String(repeating: "Plain text. ", count: 50).utf8) + [0xD6, 0xD0, 0xCE, 0xC4])
    #expect(file.encodingError?.encoding == .unknown)
    #expect(file.isReadable)
  }

  /// Short texts in the encodings of their languages.
  static let legacyTexts: [(LegacyEncoding, [UInt8])] = [
    (
      .shiftJIS,
      [
        0x82, 0xB1, 0x82, 0xEA, 0x82, 0xCD, 0x83, 0x65, 0x83, 0x58, 0x83, 0x67, 0x82, 0xCC, 0x95, 0xB6, 0x8F, 0xCD,
        0x82, 0xC5, 0x82, 0xB7, 0x81, 0x42, 0x95, 0x5C, 0x8E, 0xA6, 0x82, 0xB5, 0x82, 0xDC, 0x82, 0xB7, 0x81, 0x42,
      ]
    ),
    (.shiftJIS, [0x83, 0x66, 0x81, 0x5B, 0x83, 0x5E, 0x82, 0xCC, 0x8C, 0x5E]),
    (
      .eucJP,
      [
        0xA4, 0xB3, 0xA4, 0xEC, 0xA4, 0xCF, 0xA5, 0xC6, 0xA5, 0xB9, 0xA5, 0xC8, 0xA4, 0xCE, 0xCA, 0xB8, 0xBE, 0xCF,
        0xA4, 0xC7, 0xA4, 0xB9, 0xA1, 0xA3,
      ]
    ),
    (
      .gbk,
      [0xB4, 0xE6, 0xB4, 0xA2, 0xC0, 0xE0, 0xD0, 0xCD, 0xA1, 0xA3, 0xC4, 0xDA, 0xC8, 0xDD, 0xC8, 0xE7, 0xCF, 0xC2]
    ),
    (
      .big5,
      [
        0xC0, 0x78, 0xA6, 0x73, 0xC5, 0xE9, 0xC3, 0xFE, 0xA7, 0x4F, 0xAA, 0xBA, 0xBB, 0xA1, 0xA9, 0xFA, 0xA1, 0x41,
        0xBD, 0xD0, 0xB0, 0xD1, 0xBE, 0x5C, 0xA4, 0xE5, 0xA5, 0xF3, 0xA4, 0xBA, 0xAE, 0x65,
      ]
    ),
    (
      .eucKR,
      [
        0xC0, 0xFA, 0xC0, 0xE5, 0xBC, 0xD2, 0x20, 0xC5, 0xAC, 0xB7, 0xA1, 0xBD, 0xBA, 0xB4, 0xC2, 0x20, 0xB4, 0xD9,
        0xC0, 0xBD, 0xB0, 0xFA, 0x20, 0xB0, 0xB0, 0xBD, 0xC0, 0xB4, 0xCF, 0xB4, 0xD9,
      ]
    ),
    (
      .windows1251,
      [
        0xCA, 0xEB, 0xE0, 0xF1, 0xF1, 0xFB, 0x20, 0xF5, 0xF0, 0xE0, 0xED, 0xE5, 0xED, 0xE8, 0xFF, 0x20, 0xE2, 0xFB,
        0xE1, 0xE8, 0xF0, 0xE0, 0xFE, 0xF2, 0xF1, 0xFF, 0x20, 0xF2, 0xE0, 0xEA,
      ]
    ),
    (
      .koi8R,
      [
        0xEB, 0xCC, 0xC1, 0xD3, 0xD3, 0xD9, 0x20, 0xC8, 0xD2, 0xC1, 0xCE, 0xC5, 0xCE, 0xC9, 0xD1, 0x20, 0xD7, 0xD9,
        0xC2, 0xC9, 0xD2, 0xC1, 0xC0, 0xD4, 0xD3, 0xD1, 0x20, 0xD4, 0xC1, 0xCB,
      ]
    ),
  ]

  @Test(arguments: legacyTexts)
  func namesEncodingsOfLanguages(_ encoding: LegacyEncoding, _ bytes: [UInt8]) {
    let file = file(Array("# Title\n\n".utf8) + bytes + Array("\n".utf8))
    #expect(file.encodingError?.encoding == .legacy(encoding))
    #expect(file.encodingError?.isMixed == false)
  }

  @Test func tellsMixedFilesFromOthers() {
    let mixed = file(Array("Äpfel und Öl\n".utf8) + [0xD6, 0x6C, 0x0A])
    #expect(mixed.encodingError?.encoding == .windows1252)
    #expect(mixed.encodingError?.isMixed == true)
    #expect(file([0xD6, 0x6C, 0x0A]).encodingError?.isMixed == false)
  }

  @Test func namesNULBytes() {
    let file = file(Array((String(repeating: "Plain text. ", count: 50) + "\0 ü").utf8))
    #expect(file.encodingError?.encoding == .utf8WithNUL)
    #expect(text(file).hasSuffix("\u{FFFD} ü"))
    #expect(self.file([UInt8](repeating: 0, count: 100)).isReadable == false)
  }
}
