import DocgenExport
import DocgenModel
import DocgenRender
import Synchronization

/// The files of a site that other programs read: the inventories of API names, and the schema of the exported model.
///
/// The inventory at the root leads to pages of the source language, that in the folder of a locale to the locale's own.
/// Their addresses are relative to where they lie, so that they hold wherever the site is published.
final class ModelFiles: SiteCompanion {
  private let catalog: PageCatalog
  private let paths: SitePaths
  private let titles: [String]
  /// By the locale, then by the page.
  private let entries: Mutex<[[[Inventory.Entry]]]>

  init(_ project: Project) {
    catalog = project.catalog
    paths = project.paths
    titles = project.catalog.locales.indices.map { project.title(of: $0) ?? "docgen" }
    let none = [[Inventory.Entry]](repeating: [], count: project.catalog.entries.count)
    entries = Mutex([[[Inventory.Entry]]](repeating: none, count: project.catalog.locales.count))
  }

  func visit(_ page: APIPage, at index: Int) {
    let found = catalog.locales.indices.map { Inventory.entries(of: page, locale: $0, url: paths.pages[index]) }
    entries.withLock { entries in
      for (locale, list) in found.enumerated() { entries[locale][index] = list }
    }
  }

  func files() -> [(path: String, bytes: [UInt8])] {
    let all = entries.withLock { $0 }
    var files = [(path: ModelSchema.sitePath, bytes: ModelSchema.published)]
    for (locale, pages) in all.enumerated() {
      let entries = pages.flatMap { $0 }
      let folder = catalog.locales[locale]
      files.append((folder + "/objects.inv", Inventory(entries).bytes(project: titles[locale], version: "")))
      guard locale == PageCatalog.source else { continue }
      let fromRoot = entries.map { entry in
        var entry = entry
        entry.uri = URLText.encodedPath(folder) + "/" + entry.uri
        return entry
      }
      files.append(("objects.inv", Inventory(fromRoot).bytes(project: titles[locale], version: "")))
    }
    return files
  }
}
