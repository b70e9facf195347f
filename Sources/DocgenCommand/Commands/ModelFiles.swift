import DocgenExport
import DocgenModel
import DocgenRender

/// The files of a site that other programs read: the inventories of API names, and the schema of the exported model.
///
/// The inventory at the root leads to pages of the source language, that in the folder of a locale to the locale's own.
/// Their addresses are relative to where they lie, so that they hold wherever the site is published.
struct ModelFiles: OutputFeature {
  private let catalog: PageCatalog
  private let titles: [String]

  init(_ project: Project) {
    catalog = project.catalog
    titles = project.catalog.locales.indices.map { project.title(of: $0) ?? "docgen" }
  }

  /// The names of a page, by the index of the locale.
  func note(on page: APIPage, at address: String) -> [[Inventory.Entry]] {
    catalog.locales.indices.map { Inventory.entries(of: page, locale: $0, url: address) }
  }

  func files(of notes: [[[Inventory.Entry]]]) -> [SiteFile] {
    var files = [SiteFile(path: ModelSchema.sitePath, bytes: ModelSchema.published)]
    for (locale, folder) in catalog.locales.enumerated() {
      let entries = notes.flatMap { $0[locale] }
      files.append(inventory(entries, title: titles[locale], folder: folder + "/"))
      guard locale == PageCatalog.source else { continue }
      let fromRoot = entries.map { entry in
        var entry = entry
        entry.uri = URLText.encodedPath(folder) + "/" + entry.uri
        return entry
      }
      files.append(inventory(fromRoot, title: titles[locale], folder: ""))
    }
    return files
  }

  private func inventory(_ entries: [Inventory.Entry], title: String, folder: String) -> SiteFile {
    SiteFile(path: folder + "objects.inv", bytes: Inventory(entries).bytes(project: title, version: ""))
  }
}
