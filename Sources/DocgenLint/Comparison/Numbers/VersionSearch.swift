import DocgenModel
import DocgenSupport

/// Looks for versions that were written as decimals of a language: `3,11` for `3.11`.
struct VersionSearch {
  private let comparison: NumberComparison

  init(_ comparison: NumberComparison) { self.comparison = comparison }

  /// The versions of the source that have another sign in the translation, and what stands there for them.
  func changed() -> [(source: Int, translation: Int)] {
    let bytes = comparison.translation.bytes
    return comparison.matching.pairs.filter { number, other in
      let found = comparison.translation.numbers[other]
      return found.kind == .plain && found.groupCount > 1
        && bytes[found.span.range].contains(UInt8(ascii: ",")) && isVersion(number)
    }
  }

  /// Whether a number of the source counts versions: it has points alone and no unit, and stands after a word for
  /// versions, or a name that the translation has as well.
  private func isVersion(_ number: Int) -> Bool {
    let mention = comparison.source.numbers[number]
    guard mention.kind == .plain, hasShortParts(mention), !isMeasure(mention),
      comparison.source.bytes[mention.span.range].allSatisfy({ $0 == UInt8(ascii: ".") || (0x30...0x39).contains($0) }),
      comparison.sourceUnit(number) == nil
    else { return false }
    return mention.hasVersionMark || followsName(mention)
  }

  /// Versions have no more than two digits after a point, decimals may have.
  private func hasShortParts(_ mention: NumberMention) -> Bool {
    let parts = comparison.source.bytes[mention.span.range].split(separator: UInt8(ascii: "."))
    return parts.dropFirst().allSatisfy { $0.count <= 2 }
  }

  /// Whether a sign of multiplication follows: `3.9 x 7.5`.
  private func isMeasure(_ mention: NumberMention) -> Bool {
    let rest = comparison.source.bytes[Int(mention.span.end)...].prefix(4).drop { $0 == 0x20 }
    return rest.starts(with: [UInt8(ascii: "x"), 0x20]) || rest.starts(with: [0xC3, 0x97])
  }

  private func followsName(_ mention: NumberMention) -> Bool {
    let inventory = comparison.pair.prose.source
    let index = mention.words.lowerBound - 1
    guard index >= 0 else { return false }
    let word = inventory.words[index]
    guard word.span.end < mention.span.start,
      comparison.source.bytes[Int(word.span.end)..<Int(mention.span.start)].allSatisfy(Self.isBetween)
    else { return false }
    if comparison.pair.words.source.key(of: inventory.text(word.span), in: .versionWords) != nil { return true }
    return word.traits.contains(.capital) && comparison.translationHolds(word)
  }

  /// Spaces, and markers of emphasis and code.
  private static func isBetween(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "`") || byte == UInt8(ascii: "_") || byte == 0x0A
  }
}
