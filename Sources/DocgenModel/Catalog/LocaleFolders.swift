import DocgenSupport

/// The folders of a content directory that are those of locales; a link to a folder elsewhere is the user's own set-up.
package struct LocaleFolders: Sendable {
  /// The folders whose names are tags of languages, in the order of the names' bytes.
  package private(set) var names: [String] = []
  /// The folders with other names, in the order of the names' bytes.
  package private(set) var others: [String] = []
  /// Links that are no folder of a locale, and names that are none.
  package private(set) var skipped: [PageCatalog.SkippedFile] = []

  /// Lists a content directory; names that start with a dot are passed over.
  package init(contentFolder: String) throws(FileError) {
    let around = FolderAncestry(contentFolder)
    for entry in try FileSystem.list(contentFolder) where !entry.name.hasPrefix(".") {
      let path = contentFolder + "/" + entry.name
      if !entry.isValid {
        if entry.kind == .folder { skip(entry.name, .invalidName) }
      } else if entry.isLink, let reason = around.reasonAgainst(link: path) {
        skip(entry.name, reason)
      } else if entry.kind == .folder {
        if LanguageTag.isTag(entry.name) { names.append(entry.name) } else { others.append(entry.name) }
      }
    }
  }

  private mutating func skip(_ name: String, _ reason: SkippedEntry.Reason) {
    skipped.append(PageCatalog.SkippedFile(file: name, locale: name, reason: reason))
  }
}
