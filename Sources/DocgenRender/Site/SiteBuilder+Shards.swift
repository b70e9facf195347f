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
  ///   - kept: What is known of the pages from an earlier run; `nil` to make all of them.
  ///   - progress: Called with the number of pages that are done and of all pages of the part, from any thread.
  /// - Returns: What the merge needs to know, and what was made.
  /// - Throws: ``SiteError``; some of the pages may be written.
  package func build(
    _ shard: Shard, pages: Range<Int>, _ outline: SiteOutline, in folder: SharedFolder, feature: some OutputFeature,
    kept: KeptParts? = nil, progress: (@Sendable (_ done: Int, _ total: Int) -> Void)? = nil
  ) throws(SiteError) -> Part {
    let prepared = try PreparedSite(loader, settings, outline)
    let site = prepared.site
    let writer = SiteWriter(site, folder: folder.path)
    let own = outline.published(pages, of: loader.catalog)
    try writer.makeFolders(ofPages: own)
    let made = try writer.writePages(own, prepared.features, feature: feature, kept: kept, progress: progress)
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
    // The program ends with its shard; to take all of this apart would cost as much as some pages.
    KeptValue.keep((prepared, outline))
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
    _ pages: Range<Int>, _ features: SiteFeatures, feature: Feature, kept: KeptParts?,
    progress: (@Sendable (Int, Int) -> Void)?
  ) throws(SiteError) -> [(bytes: ArraySlice<UInt8>, summary: PageSummary)] {
    let locales = site.locales.count
    let counter = PageCounter()
    let made = Parallel.map(count: pages.count, jobs: site.settings.jobs) {
      index -> (bytes: ArraySlice<UInt8>, summary: PageSummary)? in
      if failure.hasFailed { return nil }
      Interruption.stopIfEnding()
      defer { progress?(counter.add(locales), pages.count * locales) }
      return written(pages.lowerBound + index, features, feature, kept)
    }
    try failure.check()
    return made.compactMap(\.self)
  }

  /// A page as it was kept, or as it is written now; `nil` if that failed.
  private func written<Feature: OutputFeature>(
    _ index: Int, _ features: SiteFeatures, _ feature: Feature, _ kept: KeptParts?
  ) -> (bytes: ArraySlice<UInt8>, summary: PageSummary)? {
    guard let kept else {
      guard let page = page(index, features, feature) else { return nil }
      return (bytes(of: page, feature), page.summary)
    }
    let name = name(of: index, features)
    if let page = takeOver(name, at: index, feature, kept) { return (bytes(of: page, feature), page.summary) }
    let trace = FileTrace(within: FileTrace.current)
    let made = trace.record { page(index, features, feature) }
    FileTrace.current?.note(trace)
    guard let made else { return nil }
    let bytes = bytes(of: made, feature)
    if made.summary.unreadable.isEmpty { kept.keep(name, at: index, trace) { $0.write(plain: Array(bytes)) } }
    return (bytes, made.summary)
  }

  /// Reads, renders and writes a page; `nil` if that failed.
  private func page<Feature: OutputFeature>(
    _ index: Int, _ features: SiteFeatures, _ feature: Feature
  ) -> WrittenPage<Feature.Note>? {
    var digests: [ContentDigest] = []
    let made = make(index, features, feature) { digests.append(ContentDigest(of: $0)) }
    return made.map { WrittenPage(summary: $0.page.0, note: $0.page.1, files: $0.files, digests: digests) }
  }

  private func bytes<Feature: OutputFeature>(
    of page: WrittenPage<Feature.Note>, _ feature: Feature
  ) -> ArraySlice<UInt8> {
    var writer = StateWriter()
    page.write(to: &writer) { feature.write($1, to: &$0) }
    return writer.bytes[...]
  }

  /// The name under which a page is kept: its id, and what was found in it, as the page shows that.
  private func name(of index: Int, _ features: SiteFeatures) -> String {
    let id = site.catalog.entries[index].id
    guard let findings = features.findings else { return id }
    var writer = StateWriter()
    for locale in site.locales.indices {
      writer.write(findings.findings(page: index, locale: locale)) { $1.write(to: &$0) }
    }
    return id + "\n" + Hexadecimal.string(ContentDigest(of: writer.bytes).bytes)
  }

  /// A page of an earlier run whose files stand as that wrote them; `nil` if it is to be made.
  private func takeOver<Feature: OutputFeature>(
    _ name: String, at index: Int, _ feature: Feature, _ kept: KeptParts
  ) -> WrittenPage<Feature.Note>? {
    guard let part = kept.part(name) else { return nil }
    var reader = part.content
    guard
      let page = try? WrittenPage(
        &reader, { reader throws(StateReader.Damage) in try feature.note(from: &reader) }),
      page.files.outputs.allSatisfy({ site.locales.indices.contains($0.locale) })
    else { return nil }
    let stand = FileTrace.unnoted {
      zip(page.files.outputs, page.digests).allSatisfy { output, digest in
        (try? FileSystem.read(path(output.locale, output.path))).map { ContentDigest(of: $0) == digest } ?? false
      }
    }
    guard stand else { return nil }
    for offer in page.files.offers { site.links.offer(offer) }
    kept.keep(part, at: index)
    return page
  }
}
