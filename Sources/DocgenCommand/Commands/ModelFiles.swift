import DocgenExport
import DocgenModel
import DocgenRender
import DocgenSupport

/// The files of a site that other programs read: the inventories of API names, and the schema of the exported model.
///
/// The inventory at the root leads to pages of the source language, that in the folder of a locale to the locale's own.
/// Their addresses are relative to where they lie, so that they hold wherever the site is published.
struct ModelFiles: OutputFeature {
  private let catalog: PageCatalog
  private let titles: [String]
  private let jobs: Int

  init(_ project: Project, jobs: Int) {
    catalog = project.catalog
    self.jobs = jobs
    titles = project.catalog.locales.indices.map { project.title(of: $0) ?? "docgen" }
  }

  /// The names of a page, by the index of the locale.
  func note(on page: APIPage, at address: String) -> [[Inventory.Entry]] {
    catalog.locales.indices.map { Inventory.entries(of: page, locale: $0, url: address) }
  }

  func files(of notes: [[[Inventory.Entry]]]) -> [SiteFile] {
    // The one at the root comes last: that of the source once more.
    let count = catalog.locales.count
    let inventories = Parallel.map(count: count + 1, jobs: jobs) { index in
      index < count ? inventory(of: index, notes) : rootInventory(notes)
    }
    return [SiteFile(path: ModelSchema.sitePath, bytes: ModelSchema.published)] + inventories
  }

  func write(_ note: [[Inventory.Entry]], to writer: inout StateWriter) {
    writer.write(note) { writer, entries in writer.write(entries) { $1.write(to: &$0) } }
  }

  func note(from reader: inout StateReader) throws(StateReader.Damage) -> [[Inventory.Entry]] {
    let note = try reader.list { reader throws(StateReader.Damage) in
      try reader.list { reader throws(StateReader.Damage) in try Inventory.Entry(&reader) }
    }
    guard note.count == catalog.locales.count else { throw StateReader.Damage() }
    return note
  }

  private func inventory(of locale: Int, _ notes: [[[Inventory.Entry]]]) -> SiteFile {
    inventory(notes.flatMap { $0[locale] }, title: titles[locale], folder: catalog.locales[locale] + "/")
  }

  private func rootInventory(_ notes: [[[Inventory.Entry]]]) -> SiteFile {
    let folder = URLText.encodedPath(catalog.locales[PageCatalog.source]) + "/"
    let entries = notes.flatMap { page in
      page[PageCatalog.source].map { entry in
        var entry = entry
        entry.uri = folder + entry.uri
        return entry
      }
    }
    return inventory(entries, title: titles[PageCatalog.source], folder: "")
  }

  private func inventory(_ entries: [Inventory.Entry], title: String, folder: String) -> SiteFile {
    SiteFile(path: folder + "objects.inv", bytes: Inventory(entries).bytes(project: title, version: ""))
  }
}
