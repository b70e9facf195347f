import DocgenMarkup
import DocgenModel
import DocgenSupport

extension TranslationPair {
  /// The fix that lets a link or image of the translation lead where that of the source leads.
  ///
  /// - Parameters:
  ///   - source: The link in the source.
  ///   - translation: The link in the translation.
  ///   - isCertain: Whether the two stand for each other beyond doubt.
  /// - Returns: `nil` if the destination does not stand in the link itself, as those of reference links do.
  func restoring(_ source: PageLink, at translation: PageLink, isCertain: Bool) -> Restoration? {
    guard let place = LinkDestination(translation, in: self.translation),
      let expected = LinkDestination(source, in: self.source), expected.isInTag == place.isInTag
    else { return nil }
    // What is the source's after a folder of the translation's own lacks no more than its beginning.
    if translation.destination.utf8.count > source.destination.utf8.count, source.destination.hasPrefix("/"),
      translation.destination.hasSuffix(source.destination)
    {
      return nil
    }
    if namesLanguageAlone(source, beside: translation) { return nil }
    var text = Array(self.source.source.bytes[expected.span.range])
    if let start = rootOfLocale(source, as: translation) {
      text.replaceSubrange(0..<start.source, with: translation.destination.utf8.prefix(start.translation))
    }
    guard !text.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return nil }
    // A page of another site may have a translation that the source cannot know.
    let isWithin = LinkTargets.isRelative(source.destination) && LinkTargets.isRelative(translation.destination)
    return Restoration([TextEdit(place.span, text)], isSafe: isCertain && isWithin)
  }

  /// Where the link of the source leads, with the locale of the translation where both name one: `/de/docs/` for
  /// `/en-US/docs/`.
  func destination(of source: PageLink, as translation: PageLink) -> String {
    guard let start = rootOfLocale(source, as: translation) else { return source.destination }
    return translation.destination.utf8.prefix(start.translation).text
      + source.destination.utf8.dropFirst(start.source).text
  }

  /// The lengths of what names the site and the language at the start of two links, where both have it.
  private func rootOfLocale(_ source: PageLink, as translation: PageLink) -> (source: Int, translation: Int)? {
    func length(_ link: PageLink) -> Int? {
      guard link.destination.utf8.first == UInt8(ascii: "/"),
        let rest = self.source.linkStyle.rest(of: link.destination[...])
      else { return nil }
      return link.destination.utf8.count - rest.utf8.count
    }
    guard let own = length(source), let other = length(translation) else { return nil }
    return (own, other)
  }

  /// Whether a link of the source names its language at the start, and that of the translation does not say how it is named
  /// there: what is written would lead to the source's page.
  private func namesLanguageAlone(_ source: PageLink, beside translation: PageLink) -> Bool {
    guard rootOfLocale(source, as: translation) == nil, source.destination.utf8.first == UInt8(ascii: "/"),
      let language = self.source.document.tokenSet?.language,
      let first = source.destination.utf8.dropFirst().split(separator: UInt8(ascii: "/")).first
    else { return false }
    return ASCIICase.equal(first.prefix { $0 != UInt8(ascii: "-") }, language.utf8)
  }
}

extension Substring.UTF8View {
  fileprivate var text: String { String(decoding: self, as: UTF8.self) }
}

/// Where the destination of a link is written.
private struct LinkDestination {
  let span: SourceSpan
  /// It is the value of an attribute.
  let isInTag: Bool

  init?(_ link: PageLink, in page: LocalizedPage) {
    let bytes = page.source.bytes
    if let target = page.document.link(of: page.document.nodes[link.node]) {
      // Autolinks show their destination, and reference links have it elsewhere.
      guard !target.span.isEmpty, target.span.start > 0,
        bytes[Int(target.span.start) - 1] == UInt8(ascii: "(")
          || bytes[Int(target.span.start) - 1] == UInt8(ascii: "<") && target.span.start > 1
            && bytes[Int(target.span.start) - 2] == UInt8(ascii: "(")
      else { return nil }
      span = target.span
      isInTag = false
      return
    }
    // The only place in the start tag that reads so.
    let tag = bytes[link.span.range]
    let wanted = Array(link.destination.utf8)
    guard !wanted.isEmpty, tag.count > wanted.count else { return nil }
    let places = (tag.startIndex...tag.endIndex - wanted.count).filter {
      tag[$0] == wanted[0] && tag[$0..<$0 + wanted.count].elementsEqual(wanted)
    }
    guard places.count == 1, let start = places.first else { return nil }
    let quotes: [UInt8] = [UInt8(ascii: "\""), UInt8(ascii: "'")]
    guard start > 0, start + wanted.count < bytes.count, quotes.contains(bytes[start - 1]),
      bytes[start - 1] == bytes[start + wanted.count]
    else { return nil }
    span = SourceSpan(start..<start + wanted.count)
    isInTag = true
  }
}
