import DocgenSupport

/// Links that count from the root of the site.
extension LinkTargets {
  /// Where a link leads that starts with a slash.
  func rooted(_ destination: String, locale: Int) -> ResolvedLink {
    let suffix = Self.split(destination).suffix
    for id in rootedIDs(destination) {
      if let page = page(withID: id) { return .page(page, fragment: Self.fragment(suffix)) }
      if let image = images.image(at: id, locale: locale) { return .image(image) }
      if let file = images.download(at: id, locale: locale) { return .file(file) }
    }
    for id in rootedIDs(destination) {
      if let folder = folderNames[id.hasSuffix("/") ? String(id.dropLast()) : id], !id.isEmpty {
        return .folder(folder)
      }
    }
    return .missing
  }

  /// The ids that a path from the root may mean: what follows a root of the dialect, and the path itself, with or without
  /// the segment of a locale.
  func rootedIDs(_ destination: String) -> [String] {
    let path = Self.split(destination).path
    let roots = catalog.dialect.links.rests(of: String(path))
    let whole = path.drop { $0 == "/" }
    let candidates = roots.map { $0[...] } + [whole] + (withoutLocale(whole).map { [$0] } ?? [])
    var ids: [String] = []
    for candidate in candidates {
      for id in catalog.dialect.links.fileNames(for: Self.id(of: candidate, from: "")) where !ids.contains(id) {
        ids.append(id)
      }
    }
    return ids
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
  /// What follows the roots that a path starts with, the longest root first.
  package func rests(of path: String) -> [String] {
    roots.compactMap { root in rest(of: path, after: root).map { (root.utf8.count, $0) } }
      .sorted { $0.0 > $1.0 }.map(\.1)
  }

  private func rest(of path: String, after root: String) -> String? {
    let parts = root.utf8.split(separator: UInt8(ascii: "/"))
    var rest = path.utf8.split(separator: UInt8(ascii: "/"))[...]
    for part in parts {
      guard let segment = rest.popFirst() else { return nil }
      if part.elementsEqual("{locale}".utf8) {
        guard Self.isLanguageTag(segment) else { return nil }
      } else if !ASCIICase.equal(part, segment) {
        return nil
      }
    }
    let end = path.utf8.last == UInt8(ascii: "/") && !rest.isEmpty ? "/" : ""
    return rest.map { String(Substring($0)) }.joined(separator: "/") + end
  }

  /// `de`, `en-US`, `zh-Hans-CN`
  static func isLanguageTag(_ text: Substring.UTF8View) -> Bool {
    let parts = text.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard let first = parts.first, first.count == 2 || (first.count == 3 && parts.count > 1), parts.count <= 3 else {
      return false
    }
    return first.allSatisfy { (0x61...0x7A).contains($0 | 0x20) }
      && parts.dropFirst().allSatisfy { (2...4).contains($0.count) && $0.allSatisfy { (0x30...0x7A).contains($0) } }
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
