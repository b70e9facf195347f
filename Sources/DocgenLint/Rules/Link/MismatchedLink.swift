import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Compares where links lead; a link that moved within its section is the same.
enum MismatchedLink: TranslationCheck {
  static let rule = Rule(
    "mismatched-link", in: .link, .warning,
    "A link leads elsewhere than in the source.")

  struct Messages: MessageSet {
    let changed = MessageForm<String, String>("the link leads to '{1}' here; write '{2}' as in the source")
    let missing = MessageForm<String>("the link to '{1}' is missing; add it as in the source")
    let extra = MessageForm<String>("the source has no link to '{1}'; remove it here or add it there")
    let severalMissing = MessageForm<Int, String>(
      "{1} links are missing, the first to '{2}'; add them as in the source")
    let severalExtra = MessageForm<Int, String>(
      "the source has none of these {1} links, the first to '{2}'; remove them here or add them there")
    let otherHost = MessageForm<String, String>("the link leads to the host '{1}' here; write '{2}' as in the source")
    let otherHostOfLinks = MessageForm<Int, String, String>(
      "{1} links lead to the host '{2}' here; write '{3}' as in the source")
  }

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    var hosts = ChangedHosts()
    let links = LinkPlaces(pair)
    var (missing, extra) = ([PageLink](), [PageLink]())
    for difference in links.differences(pair.prose.linkDifferences) where !difference.leadsToOwnAnchor {
      // An anchor that is not there is a finding of its own.
      if let link = difference.translation, let anchor = PageLink.fragment(link.destination),
        !pair.prose.context.anchors.contains(anchor)
      {
        continue
      }
      switch (difference.source, difference.translation) {
      case (let source?, let translation?):
        if links.isLocalised(source, translation) || hosts.add(source, translation)
          || links.isRepaired(source, translation)
        {
          continue
        }
        let expected = pair.destination(of: source, as: translation)
        report(
          .changed(
            messages.changed(translation.destination, expected),
            from: Located(expected, at: source.span),
            to: Located(translation.destination, at: translation.span),
            fix: fix(difference, source, translation, links, pair)),
          to: &findings)
      case (let source?, nil) where !source.isImage: missing.append(source)
      case (nil, let translation?):
        if translation.isImage, links.isOfOwnLocale(translation) { continue }
        extra.append(translation)
      default: break
      }
    }
    for links in Self.lists(missing, pair.source.document) {
      let first = links[0]
      report(
        Finding(
          links.count == 1
            ? messages.missing(first.destination) : messages.severalMissing(links.count, first.destination),
          at: pair.placeOf(sourceNode: first.node), expected: first.destination, damage: .lost, source: first.span
        ).standing(forSource: links.map { pair.source.document.nodes[$0.node].span }), to: &findings)
    }
    for links in Self.lists(extra, pair.translation.document) {
      let first = links[0]
      report(
        Finding(
          links.count == 1 ? messages.extra(first.destination) : messages.severalExtra(links.count, first.destination),
          at: first.span, actual: first.destination), to: &findings)
    }
    for change in hosts.changes { report(change.finding, to: &findings) }
  }

  /// Links of one paragraph together where they are a list: it comes or goes as a whole.
  private static func lists(_ links: [PageLink], _ document: Document) -> [[PageLink]] {
    var result: [[PageLink]] = []
    for (block, links) in Dictionary(grouping: links, by: { Self.block(of: $0.node, document) }) {
      if block != nil, links.count > 2 { result.append(links) } else { result += links.map { [$0] } }
    }
    return result.sorted { $0[0].span.start < $1[0].span.start }
  }

  /// The paragraph that a link stands in; `nil` for other blocks.
  private static func block(of node: Int, _ document: Document) -> Int? {
    var index = node - 1
    while index >= 0, node - index < 1_000 {
      if Int(document.nodes[index].end) > node, document.nodes[index].kind == .paragraph { return index }
      index -= 1
    }
    return nil
  }

  /// Whether a link leads to a place of its page whose anchor stands there, and that of the source does not.
  private static func leadsToOwnPlace(_ source: PageLink, _ translation: PageLink, _ pair: TranslationPair) -> Bool {
    guard let anchor = PageLink.fragment(translation.destination) else { return false }
    let own = pair.prose.context.ownAnchors
    return own.contains(anchor) && !(PageLink.fragment(source.destination).map(own.contains) ?? false)
  }

  /// Whether a link leads to an anchor in letters of the reader's language, which its page may have.
  private static func hasAnchorOfTitle(_ link: PageLink) -> Bool {
    guard let hash = link.destination.utf8.firstIndex(of: UInt8(ascii: "#")) else { return false }
    return link.destination.utf8[hash...].contains { $0 >= 0x80 || $0 == UInt8(ascii: "%") }
  }

  /// A link that leads to a page stays as it is, and so does one of which only its place tells which it is.
  private static func fix(
    _ difference: LinkAlignment.Pair, _ source: PageLink, _ translation: PageLink, _ links: LinkPlaces,
    _ pair: TranslationPair
  ) -> Restoration? {
    guard difference.certainty.isBeyondDoubt, !links.leadsSomewhere(translation),
      !leadsToOwnPlace(source, translation, pair), !hasAnchorOfTitle(translation),
      !pair.linkDestinations.contains(pair.destination(of: source, as: translation)),
      links.isOfProject(translation)
        || Damage.classify(expected: source.destination, actual: translation.destination) == .whitespace
    else { return nil }
    return pair.restoring(source, at: translation, isCertain: true)
  }
}

/// What the links of a translation lead to.
private struct LinkPlaces {
  private let targets: LinkTargets
  private let page: Int?
  private let locale: Int

  init(_ pair: TranslationPair) {
    let context = pair.prose.context
    targets = context.project.links
    page = targets.catalog.index(of: context.apiPage.id)
    locale = context.page.locale
  }

  /// More differences are not followed.
  private static let limit = 500

  /// The differences without links that lead to the same page of the project, in whatever way that is written.
  func differences(_ all: [LinkAlignment.Pair]) -> [LinkAlignment.Pair] {
    guard all.count < Self.limit, all.contains(where: { $0.source != nil }),
      all.contains(where: { $0.translation != nil })
    else { return all }
    var others: [Place: [Int]] = [:]
    for (index, difference) in all.enumerated().reversed() {
      if let link = difference.translation, let place = place(of: link, in: locale) {
        others[place, default: []].append(index)
        // What the title of a section is called there, its page knows: whether it has the anchor is told of that.
        if place.isOfTitle { others[place.anyAnchor, default: []].append(index) }
      }
    }
    if others.isEmpty { return all }
    var result = all
    func take(_ place: Place) -> Int? {
      while let match = others[place]?.popLast() { if result[match].translation != nil { return match } }
      return nil
    }
    for (index, difference) in all.enumerated() {
      guard let link = difference.source, let place = place(of: link, in: PageCatalog.source),
        let match = take(place) ?? (place.fragment.isEmpty ? nil : take(place.anyAnchor))
      else { continue }
      result[index].source = nil
      result[match].translation = nil
    }
    return result.filter { $0.source != nil || $0.translation != nil }
  }

  /// A page of the project, and the anchor in it.
  private struct Place: Hashable {
    var page: Int
    /// Encoded, after its `#`; empty for none.
    var fragment: String

    /// Whether the anchor is in letters that only the title of a translation has.
    var isOfTitle: Bool { fragment.utf8.contains(UInt8(ascii: "%")) }
    /// Stands for any anchor of the page.
    var anyAnchor: Place { Place(page: page, fragment: "#") }
  }

  /// The page and anchor that a link leads to; `nil` for one that leads to no page.
  private func place(of link: PageLink, in locale: Int) -> Place? {
    guard let page, !link.isImage,
      case .page(let target, let fragment) = targets.target(of: link.destination, on: page, locale: locale)
    else { return nil }
    return Place(page: target, fragment: fragment)
  }

  /// Whether a link leads to a page or file of the project.
  func leadsSomewhere(_ link: PageLink) -> Bool {
    guard let page else { return false }
    if link.isImage { return targets.image(at: link.destination, on: page, locale: locale) != nil }
    switch targets.target(of: link.destination, on: page, locale: locale) {
    case .page(let target, _): return target != page || !link.destination.hasPrefix("#")
    case .image, .file, .folder: return true
    case .outside, .missing: return false
    }
  }

  /// Whether a link leads to a page or file where that of the source leads nowhere: an address that the page had before.
  func isRepaired(_ source: PageLink, _ translation: PageLink) -> Bool {
    isOfProject(source) && leadsSomewhere(translation) && !source.isImage && leadsNowhere(source)
  }

  private func leadsNowhere(_ link: PageLink) -> Bool {
    guard let page else { return false }
    if case .missing = targets.target(of: link.destination, on: page, locale: PageCatalog.source) { return true }
    return false
  }

  /// Whether a link is a path within the project.
  func isOfProject(_ link: PageLink) -> Bool {
    LinkTargets.isRelative(link.destination)
      || link.destination.hasPrefix("/") && !link.destination.hasPrefix("//")
  }

  /// Whether an image is one that the locale has, and the source has not.
  func isOfOwnLocale(_ link: PageLink) -> Bool {
    guard let page, link.isImage, locale != PageCatalog.source else { return false }
    return targets.image(at: link.destination, on: page, locale: locale)?.locale == locale
  }

  /// Whether a link leads to what the source's does in the language of the translation: there is such a file or page, and
  /// its name differs by the tag of the locale, or it is an image that the locale alone has.
  func isLocalised(_ source: PageLink, _ translation: PageLink) -> Bool {
    if isOfLocalHost(source, translation) { return true }
    guard leadsSomewhere(translation) else { return false }
    if isOfOwnLocale(translation), let page,
      targets.image(at: source.destination, on: page, locale: locale)?.locale != locale
    {
      return true
    }
    let own = tags(of: locale).map { Self.withoutTag(translation.destination, $0) }
    let other = tags(of: PageCatalog.source).map { Self.withoutTag(source.destination, $0) }
    return own.contains { other.contains($0) }
  }

  /// The tag of a locale in lower case, and that of its language.
  private func tags(of locale: Int) -> [String] {
    let tag = targets.catalog.locales[locale].lowercased()
    let language = String(tag.prefix { $0 != "-" })
    return language == tag ? [tag] : [tag, language]
  }

  /// Whether a host is that of the source with the tag of the translation's language in place of another, of `www` or of none
  /// (`de.example.org`): what a page is called there, no one but its readers knows.
  private func isOfLocalHost(_ source: PageLink, _ translation: PageLink) -> Bool {
    func parts(_ destination: String) -> (tag: Substring, host: Substring, domain: Substring)? {
      guard let scheme = ["https://", "http://"].first(where: destination.hasPrefix) else { return nil }
      let host = destination.dropFirst(scheme.utf8.count).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
      guard let dot = host.firstIndex(of: ".") else { return nil }
      return (host[..<dot], host, host[host.index(after: dot)...])
    }
    guard let own = parts(source.destination), let other = parts(translation.destination), own.tag != other.tag else {
      return false
    }
    let language = targets.catalog.locales[locale].prefix { $0 != "-" && $0 != "_" }
    guard other.tag == language, other.domain.contains(".") else { return false }
    let hasTag = own.tag == "www" || DialectLinks.isLanguageTag(own.tag.utf8)
    return other.domain == (hasTag ? own.domain : own.host)
  }

  /// A destination in lower case without a tag in the name of its file, or in a folder of its own.
  private static func withoutTag(_ destination: String, _ tag: String) -> [UInt8] {
    var bytes = Array(destination.lowercased().utf8)
    for mark in ["." + tag + ".", "-" + tag + ".", "_" + tag + ".", "/" + tag + "/"] {
      let mark = Array(mark.utf8)
      if let found = ByteSearch.firstIndex(of: mark, in: bytes, from: 0) {
        bytes.removeSubrange(found..<found + mark.count - 1)
      }
    }
    return bytes
  }
}

/// Links of which only the host is another, by the hosts of both.
private struct ChangedHosts {
  struct Change {
    var source: PageLink
    var translation: PageLink
    var hosts: (source: String, translation: String)
    var count = 1

    var finding: Finding {
      let message: Message =
        count == 1
        ? MismatchedLink.messages.otherHost(hosts.translation, hosts.source)
        : MismatchedLink.messages.otherHostOfLinks(count, hosts.translation, hosts.source)
      return Finding(
        message, at: translation.span, expected: source.destination, actual: translation.destination,
        source: source.span)
    }
  }

  private(set) var changes: [Change] = []

  /// Notes two links if only their hosts differ; returns whether it is so.
  mutating func add(_ source: PageLink, _ translation: PageLink) -> Bool {
    guard let own = Self.split(source.destination), let other = Self.split(translation.destination),
      own.host != other.host, own.rest == other.rest, own.rest.utf8.count > 1
    else { return false }
    if let index = changes.firstIndex(where: { $0.hosts == (own.host, other.host) }) {
      changes[index].count += 1
    } else {
      changes.append(Change(source: source, translation: translation, hosts: (own.host, other.host)))
    }
    return true
  }

  private static func split(_ destination: String) -> (host: String, rest: String)? {
    for scheme in ["https://", "http://"] where destination.lowercased().hasPrefix(scheme) {
      let rest = destination.dropFirst(scheme.utf8.count)
      guard let slash = rest.utf8.firstIndex(of: UInt8(ascii: "/")) else { return nil }
      return (rest[..<slash].lowercased(), rest[slash...].lowercased())
    }
    return nil
  }
}
