import DocgenModel

/// The fixed phrases and products of the values of requirements, with what a language says for them.
struct PhraseTable: Sendable {
  private struct Entry: Sendable {
    var form: [UInt8]
    var forms: [String]
  }

  /// The longest first.
  private let entries: [Entry]

  init(from source: Vocabulary, to target: Vocabulary) {
    var entries: [Entry] = []
    for part in [Vocabulary.Part.phrases, .products] {
      for key in source.keys(of: part) {
        let forms = target.forms(of: key, in: part)
        guard !forms.isEmpty else { continue }
        let own = source.forms(of: key, in: part) + (part == .products ? [key] : [])
        for form in own { entries.append(Entry(form: Array(form.utf8), forms: forms)) }
      }
    }
    self.entries = entries.enumerated().sorted {
      ($1.element.form.count, $0.offset) < ($0.element.form.count, $1.offset)
    }.map(\.element)
  }

  /// The phrases in a text, from left to right, each with what may stand in its place, the preferred form first.
  func matches(in text: [UInt8]) -> [(range: Range<Int>, forms: [String])] {
    var result: [(range: Range<Int>, forms: [String])] = []
    var index = 0
    while index < text.count {
      guard Self.startsWord(text, index),
        let entry = entries.first(where: {
          text[index...].starts(with: $0.form) && Self.endsWord(text, index + $0.form.count)
        })
      else {
        index += 1
        continue
      }
      result.append((index..<index + entry.form.count, entry.forms))
      index += entry.form.count
    }
    return result
  }

  private static func startsWord(_ text: [UInt8], _ index: Int) -> Bool {
    index == 0 || !isWordByte(text[index - 1])
  }

  private static func endsWord(_ text: [UInt8], _ index: Int) -> Bool {
    index >= text.count || !isWordByte(text[index]) || !isWordByte(text[index - 1])
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    Identifier.isNameByte(byte) || byte >= 0x80 || ".-\\".utf8.contains(byte)
  }
}
