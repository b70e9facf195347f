import DocgenSupport

/// The paths and addresses of a site's pages: the one place that says how they are formed.
package struct SitePaths: Sendable {
  /// How the addresses of pages end.
  package enum Style: Sendable {
    /// `guide/page.html`
    case file
    /// `guide/page/`; a page named like a folder beside it stays a file, and so does the page of a folder.
    case folder
  }

  /// The address of each page below its locale's folder; by the page's index.
  package let pages: [SiteAddress]
  /// The files at these addresses.
  package let files: [String]
  /// The last part of each address, and a number for the rest: most links stay within a folder.
  private let names: [String]
  private let folders: [Int32]

  /// Forms the paths of all pages of a catalog.
  package init(_ catalog: PageCatalog, style: Style = .file) {
    let taken = style == .folder ? Self.folders(of: catalog) : []
    var files: [String] = []
    var pages: [SiteAddress] = []
    for (page, entry) in catalog.entries.enumerated() {
      // A folder's own page must be what servers show for the folder.
      if catalog.isPageOfFolder(page) {
        files.append(Self.folder(of: entry.name) + Self.indexFile)
        pages.append(SiteAddress(file: files[files.count - 1]))
      } else if entry.id == Self.index || entry.id.hasSuffix("/" + Self.index) {
        // The folder has another page.
        files.append(entry.name + "/" + Self.indexFile)
        pages.append(SiteAddress(file: files[files.count - 1]))
      } else if style == .file || taken.contains(entry.id) {
        files.append(Self.file(entry.name))
        pages.append(SiteAddress(file: files[files.count - 1]))
      } else {
        files.append(entry.name + "/index.html")
        pages.append(SiteAddress(file: entry.name + "/"))
      }
    }
    self.files = files
    self.pages = pages
    var numbers: [Substring: Int32] = [:]
    var names: [String] = []
    var folders: [Int32] = []
    for page in pages {
      let folder = page.folder
      let number = numbers[folder] ?? Int32(numbers.count)
      numbers[folder] = number
      folders.append(number)
      names.append(page.referenceInFolder)
    }
    self.names = names
    self.folders = folders
  }

  private static let index = "index"
  private static let indexFile = "index.html"

  /// The longest name of a file that file systems take.
  private static let longestName = 255

  /// The file of a page; where its name would be too long, a hash of the whole takes the place of the end.
  private static func file(_ page: String) -> String {
    let ending = ".html"
    let folder = folder(of: page)
    let name = page[folder.endIndex...]
    guard name.utf8.count + ending.utf8.count > longestName else { return page + ending }
    let hash = "-" + HashFunction.sha256.hexadecimal(of: Array(page.utf8)).prefix(16)
    var kept = name
    while kept.utf8.count + hash.utf8.count + ending.utf8.count > longestName { kept.unicodeScalars.removeLast() }
    return folder + kept + hash + ending
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
  package static func up(_ levels: Int) -> String {
    switch levels {
    case 0: ""
    case 1: "../"
    case 2: "../../"
    case 3: "../../../"
    default: String(repeating: "../", count: levels)
    }
  }

  /// The address of a page as another page writes it.
  package func address(of target: Int, from page: Int) -> String {
    folders[page] == folders[target] ? names[target] : pages[target].reference(from: pages[page])
  }

  /// The address of a page in a locale, relative to the root of the site (`en/HyperV_v2/cim-job.html`).
  package func url(of page: Int, locale: String) -> String { pages[page].below(folder: locale).path }

  /// The folder of a path, with a slash at its end; empty at the top.
  package static func folder(of path: String) -> Substring {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return path[...slash]
  }
}
