import DocgenExport
import DocgenModel
import DocgenSupport
import Synchronization

/// The work of `docgen export` without its command line: from options to text.
enum ExportRun {
  /// What there is to say after an export.
  struct Result {
    /// What was left out of the content, each on a line.
    var problems: [String] = []
    /// Files and folders that could not be read.
    var failures: [FileError] = []

    /// Says it, and tells how that ends the program.
    func tell(on console: Console) -> ExitStatus {
      for problem in problems { console.say(problem) }
      return console.say(failures: failures.map(\.description))
    }
  }

  /// Exports a project, or writes the schema.
  static func run(
    _ options: ExportOptions, to output: Output, progress: ProgressLine
  ) throws(CommandFailure) -> Result {
    if options.wantsSchema {
      output.write(ModelSchema.published)
      return Result()
    }
    let project = try Project(options.project, options.format == .inventory ? .source : .all)
    try project.checkPages()
    // What is not on the site is not in its model either.
    let loader = project.loader.reading(Publications(project.catalog, jobs: options.project.jobs).catalog)
    let total = loader.catalog.entries.count
    let done = Atomic<Int>(0)
    let step: @Sendable () -> Void = {
      progress.report("Exporting", done: done.wrappingAdd(1, ordering: .relaxed).newValue, of: total)
    }
    let failures: [FileError]
    if let exporter = exporter(project, loader, options.model) {
      failures = exporter.export(jobs: options.project.jobs, progress: step) { text in
        output.write(text)
        return !output.isClosed
      }
    } else {
      let result = Inventory.make(
        loader: loader, locale: project.catalog.locales.count - 1, paths: project.paths(of: loader.catalog),
        jobs: options.project.jobs, progress: step)
      failures = result.failures
      output.write(bytes(of: result.inventory, project, locale: project.catalog.locales.count - 1))
    }
    progress.clear()
    return Result(problems: project.noticeLines + project.skippedFiles, failures: project.catalog.failures + failures)
  }

  /// What writes a model; `nil` for an inventory.
  static func exporter(_ project: Project, _ loader: PageLoader, _ model: ShardWork.Model) -> ModelExporter? {
    let layout: ModelExporter.Layout
    switch ExportFormat(rawValue: model.format) {
    case .json: layout = .json(isIndented: model.isPretty)
    case .jsonLines: layout = .lines
    case .inventory, nil: return nil
    }
    return ModelExporter(
      loader: loader, layout: layout, version: Version.current, hasSpans: model.hasSpans,
      links: LinkTargets(loader.catalog, mappings: project.linkMappings), paths: project.paths(of: loader.catalog))
  }

  /// The file of an inventory of a locale; with the program's name where there is no title.
  static func bytes(of inventory: Inventory, _ project: Project, locale: Int) -> [UInt8] {
    inventory.bytes(project: project.title(of: locale) ?? "docgen", version: "")
  }
}

extension ExportOptions {
  /// How the model is written.
  var model: ShardWork.Model {
    ShardWork.Model(format: format.rawValue, hasSpans: hasSpans, isPretty: isPretty)
  }

  /// What shards of this export are asked to make.
  var work: ShardWork {
    var work = ShardWork(kind: .model, project: project)
    work.model = model
    // The catalog has all locales; that of an inventory is one of them.
    if format == .inventory {
      work.model?.locale = project.locales.first
      work.project.locales = []
    }
    return work
  }
}
