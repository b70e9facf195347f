import DocgenModel
import DocgenSupport

/// Tells versions that were written with the decimal comma of a language: `5,0` for `5.0`.
enum DecimalCommas {
  /// The first of them and what the source says there, where a value is the source's but for them.
  ///
  /// - Complexity: O(*n* · *m*) in the lengths of both values.
  static func first(
    of source: Located<String>, in translation: Located<String>, key: String, _ pair: TranslationPair
  ) -> (expected: Located<String>, actual: Located<String>)? {
    var fixed = Array(translation.value.utf8)
    for range in numbers(in: fixed) { for index in range where fixed[index] == comma { fixed[index] = dot } }
    guard pair.words.requirements.areEqual(source.value, String(decoding: fixed, as: UTF8.self), key: key) else {
      return nil
    }
    let expected = Array(pair.source.source.bytes[source.span.range])
    let actual = Array(pair.translation.source.bytes[translation.span.range])
    for range in numbers(in: actual) {
      let version = actual[range].map { $0 == comma ? dot : $0 }
      guard let place = NameSearch.find(version, in: expected) else { continue }
      return (located(expected, place, source.span), located(actual, range, translation.span))
    }
    return nil
  }

  private static let comma = UInt8(ascii: ",")
  private static let dot = UInt8(ascii: ".")

  private static func located(_ text: [UInt8], _ range: Range<Int>, _ span: SourceSpan) -> Located<String> {
    let start = Int(span.start)
    return Located(
      String(decoding: text[range], as: UTF8.self), at: SourceSpan(start + range.lowerBound..<start + range.upperBound))
  }

  /// The numbers that have a comma between their digits.
  private static func numbers(in text: [UInt8]) -> [Range<Int>] {
    text.indices.split { !(isDigit(text[$0]) || text[$0] == comma || text[$0] == dot) }.compactMap { part in
      guard let first = part.first(where: { isDigit(text[$0]) }), let last = part.last(where: { isDigit(text[$0]) }),
        text[first...last].contains(comma)
      else { return nil }
      return first..<last + 1
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
