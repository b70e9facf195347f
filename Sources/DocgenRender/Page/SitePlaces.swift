import DocgenModel

/// Where a site has what is no page of its content; no page of the content is there.
struct SitePlaces: Sendable {
  /// The folder of the search in a site, which no locale has.
  let search: String
  /// The folder of the index of names in each locale.
  let names: String
  /// The folder of the quality pages in each locale.
  let quality: String

  /// The path of the overview of the quality below a locale's folder.
  var qualityOverview: String { quality + "/index.html" }

  init(_ catalog: PageCatalog, _ folders: SiteFolders) {
    func isTaken(_ name: String) -> Bool { folders.index(of: name) != nil || catalog.index(of: name) != nil }
    search = Self.free("search", ending: "-index", catalog.locales.contains)
    names = Self.free("api-names", ending: "-index", isTaken)
    quality = Self.free("quality", ending: "-report", isTaken)
  }

  private static func free(_ name: String, ending: String, _ isTaken: (String) -> Bool) -> String {
    var name = name
    while isTaken(name) { name += ending }
    return name
  }
}
