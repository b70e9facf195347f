import Testing

@testable import DocgenModel

@Suite struct NameExtentTests {
  /// Values that slid into the entry of a name, and are no part of it.
  @Test(arguments: [
    ("OPEN_FILE", "Datei 0x10 offen", "0x10"), ("OPEN_FILE", "0x10 Datei 0x2", "0x10 0x2"),
    ("OPEN_FILE", "Datei A0x10", ""), ("OPEN_FILE", "Datei 10", ""), ("Reg0x10", "Reg 0x10", ""),
  ])
  func findsValuesInEntries(_ name: String, _ text: String, _ expected: String) {
    let bytes = Array(text.utf8)
    let extent = NameExtent(ofEntry: Array(name.utf8), in: bytes)
    #expect(extent.range == bytes.indices)
    let numbers = extent.numbers.map { String(decoding: bytes[$0], as: UTF8.self) }
    #expect(numbers.joined(separator: " ") == expected)
  }

  @Test(arguments: [(512, true), (513, false)])
  func looksForNoNameInLongTexts(_ length: Int, _ isFound: Bool) throws {
    let words = TranslationWords(
      source: try VocabularySource.builtIn.vocabulary("en"),
      translation: try VocabularySource.builtIn.vocabulary("de"))
    let name = Array("AB_CD".utf8)
    let text = name + [UInt8](repeating: 0x20, count: length - name.count)
    #expect(NameExtent(of: name, in: text, words)?.range == (isFound ? 0..<5 : nil))
  }
}
