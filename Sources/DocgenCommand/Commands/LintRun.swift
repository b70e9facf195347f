import DocgenLint
import DocgenModel
import DocgenSupport
import Synchronization

/// The work of `docgen lint` without its command line: from options to findings.
enum LintRun: MessageSource {
  struct Messages: MessageSet {
    let fixing = MessageForm<Int, Int>("Fixing {1} of {2}")
    let checking = MessageForm<Int, Int>("Checking {1} of {2}")
  }

  /// Lints a project.
  ///
  /// - Parameters:
  ///   - options: What the command line asks for.
  ///   - console: Tells the user's language, where the user is, and what an editor sends; other programs are written to
  ///     in English.
  ///   - notes: What the run before left for this one, and this one leaves for the next; `nil` to look at all pages.
  ///   - timings: Where it is kept how long that takes; `nil` if nobody asks.
  ///   - progress: Where the work is shown.
  /// - Returns: What was found, and in which language it is told.
  /// - Throws: What is wrong with the command line or the configuration, or with a file.
  static func run(
    _ options: LintOptions, _ console: Console, notes: RunNotes? = nil, timings: RunTimings? = nil,
    progress: ProgressLine
  ) throws(CommandFailure) -> LintReport {
    var project = try RunTimings.measure(timings, "find the pages") { () throws(CommandFailure) in
      try Project(options.project)
    }
    let named = try namedPaths(options, &project, console)
    let catalog = try UserLanguage(project.locales)
      .catalog(options.language, options.format == .text ? console.environment : nil)
    return try run(options, project, catalog, named, notes: notes, timings: timings, progress: progress)
  }

  /// Lints a project that is read already, and tells what was found in the language of a catalog.
  ///
  /// Where the findings of all shards are given, what was found in pages is taken from them.
  static func run(
    _ options: LintOptions, _ project: Project, _ catalog: MessageCatalog, _ named: NamedPaths? = nil,
    shards: ShardFindings? = nil, notes: RunNotes? = nil, timings: RunTimings? = nil, progress: ProgressLine
  ) throws(CommandFailure) -> LintReport {
    let configuration = project.configuration
    let settings = settings(options, configuration)
    let baseline = options.adoption.baselineFile ?? configuration.baselineFile
    if baseline == nil, options.adoption.writesBaseline {
      throw .configuration(
        "--write-baseline needs the file: name it by --baseline FILE, or as 'lint: baseline' in the configuration")
    }
    let history = shards == nil ? try history(options, project) : nil
    var scope = named?.scope
    var messages: [Message] = project.notices + (named?.messages ?? [])
    if let revision = options.adoption.changedSince {
      let changed = try ChangedPages.scope(since: revision, project.catalog)
      scope = scope?.intersection(changed.scope) ?? changed.scope
      messages += changed.messages
    }
    var run = baseline.map {
      BaselineRun(
        file: $0, writes: options.adoption.writesBaseline, rules: settings.rules, scope: scope,
        catalog: project.catalog)
    }
    // What the configuration names may come from anyone; what the command line names is the user's own.
    run?.boundary = options.adoption.baselineFile == nil ? project.catalog.boundary.forNamedFiles : nil
    let accepted = try options.fixing == nil ? [] : run?.accepted() ?? []
    let merged = shards.map { (result: linter(options, project, nil).result(of: $0.records), fixes: FixReport?.none) }
    let (result, fixes) =
      if let merged { merged } else {
        try Self.run(options, project, settings, history?.pages, scope, accepted, notes, timings, progress, catalog)
      }
    messages += (shards?.history ?? history?.notes)?.messages ?? []
    var diagnostics = result.diagnostics
    if let named { diagnostics.removeAll { !named.cover($0) } }
    var baselined = 0
    if var run {
      run.unreadableCount = result.failures.count
      let (count, said) = try run.apply(to: &diagnostics)
      baselined = count
      messages += said
    }
    var report = LintReport(
      contentFolder: project.catalog.contentFolder, pages: result.pageCount, diagnostics: diagnostics,
      failingSeverity: options.failingSeverity ?? configuration.failingSeverity,
      pagesByLocale: pages(of: project.catalog, scope), fixes: fixes, folds: configuration.stalePages == .fold)
    report.messages = messages
    report.failures = result.failures
    report.emptiness = project.emptiness
    report.contents = { [catalog = project.catalog] in try? catalog.read($0) }
    report.catalog = catalog
    report.states = result.states
    report.jobs = options.project.jobs
    report.summary.allPages = scope.map { _ in project.catalog.fileCount }
    report.summary.suppressed = result.suppressedCount
    report.summary.baselined = baselined
    if let limit = options.mostFindings { report.keepWorst(limit) }
    return report
  }

  private static func run(
    _ options: LintOptions, _ project: Project, _ settings: LintSettings, _ history: (any PageRevisions)?,
    _ scope: LintScope?, _ accepted: Set<FindingKey>, _ notes: RunNotes?, _ timings: RunTimings?,
    _ progress: ProgressLine, _ catalog: MessageCatalog
  ) throws(CommandFailure) -> (Linter.Result, FixReport?) {
    let total = project.catalog.entries.count
    let done = Atomic<Int>(0)
    let isFixing = options.fixing != nil
    let report: @Sendable () -> Void = {
      let done = done.wrappingAdd(1, ordering: .relaxed).newValue
      progress.report(done: done, of: total) {
        catalog.text(isFixing ? Self.messages.fixing(done, total) : Self.messages.checking(done, total))
      }
    }
    var fixes: FixReport?
    let result: Linter.Result
    if let fixing = options.fixing {
      let fixer = Fixer(
        loader: project.loader, settings: settings, mappings: project.linkMappings, history: history, scope: scope,
        allowsUnsafe: fixing.allowsUnsafe, accepted: accepted)
      (result, fixes) = try FixRun(
        fixer: fixer, fixing: fixing, pages: project.catalog, catalog: catalog, jobs: options.project.jobs
      ).run(progress: report)
    } else {
      let linter = Linter(
        loader: project.loader, settings: settings, mappings: project.linkMappings, history: history, scope: scope)
      let kept = notes?.parts
      result = linter.run(jobs: options.project.jobs, kept: kept, timings: timings, progress: report)
      notes?.next = kept?.pieces ?? []
    }
    return (result, fixes)
  }

  /// The ids of the pages of each locale that were looked at.
  private static func pages(of catalog: PageCatalog, _ scope: LintScope?) -> [String: [String]] {
    var pages: [String: [String]] = [:]
    for (index, locale) in catalog.locales.enumerated() {
      pages[locale] = catalog.entries.lazy
        .filter { $0.files[index] != nil && scope?.locales(of: $0.id).contains(index) ?? true }.map(\.id)
    }
    return pages
  }

  /// The rules that run: those of the command line, or else all that the configuration leaves on.
  static func settings(_ options: LintOptions, _ configuration: Configuration) -> LintSettings {
    let overrides = configuration.rules.map { setting in
      var override = LintSettings.Override(
        rules: Set(RuleCatalog.rules(selectedBy: setting.selector) ?? []), severity: setting.severity)
      override.locales = setting.locales.map(Set.init)
      if let pattern = setting.path { override.matches = { pattern.matches($0) } }
      return override
    }
    let rules = options.rules ?? Set(RuleCatalog.all)
    return LintSettings(rules: rules.subtracting(options.ignoredRules), overrides: overrides)
  }
}
