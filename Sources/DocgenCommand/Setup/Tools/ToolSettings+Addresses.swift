extension ToolSettings {
  /// Takes patterns of what is left out, but those that `.gitignore` has no like of.
  mutating func exclude(_ patterns: [String]) {
    for pattern in patterns {
      if pattern.contains("{") || pattern.contains("(") || pattern.hasPrefix("!") {
        left.append("the pattern '\(pattern)'")
      } else {
        excluded.append(pattern)
      }
    }
  }

  /// An address and a path below it, with a slash at its end.
  static func joined(_ address: String, _ path: String) -> String {
    let base = address.hasSuffix("/") ? String(address.dropLast()) : address
    let parts = path.split(separator: "/").joined(separator: "/")
    return base + "/" + (parts.isEmpty ? "" : parts + "/")
  }

  /// The folder of pages; where that is the root of the project, what docgen has there is left out.
  mutating func takeContentFolder(_ path: String) {
    contentFolder = path.isEmpty ? "." : path
    if path.isEmpty { excluded += ["/public/", "/site/", "/README.md"] }
  }

  /// A path without parts that lead nowhere.
  static func path(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", parts.last.map({ $0 != ".." }) == true { parts.removeLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }

  /// A folder as the configuration names it, the root by a dot.
  static func folder(_ path: String) -> String {
    let path = Self.path(path)
    return path.isEmpty ? "." : path
  }

  /// A page as it is named in links and redirects: without slashes around it, and without its ending.
  static func page(_ path: String) -> String {
    if path.contains("://") { return path }
    var name = path[...]
    while name.hasPrefix("/") { name = name.dropFirst() }
    if name.hasPrefix("./") { name = name.dropFirst(2) }
    while name.hasSuffix("/") { name = name.dropLast() }
    for ending in [".md", ".mdx", ".html", ".rst"] where name.hasSuffix(ending) { name = name.dropLast(ending.count) }
    return String(name)
  }

  /// Where a page can be edited: the address of the folder with the settings, and the page's path from the root.
  static func editURL(_ address: String, below folder: String) -> String {
    var base = address.hasSuffix("/") ? String(address.dropLast()) : address
    let name = folder.isEmpty ? "" : "/" + folder.dropLast()
    if !name.isEmpty, base.hasSuffix(name) { base = String(base.dropLast(name.count)) }
    return base + "/{path}"
  }
}
