import DocgenLint
import DocgenModel
import DocgenSupport
import Synchronization

/// The work of `docgen lint` without its command line: from options to findings.
enum LintRun {
  static func run(_ options: LintOptions, progress: ProgressLine) throws(CommandFailure) -> LintReport {
    let project = try Project(options.project)
    let configuration = project.configuration
    let settings = settings(options, configuration)
    let baseline = options.adoption.baselineFile ?? configuration.baselineFile
    if baseline == nil, options.adoption.writesBaseline {
      throw .configuration(
        "--write-baseline needs the file: name it by --baseline FILE, or as 'lint: baseline' in the configuration")
    }
    let history = try SourceHistory.find(
      options.adoption.sourceHistory ?? configuration.sourceHistory, project.catalog)
    var scope: LintScope?
    var messages: [String] = []
    if let revision = options.adoption.changedSince {
      (scope, messages) = try ChangedPages.scope(since: revision, project.catalog)
    }
    let linter = Linter(loader: project.loader, settings: settings, history: history?.pages, scope: scope)
    let result = try run(linter, options, total: project.catalog.entries.count, progress)
    messages += history?.messages ?? []
    var diagnostics = result.diagnostics
    var baselined = 0
    if let baseline {
      let run = BaselineRun(
        file: baseline, writes: options.adoption.writesBaseline, rules: settings.rules, scope: scope,
        catalog: project.catalog)
      let (count, said) = try run.apply(to: &diagnostics)
      baselined = count
      messages += said
    }
    var report = LintReport(
      contentFolder: project.catalog.contentFolder, pages: result.pageCount, diagnostics: diagnostics,
      failingSeverity: options.failingSeverity ?? configuration.failingSeverity)
    report.messages = messages
    report.summary.allPages = scope.map { _ in project.catalog.fileCount }
    report.summary.suppressed = result.suppressedCount
    report.summary.baselined = baselined
    return report
  }

  private static func run(
    _ linter: Linter, _ options: LintOptions, total: Int, _ progress: ProgressLine
  ) throws(CommandFailure) -> Linter.Result {
    let done = Atomic<Int>(0)
    let result = linter.run(jobs: options.project.jobs) {
      progress.report("Checking", done: done.wrappingAdd(1, ordering: .relaxed).newValue, of: total)
    }
    if let failure = result.failures.first {
      let others = result.failures.count - 1
      throw .failure(others > 0 ? "\(failure), and \(others) more files like it" : failure.description)
    }
    return result
  }

  /// The rules that run: those of the command line, or else all that the configuration leaves on.
  private static func settings(_ options: LintOptions, _ configuration: Configuration) -> LintSettings {
    let overrides = configuration.rules.map { setting in
      var override = LintSettings.Override(
        rules: Set(RuleCatalog.rules(selectedBy: setting.selector) ?? []), severity: setting.severity)
      override.locales = setting.locales.map(Set.init)
      if let pattern = setting.path { override.matches = { pattern.matches($0) } }
      return override
    }
    return LintSettings(rules: options.rules ?? Set(RuleCatalog.all), overrides: overrides)
  }
}
