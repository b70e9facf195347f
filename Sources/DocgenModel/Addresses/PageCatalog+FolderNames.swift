extension PageCatalog {
  /// The paths of all folders around pages as files are named, by what they are in lower case; the top is none.
  package var folderNames: [String: String] {
    var names: [String: String] = [:]
    for entry in entries {
      var id = SitePaths.folder(of: entry.id).dropLast()
      var name = SitePaths.folder(of: entry.name).dropLast()
      // The folders around are known when the innermost is.
      while !id.isEmpty, names[String(id)] == nil {
        names[String(id)] = String(name)
        id = SitePaths.folder(of: String(id)).dropLast()
        name = SitePaths.folder(of: String(name)).dropLast()
      }
    }
    return names
  }
}
