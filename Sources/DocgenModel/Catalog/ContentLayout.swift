/// How the files of a project are assigned to its locales.
package enum ContentLayout: Sendable, Equatable {
  /// Each locale has a folder, by its path below the content folder, in the order of the locales; empty for the content
  /// folder itself.
  case folders([String])
  /// All lie in one folder below the content folder, and names end in the locale's tag: `page.de.md`, the source's in none
  /// or its own.
  case suffixes(folder: String)

  /// The folder of a locale, below the content folder.
  package func folder(of locale: Int) -> String {
    switch self {
    case .folders(let folders): folders[locale]
    case .suffixes(let folder): folder
    }
  }

  /// Whether each locale has the folder of its name.
  func isPlain(_ locales: [String]) -> Bool { self == .folders(locales) }

  /// A path below the folder of a locale as one below the content folder.
  func path(_ path: String, of locale: Int) -> String {
    let folder = folder(of: locale)
    return folder.isEmpty ? path : folder + "/" + path
  }
}
