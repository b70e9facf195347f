import DocgenMarkup

/// How often each letter and digit occurs in a text: tells whether parts that were read make up the whole.
///
/// Punctuation and spaces say nothing, nor does case: `(0x1f)` and `0x1F` are equal.
struct LetterCount: Equatable {
  private var counts = [Int32](repeating: 0, count: 256)

  /// The letters of a text.
  init(_ text: InlineText) { add(text.bytes) }

  /// The letters of several texts.
  init(_ texts: [String]) {
    for text in texts { add(text.utf8) }
  }

  /// Adds the letters of another text.
  mutating func add(_ text: InlineText) { add(text.bytes) }

  private mutating func add(_ text: some Sequence<UInt8>) {
    for byte in text {
      switch byte {
      case 0x30...0x39, 0x61...0x7A, 0x80...0xFF: counts[Int(byte)] += 1
      case 0x41...0x5A: counts[Int(byte) + 0x20] += 1
      default: break
      }
    }
  }
}
