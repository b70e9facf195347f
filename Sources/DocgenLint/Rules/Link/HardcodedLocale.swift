import DocgenModel
import DocgenSupport

/// Finds links of the source to other sites that name the source's language in their address, and so lead all readers
/// to it.
enum HardcodedLocale: ContentCheck {
  static let rule = Rule(
    "hardcoded-locale", in: .link, .note,
    "A link of the source names a language in its address, so that readers of translations come to that language.")

  struct Messages: MessageSet {
    let namesLanguage = MessageForm<String>(
      "the address names the language '{1}', and leads readers of all languages there; leave it out if the site finds the reader's own"
    )
  }

  /// How deep in a path the folder of a language stands.
  private static let deepestFolder = 3

  static func check(_ context: PageContext, _ findings: inout Findings) {
    guard context.page.locale == PageCatalog.source else { return }
    let language = Array(context.vocabulary.tag.lowercased().utf8.prefix { $0 != UInt8(ascii: "-") })
    var known: Set<String> = []
    for link in context.inventory.links where link.destination.utf8.first.map({ $0 | 0x20 }) == UInt8(ascii: "h") {
      guard !link.isOfToken, let segment = segment(of: link.destination, naming: language),
        known.insert(link.destination).inserted
      else { continue }
      report(
        Finding(
          messages.namesLanguage(segment),
          at: link.span, actual: link.destination), to: &findings)
    }
  }

  /// The part of an absolute address that is a language with its region (`en-us`), or the first part where it is the
  /// language alone.
  private static func segment(of destination: String, naming language: [UInt8]) -> String? {
    let bytes = destination.utf8
    guard let scheme = ["https://", "http://"].first(where: destination.hasPrefix) else { return nil }
    let path = bytes.dropFirst(scheme.utf8.count).prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    let parts = path.split(separator: UInt8(ascii: "/"), maxSplits: Self.deepestFolder + 1)
    for (index, part) in parts.prefix(Self.deepestFolder + 1).enumerated().dropFirst() {
      let folded = part.map(ASCIICase.lowercased)
      if index <= 2, folded == language { return String(part) }
      guard folded.count == language.count + 3, folded.starts(with: language) else { continue }
      let sign = folded[language.count]
      let region = folded[(language.count + 1)...]
      if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "_"), region.allSatisfy({ (0x61...0x7A).contains($0) }) {
        return String(part)
      }
    }
    return nil
  }
}
