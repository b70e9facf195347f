import DocgenSupport

/// Links that count from the root of the site.
extension LinkTargets {
  /// Where a link leads that starts with a slash.
  func rooted(_ destination: String, on page: Int, locale: Int) -> ResolvedLink {
    let ids = rootedIDs(destination, on: page)
    // Most lead beyond the project, to other parts of the site.
    if ids.isEmpty { return .missing }
    let suffix = Self.split(destination).suffix
    for id in ids {
      if let page = self.page(withID: id) { return .page(page, fragment: Self.fragment(suffix)) }
      if let image = images.image(at: id, locale: locale) { return .image(image) }
      if let file = images.download(at: id, locale: locale) { return .file(file) }
    }
    for id in ids {
      if let folder = folderNames[id.hasSuffix("/") ? String(id.dropLast()) : id], !id.isEmpty {
        return .folder(folder)
      }
    }
    return .missing
  }

  /// The ids that a path from the root may mean: what follows a root of the dialect, and the path itself, with or without
  /// the segment of a locale; without those of which nothing is there.
  func rootedIDs(_ destination: String, on page: Int) -> [String] {
    let links = catalog.dialect.links
    let path = Self.split(destination).path
    let whole = path.drop { $0 == "/" }
    var ids: [String] = []
    func add(_ candidate: Substring) {
      guard topNames.mayHold(candidate) else { return }
      for id in links.fileNames(for: Self.id(of: candidate, from: "")) where !ids.contains(id) { ids.append(id) }
    }
    for (root, folder) in links.folders {
      guard let rest = root.rest(of: path) else { continue }
      for path in paths(below: folder, of: page) { add(path + rest) }
    }
    for root in links.parsedRoots { root.rest(of: path).map(add) }
    add(whole)
    withoutLocale(whole).map(add)
    return ids
  }

  /// A folder of the dialect as paths, where `*` stands for the folder at the top that a page lies in, or else for another.
  private func paths(below folder: String, of page: Int) -> [Substring] {
    guard folder.hasPrefix("*/") else { return [folder[...]] }
    let own = folders[page].prefix { $0 != "/" }
    return ([own] + topFolders.map { $0[...] }).map { $0 + folder.dropFirst() }
  }

  /// A path without its first segment, where that is the name of a locale of the project.
  func withoutLocale(_ path: Substring) -> Substring? {
    guard let slash = path.utf8.firstIndex(of: UInt8(ascii: "/")) else { return nil }
    let first = path[..<slash]
    guard catalog.locales.contains(where: { ASCIICase.equal($0.utf8, first.utf8) }) else { return nil }
    return path[path.utf8.index(after: slash)...]
  }

  /// The path of an address with a host of the site's own.
  func ownPath(_ destination: String) -> String? { catalog.dialect.links.ownPath(destination) }
}

extension DialectLinks {
  /// What follows the longest root that a path starts with.
  package func rest(of path: Substring) -> Substring? {
    for root in parsedRoots {
      if let rest = root.rest(of: path) { return rest }
    }
    return nil
  }

  /// `de`, `en-US`, `zh-Hans-CN`
  package static func isLanguageTag(_ text: Substring.UTF8View) -> Bool {
    // The lengths of the parts.
    var lengths = (first: 0, last: 0)
    var parts = 1
    for byte in text {
      if byte == UInt8(ascii: "-") {
        if parts == 1 { lengths.first = lengths.last }
        guard (2...4).contains(lengths.last), parts < 3 else { return false }
        (parts, lengths.last) = (parts + 1, 0)
      } else {
        guard parts == 1 ? (0x61...0x7A).contains(byte | 0x20) : (0x30...0x7A).contains(byte) else { return false }
        lengths.last += 1
        if lengths.last > 4 { return false }
      }
    }
    return parts == 1 ? lengths.last == 2 : (2...3).contains(lengths.first) && lengths.last >= 2
  }

  /// The path of an address with a host of the site's own; `nil` for other addresses.
  package func ownPath(_ destination: String) -> String? {
    guard !hosts.isEmpty else { return nil }
    for scheme in ["https://", "http://"] where LinkTargets.hasPrefix(destination, scheme) {
      let rest = destination.dropFirst(scheme.utf8.count)
      let slash = rest.utf8.firstIndex(of: UInt8(ascii: "/")) ?? rest.utf8.endIndex
      guard hosts.contains(rest[..<slash].lowercased()) else { return nil }
      return slash == rest.utf8.endIndex ? "/" : String(rest[slash...])
    }
    return nil
  }

  /// The paths of files for a path of an address: the dialect may write characters otherwise in the names of files.
  package func fileNames(for path: String) -> [String] {
    guard !names.isEmpty else { return [path] }
    var result = Array(path.utf8)
    for (text, name) in names {
      let (text, name) = (Array(text.utf8), Array(name.utf8))
      var index = 0
      while let found = ByteSearch.firstIndex(of: text, in: result, from: index) {
        result.replaceSubrange(found..<found + text.count, with: name)
        index = found + name.count
      }
    }
    let name = String(decoding: result, as: UTF8.self)
    return name == path ? [path] : [name, path]
  }
}
