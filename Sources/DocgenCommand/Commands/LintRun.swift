import DocgenLint
import DocgenModel
import DocgenSupport
import Synchronization

/// The work of `docgen lint` without its command line: from options to findings.
enum LintRun {
  static func run(_ options: LintOptions, progress: ProgressLine) throws(CommandFailure) -> LintReport {
    let project = try Project(options.project)
    let settings = settings(options, project.configuration)
    let total = project.catalog.entries.count
    let done = Atomic<Int>(0)
    let step: StaticString = options.fixing == nil ? "Checking" : "Fixing"
    let report: @Sendable () -> Void = {
      progress.report(step, done: done.wrappingAdd(1, ordering: .relaxed).newValue, of: total)
    }
    var fixes: FixReport?
    let result: Linter.Result
    if let fixing = options.fixing {
      let fixer = Fixer(loader: project.loader, settings: settings, allowsUnsafe: fixing.allowsUnsafe)
      (result, fixes) = fix(fixer, fixing, folder: project.catalog.contentFolder, options.project.jobs, report)
    } else {
      result = Linter(loader: project.loader, settings: settings).run(jobs: options.project.jobs, progress: report)
    }
    if let failure = result.failures.first {
      let others = result.failures.count - 1
      throw .failure(others > 0 ? "\(failure), and \(others) more files like it" : failure.description)
    }
    return LintReport(
      contentFolder: project.catalog.contentFolder, pages: result.pageCount, diagnostics: result.diagnostics,
      failingSeverity: options.failingSeverity ?? project.configuration.failingSeverity,
      pagesByLocale: pages(of: project.catalog), fixes: fixes)
  }

  /// The ids of the pages of each locale.
  private static func pages(of catalog: PageCatalog) -> [String: [String]] {
    var pages: [String: [String]] = [:]
    for (index, locale) in catalog.locales.enumerated() {
      pages[locale] = catalog.entries.lazy.filter { $0.files[index] != nil }.map(\.id)
    }
    return pages
  }

  private static func fix(
    _ fixer: Fixer, _ fixing: LintOptions.Fixing, folder: String, _ jobs: Int,
    _ progress: @escaping @Sendable () -> Void
  ) -> (Linter.Result, FixReport) {
    let result = fixer.run(jobs: jobs, progress: progress) { change throws(FileError) -> FileDifference? in
      if fixing.showsDifference { return FileDifference(change) }
      try FileSystem.replace(folder + "/" + change.file, with: change.new)
      return nil
    }
    let report = FixReport(
      fixed: result.fixedCount, files: result.outputs.count, refused: result.refusedCount,
      allowsUnsafe: fixing.allowsUnsafe,
      differences: fixing.showsDifference ? result.outputs.compactMap(\.self) : nil, undecoded: result.undecoded)
    return (result.lint, report)
  }

  /// The rules that run: those of the command line, or else all that the configuration leaves on.
  private static func settings(_ options: LintOptions, _ configuration: Configuration) -> LintSettings {
    let overrides = configuration.rules.map { setting in
      var override = LintSettings.Override(
        rules: Set(RuleCatalog.rules(selectedBy: setting.selector) ?? []), severity: setting.severity)
      if let pattern = setting.path { override.matches = { pattern.matches($0) } }
      return override
    }
    return LintSettings(rules: options.rules ?? Set(RuleCatalog.all), overrides: overrides)
  }
}
