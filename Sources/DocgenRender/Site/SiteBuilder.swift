import DocgenModel
import DocgenSupport

/// Builds a site: every page of every locale, the pages that lead to them, and the files of the theme.
///
/// Pages are loaded, rendered and written one by one with all of their translations, and let go. The result does not
/// depend on the number of threads. It is written beside the output folder and takes its place when it is complete.
package struct SiteBuilder: Sendable {
  let loader: PageLoader
  let settings: SiteSettings

  /// Takes the content and what the site is to be like.
  package init(loader: PageLoader, settings: SiteSettings) {
    self.loader = loader
    self.settings = settings
  }

  /// Builds the site, and nothing beside it.
  ///
  /// - Returns: what was made, and what is wrong with the content.
  /// - Throws: ``SiteError``; the site of before is then still there.
  package func build() throws(SiteError) -> SiteReport { try build(feature: NoOutputFeature()) }

  /// Builds the site.
  ///
  /// - Parameters:
  ///   - feature: keeps a note of each page and makes files of its own.
  ///   - kept: what is known of the site that stands; `nil` to write all files.
  ///   - outline: what is known of what its pages ask of each other; `nil` to read that.
  ///   - progress: called with the number of pages that are done and of all pages, from any thread.
  /// - Returns: what was made, and what is wrong with the content.
  /// - Throws: ``SiteError``; the site of before is then still there.
  package func build(
    feature: some OutputFeature, kept: KeptPages? = nil, outline: KeptOutline? = nil,
    progress: (@Sendable (_ done: Int, _ total: Int) -> Void)? = nil
  ) throws(SiteError) -> SiteReport {
    let folder = try SiteFolder(output: settings.outputFolder, contentFolders: loader.catalog.pageFolders)
    let standing = kept?.parts?.hasPrevious == true ? kept?.standing : nil
    let update = standing.flatMap { SiteUpdate(of: $0, settings) }
    var report = try write(
      to: folder.path, feature: feature, kept: kept, outline: outline, update: update, progress: progress
    ).report
    report.changes = try RunTimings.measure(settings.timings, "put it in place") { () throws(SiteError) in
      try folder.publish(update, tellingChanges: settings.tellsChanges)
    }
    return report
  }

  /// What is known of the pages before the first is rendered, for machines that render a part of them each.
  ///
  /// - Throws: ``SiteError``, where the theme cannot be used.
  package func outline() throws(SiteError) -> SiteOutline { SiteOutline(try PreparedSite(loader, settings)) }

  /// Writes all files of the site into a folder, which must be there and empty.
  ///
  /// - Returns: What was made, and what it was made with.
  func write(
    to folder: String, feature: some OutputFeature, kept: KeptPages? = nil, outline: KeptOutline? = nil,
    update: SiteUpdate? = nil, progress: (@Sendable (_ done: Int, _ total: Int) -> Void)?
  ) throws(SiteError) -> (report: SiteReport, site: SiteContext, features: SiteFeatures) {
    let prepared = try RunTimings.measure(settings.timings, "read the names of the source") { () throws(SiteError) in
      try PreparedSite(loader, settings, kept: outline)
    }
    let (site, features) = (prepared.site, prepared.features)
    // What a check of the content found may be another on each page.
    let parts = settings.quality == nil ? kept?.parts : nil
    if let parts, let trace = FileTrace.current {
      BuildContext.digest(site, prepared.names, features, trace).map { parts.begin($0) }
    }
    let writer = SiteWriter(site, folder: folder, standing: kept?.standing, update: update)
    try writer.makeFolders()
    let pages = try RunTimings.measure(settings.timings, "make the pages") { () throws(SiteError) in
      try writer.writePages(features, feature: feature, kept: parts, progress: progress)
    }
    let images = try writer.writeImages()
    var report = try writer.writeRest(pages, features, feature, kept: parts)
    report.files += images.count
    report.unreadable = loader.catalog.failures + site.failures + images.failures + report.unreadable
    return (report, site, features)
  }
}

extension SiteWriter {
  /// Writes all that is made of what is known of the pages, or takes it over where that is the same as before.
  ///
  /// - Parameters:
  ///   - pages: What is known of the pages.
  ///   - features: What is known of all pages together.
  ///   - feature: Makes files of its own.
  ///   - kept: What is known of the build before.
  /// - Returns: What is on the site, without its images, and which pages could not be read.
  /// - Throws: What kept a file from being written.
  fileprivate func writeRest<Feature: OutputFeature>(
    _ pages: [PageOutcome<Feature.Note>], _ features: SiteFeatures, _ feature: Feature, kept: KeptParts?
  ) throws(SiteError) -> SiteReport {
    // The program that makes the full text writes its files itself.
    let digest = site.fullTextCall == nil ? kept?.digest(ofFirst: pages.count) : nil
    if let digest, let kept, var part = kept.part(KeptRest.name), let rest = try? KeptRest(&part.content),
      rest.pages == digest, takeOverRest(rest.files)
    {
      kept.keep(part, at: pages.count)
      return rest.report
    }
    let (summaries, notes) = try known(pages, features, feature)
    guard let digest, let kept else { return try writeRest(summaries, features, feature.files(of: notes)) }
    var writer = self
    let files = WrittenFiles()
    writer.files = files
    let trace = FileTrace(within: FileTrace.current)
    let report = try trace.record { () throws(SiteError) in
      try writer.writeRest(summaries, features, feature.files(of: notes))
    }
    FileTrace.current?.note(trace)
    if report.unreadable.isEmpty {
      kept.keep(KeptRest.name, at: pages.count, trace) { KeptRest(digest, files.sorted, report).write(to: &$0) }
    }
    return report
  }

  /// Writes all that is made of what is known of the pages, once these are written.
  ///
  /// - Parameters:
  ///   - summaries: What is known of the pages.
  ///   - features: What is known of all pages together.
  ///   - files: The files of an output feature.
  /// - Returns: What is on the site, without its images, and which pages could not be read.
  /// - Throws: What kept a file from being written.
  func writeRest(
    _ summaries: [PageSummary], _ features: SiteFeatures, _ files: [SiteFile]
  ) throws(SiteError) -> SiteReport {
    var report = SiteReport()
    report.problems = site.problems + features.redirects.problems
    report.files = try RunTimings.measure(site.settings.timings, "make the search") { () throws(SiteError) in
      try writeSearchIndex(summaries) + writeFullText(summaries)
    }
    report.files += try RunTimings.measure(site.settings.timings, "make lists and other files") {
      () throws(SiteError) in
      try writeExtraPages(summaries, findings: features.findings) + writeAssets() + writeNavigation() + write(files)
    }
    report.files += try writePublishingFiles(summaries, features.redirects, &report.problems)
    for summary in summaries { report.add(summary) }
    return report
  }
}
