import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Finds keys of the front matter that were translated: the source's is missing, and another stands in its place.
enum TranslatedKey: TranslationCheck {
  static let rule = Rule(
    "translated-key", in: .metadata, .warning,
    "A key of the front matter was translated or changed, so that its value is lost.")

  struct Messages: MessageSet {
    let changed = MessageForm<String, String>("the key is '{1}' here; write '{2}' as in the source")
  }

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    let (source, own) = (pair.source.frontMatter.entries, pair.translation.frontMatter.entries)
    let keys = Set(own.map(\.key.value))
    if source.allSatisfy({ keys.contains($0.key.value) }) { return }
    var places: [String: Int] = [:]
    for (index, entry) in source.enumerated() where places[entry.key.value] == nil { places[entry.key.value] = index }
    let missing = source.indices.filter { !keys.contains(source[$0].key.value) }
    let extra = own.indices.filter { places[own[$0].key.value] == nil }
    var matches = sameLetters(missing.map { source[$0].key.value }, extra.map { own[$0].key.value })
      .map { (missing[$0], extra[$1]) }
    let (wanted, found) = (Set(matches.map(\.0)), Set(matches.map(\.1)))
    matches += inPlace(source, own, places).filter { !wanted.contains($0.0) && !found.contains($0.1) }
    for (key, other) in matches.sorted(by: { $0.1 < $1.1 }) {
      let (expected, actual) = (source[key].key, own[other].key)
      let isCertain = FoldedKeyText(expected.value) == FoldedKeyText(actual.value)
      report(
        .changed(
          messages.changed(actual.value, expected.value), from: expected, to: actual,
          fix: Restoration([TextEdit(actual.span, Array(expected.value.utf8))], isSafe: isCertain)
        ).about(expected.value), to: &findings)
    }
  }

  /// Keys that differ by case, spaces, hyphens and underscores alone.
  private static func sameLetters(_ missing: [String], _ extra: [String]) -> [(Int, Int)] {
    guard !extra.isEmpty else { return [] }
    var places: [FoldedKeyText: Int] = [:]
    for (index, key) in missing.enumerated() { places[FoldedKeyText(key)] = index }
    return extra.enumerated().compactMap { index, key in
      places.removeValue(forKey: FoldedKeyText(key)).map { ($0, index) }
    }
  }

  /// Keys in the place of others: as many stand between the same two keys, with values of the same kinds.
  private static func inPlace(
    _ source: [FrontMatter.Entry], _ own: [FrontMatter.Entry], _ places: [String: Int]
  ) -> [(Int, Int)] {
    var result: [(Int, Int)] = []
    let keys = Set(own.map(\.key.value))
    var index = 0
    while index < own.count {
      guard places[own[index].key.value] == nil else {
        index += 1
        continue
      }
      let end = own[index...].firstIndex { places[$0.key.value] != nil } ?? own.count
      let start = index == 0 ? 0 : (places[own[index - 1].key.value] ?? -1) + 1
      let gap = source[start...].prefix { !keys.contains($0.key.value) }
      let isClosed = end == own.count ? gap.endIndex == source.count : places[own[end].key.value] == gap.endIndex
      let matches = zip(gap.indices, index..<end)
      if isClosed, gap.count == end - index, matches.allSatisfy({ mayBeTranslated(source[$0], own[$1]) }),
        matches.contains(where: { isPlainlyOther(source[$0], own[$1]) })
      {
        result += matches.map { ($0, $1) }
      }
      index = end
    }
    return result
  }

  private static func mayBeTranslated(_ expected: FrontMatter.Entry, _ actual: FrontMatter.Entry) -> Bool {
    guard kind(expected.value) == kind(actual.value) else { return false }
    let (wanted, found) = (parts(expected.key.value), parts(actual.key.value))
    guard wanted.count == found.count, wanted.dropLast().elementsEqual(found.dropLast(), by: { $0.elementsEqual($1) })
    else { return false }
    // Other names with signs within are names that a program knows.
    return found.last.map { $0.allSatisfy { $0 >= 0x80 || $0 == 0x20 || (0x61...0x7A).contains($0 | 0x20) } } ?? false
  }

  /// Whether a key is no name that a program knows: letters beyond ASCII, capitals or spaces tell, and what is said where
  /// a page has its title, or the same value.
  private static func isPlainlyOther(_ expected: FrontMatter.Entry, _ actual: FrontMatter.Entry) -> Bool {
    let key = actual.key.value.utf8
    if key.contains(where: { $0 >= 0x80 || $0 == 0x20 || (0x41...0x5A).contains($0) }) { return true }
    return expected.key.value == "title" || isSame(expected.value, actual.value)
  }

  private static func isSame(_ expected: FrontMatter.Value, _ actual: FrontMatter.Value) -> Bool {
    guard case (.scalar(let wanted, _), .scalar(let found, _)) = (expected, actual) else { return false }
    return !wanted.value.isEmpty && wanted.value == found.value
  }

  private static func parts(_ key: String) -> [Substring.UTF8View] {
    key.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).map { Substring($0).utf8 }
  }

  private static func kind(_ value: FrontMatter.Value) -> Int {
    switch value {
    case .null: 0
    case .scalar: 1
    case .list: 2
    case .nested: 3
    }
  }
}

/// The letters and digits of a key in lower case, without what only separates them.
private struct FoldedKeyText: Hashable {
  private let bytes: [UInt8]

  init(_ key: String) {
    bytes = key.utf8.filter { $0 != 0x20 && $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") }
      .map(ASCIICase.lowercased)
  }
}
