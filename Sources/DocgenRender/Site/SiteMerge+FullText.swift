import DocgenModel
import DocgenSupport

extension SiteMerge {
  /// Makes the full text of one locale, which the merge takes over.
  fileprivate func writeFullText(_ locale: Int) throws(SiteError) {
    guard SiteWriter.hasText(locale, summaries) else { return }
    let ready = ReadyText(site.catalog.locales[locale], in: folder.path)
    let standing = StandingPages(folder: folder.path, files: paths, digest: digest)
    do throws(FileError) { try ready.remove() } catch { throw .file(error) }
    try SiteWriter(site, folder: folder.path, pages: standing).writeFullText(locale, to: ready.folder)
    do throws(FileError) { try ready.complete(digest) } catch { throw .file(error) }
  }
}

extension SiteBuilder {
  /// Makes the full text of one locale from the pages that all parts wrote.
  ///
  /// - Parameters:
  ///   - records: Those of all parts, in their order.
  ///   - outline: What was read of all pages before.
  ///   - folder: The folder with the pages.
  ///   - locale: The index of the locale.
  ///   - feature: The one that the parts had.
  /// - Throws: ``SiteError``, with what the program for the full text said.
  package func writeFullText(
    _ records: some Sequence<ArraySlice<UInt8>>, _ outline: SiteOutline, in folder: SharedFolder, locale: Int,
    feature: some OutputFeature
  ) throws(SiteError) {
    let merge = try SiteMerge(records, try PreparedSite(loader, settings, outline), feature, in: folder)
    try merge.writeFullText(locale)
  }
}
