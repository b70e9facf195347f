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
  let catalog: ProjectCatalog
  let catalogDigest: ContentDigest
  private let opened: OpenedProject
  private let cache: CacheOptions
  private let environment: Environment
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
  ///   - cache: What the command line says of what is kept.
  ///   - console: Tells what the engine says.
  /// - Throws: What is wrong with the command line, the catalog or the configuration.
  init(
    _ options: ShardOptions, _ work: ShardWork, jobs: Int, output: String?, cache: CacheOptions, _ console: Console
  ) throws(CommandFailure) {
    do throws(UsageError) { shard = try options.shard(console.environment) } catch { throw .usage(error) }
    catalog = try ProjectCatalog(file: options.catalogFile)
    catalogDigest = catalog.digest
    var work = work
    if !work.project.namesProject { work.project = catalog.options }
    self.work = work
    self.jobs = jobs
    self.cache = cache
    environment = console.environment
    opened = try catalog.open(work.project)
    pages = shard.pages(costs: catalog.costs)
    self.output = output ?? opened.project.configuration.outputFolder
  }

  func record(_ extra: ContentDigest) -> ShardFile {
    ShardFile(
      shard: shard, work: work, catalogDigest: catalogDigest,
      workDigest: Self.digest(opened, work, extra), catalog: shard.number == 1 ? catalog.bytes : [])
  }

  /// Tells from all else what is made of pages, and with what.
  static func digest(_ opened: OpenedProject, _ work: ShardWork, _ extra: ContentDigest) -> ContentDigest {
    ContentDigest(of: work.identity + opened.digest.bytes + extra.bytes)
  }

  func leave(_ record: ShardFile, in folder: RecordFolder) throws(CommandFailure) {
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
      let found = try check(LintOptions(), progress)
      record.findings = found.bytes[...]
      settings.quality = QualityReport(
        findings: found.shown(project.configuration), states: [],
        messages: project.catalog.locales.map { _ in .source })
    }
    let part = try write(settings, outline, digest, to: shared, progress)
    record.pages = part.record[...]
    try leave(record, in: folder)
    KeptValue.keep(self)
    return SiteBuild.report(part.report, project, [], outputFolder: output)
  }

  /// What is found in the pages.
  private func check(_ options: LintOptions, _ progress: ProgressLine) throws(CommandFailure) -> ShardFindings {
    var lint = options
    lint.project = work.project
    lint.project.jobs = jobs
    func find(_ history: SourceHistory?, _ kept: KeptParts?) -> ShardFindings {
      LintRun.record(lint, project, pages, isFirst: shard.number == 1, history, kept, progress)
    }
    guard let memory = memory("findings") else { return find(try LintRun.history(lint, project), nil) }
    return try memory.run(context(ContentDigest(of: [])), project.catalog) { () throws(CommandFailure) in
      try LintRun.history(lint, project)
    } _: { history, kept in
      find(history, kept)
    }
  }

  // MARK: Memory

  /// What is known of the pages from an earlier run, where something is kept.
  private func memory(_ name: String) -> ShardMemory? {
    guard let folder = CacheFolder.find(cache, project.configuration, output: output, environment) else { return nil }
    return ShardMemory(
      name, shard, output: FileSystem.realPath(output) ?? output, in: folder, trusting: cache.trust(in: environment))
  }

  /// What all pages are made with.
  private func context(_ extra: ContentDigest) -> ContentDigest {
    ContentDigest(of: Self.digest(opened, work, extra).bytes + catalog.context.bytes)
  }

  private func write(
    _ settings: SiteSettings, _ outline: SiteOutline, _ digest: ContentDigest, to folder: SharedFolder,
    _ progress: ProgressLine
  ) throws(CommandFailure) -> SiteBuilder.Part {
    func make(_ kept: KeptParts?) throws(CommandFailure) -> SiteBuilder.Part {
      do throws(SiteError) {
        return try SiteBuilder(loader: project.loader, settings: settings).build(
          shard, pages: pages, outline, in: folder, feature: ModelFiles(project, jobs: jobs), kept: kept
        ) { progress.report("Building", done: $0, of: $1) }
      } catch {
        throw .failure(error.description)
      }
    }
    guard let memory = memory("pages") else { return try make(nil) }
    return try memory.run(context(digest), project.catalog) { () throws(CommandFailure) in
    } _: { _, kept throws(CommandFailure) in
      try make(kept)
    }
  }

  // MARK: Findings

  /// Looks at the pages of the shard.
  ///
  /// - Returns: What could not be read.
  func lint(_ options: LintOptions, _ progress: ProgressLine) throws(CommandFailure) -> [FileError] {
    let folder = RecordFolder(output: output)
    try folder.begin(shard, work, catalogDigest)
    var record = record(ContentDigest(of: []))
    let found = try check(options, progress)
    record.findings = found.bytes[...]
    try leave(record, in: folder)
    return found.failures
  }
}
