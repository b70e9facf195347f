import DocgenModel
import DocgenSupport

/// Builds a site: every page of every locale, the pages that lead to them, and the files of the theme.
///
/// Pages are loaded, rendered and written one by one with all of their translations, and let go. The result does not
/// depend on the number of threads. It is written beside the output folder and takes its place when it is complete.
package struct SiteBuilder: Sendable {
  private let loader: PageLoader
  private let settings: SiteSettings

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
  ///   - progress: called with the number of pages that are done and of all pages, from any thread.
  /// - Returns: what was made, and what is wrong with the content.
  /// - Throws: ``SiteError``; the site of before is then still there.
  package func build(
    feature: some OutputFeature, kept: KeptPages? = nil,
    progress: (@Sendable (_ done: Int, _ total: Int) -> Void)? = nil
  ) throws(SiteError) -> SiteReport {
    let folder = try SiteFolder(output: settings.outputFolder, contentFolders: loader.catalog.pageFolders)
    var report = try write(to: folder.path, feature: feature, kept: kept, progress: progress).report
    report.changes = try RunTimings.measure(settings.timings, "put it in place") { () throws(SiteError) in
      try folder.replaceOutput(tellingChanges: settings.tellsChanges)
    }
    return report
  }

  /// Writes all files of the site into a folder, which must be there and empty.
  ///
  /// - Returns: What was made, and what it was made with.
  func write(
    to folder: String, feature: some OutputFeature, kept: KeptPages? = nil,
    progress: (@Sendable (_ done: Int, _ total: Int) -> Void)?
  ) throws(SiteError) -> (report: SiteReport, site: SiteContext, features: SiteFeatures) {
    let publications = Publications(loader.catalog, jobs: settings.jobs)
    var settings = settings
    settings.quality?.keep(publications.catalog, of: loader.catalog)
    let loader = self.loader.reading(publications.catalog)
    let sourceNames = RunTimings.measure(settings.timings, "read the names of the source") {
      SourceNames(loader, publications, jobs: settings.jobs)
    }
    let site = try SiteContext(loader, settings, publications, sourceNames)
    let features = SiteFeatures(site, sourceNames)
    // What a check of the content found may be another on each page.
    let parts = settings.quality == nil ? kept?.parts : nil
    if let parts, let trace = FileTrace.current {
      BuildContext.digest(site, sourceNames, features, trace).map { parts.begin($0) }
    }
    let writer = SiteWriter(site, folder: folder, standing: kept?.standing)
    try writer.makeFolders()
    let (summaries, notes) = try RunTimings.measure(settings.timings, "make the pages") { () throws(SiteError) in
      try writer.writePages(features, feature: feature, kept: parts, progress: progress)
    }
    let images = try writer.writeImages()
    var extra = try RunTimings.measure(settings.timings, "make the search") { () throws(SiteError) in
      try writer.writeSearchIndex(summaries) + writer.writeFullText(summaries)
    }
    extra += try RunTimings.measure(settings.timings, "make lists and other files") { () throws(SiteError) in
      try images.count + writer.writeExtraPages(summaries, findings: features.findings) + writer.writeAssets()
        + writer.writeNavigation() + writer.write(feature.files(of: notes))
    }
    var report = SiteReport()
    report.problems = site.problems + features.redirects.problems
    extra += try writer.writePublishingFiles(summaries, features.redirects, &report.problems)
    report.unreadable = self.loader.catalog.failures + site.failures + images.failures
    for summary in summaries {
      report.pages += summary.pages
      report.fallbackPages += summary.fallbackPages
      report.missingLinks += summary.missingLinks
      report.unpublishedLinks += summary.unpublishedLinks
      report.missingImages += summary.missingImages
      report.unreadable += summary.unreadable
      report.files += summary.files
    }
    report.files += extra
    return (report, site, features)
  }
}
