import DocgenModel
import DocgenSupport

/// Reads the numbers of runs of text in one language.
struct NumberReader {
  private let inventory: PageInventory
  private let units: NumberUnits
  /// Plain spaces may stand between groups of three digits.
  private let groupsBySpace: Bool

  init(_ inventory: PageInventory, _ units: NumberUnits, groupsBySpace: Bool) {
    self.inventory = inventory
    self.units = units
    self.groupsBySpace = groupsBySpace
  }

  /// The numbers of a run, in its order.
  func numbers(_ run: ProseRun) -> [NumberMention] {
    var result: [NumberMention] = []
    for index in run.words where inventory.words[index].traits.contains(.digit) {
      for part in parts(of: index) {
        if let current = result.last, let joined = joined(current, part) {
          result[result.count - 1] = joined
        } else if !part.isPart {
          result.append(part)
        }
      }
    }
    return result
  }

  private var bytes: [UInt8] { inventory.page.source.bytes }

  /// The numbers in a word: scripts without spaces write digits into words.
  private func parts(of index: Int) -> [NumberMention] {
    let word = inventory.words[index]
    // What is written with references to characters is read by nobody, and is no finding.
    if bytes[word.span.range].contains(UInt8(ascii: "&")) || isReference(at: Int(word.span.end)) { return [] }
    let whole = NumberMention(kind: .plain, span: word.span, words: index..<index + 1)
    if word.isNumber { return [whole] }
    guard word.length > 1, !word.traits.contains(.underscore) else { return [] }
    let text = bytes[word.span.range]
    if !word.traits.contains(.foreign) { return number(in: text, whole).map { [$0] } ?? [] }
    return text.split { $0 >= 0x80 }.compactMap { number(in: $0, whole) }
  }

  /// Whether a reference to a character stands at a place, such as `&period;`.
  private func isReference(at index: Int) -> Bool {
    guard index < bytes.count, bytes[index] == UInt8(ascii: "&") else { return false }
    let name = bytes[(index + 1)...].prefix { Identifier.isNameByte($0) || $0 == UInt8(ascii: "#") }
    return !name.isEmpty && name.endIndex < bytes.count && bytes[name.endIndex] == UInt8(ascii: ";")
  }

  /// The number that letters and digits of ASCII are.
  private func number(in text: ArraySlice<UInt8>, _ word: NumberMention) -> NumberMention? {
    var number = word
    number.span = SourceSpan(text.startIndex..<text.endIndex)
    let first = text[text.startIndex]
    if first | 0x20 == UInt8(ascii: "v"), text.count > 1, text.dropFirst().allSatisfy(Self.isDigit) {
      number.span.start += 1
      number.hasVersionMark = true
      return number
    }
    guard Self.isDigit(first) else { return nil }
    if first == UInt8(ascii: "0"), text.count > 2, text[text.startIndex + 1] | 0x20 == UInt8(ascii: "x") {
      number.kind = .hexadecimal
      return number
    }
    let digits = text.prefix(while: Self.isDigit)
    if digits.count == text.count { return number }
    number.isPart = !units.isUnit(text[digits.endIndex...])
    number.span = SourceSpan(text.startIndex..<digits.endIndex)
    number.hasAttachedUnit = true
    return number
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Two numbers as one, if what stands between them joins them.
  private func joined(_ first: NumberMention, _ next: NumberMention) -> NumberMention? {
    guard next.kind == .plain, !next.hasVersionMark, first.kind != .hexadecimal, !first.hasAttachedUnit,
      first.span.end < next.span.start,
      let gap = NumberGap(bytes[Int(first.span.end)..<Int(next.span.start)])
    else { return nil }
    let nextDigits = next.span.range.count
    let lastDigits = bytes[first.span.range].reversed().prefix(while: Self.isDigit).count
    var joined = first
    joined.span.end = next.span.end
    joined.words = first.words.lowerBound..<next.words.upperBound
    joined.groupCount = first.groupCount + 1
    joined.hasAttachedUnit = next.hasAttachedUnit
    switch gap {
    case .point, .comma, .apostrophe:
      return first.kind == .plain || first.kind == .range ? joined : nil
    case .space(let isPlain):
      guard first.kind == .plain, !isPlain || groupsBySpace, nextDigits == 3, isGroupedBySpaces(first) else {
        return nil
      }
    case .dots(let isLoose):
      guard first.kind == .plain else { return nil }
      joined.kind = .range
      joined.isLoose = isLoose
    case .colon:
      guard first.kind == .plain || first.kind == .clock, lastDigits <= 2, nextDigits == 2 else { return nil }
      joined.kind = .clock
    case .slash:
      // After an address stands the length of its prefix.
      guard first.kind == .plain && first.groupCount < 4 || first.kind == .slashed else { return nil }
      joined.kind = .slashed
    }
    return joined
  }

  /// Whether digits may go on in groups of three after spaces: one to three at first, and only spaces between.
  private func isGroupedBySpaces(_ mention: NumberMention) -> Bool {
    let text = bytes[mention.span.range]
    guard (1...3).contains(text.prefix(while: Self.isDigit).count) else { return false }
    let signs: Set<UInt8> = [UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "'")]
    return !text.contains(where: signs.contains) && text.first != UInt8(ascii: "0")
  }
}
