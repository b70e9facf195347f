import DocgenModel

/// The folders of the content with the pages that stand in them, the same for all locales.
struct SiteFolders: Sendable {
  struct Folder: Sendable {
    /// The path in lower case, without a slash at its end; empty at the top.
    var id: String
    /// The same as files are named.
    var name: String
    /// The index of the folder around; -1 at the top.
    var parent: Int
    /// The pages in the folder itself, without its own page.
    var pages: [Int] = []
    /// The folder's own page (`index.md`).
    var index: Int?
    var subfolders: [Int] = []
  }

  /// The top folder first, then in the order of the ids.
  let folders: [Folder]
  /// The folder of each page.
  let ofPage: [Int]

  /// - Parameters:
  ///   - catalog: The pages.
  ///   - orders: The place of each page among those of its folder; empty where no page has one. Those without come after
  ///     those with one, all of a place in the order of their ids.
  init(_ catalog: PageCatalog, orders: [Double?] = []) {
    var names = catalog.folderNames
    names[""] = ""
    let sorted = names.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    var folders = sorted.map { Folder(id: $0.key, name: $0.value, parent: -1) }
    let indices = Dictionary(uniqueKeysWithValues: folders.indices.map { (folders[$0].id, $0) })
    for index in folders.indices.dropFirst() {
      let parent = indices[String(SitePaths.folder(of: folders[index].id).dropLast())] ?? 0
      folders[index].parent = parent
      folders[parent].subfolders.append(index)
    }
    var ofPage: [Int] = []
    ofPage.reserveCapacity(catalog.entries.count)
    for (page, entry) in catalog.entries.enumerated() {
      let folder = indices[String(SitePaths.folder(of: entry.id).dropLast())] ?? 0
      ofPage.append(folder)
      if catalog.isPageOfFolder(page) {
        folders[folder].index = page
      } else {
        folders[folder].pages.append(page)
      }
    }
    if !orders.isEmpty { Self.sort(&folders, orders) }
    self.folders = folders
    self.ofPage = ofPage
  }

  private static func sort(_ folders: inout [Folder], _ orders: [Double?]) {
    let ofFolders = folders.map { $0.index.flatMap { orders[$0] } ?? .infinity }
    for index in folders.indices {
      folders[index].pages.sort { (orders[$0] ?? .infinity, $0) < (orders[$1] ?? .infinity, $1) }
      folders[index].subfolders.sort { (ofFolders[$0], $0) < (ofFolders[$1], $1) }
    }
  }

  /// The folder with an id.
  func index(of id: String) -> Int? {
    var low = 0
    var high = folders.count
    while low < high {
      let middle = (low + high) / 2
      if folders[middle].id.utf8.lexicographicallyPrecedes(id.utf8) { low = middle + 1 } else { high = middle }
    }
    return low < folders.count && folders[low].id == id ? low : nil
  }

  /// The path of the page that lists a folder, below the locale's folder, as files are named.
  func listing(_ folder: Int) -> String { folder == 0 ? "index.html" : folders[folder].name + "/index.html" }

  /// The address of that page below the locale's folder.
  func address(ofListing folder: Int) -> SiteAddress { SiteAddress(file: listing(folder)) }
}
