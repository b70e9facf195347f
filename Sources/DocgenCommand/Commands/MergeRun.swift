import DocgenLint
import DocgenModel
import DocgenRender
import DocgenSupport

/// The work of `docgen merge` without its command line: from records to a site or findings.
struct MergeRun {
  private let set: RecordSet
  private let options: MergeOptions
  private let opened: OpenedProject
  private let build: BuildOptions
  private let settings: SiteSettings

  private var project: Project { opened.project }

  /// Takes records, and finds the project that they are of.
  ///
  /// - Throws: That the project is another one here.
  init(_ set: RecordSet, _ options: MergeOptions) throws(CommandFailure) {
    self.set = set
    self.options = options
    var work = set.work
    if options.project.namesProject { work.project = options.project }
    work.project.jobs = options.project.jobs
    opened = try set.catalog.open(work.project)
    var build = BuildOptions()
    build.project = work.project
    build.outputFolder = options.outputFolder
    build.baseURL = work.baseURL
    build.showsQuality = work.showsQuality
    self.build = build
    let project = opened.project
    let (settings, digest) = try OpenedProject.reading { () throws(CommandFailure) in
      try SiteBuild.settings(build, project)
    }
    self.settings = settings
    let extra = work.kind == .site ? digest : ContentDigest(of: [])
    guard ShardRun.digest(opened, work, extra) == set.records[0].workDigest else {
      throw .configuration(
        "the configuration, the theme or another file that the site is made with is another one here than where the "
          + "shards ran; merge with the same, or run all shards again")
    }
  }

  private func findings() throws(CommandFailure) -> [LintRecord] {
    var records: [LintRecord] = []
    for record in set.records {
      var reader = StateReader(record.findings)
      guard let found = try? LintRecord(&reader), reader.isAtEnd else {
        throw .configuration("the record of shard \(record.shard) is damaged; run it again")
      }
      records.append(found)
    }
    guard records.reduce(0, { $0 + $1.pageCount }) == project.catalog.entries.count else {
      throw .configuration("the records do not hold the pages of the catalog; run all shards again with this docgen")
    }
    return records
  }

  /// Completes a site.
  func build(_ progress: ProgressLine) throws(CommandFailure) -> BuildReport {
    var settings = settings
    var problems: [String] = []
    var noted: [Diagnostic] = []
    if build.showsQuality || project.configuration.showsQuality {
      let records = try findings()
      noted = records.flatMap { $0.shown(project.configuration) }
      (settings.quality, problems) = try QualityCheck.run(project, build.project, records: records, progress: progress)
    }
    let outline = try set.catalog.outline(of: project)
    let report: SiteReport
    do throws(SiteError) {
      let folder = try SharedFolder(options.outputFolder, contentFolders: project.catalog.pageFolders)
      report = try SiteBuilder(loader: project.loader, settings: settings).merge(
        set.records.map(\.pages), outline, in: folder, feature: ModelFiles(project, jobs: build.project.jobs),
        noted: noted, verifies: options.verifies)
    } catch {
      throw .failure(error.description)
    }
    return SiteBuild.report(report, project, problems, outputFolder: options.outputFolder)
  }

  /// Puts findings together.
  ///
  /// - Returns: What was found, and how it is written.
  func lint(_ console: Console, _ progress: ProgressLine) throws(CommandFailure) -> (LintReport, LintOptions) {
    var lint = options.lint
    lint.project = build.project
    lint.rules = set.work.rules.map { Set($0.compactMap(RuleCatalog.rule(named:))) }
    lint.ignoredRules = Set(set.work.ignoredRules.compactMap(RuleCatalog.rule(named:)))
    let catalog = try UserLanguage(project.locales)
      .catalog(lint.language, lint.format == .text ? console.environment : nil)
    let report = try LintRun.run(lint, project, catalog, records: try findings(), progress: progress)
    return (report, lint)
  }
}
