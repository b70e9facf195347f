import DocgenModel

/// The paths of a site's pages, as addresses have them.
struct SitePaths: Sendable {
  /// The path of each page below its locale's folder, with `.html`, percent-encoded; by the page's index.
  let pages: [String]
  /// The same as files are named.
  let files: [String]
  /// The last part of each path, and a number for the rest: most links stay within a folder.
  private let names: [String]
  private let folders: [Int32]

  init(_ catalog: PageCatalog) {
    files = catalog.entries.map { entry in
      // A folder's own page must be what servers show for the folder.
      let isIndex = entry.id == "index" || entry.id.hasSuffix("/index")
      return (isIndex ? entry.name.dropLast(5) + "index" : entry.name) + ".html"
    }
    pages = files.map(URLText.encodedPath)
    var numbers: [Substring: Int32] = [:]
    var names: [String] = []
    var folders: [Int32] = []
    for page in pages {
      let folder = Self.folder(of: page)
      let number = numbers[folder] ?? Int32(numbers.count)
      numbers[folder] = number
      folders.append(number)
      let name = String(page[folder.endIndex...])
      names.append(name.utf8.contains(UInt8(ascii: ":")) ? "./" + name : name)
    }
    self.names = names
    self.folders = folders
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
    var path = path
    var target = target
    return path.withUTF8 { path in
      target.withUTF8 { target in
        var common = 0
        var position = 0
        while position < min(path.count, target.count), path[position] == target[position] {
          position += 1
          if path[position - 1] == slash { common = position }
        }
        var levels = 0
        for byte in path[common...] where byte == slash { levels += 1 }
        let tail = target[common...]
        var result: [UInt8] = []
        result.reserveCapacity(tail.count + 3 * levels + 2)
        for _ in 0..<levels { result += [dot, dot, slash] }
        // A first part with a colon would be read as a scheme.
        if levels == 0, tail.prefix(while: { $0 != slash }).contains(UInt8(ascii: ":")) { result += [dot, slash] }
        result.append(contentsOf: tail)
        return String(decoding: result, as: UTF8.self)
      }
    }
  }

  private static let slash = UInt8(ascii: "/")
  private static let dot = UInt8(ascii: ".")

  /// The address of a page as another page writes it.
  func address(of target: Int, from page: Int) -> String {
    folders[page] == folders[target] ? names[target] : Self.relative(from: pages[page], to: pages[target])
  }

  /// The folder of a path, with a slash at its end; empty at the top.
  static func folder(of path: String) -> Substring {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return path[...slash]
  }
}
