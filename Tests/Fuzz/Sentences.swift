import DocgenMarkup
import DocgenSupport

/// Tells which sentences of a page a text has no more, by their words alone.
///
/// It knows nothing of facts, slots and edits, so that it does not share the mistakes of what it judges.
enum Sentences {
  /// What has fewer words may be a value that a fix restores.
  private static let fewestWords = 5

  /// The sentences most of whose words are gone. Words that markup takes apart in the page's own file tell nothing.
  static func lost(from page: Document, to bytes: [UInt8]) -> [String] {
    let (text, own) = (letters(bytes[...]), letters(page.source.bytes[...]))
    return page.nodes.indices.flatMap { index -> [String] in
      guard page.nodes[index].kind == .paragraph else { return [] }
      return sentences(plainText(of: index, in: page)).compactMap { sentence in
        let words = sentence.filter { own.firstRange(of: letters($0)) != nil }
        guard words.count >= fewestWords else { return nil }
        let kept = words.count { text.firstRange(of: letters($0)) != nil }
        return kept * 2 < words.count
          ? words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ") : nil
      }
    }
  }

  /// The text of a paragraph without names that are set apart, which a fix may put in place of others.
  private static func plainText(of paragraph: Int, in page: Document) -> [UInt8] {
    var text: [UInt8] = []
    var index = paragraph + 1
    while index < Int(page.nodes[paragraph].end) {
      switch page.nodes[index].kind {
      case .strong, .emphasis, .code, .link:
        index = Int(page.nodes[index].end)
        // The words on both sides are none together.
        text.append(0x20)
        continue
      case .text: text += page.text(in: index..<index + 1).bytes
      default: text.append(0x20)
      }
      index += 1
    }
    return text
  }

  /// The words up to each full stop.
  private static func sentences(_ text: [UInt8]) -> [[ArraySlice<UInt8>]] {
    var sentences: [[ArraySlice<UInt8>]] = []
    var words: [ArraySlice<UInt8>] = []
    for word in text.split(separator: 0x20) {
      if word.contains(where: isLetter) { words.append(word) }
      guard word.last == UInt8(ascii: ".") else { continue }
      if words.count >= fewestWords { sentences.append(words) }
      words = []
    }
    return sentences
  }

  /// Letters and digits, for the parts of a torn name grow together, and a backslash may come or go.
  private static func letters(_ text: ArraySlice<UInt8>) -> [UInt8] {
    text.filter(isLetter)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
    default: false
    }
  }
}
