import DocgenModel
import DocgenRender
import DocgenSupport

/// The work of `docgen build` without its command line: from options to a site.
enum SiteBuild {
  /// Builds the site.
  ///
  /// - Parameters:
  ///   - options: What the command line asks for.
  ///   - notes: What the build before left for this one, and this one leaves for the next; `nil` to make all pages.
  ///   - standing: The site that stands, which the notes tell of.
  ///   - timings: Where it is kept how long that takes; `nil` if nobody asks.
  ///   - progress: Where the work is shown.
  /// - Returns: What was made, and what is wrong with the content.
  /// - Throws: What is wrong with the configuration, or why the site could not be built.
  static func run(
    _ options: BuildOptions, notes: RunNotes? = nil, standing: StandingSite? = nil, timings: RunTimings? = nil,
    progress: ProgressLine
  ) throws(CommandFailure) -> BuildReport {
    // It begins before the first file is read.
    let outline = notes?.outline
    let parts = notes?.siteParts
    let project = try RunTimings.measure(timings, "find the pages") { () throws(CommandFailure) in
      try Project(options.project)
    }
    try project.checkPages()
    var settings = try settings(options, project)
    settings.tellsChanges = options.changesFile != nil
    settings.swapsFolders = options.swapsFolders
    settings.timings = timings
    var problems: [String] = []
    if options.showsQuality || project.configuration.showsQuality {
      (settings.quality, problems) = try RunTimings.measure(timings, "check the content") {
        () throws(CommandFailure) in
        try QualityCheck.run(project, options.project, progress: progress)
      }
    }
    let report: SiteReport
    do throws(SiteError) {
      let files = ModelFiles(project, jobs: options.project.jobs)
      let kept = KeptPages(parts, standing: standing)
      report = try SiteBuilder(loader: project.loader, settings: settings).build(
        feature: files, kept: kept, outline: outline
      ) {
        progress.report("Building", done: $0, of: $1)
      }
      if let notes, let parts { notes.keep(outline?.bytes ?? [], parts) }
    } catch {
      throw .failure(error.description)
    }
    return Self.report(report, project, problems, outputFolder: settings.outputFolder)
  }

  /// What there is to say of a site.
  static func report(
    _ report: SiteReport, _ project: Project, _ problems: [String], outputFolder: String
  ) -> BuildReport {
    var seen: Set<String> = []
    return BuildReport(
      pages: report.pages, fallbackPages: report.fallbackPages, locales: project.catalog.locales.count,
      missingLinks: report.missingLinks, unpublishedLinks: report.unpublishedLinks, outputFolder: outputFolder,
      notices: project.noticeLines, problems: project.skippedFiles + problems + report.problems.map(\.description),
      failures: report.unreadable.map(\.description).filter { seen.insert($0).inserted }, changes: report.changes)
  }

  /// What the site of a project is to be like.
  static func settings(_ options: BuildOptions, _ project: Project) throws(CommandFailure) -> SiteSettings {
    let configuration = project.configuration
    let locales = project.catalog.locales
    var settings = SiteSettings(
      outputFolder: options.outputFolder ?? configuration.outputFolder,
      titles: locales.indices.map { project.title(of: $0) ?? "Reference" })
    settings.baseURL = options.baseURL ?? configuration.baseURL
    settings.linkMappings = project.linkMappings
    settings.pathStyle = project.pathStyle
    settings.jobs = options.project.jobs
    settings.correctsFacts = configuration.facts == .source
    settings.fullText = configuration.fullText == .pagefind ? Pagefind() : nil
    settings.writesTwins = configuration.writesTwins
    settings.editURL = configuration.editURL
    settings.banners = project.texts(configuration.banner)
    settings.footers = project.texts(configuration.footer)
    let boundary = project.catalog.boundary
    do throws(FileError) {
      if let folder = configuration.themeFolder {
        try settings.theme.override(withFolder: folder, within: boundary.adding(folder))
      }
      if let file = configuration.redirectsFile {
        settings.redirects = SourceFile(path: file, bytes: try boundary.forNamedFiles.read(file))
      }
    } catch {
      throw .configuration(error.description)
    }
    if let (name, bytes) = try configuration.readLogo(boundary) {
      settings.theme.assets[name] = bytes
      settings.logo = name
    }
    return settings
  }
}
