import DocgenLint
import DocgenModel
import DocgenRender
import DocgenSupport

/// The work of `docgen merge` without its command line: from records to a site or findings.
struct MergeRun {
  let set: RecordSet
  let options: MergeOptions
  private let opened: OpenedProject
  private let build: BuildOptions
  let settings: SiteSettings

  var project: Project { opened.project }

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

  private func findings() throws(CommandFailure) -> ShardFindings {
    var all: ShardFindings?
    for record in set.records {
      guard let found = try? ShardFindings(record.findings) else { throw Self.damaged(record) }
      all?.add(found)
      all = all ?? found
    }
    guard let all, all.pageCount == project.catalog.entries.count else { throw Self.incomplete }
    return all
  }

  static func damaged(_ record: ShardFile) -> CommandFailure {
    .configuration("the record of shard \(record.shard) is damaged; run it again")
  }

  static let incomplete = CommandFailure.configuration(
    "the records do not hold the pages of the catalog; run all shards again with this docgen")

  /// Completes a site.
  func build(_ progress: ProgressLine) throws(CommandFailure) -> BuildReport {
    var settings = settings
    var problems: [String] = []
    var noted: [Diagnostic] = []
    if build.showsQuality || project.configuration.showsQuality {
      let found = try findings()
      noted = found.shown(project.configuration)
      (settings.quality, problems) = try QualityCheck.run(project, build.project, shards: found, progress: progress)
    }
    let outline = try set.catalog.outline(of: project)
    let report: SiteReport
    do throws(SiteError) {
      let folder = try SharedFolder(options.outputFolder, contentFolders: project.catalog.pageFolders)
      report = try SiteBuilder(loader: project.loader, settings: settings).merge(
        set.records.lazy.map(\.pages), outline, in: folder, feature: ModelFiles(project, jobs: build.project.jobs),
        noted: noted, verifies: options.verifies)
    } catch {
      throw .failure(error.description)
    }
    return SiteBuild.report(report, project, problems, outputFolder: options.outputFolder)
  }

  /// Makes the full text of one locale, for the merge.
  func writeFullText(_ locale: String) throws(CommandFailure) {
    guard let index = project.catalog.locales.firstIndex(of: locale) else {
      throw .usage(.conflict(option: "--full-text", reason: "is '\(locale)', which is no locale of the site"))
    }
    guard settings.fullText != nil else {
      throw .usage(.conflict(option: "--full-text", reason: "goes with 'full-text' in the configuration"))
    }
    let outline = try set.catalog.outline(of: project)
    do throws(SiteError) {
      let folder = try SharedFolder(options.outputFolder, contentFolders: project.catalog.pageFolders)
      try SiteBuilder(loader: project.loader, settings: settings).writeFullText(
        set.records.lazy.map(\.pages), outline, in: folder, locale: index,
        feature: ModelFiles(project, jobs: build.project.jobs))
    } catch {
      throw .failure(error.description)
    }
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
    let report = try LintRun.run(lint, project, catalog, shards: try findings(), progress: progress)
    return (report, lint)
  }
}
