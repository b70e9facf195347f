import DocgenModel
import DocgenSupport

extension SiteBuilder {
  /// What became of a part of the pages of a site.
  package struct Part: Sendable {
    /// What the merge needs to know of it.
    package var record: [UInt8]
    /// What was made of the pages.
    package var report: SiteReport
  }

  /// Writes the pages of a part of the site to their places, in all locales, and its share of the images.
  ///
  /// - Parameters:
  ///   - shard: Which part of the site it is.
  ///   - pages: The pages, by their indices in the catalog of all.
  ///   - outline: What was read of all pages before.
  ///   - folder: Where to.
  ///   - feature: Keeps a note of each page.
  ///   - progress: Called with the number of pages that are done and of all pages of the part, from any thread.
  /// - Returns: What the merge needs to know, and what was made.
  /// - Throws: ``SiteError``; some of the pages may be written.
  package func build(
    _ shard: Shard, pages: Range<Int>, _ outline: SiteOutline, in folder: SharedFolder, feature: some OutputFeature,
    progress: (@Sendable (_ done: Int, _ total: Int) -> Void)? = nil
  ) throws(SiteError) -> Part {
    let prepared = try PreparedSite(loader, settings, outline)
    let site = prepared.site
    let writer = SiteWriter(site, folder: folder.path)
    let published = pages.compactMap { site.catalog.index(of: loader.catalog.entries[$0].id) }
    let own = published.first.map { $0..<$0 + published.count } ?? 0..<0
    try writer.makeFolders(ofPages: own)
    let made = try writer.writePages(own, prepared.features, feature: feature, progress: progress)
    let share = site.images.enumerated().filter { $0.offset % shard.count == shard.number - 1 }.map(\.element)
    let files = share + site.links.offeredFiles
    let failures = try writer.write(images: files)
    let missing = Set(failures.map(\.path))
    let record = ShardRecord(
      pages: made.map(\.bytes),
      images: files.filter { !missing.contains(site.catalog.contentFolder + "/" + $0.file) }.map(site.path(of:)),
      failures: failures)
    var report = SiteReport()
    for (_, summary) in made { report.add(summary) }
    report.unreadable += failures
    return Part(record: record.bytes, report: report)
  }
}

extension SiteContext {
  /// The path of a file of the content below the root of the site.
  func path(of image: SiteImages.Image) -> String { catalog.locales[image.locale] + "/" + image.path }
}

extension SiteWriter {
  /// Makes the folders of some of the pages.
  func makeFolders(ofPages pages: Range<Int>) throws(SiteError) {
    var paths: Set<String> = []
    for page in pages {
      for file in [site.paths.files[page], site.markdownFile(of: page)] {
        for locale in site.locales.indices {
          paths.insert(String(SitePaths.folder(of: path(locale, file)).dropLast()))
        }
      }
    }
    for path in paths.sorted() { try createFolder(path) }
  }

  /// Writes some of the pages in all locales.
  ///
  /// - Returns: What is to be known of each, as ``WrittenPage`` writes it.
  func writePages<Feature: OutputFeature>(
    _ pages: Range<Int>, _ features: SiteFeatures, feature: Feature, progress: (@Sendable (Int, Int) -> Void)?
  ) throws(SiteError) -> [(bytes: ArraySlice<UInt8>, summary: PageSummary)] {
    let locales = site.locales.count
    let counter = PageCounter()
    let made = Parallel.map(count: pages.count, jobs: site.settings.jobs) {
      index -> (bytes: ArraySlice<UInt8>, summary: PageSummary)? in
      if failure.hasFailed { return nil }
      Interruption.stopIfEnding()
      defer { progress?(counter.add(locales), pages.count * locales) }
      var digests: [ContentDigest] = []
      guard
        let made = make(
          pages.lowerBound + index, features, feature, noting: { digests.append(ContentDigest(of: $0)) })
      else { return nil }
      let page = WrittenPage(summary: made.page.0, note: made.page.1, files: made.files, digests: digests)
      var writer = StateWriter()
      page.write(to: &writer) { feature.write($1, to: &$0) }
      return (writer.bytes[...], made.page.0)
    }
    try failure.check()
    return made.compactMap(\.self)
  }
}
