import DocgenSupport

extension LinkTargets {
  /// Where a link of a page leads.
  ///
  /// - Parameters:
  ///   - destination: What the page writes, escapes and character references resolved.
  ///   - page: The index of the page.
  ///   - folder: The folder, in lower case and with a slash at its end, of the file that the page includes and that has the
  ///     link; `nil` for the page's own.
  ///   - locale: The index of the locale that the page is shown in.
  /// - Returns: Missing for what the site would show as text.
  package func target(of destination: String, on page: Int, in folder: String? = nil, locale: Int) -> ResolvedLink {
    if destination.isEmpty { return .missing }
    if folder == nil, let (target, fragment) = siblingPage(destination, of: page) {
      return .page(target, fragment: fragment)
    }
    if destination.utf8.first == UInt8(ascii: "/") {
      if destination.hasPrefix("//") { return .outside("https:" + URLText.encodedAddress(destination)) }
      let mapped = mapped(destination, locale: locale)
      return mapped == .missing ? rooted(destination, on: page, locale: locale) : mapped
    }
    if let scheme = Self.scheme(of: destination) {
      guard ["http", "https", "mailto"].contains(scheme) else { return .missing }
      if let path = ownPath(destination), case let target = rooted(path, on: page, locale: locale), target != .missing {
        return target
      }
      return .outside(URLText.encodedAddress(destination))
    }
    let (path, suffix) = Self.split(destination)
    // Without a path, it stays on its page.
    if path.isEmpty { return .page(page, fragment: Self.fragment(suffix)) }
    for folder in folder.map({ [$0] }) ?? origins(of: page) {
      let id = Self.id(of: path, from: folder)
      if let target = target(withID: id, suffix, locale: locale) { return target }
    }
    return .missing
  }

  /// The folders that a relative link may count from: that of the page's address first, where sites of the dialect do so,
  /// and that of the file.
  private func origins(of page: Int) -> [String] {
    let file = folders[page]
    guard catalog.dialect.links.countFromAddress else { return [file] }
    // A folder's own page has the address of the folder.
    return catalog.isPageOfFolder(page) ? [file] : [catalog.entries[page].id + "/", file]
  }

  /// The page, folder or file with an id.
  private func target(withID id: String, _ suffix: Substring, locale: Int) -> ResolvedLink? {
    if let page = self.page(withID: id) { return .page(page, fragment: Self.fragment(suffix)) }
    if let image = images.image(at: id, locale: locale) { return .image(image) }
    if let file = images.download(at: id, locale: locale) { return .file(file) }
    return folderNames[id.hasSuffix("/") ? String(id.dropLast()) : id].map { .folder($0) }
  }

  /// The image at a destination; `nil` for addresses, and where no image is.
  package func image(at destination: String, on page: Int, in folder: String? = nil, locale: Int) -> SiteImages.Image? {
    let path = Self.split(destination).path
    guard Self.isRelative(destination) else {
      guard destination.utf8.first == UInt8(ascii: "/"), !destination.hasPrefix("//") else { return nil }
      return rootedIDs(destination, on: page).lazy.compactMap { self.images.image(at: $0, locale: locale) }.first
    }
    // A file beside the page is what nearly all mean, even where links count from the address.
    let folders = folder.map { [$0] } ?? origins(of: page).reversed()
    return folders.lazy.compactMap { self.images.image(at: Self.id(of: path, from: $0), locale: locale) }.first
  }

  /// Whether a destination is a path that starts at the folder of its page.
  package static func isRelative(_ destination: String) -> Bool {
    destination.utf8.first != UInt8(ascii: "/") && scheme(of: destination) == nil
  }

  /// The page that a plain file name leads to, as most links have it: `name.md`, `name.md#anchor`.
  private func siblingPage(_ destination: String, of page: Int) -> (target: Int, fragment: String)? {
    var destination = destination
    return destination.withUTF8 { bytes in
      let length = bytes.firstIndex(of: UInt8(ascii: "#")) ?? bytes.count
      guard length > 3, bytes[length - 3] == UInt8(ascii: "."), bytes[length - 2] | 0x20 == UInt8(ascii: "m"),
        bytes[length - 1] | 0x20 == UInt8(ascii: "d")
      else { return nil }
      var id: [UInt8] = []
      id.reserveCapacity(folders[page].utf8.count + bytes.count)
      id.append(contentsOf: folders[page].utf8)
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
      guard let target = indices[String(decoding: id, as: UTF8.self)] else { return nil }
      let suffix = Substring(decoding: UnsafeBufferPointer(rebasing: bytes[end...]), as: UTF8.self)
      return (target, Self.fragment(suffix))
    }
  }

  private func mapped(_ destination: String, locale: Int) -> ResolvedLink {
    for mapping in mappings where Self.hasPrefix(destination, mapping.prefix) {
      let rest = destination.utf8.dropFirst(mapping.prefix.utf8.count)
      let target = mapping.targets[locale]
      if target.hasPrefix("https://") || target.hasPrefix("http://") {
        return .outside(URLText.encodedAddress(target + String(Substring(rest))))
      }
      let (path, suffix) = Self.split(target + String(Substring(rest)))
      // What is mapped may begin with the folder of the locale, as addresses of the site do.
      for path in [path] + (withoutLocale(path).map { [$0] } ?? []) {
        if let target = self.target(withID: Self.id(of: path, from: ""), suffix, locale: locale) { return target }
      }
    }
    return .missing
  }

  /// The part of an address before `?` and `#`, and the rest.
  package static func split(_ address: String) -> (path: Substring, suffix: Substring) {
    let end =
      address.utf8.firstIndex { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "?") } ?? address.utf8.endIndex
    return (address[..<end], address[end...])
  }

  /// The fragment of what follows a path; queries mean nothing to pages that are files.
  package static func fragment(_ suffix: Substring) -> String {
    guard let hash = suffix.utf8.firstIndex(of: UInt8(ascii: "#")), suffix[hash...].utf8.count > 1 else { return "" }
    let anchor = URLText.encodedAddress(String(suffix[suffix.utf8.index(after: hash)...])).replacingHashes()
    return PageAnchor.fragmentOfContent("#" + anchor)
  }

  /// The scheme of an address in lower case; `nil` if it has none.
  package static func scheme(of address: String) -> String? {
    var word: [UInt8] = []
    for byte in address.utf8 {
      switch byte {
      case UInt8(ascii: ":"): return word.isEmpty ? "" : String(decoding: word, as: UTF8.self)
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return nil
      // Browsers pass over control characters and spaces within `javascript:`.
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
