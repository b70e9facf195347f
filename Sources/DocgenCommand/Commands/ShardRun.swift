import DocgenLint
import DocgenModel
import DocgenRender
import DocgenSupport

/// The work of one shard, of a site or of findings: it reads its own pages alone, and leaves a record for the merge.
struct ShardRun {
  let shard: Shard
  let work: ShardWork
  /// The number of threads.
  let jobs: Int
  /// The output folder.
  let output: String
  private let catalog: ProjectCatalog
  private let catalogDigest: ContentDigest
  private let opened: OpenedProject
  /// The pages of the shard, by their indices in the catalog.
  let pages: Range<Int>

  var project: Project { opened.project }

  /// Prepares the work.
  ///
  /// - Parameters:
  ///   - options: Which part of the work it is.
  ///   - work: What is made.
  ///   - jobs: The number of threads.
  ///   - output: The output folder; `nil` for that of the configuration.
  ///   - console: Tells what the engine says.
  /// - Throws: What is wrong with the command line, the catalog or the configuration.
  init(
    _ options: ShardOptions, _ work: ShardWork, jobs: Int, output: String?, _ console: Console
  ) throws(CommandFailure) {
    do throws(UsageError) { shard = try options.shard(console.environment) } catch { throw .usage(error) }
    catalog = try ProjectCatalog(file: options.catalogFile)
    catalogDigest = catalog.digest
    var work = work
    if !work.project.namesProject { work.project = catalog.options }
    self.work = work
    self.jobs = jobs
    opened = try catalog.open(work.project)
    pages = shard.pages(costs: catalog.costs)
    self.output = output ?? opened.project.configuration.outputFolder
  }

  private func record(_ extra: ContentDigest) -> ShardFile {
    ShardFile(
      shard: shard, work: work, catalogDigest: catalogDigest,
      workDigest: Self.digest(opened, work, extra), catalog: shard.number == 1 ? catalog.bytes : [])
  }

  /// Tells from all else what is made of pages, and with what.
  static func digest(_ opened: OpenedProject, _ work: ShardWork, _ extra: ContentDigest) -> ContentDigest {
    ContentDigest(of: work.identity + opened.digest.bytes + extra.bytes)
  }

  private func leave(_ record: ShardFile, in folder: RecordFolder) throws(CommandFailure) {
    do throws(FileError) {
      // The record says that the pages are there.
      try FileSystem.syncFileSystem(of: output)
      try record.write(to: folder.file(of: shard))
    } catch {
      throw CommandFailure(error)
    }
  }

  // MARK: Sites

  /// Writes the pages of the shard.
  func build(_ options: BuildOptions, _ progress: ProgressLine) throws(CommandFailure) -> BuildReport {
    var build = options
    build.project = work.project
    build.project.jobs = jobs
    build.outputFolder = output
    var (settings, digest) = try OpenedProject.reading { () throws(CommandFailure) in
      try SiteBuild.settings(build, project)
    }
    // It runs once, in the merge.
    settings.fullText?.runsHere = false
    var record = record(digest)
    let outline = try catalog.outline(of: project)
    let shared: SharedFolder
    do throws(SiteError) {
      shared = try SharedFolder(output, contentFolders: project.catalog.pageFolders)
    } catch {
      throw .failure(error.description)
    }
    let folder = RecordFolder(output: output)
    try folder.begin(shard, work, catalogDigest)
    if work.showsQuality || project.configuration.showsQuality {
      let found = try check(progress)
      record.findings = found.bytes[...]
      settings.quality = QualityReport(
        findings: found.shown(project.configuration), states: [],
        messages: project.catalog.locales.map { _ in .source })
    }
    let part = try write(settings, outline, to: shared, progress)
    record.pages = part.record[...]
    try leave(record, in: folder)
    return SiteBuild.report(part.report, project, [], outputFolder: output)
  }

  /// What is found in the pages, for the quality pages of the site.
  private func check(_ progress: ProgressLine) throws(CommandFailure) -> LintRecord {
    var lint = LintOptions()
    lint.project = work.project
    lint.project.jobs = jobs
    return try LintRun.record(lint, project, pages, isFirst: shard.number == 1, progress)
  }

  private func write(
    _ settings: SiteSettings, _ outline: SiteOutline, to folder: SharedFolder, _ progress: ProgressLine
  ) throws(CommandFailure) -> SiteBuilder.Part {
    do throws(SiteError) {
      return try SiteBuilder(loader: project.loader, settings: settings).build(
        shard, pages: pages, outline, in: folder, feature: ModelFiles(project, jobs: jobs)
      ) { progress.report("Building", done: $0, of: $1) }
    } catch {
      throw .failure(error.description)
    }
  }

  // MARK: Findings

  /// Looks at the pages of the shard.
  ///
  /// - Returns: What could not be read.
  func lint(_ options: LintOptions, _ progress: ProgressLine) throws(CommandFailure) -> [FileError] {
    var lint = options
    lint.project = work.project
    lint.project.jobs = jobs
    let folder = RecordFolder(output: output)
    try folder.begin(shard, work, catalogDigest)
    var record = record(ContentDigest(of: []))
    let found = try LintRun.record(lint, project, pages, isFirst: shard.number == 1, progress)
    record.findings = found.bytes[...]
    try leave(record, in: folder)
    return found.failures
  }
}
