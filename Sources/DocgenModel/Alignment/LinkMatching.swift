import DocgenMarkup
import DocgenSupport

/// The work of aligning links that are not the same in the same order: by what they lead to, then by their texts.
struct LinkMatching {
  private let source: [PageLink]
  private let translation: [PageLink]
  private let sourceKeys: [[String]]
  private let translationKeys: [[String]]
  private let keys: LinkKeys
  private let sections: Alignment
  private(set) var equal: [LinkAlignment.Pair] = []
  private(set) var differences: [LinkAlignment.Pair] = []

  init(_ source: [PageLink], _ translation: [PageLink], _ keys: LinkKeys) {
    self.source = source
    self.translation = translation
    self.keys = keys
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
    for index in translation.indices.reversed() {
      for key in translationKeys[index] {
        found[Place(key: key, section: translation[index].section), default: []].append(index)
      }
    }
    var isMatched = [Bool](repeating: false, count: translation.count)
    func take(_ place: Place) -> Int? {
      while let match = found[place]?.popLast() {
        if !isMatched[match] { return match }
      }
      return nil
    }
    var missing: [Int] = []
    // First those that stand in their section, then those that moved to another.
    for index in source.indices {
      var match: Int?
      if let section = section(of: index) {
        for key in sourceKeys[index] where match == nil { match = take(Place(key: key, section: section)) }
      }
      if let match {
        isMatched[match] = true
        equal.append(LinkAlignment.Pair(source: source[index], translation: translation[match], certainty: .certain))
      } else {
        missing.append(index)
      }
    }
    pairUp(missing, translation.indices.filter { !isMatched[$0] })
  }

  /// Pairs links that lead elsewhere, each with one of its section that leads where none of the source does.
  ///
  /// What tokens show is compared where tokens are.
  private mutating func pairUp(_ missing: [Int], _ extra: [Int]) {
    let all = Set(translationKeys.joined())
    let known = Set(sourceKeys.joined())
    let missing = missing.filter { !source[$0].isOfToken }
    let extra = extra.filter { !translation[$0].isOfToken && known.isDisjoint(with: translationKeys[$0]) }
    var isPaired: Set<Int> = []
    let byText = pairTexts(missing, extra)
    for match in byText.values { isPaired.insert(match) }
    // What the source has nowhere stands for what is missing in its section, in the order of both.
    var others: [Place: [Int]] = [:]
    for index in extra.reversed() where !isPaired.contains(index) {
      others[Place(translation[index], section: translation[index].section), default: []].append(index)
    }
    var wanted: [Place: Int] = [:]
    for index in missing where byText[index] == nil {
      if let section = section(of: index) { wanted[Place(source[index], section: section), default: 0] += 1 }
    }
    let counts = others.mapValues(\.count)
    for index in missing {
      if let match = byText[index] {
        add(source[index], translation[match], .likely)
        continue
      }
      let place = section(of: index).map { Place(source[index], section: $0) }
      if let place, let other = others[place]?.popLast() {
        isPaired.insert(other)
        // Of several, nothing tells which is which.
        let isOnly = counts[place] == 1 && wanted[place] == 1
        add(source[index], translation[other], isOnly ? .likely : .byPlace)
      } else if all.isDisjoint(with: sourceKeys[index]) {
        // A link that stands there once may do for several.
        add(source[index], nil, .certain)
      }
    }
    for index in extra where !isPaired.contains(index) { add(nil, translation[index], .certain) }
  }

  private mutating func add(_ source: PageLink?, _ translation: PageLink?, _ certainty: Certainty) {
    differences.append(
      LinkAlignment.Pair(
        source: source, translation: translation, certainty: certainty,
        leadsToOwnAnchor: translation.map(keys.leadsToOwnAnchor) ?? false))
  }

  /// The links of the translation by those of the source, where both have a text that no other has.
  private func pairTexts(_ missing: [Int], _ extra: [Int]) -> [Int: Int] {
    guard missing.count + extra.count > 2, !missing.isEmpty, !extra.isEmpty else { return [:] }
    var others: [String: [Int]] = [:]
    for index in extra {
      others[keys.text(of: translation[index], in: keys.pair.translation), default: []].append(index)
    }
    var own: [String: [Int]] = [:]
    for index in missing { own[keys.text(of: source[index], in: keys.pair.source), default: []].append(index) }
    var result: [Int: Int] = [:]
    for (text, indices) in own where !text.isEmpty && indices.count == 1 {
      guard let match = others[text], match.count == 1, translation[match[0]].isImage == source[indices[0]].isImage
      else { continue }
      result[indices[0]] = match[0]
    }
    return result
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
struct LinkKeys {
  let pair: PageAlignment
  private let folder: String
  private let style: DialectLinks
  private let anchors: (source: AnchorTable, translation: AnchorTable)
  /// The anchors of the source's sections by the hash of the title that stands in their place in the translation.
  private let anchorsOfSource: [UInt64: String]
  /// The languages of both pages, as folders of other sites are called.
  private let languages: [String]

  init(_ pair: PageAlignment) {
    self.pair = pair
    folder = String(SitePaths.folder(of: pair.source.source.path))
    style = pair.source.linkStyle
    languages = [pair.source, pair.translation].compactMap { $0.document.tokenSet?.language }
    anchors = pair.anchorTables
    let (source, translation) = (pair.source.facts.sections, pair.translation.facts.sections)
    let aligned = pair.sections.pairs.lazy.filter(\.isCertain).map {
      (AnchorTable.hash(title: translation[$0.translation].title.value, of: pair.translation), source[$0.source].anchor)
    }
    anchorsOfSource = Dictionary(aligned) { first, _ in first }
  }

  /// Last, a whole address by its path: the site that it leads to may be that of the pages, where translations link from the
  /// root.
  func source(_ link: PageLink) -> [String] {
    keys(link) + (Self.pathOfAddress(link.destination).map { [absolute($0)] } ?? [])
  }

  /// The path after the host of a whole address; `nil` if nothing follows the host.
  private static func pathOfAddress(_ destination: String) -> String? {
    for scheme in ["https://", "http://"] where LinkTargets.hasPrefix(destination, scheme) {
      let rest = destination.dropFirst(scheme.utf8.count)
      guard let slash = rest.utf8.firstIndex(of: UInt8(ascii: "/")) else { return nil }
      return rest[slash...].utf8.count > 1 ? String(rest[slash...]) : nil
    }
    return nil
  }

  /// An anchor that only the translation has stands for one of the source's.
  func translation(_ link: PageLink) -> [String] {
    guard let anchor = ownAnchor(link) else { return keys(link) }
    return [key(ofAnchor: anchorsOfSource[AnchorTable.hash(anchor)] ?? anchor)]
  }

  /// Whether a link leads to a place of the translation that may be any of the source's.
  func leadsToOwnAnchor(_ link: PageLink) -> Bool {
    ownAnchor(link).map { anchorsOfSource[AnchorTable.hash($0)] == nil } ?? false
  }

  /// The anchor that a link leads to, where the translation has it and the source has not.
  private func ownAnchor(_ link: PageLink) -> String? {
    guard let anchor = PageLink.fragment(link.destination), anchors.translation.contains(anchor),
      !anchors.source.contains(anchor)
    else { return nil }
    return anchor
  }

  /// The text of a link in lower case, without space at its ends.
  func text(of link: PageLink, in page: LocalizedPage) -> String {
    page.document.text(of: link.node).string.lowercased()
  }

  private func keys(_ link: PageLink) -> [String] {
    let first = key(link.destination)
    return link.alternatives.isEmpty ? [first] : [first] + link.alternatives.map { key($0) }
  }

  private func key(_ destination: String) -> String {
    if destination.utf8.first == UInt8(ascii: "#") { return key(ofAnchor: URLText.decoded(destination.dropFirst())) }
    if !LinkTargets.isRelative(destination) { return absolute(destination) }
    let path = LinkTargets.id(of: LinkTargets.split(destination).path, from: folder)
    return Self.withoutEnding(path)
  }

  /// An anchor by what stays of it in one that is made from a title.
  private func key(ofAnchor anchor: String) -> String { "#" + pair.source.anchorStyle.anchor(of: anchor) }

  /// An address of the site itself by what follows its root; another as it is.
  private func absolute(_ destination: String) -> String {
    let isOfRoot = destination.hasPrefix("/") && !destination.hasPrefix("//")
    guard let path = isOfRoot ? destination : style.ownPath(destination) else { return address(destination) }
    let (start, _) = LinkTargets.split(path)
    // The longest root of a path is the one that has the most in common.
    if let rest = style.rest(of: start) {
      return Self.withoutEnding(URLText.decoded(rest).lowercased())
    }
    return Self.withoutEnding(address(isOfRoot ? destination : String(start)))
  }

  private static func withoutEnding(_ path: String) -> String {
    var path = path
    for ending in [".md", ".html", ".htm"] where path.hasSuffix(ending) {
      path.removeLast(ending.utf8.count)
      break
    }
    if path.hasSuffix("/index") { path.removeLast(6) }
    while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") { path.removeLast() }
    return path
  }

  /// An address without scheme, without the locale or language in its path and without the language before its host:
  /// `de.example.org` is `example.org`.
  private func address(_ destination: String) -> String {
    var parts = URLText.decoded(Substring(destination)).lowercased()
      .split(separator: "/", omittingEmptySubsequences: true)[...]
    if let first = parts.first, first == "http:" || first == "https:" { parts.removeFirst() }
    if let host = parts.first, host.utf8.count > 3, !destination.hasPrefix("/"),
      let dot = host.utf8.firstIndex(of: UInt8(ascii: ".")), host.utf8.distance(from: host.startIndex, to: dot) == 2
    {
      parts[parts.startIndex] = host[host.utf8.index(after: dot)...]
    }
    return parts.filter { part in !Self.isLocale(part) && !languages.contains { $0 == part } }.joined(separator: "/")
  }

  /// `de-de`, `zh-hans-cn`
  private static func isLocale(_ part: Substring) -> Bool {
    let bytes = Array(part.utf8)
    guard bytes.count >= 5, bytes.count <= 10, bytes[2] == UInt8(ascii: "-") else { return false }
    return bytes.allSatisfy { (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "-") }
      && bytes.split(separator: UInt8(ascii: "-")).allSatisfy { (2...4).contains($0.count) }
  }
}
