import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Compares the items of lists that are names, or begin with one and a colon: `- Global`, `- Constant: It cannot change`.
///
/// That the items of a list are names is told by the code of the page, or by those that stand in the translation as they are.
struct ListedNames {
  private let pair: ProsePair
  private let source: PageInventory
  private let translation: PageInventory

  /// Shorter lists say too little.
  private static let fewest = 3

  init(_ pair: ProsePair) {
    self.pair = pair
    source = pair.source
    translation = pair.translation
  }

  /// An item of the source that is a name, with what is in its place.
  private struct Item {
    let name: Located<String>
    let actual: Located<String>
    let hash: UInt64
    let isCode: Bool
    let hasCapital: Bool

    var isSame: Bool { name.value == actual.value }
    /// Whether it is more than a word in small letters that another stands for.
    var mayBeName: Bool { hasCapital || isCode || ASCIICase.equal(name.value.utf8, actual.value.utf8) }
  }

  /// The names that are others in the translation, in the order of the source.
  func differences() -> [MarkedNames.Difference] {
    let items = source.items
    guard items.count >= Self.fewest else { return [] }
    let partners = Dictionary(pair.texts.pairs.map { ($0.source, $0) }) { first, _ in first }
    var result: [MarkedNames.Difference] = []
    var start = 0
    while start < items.count {
      var end = start
      while end < items.count, items[end].section == items[start].section, items[end].depth == items[start].depth {
        end += 1
      }
      if end - start >= Self.fewest { result += differences(of: items[start..<end], partners) }
      start = end
    }
    return result
  }

  private func differences(of items: ArraySlice<ListItem>, _ partners: [Int: ProsePair.TextPair]) -> [MarkedNames
    .Difference]
  {
    let names = items.compactMap { item -> Item? in
      guard let run = source.firstRun(ofBlock: item.node), let texts = partners[run] else { return nil }
      return self.item(texts)
    }
    guard names.count >= Self.fewest, names.count * 3 >= items.count * 2 else { return [] }
    let same = names.count(where: \.isSame)
    guard same < names.count else { return [] }
    let areNames = same >= 2 && same * 3 >= names.count
    // Some words are the same in languages that are related.
    let areWords = same * 3 < names.count * 2
    return names.compactMap { item in
      guard !item.isSame, areNames && (item.mayBeName || !areWords) || item.isCode && item.hasCapital,
        !MarkedNames.arePlural(Array(item.name.value.utf8), Array(item.actual.value.utf8))
      else { return nil }
      return MarkedNames.Difference(source: item.name, translation: item.actual, isCertain: areNames && item.isCode)
    }
  }

  /// The name that a text of the source is, or begins with, beside what stands there in the translation.
  private func item(_ texts: ProsePair.TextPair) -> Item? {
    let (own, other) = (source.runs[texts.source], translation.runs[texts.translation])
    guard !own.isFact, let first = own.words.first, let last = other.words.last else { return nil }
    let word = source.words[first]
    guard word.length > 1, !word.isNumber, word.traits.isDisjoint(with: [.code, .foreign, .link]) else { return nil }
    let isAlone = own.words.count == 1
    let bytes = source.page.source.bytes
    let next = Int(word.span.end) < bytes.count ? bytes[Int(word.span.end)] : 0x0A
    guard isAlone ? next <= 0x20 : next == UInt8(ascii: ":") else { return nil }
    var end = translation.words[last].span.end
    if !isAlone {
      guard let colon = colon(in: other) else { return nil }
      end = colon
    }
    let place = translation.words[other.words.lowerBound].span.start..<end
    // What holds a link or other marks is more than a name, and references to characters are read by nobody.
    guard place.lowerBound < place.upperBound,
      !translation.page.source.bytes[Int(place.lowerBound)..<Int(place.upperBound)].contains(
        where: "[]*`&".utf8.contains)
    else { return nil }
    let span = SourceSpan(start: place.lowerBound, end: place.upperBound)
    return Item(
      name: Located(source.text(word.span), at: word.span), actual: Located(translation.text(span), at: span),
      hash: word.hash, isCode: pair.sourceContext.codeNames.contains(word.hash),
      hasCapital: word.traits.contains(.capital))
  }

  /// Where the first colon of a text stands, which some scripts write wider.
  private func colon(in run: ProseRun) -> Int32? {
    let bytes = translation.page.source.bytes
    for index in run.span.range {
      if bytes[index] == UInt8(ascii: ":") || bytes[index...].starts(with: [0xEF, 0xBC, 0x9A]) { return Int32(index) }
    }
    return nil
  }
}
