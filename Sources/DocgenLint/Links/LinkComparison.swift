import DocgenMarkup
import DocgenModel
import DocgenSupport

/// The links of a translation that differ from those of its source, section by section.
struct LinkComparison {
  struct Difference {
    var source: ProseLink?
    var translation: ProseLink?
  }

  private(set) var differences: [Difference] = []

  /// Compares the links of two pages; the order within a section does not count.
  ///
  /// - Complexity: O(*n*) where both have the same links in the same order, as nearly all translations do.
  init(_ pair: ProsePair) {
    var source = pair.source.links
    var translation = pair.translation.links
    if source.count == translation.count,
      zip(source, translation).allSatisfy({ $0.destination == $1.destination && $0.isImage == $1.isImage })
    {
      return
    }
    source.removeAll { $0.isPlaceholder(in: pair.sourceContext.page) }
    translation.removeAll { $0.isPlaceholder(in: pair.context.page) }
    let keys = LinkKeys(pair)
    let sourceKeys = source.map { keys.source($0) }
    let translationKeys = translation.map { keys.translation($0) }
    var sectionOfSource: [Int: Int] = [:]
    for section in pair.sectionPairs { sectionOfSource[section.source] = section.translation }

    var found: [String: [Int]] = [:]
    for (index, key) in translationKeys.enumerated().reversed() { found[key, default: []].append(index) }
    var isMatched = [Bool](repeating: false, count: translation.count)
    var missing: [Int] = []
    // First those that stand in their section, then those that moved to another.
    for (index, key) in sourceKeys.enumerated() {
      let section = sectionOfSource[source[index].section]
      if let place = found[key]?.lastIndex(where: { translation[$0].section == section }),
        let match = found[key]?.remove(at: place)
      {
        isMatched[match] = true
      } else {
        missing.append(index)
      }
    }
    let all = Set(translationKeys)
    var extra = translation.indices.filter { !isMatched[$0] }
    for index in missing {
      let section = sectionOfSource[source[index].section]
      let isImage = source[index].isImage
      if let place = extra.firstIndex(where: {
        translation[$0].isImage == isImage && translation[$0].section == section
          && !sourceKeys.contains(translationKeys[$0])
      }) {
        differences.append(Difference(source: source[index], translation: translation[extra.remove(at: place)]))
      } else if !all.contains(sourceKeys[index]) {
        // A link that stands there once may do for several.
        differences.append(Difference(source: source[index], translation: nil))
      }
    }
    let known = Set(sourceKeys)
    for index in extra where !known.contains(translationKeys[index]) {
      differences.append(Difference(source: nil, translation: translation[index]))
    }
  }
}

/// What a link means, so that equal ones compare equal: case, escapes, endings and the language of a site do not count.
private struct LinkKeys {
  let pair: ProsePair
  let folder: String

  init(_ pair: ProsePair) {
    self.pair = pair
    folder = String(SitePaths.folder(of: pair.context.apiPage.id))
  }

  func source(_ link: ProseLink) -> String { key(link) }

  /// An anchor that only the translation has stands for one of the source's.
  func translation(_ link: ProseLink) -> String {
    if let anchor = BrokenAnchor.fragment(link.destination), pair.context.anchors.contains(anchor),
      !pair.sourceContext.anchors.contains(anchor)
    {
      return "#" + (anchorOfSource(anchor) ?? anchor).lowercased()
    }
    return key(link)
  }

  /// The anchor of the source's section in the place of the one that a title of the translation names.
  private func anchorOfSource(_ anchor: String) -> String? {
    let sections = pair.context.page.facts.sections
    let hash = AnchorTable.hash(anchor)
    guard
      let section = sections.firstIndex(where: { AnchorTable.hash($0.title.value) == hash }),
      let aligned = pair.sections.pair(ofTranslation: section)
    else { return nil }
    return pair.sourceContext.page.facts.sections[aligned.source].anchor
  }

  private func key(_ link: ProseLink) -> String {
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
