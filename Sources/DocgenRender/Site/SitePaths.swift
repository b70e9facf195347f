import DocgenModel

/// The paths of a site's pages, as addresses have them.
struct SitePaths: Sendable {
  /// The path of each page below its locale's folder, with `.html`, percent-encoded; by the page's index.
  let pages: [String]
  /// The same as files are named.
  let files: [String]

  init(_ catalog: PageCatalog) {
    files = catalog.entries.map { entry in
      // A folder's own page must be what servers show for the folder.
      let isIndex = entry.id == "index" || entry.id.hasSuffix("/index")
      return (isIndex ? entry.name.dropLast(5) + "index" : entry.name) + ".html"
    }
    pages = files.map(URLText.encodedPath)
  }

  /// The way to the folder of a locale, or to the root of the site with one level more: `../` for each folder.
  static func up(_ levels: Int) -> String {
    switch levels {
    case 0: ""
    case 1: "../"
    case 2: "../../"
    case 3: "../../../"
    default: String(repeating: "../", count: levels)
    }
  }

  /// The number of folders in a path.
  static func depth(of path: String) -> Int { path.utf8.count { $0 == UInt8(ascii: "/") } }

  /// The address of a path as another path's page writes it; both count from the same folder.
  static func relative(from path: String, to target: String) -> String {
    var common = target.utf8.startIndex
    var position = target.utf8.startIndex
    var index = path.utf8.startIndex
    while position < target.utf8.endIndex, index < path.utf8.endIndex, target.utf8[position] == path.utf8[index] {
      let isSlash = path.utf8[index] == UInt8(ascii: "/")
      position = target.utf8.index(after: position)
      index = path.utf8.index(after: index)
      if isSlash { common = position }
    }
    // The slashes of the path behind what both have in common.
    var levels = 0
    let length = target.utf8.distance(from: target.utf8.startIndex, to: common)
    var rest = path.utf8.index(path.utf8.startIndex, offsetBy: length)
    while rest < path.utf8.endIndex {
      if path.utf8[rest] == UInt8(ascii: "/") { levels += 1 }
      rest = path.utf8.index(after: rest)
    }
    let tail = target[common...]
    // A first part with a colon would be read as a scheme.
    if levels == 0, tail.utf8.prefix(while: { $0 != UInt8(ascii: "/") }).contains(UInt8(ascii: ":")) {
      return "./" + tail
    }
    return levels == 0 ? String(tail) : up(levels) + tail
  }

  /// The folder of a path, with a slash at its end; empty at the top.
  static func folder(of path: String) -> Substring {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return path[...slash]
  }
}
