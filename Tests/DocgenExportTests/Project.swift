import DocgenExport
import DocgenModel
import DocgenSupport
import DocgenTestSupport

/// The projects that the tests export.
enum Project {
  /// The folder of the repository.
  static let root = Snapshot.fixtures(for: #filePath) + "/../../.."

  /// A reader of the example pages of the repository.
  static func examples(_ locales: [String] = ["en", "de", "fr"]) throws -> PageLoader {
    try loader(root + "/content", locales)
  }

  static func loader(_ folder: String, _ locales: [String]) throws -> PageLoader {
    PageLoader(
      catalog: try PageCatalog(contentFolder: folder, locales: locales),
      vocabularies: try locales.map { try VocabularySource.builtIn.vocabulary($0) })
  }

  /// The text of an export.
  static func export(
    _ loader: PageLoader, _ layout: ModelExporter.Layout, hasSpans: Bool = false, jobs: Int = 2
  ) -> [UInt8] {
    var text: [UInt8] = []
    let exporter = ModelExporter(loader: loader, layout: layout, version: "1.2.3", hasSpans: hasSpans)
    _ = exporter.export(jobs: jobs) {
      text += $0.bytes
      return true
    }
    return text
  }
}
