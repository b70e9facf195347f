import DocgenModel
import DocgenSupport

/// Puts a site together from what several machines wrote of its pages: all that is made of more than one page.
struct SiteMerge<Feature: OutputFeature>: Sendable {
  /// What is known of all pages, in the order of the catalog.
  private(set) var summaries: [PageSummary] = []
  private var files: [KeptPages.Files] = []
  private var digests: [[ContentDigest]] = []
  private var notes: [Feature.Note] = []
  /// The images that were copied, by their paths below the root of the site.
  private let images: [String]
  private let failures: [FileError]
  /// Tells the records from all others.
  let digest: ContentDigest
  let prepared: PreparedSite
  private let feature: Feature
  let folder: SharedFolder

  var site: SiteContext { prepared.site }

  /// Takes the records of all parts, in their order.
  ///
  /// - Throws: ``SiteError/refused(_:)`` where they are not about the pages of the site.
  init(
    _ records: some Sequence<ArraySlice<UInt8>>, _ prepared: PreparedSite, _ feature: Feature, in folder: SharedFolder
  ) throws(SiteError) {
    self.prepared = prepared
    self.feature = feature
    self.folder = folder
    let count = prepared.site.catalog.entries.count
    summaries.reserveCapacity(count)
    var (images, failures): ([String], [FileError]) = ([], [])
    var (paths, seen): (Set<String>, Set<String>) = ([], [])
    var identity: [UInt8] = []
    // One record after the other, so that the bytes of no more than one are held.
    for record in records {
      identity += ContentDigest(of: Array(record)).bytes
      guard let record = try? ShardRecord(record) else { throw Self.damaged }
      let read = Parallel.map(count: record.pages.count, jobs: prepared.site.settings.jobs) { index in
        var reader = StateReader(record.pages[index])
        return try? WrittenPage(&reader) { reader throws(StateReader.Damage) in try feature.note(from: &reader) }
      }
      guard read.allSatisfy({ $0 != nil }) else { throw Self.damaged }
      for case let page? in read {
        summaries.append(page.summary)
        files.append(page.files)
        digests.append(page.digests)
        notes.append(page.note)
      }
      images += record.images.filter { paths.insert($0).inserted }
      failures += record.failures.filter { seen.insert($0.description).inserted }
    }
    guard summaries.count == count else { throw Self.damaged }
    self.images = images
    self.failures = failures
    digest = ContentDigest(of: identity)
  }

  private static var damaged: SiteError {
    .refused("the records do not hold the pages of the catalog; run all shards again with this docgen")
  }

  /// The paths of the files that stand, below the root of the site.
  var paths: [String] {
    let locales = site.catalog.locales
    return files.flatMap { $0.outputs.map { locales[$0.locale] + "/" + $0.path } } + images
  }

  /// Refuses a folder in which pages are not as they were written.
  func verify() throws(SiteError) {
    let locales = site.catalog.locales
    let wrong = Parallel.map(count: files.count, jobs: site.settings.jobs) {
      [files, digests, folder] index -> String? in
      for (output, digest) in zip(files[index].outputs, digests[index]) {
        let path = locales[output.locale] + "/" + output.path
        guard let bytes = try? FileSystem.read(folder.path + "/" + path), ContentDigest(of: bytes) == digest else {
          return path
        }
      }
      return nil
    }.compactMap(\.self)
    guard let first = wrong.first else { return }
    let more = wrong.count > 1 ? ", and neither are files of \(wrong.count - 1) more pages" : ""
    throw .refused(
      "'\(folder.path)/\(first)' is not there or not as its shard wrote it\(more); bring the files of all shards "
        + "together, or run the shard again")
  }

  /// Notes anew where findings lead on pages about which more or less is found than their shards knew.
  ///
  /// - Parameter noted: The findings that the shards knew.
  /// - Throws: ``SiteError/template(_:)``, where a page cannot be rendered.
  mutating func renewNotes(noted: [Diagnostic]) throws(SiteError) {
    guard let all = prepared.features.findings else { return }
    let known = FindingIndex(QualityReport(findings: noted, states: [], messages: []), site.catalog)
    let changed = summaries.indices.filter { page in
      !site.locales.indices.allSatisfy { locale in
        all.findings(page: page, locale: locale).map(\.location)
          == known.findings(page: page, locale: locale).map(\.location)
      }
    }
    let renewed = Parallel.map(count: changed.count, jobs: site.settings.jobs) { [prepared] index in
      prepared.translationNotes(ofPage: changed[index])
    }
    for (page, result) in zip(changed, renewed) {
      do throws(TemplateError) { summaries[page].translations = try result.get() } catch { throw .template(error) }
    }
  }

  /// Writes all that is made of more than one page, and lets it take its places when all of it is there.
  mutating func run() throws(SiteError) -> SiteReport {
    let paths = paths
    let made = feature.files(of: notes)
    // What is not needed from here on makes room for the search, which needs most.
    (files, digests, notes) = ([], [], [])
    let scratch: String
    do throws(FileError) { scratch = try folder.makeScratch() } catch { throw .file(error) }
    let standing = StandingPages(folder: folder.path, files: paths, digest: digest)
    let writer = SiteWriter(site, folder: scratch, pages: standing)
    try writer.makeFolders()
    var report = try writer.writeRest(
      summaries, prepared.features, made)
    report.files += images.count
    report.unreadable = site.failures + failures + report.unreadable
    do throws(FileError) {
      try folder.complete(with: scratch, pages: paths)
      for locale in site.catalog.locales { try ReadyText(locale, in: folder.path).remove() }
    } catch {
      throw .file(error)
    }
    return report
  }
}

extension PreparedSite {
  /// Where the findings of a page lead, by locale, as they are known now.
  fileprivate func translationNotes(ofPage index: Int) -> Result<[TranslationNote?], TemplateError> {
    let (page, restored) = site.restorer.restored(site.loader.load(site.catalog.entries[index]))
    var renderer = PageRenderer(site, features, index: index, page: page, restored: restored)
    do throws(TemplateError) { _ = try renderer.render() } catch { return .failure(error) }
    return .success(renderer.summary.translations)
  }
}

extension SiteBuilder {
  /// Puts the site together from the records of all of its parts.
  ///
  /// - Parameters:
  ///   - records: Those of all parts, in their order.
  ///   - outline: What was read of all pages before.
  ///   - folder: The folder with the pages.
  ///   - feature: Makes files of its own.
  ///   - noted: The findings that were known when the pages were written, where the site shows its quality.
  ///   - verifies: The pages are compared with what was written.
  /// - Returns: What is on the site, and what is wrong with the content.
  /// - Throws: ``SiteError``; nothing but the pages is in the folder then.
  package func merge(
    _ records: some Sequence<ArraySlice<UInt8>>, _ outline: SiteOutline, in folder: SharedFolder,
    feature: some OutputFeature, noted: [Diagnostic], verifies: Bool
  ) throws(SiteError) -> SiteReport {
    let prepared = try PreparedSite(loader, settings, outline)
    var merge = try SiteMerge(records, prepared, feature, in: folder)
    if verifies { try merge.verify() }
    try merge.renewNotes(noted: noted)
    var report = try merge.run()
    KeptValue.keep((merge, outline))
    report.unreadable = loader.catalog.failures + report.unreadable
    return report
  }
}
