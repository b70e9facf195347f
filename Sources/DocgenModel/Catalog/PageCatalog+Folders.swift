extension PageCatalog {
  /// The folders that hold pages and nothing else of the project.
  ///
  /// Where each locale has a folder of its own place, the folder around them is the project, and holds more. So does a
  /// locale's folder that is the project itself.
  package var pageFolders: [String] {
    guard case .folders(let folders) = layout, folders != locales else {
      let folder = layout.folder(of: Self.source)
      if case .suffixes = layout, !folder.isEmpty { return [contentFolder + "/" + folder] }
      return [contentFolder]
    }
    return folders.filter { !$0.isEmpty }.map { contentFolder + "/" + $0 }
  }
}
