import DocgenModel
import DocgenSupport

/// Finds where the links of one page lead.
struct PageLinks: LinkResolver {
  let site: SiteLinks
  /// The locale of the site that the page is shown in.
  let locale: Int
  /// The page.
  let page: Int

  func link(_ destination: String) -> LinkResolution {
    if destination.isEmpty { return .missing }
    if let (target, fragment) = siblingPage(destination) { return .page(address(of: target) + fragment) }
    if destination.utf8.first == UInt8(ascii: "/") {
      if destination.hasPrefix("//") { return .outside("https:" + URLText.encodedAddress(destination)) }
      return mapped(destination)
    }
    if let scheme = Self.scheme(of: destination) {
      guard ["http", "https", "mailto"].contains(scheme) else { return .missing }
      return .outside(URLText.encodedAddress(destination))
    }
    let (path, suffix) = Self.split(destination)
    guard let target = site.page(at: path, from: site.folders[page]) else {
      if let image = image(destination) { return .page(image) }
      return .missing
    }
    return .page(address(of: target) + Self.fragment(suffix))
  }

  /// The page that a plain file name leads to, as most links have it: `name.md`, `name.md#anchor`.
  private func siblingPage(_ destination: String) -> (target: Int, fragment: String)? {
    var destination = destination
    return destination.withUTF8 { bytes in
      var id: [UInt8] = []
      id.reserveCapacity(site.folders[page].utf8.count + bytes.count)
      id.append(contentsOf: site.folders[page].utf8)
      var end = 0
      scan: while end < bytes.count {
        switch bytes[end] {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
          UInt8(ascii: "_"), UInt8(ascii: "."):
          id.append(bytes[end])
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): id.append(bytes[end] | 0x20)
        case UInt8(ascii: "#"): break scan
        default: return nil
        }
        end += 1
      }
      guard end > 3, id.suffix(3).elementsEqual(".md".utf8) else { return nil }
      id.removeLast(3)
      guard let target = site.catalog.index(of: String(decoding: id, as: UTF8.self)) else { return nil }
      let suffix = Substring(decoding: UnsafeBufferPointer(rebasing: bytes[end...]), as: UTF8.self)
      return (target, Self.fragment(suffix))
    }
  }

  func image(_ destination: String) -> String? {
    if Self.scheme(of: destination) != nil || destination.utf8.first == UInt8(ascii: "/") { return nil }
    let (path, _) = Self.split(destination)
    let id = SiteLinks.joined(site.folders[page], URLText.decoded(path)).lowercased()
    guard let image = site.image(id, locale: locale) else { return nil }
    let own = site.paths.pages[page]
    if image.locale == locale { return SitePaths.relative(from: own, to: URLText.encodedPath(image.path)) }
    let address = URLText.encodedPath(site.locales[image.locale] + "/" + image.path)
    return SitePaths.up(SitePaths.depth(of: own) + 1) + address
  }

  /// The relative address of a page.
  func address(of target: Int) -> String {
    site.paths.address(of: target, from: page)
  }

  private func mapped(_ destination: String) -> LinkResolution {
    for mapping in site.mappings where SiteLinks.hasPrefix(destination, mapping.prefix) {
      let rest = destination.utf8.dropFirst(mapping.prefix.utf8.count)
      let target = mapping.targets[locale]
      if target.hasPrefix("https://") || target.hasPrefix("http://") {
        return .outside(URLText.encodedAddress(target + String(Substring(rest))))
      }
      let (path, suffix) = Self.split(target + String(Substring(rest)))
      if let page = site.page(at: path, from: "") { return .page(address(of: page) + Self.fragment(suffix)) }
    }
    return .missing
  }

  /// The part of an address before `?` and `#`, and the rest.
  private static func split(_ address: String) -> (path: Substring, suffix: Substring) {
    let end =
      address.utf8.firstIndex { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "?") } ?? address.utf8.endIndex
    return (address[..<end], address[end...])
  }

  /// The fragment of what follows a path; queries mean nothing to pages that are files.
  private static func fragment(_ suffix: Substring) -> String {
    guard let hash = suffix.utf8.firstIndex(of: UInt8(ascii: "#")), suffix[hash...].utf8.count > 1 else { return "" }
    return "#" + URLText.encodedAddress(String(suffix[suffix.utf8.index(after: hash)...])).replacingHashes()
  }

  /// The scheme of an address in lower case; nothing where it has none.
  private static func scheme(of address: String) -> String? {
    var word: [UInt8] = []
    for byte in address.utf8 {
      switch byte {
      case UInt8(ascii: ":"): return word.isEmpty ? "" : String(decoding: word, as: UTF8.self)
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return nil
      // Browsers pass over control characters and blanks within `javascript:`.
      case 0x00...0x20, 0x7F: break
      default: word.append(ASCIICase.lowercased(byte))
      }
    }
    return nil
  }
}

extension String {
  /// The text with `#` encoded, of which an address may hold one only.
  fileprivate func replacingHashes() -> String {
    guard utf8.contains(UInt8(ascii: "#")) else { return self }
    return split(separator: "#", omittingEmptySubsequences: false).joined(separator: "%23")
  }
}
