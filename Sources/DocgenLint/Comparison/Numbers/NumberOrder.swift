import DocgenModel
import DocgenSupport

/// The order of equal numbers in a block, where no language has another.
struct NumberOrder {
  private let comparison: NumberComparison
  private let words: TranslationWords

  init(_ comparison: NumberComparison) {
    self.comparison = comparison
    words = comparison.pair.words
  }

  /// Two numbers side by side in the source, between the ends of a range or in an enumeration, that stand the other way
  /// round in the translation.
  func swapped() -> [(first: Int, second: Int, place: SourceSpan)] {
    let pairs = comparison.matching.pairs
    guard pairs.count > 1 else { return [] }
    var result: [(first: Int, second: Int, place: SourceSpan)] = []
    for index in pairs.indices.dropLast() {
      let (first, second) = (pairs[index], pairs[index + 1])
      guard first.source == second.source + 1, first.translation + 1 == second.translation,
        let own = link(second.source, comparison.source, words.source),
        let other = link(first.translation, comparison.translation, words.translation), own == other,
        comparison.text(first.source) != comparison.text(second.source)
      else { continue }
      let span = comparison.translation.numbers[first.translation].span
      result.append(
        (second.source, first.source, span.union(comparison.translation.numbers[second.translation].span)))
    }
    return result
  }

  /// What joins a number and the next: the ends of a range, or members of an enumeration.
  private enum Link {
    case range
    case enumeration
  }

  private func link(_ number: Int, _ side: NumberMatching.Side, _ vocabulary: Vocabulary) -> Link? {
    let (first, next) = (side.numbers[number], side.numbers[number + 1])
    guard first.span.end < next.span.start else { return nil }
    let gap = side.bytes[Int(first.span.end)..<Int(next.span.start)]
    guard gap.count <= 24 else { return nil }
    let word = gap.drop { $0 == 0x20 }
    let text = word.prefix(word.count - word.reversed().prefix { $0 == 0x20 }.count)
    if [[UInt8(ascii: "-")], [0xE2, 0x80, 0x93], [UInt8(ascii: "."), UInt8(ascii: ".")]].contains(
      where: text.elementsEqual)
    {
      return .range
    }
    let folded = text.map(ASCIICase.lowercased)
    if vocabulary.rangeWords.contains(folded) { return .range }
    let key = vocabulary.key(of: String(decoding: text, as: UTF8.self), in: .functionWords)
    return key == "and" || key == "or" ? .enumeration : nil
  }
}
