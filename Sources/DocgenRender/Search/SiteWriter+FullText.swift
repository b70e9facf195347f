import DocgenModel
import DocgenSupport

extension SiteWriter {
  /// The folder of the full text of a locale, below that of its search.
  static let fullTextFolder = "pagefind"

  /// Writes the full text of each locale, one after the other: the memory that this takes grows with the pages.
  ///
  /// - Returns: the number of files.
  func writeFullText(_ summaries: [PageSummary]) throws(SiteError) -> Int {
    guard let call = site.fullTextCall else { return 0 }
    var count = 0
    for (locale, name) in site.catalog.locales.enumerated() where Self.hasText(locale, summaries) {
      let output =
        "\(folder)/\(site.places.search)/text/\(name)/\(Self.fullTextFolder)"
      let keepsIndex = site.settings.pathStyle == .file
      let folder = (pages?.folder ?? self.folder) + "/" + name
      try Pagefind.index(call, folder: folder, output: output, keepsIndex: keepsIndex)
      count += Self.fileCount(below: output)
    }
    return count
  }

  /// Whether a locale has pages in its own language; where no page is marked, the program would take all.
  static func hasText(_ locale: Int, _ summaries: [PageSummary]) -> Bool {
    summaries.contains { locale < $0.texts.count && $0.texts[locale] != nil }
  }

  private static func fileCount(below folder: String) -> Int {
    let entries = (try? FileSystem.list(folder)) ?? []
    return entries.reduce(0) { $0 + ($1.kind == .folder ? fileCount(below: folder + "/" + $1.name) : 1) }
  }
}
