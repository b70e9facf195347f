import DocgenMarkup
import DocgenSupport

/// Which links and images of a translation stand for which of its source, section by section.
package struct LinkAlignment: Sendable {
  /// Two links that stand for each other, or one that has no counterpart.
  package struct Pair: Sendable {
    /// The link of the source.
    package var source: PageLink?
    /// The link of the translation.
    package var translation: PageLink?
    /// How certain it is that they are the same: links that lead elsewhere are only where nothing else is left.
    package var certainty: Certainty
  }

  /// The links that lead elsewhere, or that only one of both has.
  package private(set) var differences: [Pair] = []
  /// Those that lead to the same place, in the order of the source.
  package var equal: [Pair] {
    same.map { zip($0.source, $0.translation).map { Pair(source: $0, translation: $1, certainty: .certain) } }
      ?? matched
  }
  private var matched: [Pair] = []
  /// All links, where both pages have the same in the same order.
  private var same: (source: [PageLink], translation: [PageLink])?

  /// Aligns the links of two pages; the order within a section does not count.
  ///
  /// - Parameters:
  ///   - source: The links of the source, in order.
  ///   - translation: The links of the translation, in order.
  ///   - pair: Both pages.
  /// - Complexity: O(*n*) where both have the same links in the same order, as nearly all translations do.
  package init(_ source: [PageLink], _ translation: [PageLink], of pair: PageAlignment) {
    if source.count == translation.count,
      zip(source, translation).allSatisfy({ $0.destination == $1.destination && $0.isImage == $1.isImage })
    {
      same = (source, translation)
      return
    }
    var matching = LinkMatching(
      source.filter { !$0.isPlaceholder(in: pair.source) },
      translation.filter { !$0.isPlaceholder(in: pair.translation) }, LinkKeys(pair))
    matching.run()
    (matched, differences) = (matching.equal, matching.differences)
  }
}

/// The work of aligning links that are not the same in the same order.
private struct LinkMatching {
  private let source: [PageLink]
  private let translation: [PageLink]
  private let sourceKeys: [String]
  private let translationKeys: [String]
  private let sections: Alignment
  private(set) var equal: [LinkAlignment.Pair] = []
  private(set) var differences: [LinkAlignment.Pair] = []

  init(_ source: [PageLink], _ translation: [PageLink], _ keys: LinkKeys) {
    self.source = source
    self.translation = translation
    sourceKeys = source.map { keys.source($0) }
    translationKeys = translation.map { keys.translation($0) }
    sections = keys.pair.sections
  }

  /// The section of the translation for that of a link of the source.
  private func section(of index: Int) -> Int? {
    let section = source[index].section
    return section < 0 ? section : sections.pair(ofSource: section)?.translation
  }

  mutating func run() {
    // The last comes first, so that it is taken from the end.
    var found: [Place: [Int]] = [:]
    for (index, key) in translationKeys.enumerated().reversed() {
      found[Place(key: key, section: translation[index].section), default: []].append(index)
    }
    var isMatched = [Bool](repeating: false, count: translation.count)
    var missing: [Int] = []
    // First those that stand in their section, then those that moved to another.
    for (index, key) in sourceKeys.enumerated() {
      if let section = section(of: index), let match = found[Place(key: key, section: section)]?.popLast() {
        isMatched[match] = true
        equal.append(LinkAlignment.Pair(source: source[index], translation: translation[match], certainty: .certain))
      } else {
        missing.append(index)
      }
    }
    pairUp(missing, translation.indices.filter { !isMatched[$0] })
  }

  /// Pairs links that lead elsewhere, each with one of its section that leads where none of the source does.
  private mutating func pairUp(_ missing: [Int], _ extra: [Int]) {
    let all = Set(translationKeys)
    let known = Set(sourceKeys)
    // What the source has nowhere stands for what is missing in its section, in the order of both.
    var others: [Place: [Int]] = [:]
    for index in extra.reversed() where !known.contains(translationKeys[index]) {
      others[Place(translation[index], section: translation[index].section), default: []].append(index)
    }
    var wanted: [Place: Int] = [:]
    for index in missing {
      if let section = section(of: index) { wanted[Place(source[index], section: section), default: 0] += 1 }
    }
    let counts = others.mapValues(\.count)
    var isPaired: Set<Int> = []
    for index in missing {
      let place = section(of: index).map { Place(source[index], section: $0) }
      if let place, let other = others[place]?.popLast() {
        isPaired.insert(other)
        // Of several, nothing tells which is which.
        let isOnly = counts[place] == 1 && wanted[place] == 1
        differences.append(
          LinkAlignment.Pair(
            source: source[index], translation: translation[other], certainty: isOnly ? .likely : .byPlace))
      } else if !all.contains(sourceKeys[index]) {
        // A link that stands there once may do for several.
        differences.append(LinkAlignment.Pair(source: source[index], translation: nil, certainty: .certain))
      }
    }
    for index in extra where !isPaired.contains(index) && !known.contains(translationKeys[index]) {
      differences.append(LinkAlignment.Pair(source: nil, translation: translation[index], certainty: .certain))
    }
  }
}

/// A link, or a kind of links, and the section of the translation that it stands in.
private struct Place: Hashable {
  var key: String
  var section: Int

  init(key: String, section: Int) {
    self.key = key
    self.section = section
  }

  init(_ link: PageLink, section: Int) {
    self.init(key: link.isImage ? "image" : "link", section: section)
  }
}

/// What a link means, so that equal ones compare equal: case, escapes, endings and the language of a site do not count.
private struct LinkKeys {
  let pair: PageAlignment
  private let folder: String
  private let anchors: (source: AnchorTable, translation: AnchorTable)
  /// The anchors of the source's sections by the hash of the title that stands in their place in the translation.
  private let anchorsOfSource: [UInt64: String]

  init(_ pair: PageAlignment) {
    self.pair = pair
    folder = String(SitePaths.folder(of: pair.source.source.path))
    anchors = pair.anchorTables
    let (source, translation) = (pair.source.facts.sections, pair.translation.facts.sections)
    let aligned = pair.sections.pairs.map {
      (AnchorTable.hash(translation[$0.translation].title.value), source[$0.source].anchor)
    }
    anchorsOfSource = Dictionary(aligned) { first, _ in first }
  }

  func source(_ link: PageLink) -> String { key(link) }

  /// An anchor that only the translation has stands for one of the source's.
  func translation(_ link: PageLink) -> String {
    if let anchor = PageLink.fragment(link.destination), anchors.translation.contains(anchor),
      !anchors.source.contains(anchor)
    {
      return "#" + (anchorsOfSource[AnchorTable.hash(anchor)] ?? anchor).lowercased()
    }
    return key(link)
  }

  private func key(_ link: PageLink) -> String {
    let destination = link.destination
    if destination.utf8.first == UInt8(ascii: "#") { return destination.lowercased() }
    if !LinkTargets.isRelative(destination) { return Self.address(destination) }
    var path = LinkTargets.id(of: LinkTargets.split(destination).path, from: folder)
    if path.hasSuffix(".md") { path.removeLast(3) }
    return path
  }

  /// An address without scheme, without the locale in its path and without the language in its host.
  private static func address(_ destination: String) -> String {
    var parts = URLText.decoded(Substring(destination)).lowercased()
      .split(separator: "/", omittingEmptySubsequences: true)[...]
    if let first = parts.first, first == "http:" || first == "https:" { parts.removeFirst() }
    if let host = parts.first, host.utf8.count > 3, !destination.hasPrefix("/"),
      let dot = host.utf8.firstIndex(of: UInt8(ascii: ".")), host.utf8.distance(from: host.startIndex, to: dot) == 2
    {
      parts[parts.startIndex] = host[dot...]
    }
    return parts.filter { !isLocale($0) }.joined(separator: "/")
  }

  /// `de-de`, `zh-hans-cn`
  private static func isLocale(_ part: Substring) -> Bool {
    let bytes = Array(part.utf8)
    guard bytes.count >= 5, bytes.count <= 10, bytes[2] == UInt8(ascii: "-") else { return false }
    return bytes.allSatisfy { (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "-") }
      && bytes.split(separator: UInt8(ascii: "-")).allSatisfy { (2...4).contains($0.count) }
  }
}
