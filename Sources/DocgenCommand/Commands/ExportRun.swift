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
    switch options.format {
    case .json:
      failures = export(project, loader, .json(isIndented: options.isPretty), options, to: output, step)
    case .jsonLines:
      failures = export(project, loader, .lines, options, to: output, step)
    case .inventory:
      let result = Inventory.make(
        loader: loader, locale: project.catalog.locales.count - 1, paths: project.paths(of: loader.catalog),
        jobs: options.project.jobs, progress: step)
      failures = result.failures
      output.write(result.inventory.bytes(project: project.title, version: ""))
    }
    progress.clear()
    return Result(problems: project.noticeLines + project.skippedFiles, failures: project.catalog.failures + failures)
  }

  private static func export(
    _ project: Project, _ loader: PageLoader, _ layout: ModelExporter.Layout, _ options: ExportOptions,
    to output: Output, _ step: @escaping @Sendable () -> Void
  ) -> [FileError] {
    let exporter = ModelExporter(
      loader: loader, layout: layout, version: Version.current, hasSpans: options.hasSpans,
      links: LinkTargets(loader.catalog, mappings: project.linkMappings), paths: project.paths(of: loader.catalog))
    return exporter.export(jobs: options.project.jobs, progress: step) { text in
      output.write(text)
      return !output.isClosed
    }
  }
}

extension Project {
  /// The title of the site in the language that is exported; the program's name where there is none.
  fileprivate var title: String { title(of: catalog.locales.count - 1) ?? "docgen" }
}
