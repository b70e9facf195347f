import DocgenModel
import DocgenSupport

/// A site that was written to a folder of its own, with all that is needed to show one of its pages anew at once.
///
/// What other pages and lists took from a page when the site was made stays in them until the next one is made.
package final class SitePreview: Sendable {
  /// A page of the content, as an address of the site names it.
  package struct Page: Hashable, Sendable {
    /// The id of the page.
    package var id: String
    /// The index of the locale that it is shown in.
    package var locale: Int

    /// Names a page by its parts.
    package init(id: String, locale: Int) {
      self.id = id
      self.locale = locale
    }
  }

  /// The folder with the site.
  package let folder: String
  /// What was made.
  package let report: SiteReport
  private let site: SiteContext
  private let features: SiteFeatures
  /// The pages at the files below a locale's folder.
  private let pages: [String: Int]

  /// Writes the site; a signal or an error leaves a part of it in the folder.
  ///
  /// - Parameters:
  ///   - builder: What is built.
  ///   - folder: Where to; the folder must be there and empty.
  ///   - feature: Keeps a note of each page and makes files of its own.
  ///   - kept: What is known of a site that was made before; `nil` to write all files.
  ///   - outline: What is known of what its pages ask of each other; `nil` to read that.
  ///   - progress: Called with the number of pages that are done and of all pages, from any thread.
  /// - Throws: ``SiteError``.
  package init(
    _ builder: SiteBuilder, in folder: String, feature: some OutputFeature, kept: KeptPages? = nil,
    outline: KeptOutline? = nil, progress: (@Sendable (_ done: Int, _ total: Int) -> Void)? = nil
  ) throws(SiteError) {
    self.folder = folder
    (report, site, features) = try builder.write(
      to: folder, feature: feature, kept: kept, outline: outline, progress: progress)
    pages = Dictionary(site.paths.files.enumerated().map { ($1, $0) }) { first, _ in first }
  }

  // MARK: Pages

  /// The page at a path below the root of the site; `nil` if it is made from no file of the content.
  package func page(at path: String) -> Page? {
    for (locale, name) in site.catalog.locales.enumerated() where path.hasPrefix(name + "/") {
      if let index = pages[String(path.dropFirst(name.utf8.count + 1))] {
        return Page(id: site.catalog.entries[index].id, locale: locale)
      }
    }
    return nil
  }

  /// The files of a page in all locales, made from what its files hold now.
  ///
  /// - Returns: `nil` if the site has no such page, or one of its files cannot be read.
  package func files(ofPage id: String) throws(SiteError) -> [SiteFile]? {
    guard let index = site.catalog.index(of: id) else { return nil }
    let loaded = site.loader.load(site.catalog.entries[index])
    guard loaded.failures.isEmpty else { return nil }
    let (page, restored) = site.restorer.restored(loaded)
    var renderer = PageRenderer(site, features, index: index, page: page, restored: restored)
    do throws(TemplateError) {
      return try renderer.render().map {
        SiteFile(path: site.catalog.locales[$0.locale] + "/" + $0.path, bytes: $0.bytes)
      }
    } catch {
      throw .template(error)
    }
  }

  // MARK: What is shown beside them

  /// The names of the locales.
  package var locales: [String] { site.catalog.locales }

  /// The locale whose pages a path below the root of the site is one of; the source's where it is none.
  package func locale(of path: String) -> Int {
    let folder = path.prefix { $0 != "/" }
    return site.catalog.locales.firstIndex { $0 == folder } ?? PageCatalog.source
  }

  /// A string of the interface in a locale.
  package func text(_ key: String, locale: Int) -> String { site.locales[locale][key] }

  /// What servers are asked to send with each file.
  package var responseFields: [(name: String, value: String)] {
    ResponseHeaders(
      basePath: "", redirects: [], hasFullText: site.fullTextCall != nil, hasTwins: site.settings.writesTwins
    ).all
  }
}
