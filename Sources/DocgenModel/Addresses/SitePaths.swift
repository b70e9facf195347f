/// The paths of a site's pages, as addresses have them: the one place that says how they are formed.
public struct SitePaths: Sendable {
  /// How the addresses of pages end.
  public enum Style: Sendable {
    /// `guide/page.html`
    case file
    /// `guide/page/`; a page named like a folder beside it stays a file, and so does the page of a folder.
    case folder
  }

  /// The address of each page below its locale's folder, percent-encoded; by the page's index.
  public let pages: [String]
  /// The files at these addresses.
  public let files: [String]
  /// The last part of each address, and a number for the rest: most links stay within a folder.
  private let names: [String]
  private let folders: [Int32]

  /// Forms the paths of all pages of a catalog.
  public init(_ catalog: PageCatalog, style: Style = .file) {
    let taken = style == .folder ? Self.folders(of: catalog) : []
    var files: [String] = []
    var pages: [String] = []
    for entry in catalog.entries {
      // A folder's own page must be what servers show for the folder.
      if entry.id == "index" || entry.id.hasSuffix("/index") {
        files.append(entry.name.dropLast(5) + "index.html")
        pages.append(URLText.encodedPath(files[files.count - 1]))
      } else if style == .file || taken.contains(entry.id) {
        files.append(entry.name + ".html")
        pages.append(URLText.encodedPath(files[files.count - 1]))
      } else {
        files.append(entry.name + "/index.html")
        pages.append(URLText.encodedPath(entry.name + "/"))
      }
    }
    self.files = files
    self.pages = pages
    var numbers: [Substring: Int32] = [:]
    var names: [String] = []
    var folders: [Int32] = []
    for page in pages {
      let folder = Self.folder(of: page)
      let number = numbers[folder] ?? Int32(numbers.count)
      numbers[folder] = number
      folders.append(number)
      let name = String(page[folder.endIndex...])
      names.append(name.isEmpty || name.utf8.contains(UInt8(ascii: ":")) ? "./" + name : name)
    }
    self.names = names
    self.folders = folders
  }

  /// The ids of all folders.
  private static func folders(of catalog: PageCatalog) -> Set<String> {
    var result: Set<String> = []
    for entry in catalog.entries {
      var folder = Self.folder(of: entry.id).dropLast()
      while !folder.isEmpty, result.insert(String(folder)).inserted {
        folder = Self.folder(of: String(folder)).dropLast()
      }
    }
    return result
  }

  /// The way to the folder of a locale, or to the root of the site with one level more: `../` for each folder.
  public static func up(_ levels: Int) -> String {
    switch levels {
    case 0: ""
    case 1: "../"
    case 2: "../../"
    case 3: "../../../"
    default: String(repeating: "../", count: levels)
    }
  }

  /// The number of folders in a path.
  public static func depth(of path: String) -> Int { path.utf8.count { $0 == UInt8(ascii: "/") } }

  /// The address of a path as another path's page writes it; both count from the same folder.
  public static func relative(from path: String, to target: String) -> String {
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
  public func address(of target: Int, from page: Int) -> String {
    folders[page] == folders[target] ? names[target] : Self.relative(from: pages[page], to: pages[target])
  }

  /// The address of a page in a locale, relative to the root of the site (`en/HyperV_v2/cim-job.html`).
  public func url(of page: Int, locale: String) -> String { URLText.encodedPath(locale) + "/" + pages[page] }

  /// The folder of a path, with a slash at its end; empty at the top.
  public static func folder(of path: String) -> Substring {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return path[...slash]
  }
}
