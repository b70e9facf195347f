import DocgenModel
import DocgenSupport

/// Runs all checks over all pages of a catalog.
package struct Linter: Sendable {
  /// What a run found.
  package struct Result: Sendable {
    /// The number of page files that were looked at.
    package var pageCount: Int
    /// In the order in which they are printed.
    package var diagnostics: [Diagnostic]
    /// Files that could not be read.
    package var failures: [FileError]
    /// The number of findings that comments of pages keep silent.
    package var suppressedCount = 0
    /// What each translation is to its source: by the indices of the page and of the locale; empty where staleness was
    /// not asked for, and nothing for the source itself, for pages that are not there or not looked at.
    package var states: [[TranslationState?]] = []
  }

  private let skippedFileChecks: [any SkippedFileCheck.Type]
  let catalogChecks: [any CatalogCheck.Type]
  let translationChecks: [any TranslationCheck.Type]
  let pageChecks: [any PageCheck.Type]
  let contentChecks: [any ContentCheck.Type]
  private let projectChecks: [any ProjectCheck.Type]
  let revisionCheck: (any RevisionCheck.Type)?
  private let suppressionChecks: [any SuppressionCheck.Type]
  let contentsChecks: [any ContentsCheck.Type]
  let oversizedFileChecks: [any OversizedFileCheck.Type]
  /// What the checks that run ask to be noted about each page.
  let notes: PageNotes

  let loader: PageLoader
  let settings: LintSettings
  let project: LintProject
  let history: (any PageRevisions)?
  let scope: LintScope?

  /// Makes a linter of the pages that a loader reads.
  ///
  /// - Parameters:
  ///   - loader: The pages.
  ///   - settings: Which rules run, and their severity.
  ///   - mappings: Where links lead that start with a slash.
  ///   - history: What the pages of the source were when they were translated, where that is known.
  ///   - scope: The pages to look at; `nil` for all.
  package init(
    loader: PageLoader, settings: LintSettings, mappings: [LinkMapping] = [], history: (any PageRevisions)? = nil,
    scope: LintScope? = nil
  ) {
    self.loader = loader
    self.settings = settings
    self.history = history
    self.scope = scope
    project = LintProject(loader, mappings: mappings)
    let checks = RuleCatalog.checks.filter { settings.rules.contains($0.rule) }
    skippedFileChecks = checks.compactMap { $0 as? any SkippedFileCheck.Type }
    catalogChecks = checks.compactMap { $0 as? any CatalogCheck.Type }
    translationChecks = checks.compactMap { $0 as? any TranslationCheck.Type }
    pageChecks = checks.compactMap { $0 as? any PageCheck.Type }
    contentChecks = checks.compactMap { $0 as? any ContentCheck.Type }
    projectChecks = checks.compactMap { $0 as? any ProjectCheck.Type }
    revisionCheck = checks.lazy.compactMap { $0 as? any RevisionCheck.Type }.first
    suppressionChecks = checks.compactMap { $0 as? any SuppressionCheck.Type }
    oversizedFileChecks = checks.compactMap { $0 as? any OversizedFileCheck.Type }
    contentsChecks = checks.compactMap { $0 as? any ContentsCheck.Type }
    notes = projectChecks.reduce(into: []) { $0.formUnion($1.notes) }
  }

  /// Lints every page; the result does not depend on the number of jobs.
  ///
  /// - Parameters:
  ///   - jobs: The number of threads.
  ///   - kept: What is known of the pages from the run before; `nil` to look at all.
  ///   - timings: Where it is kept how long that takes; `nil` if nobody asks.
  ///   - progress: Called from any thread after each page of the catalog.
  /// - Returns: What was found.
  package func run(
    jobs: Int, kept: KeptParts? = nil, timings: RunTimings? = nil, progress: @escaping @Sendable () -> Void = {}
  ) -> Result {
    let entries = loader.catalog.entries
    if let kept, let trace = FileTrace.current, let context = loader.catalog.context(trace) {
      kept.begin(ContentDigest(of: context.bytes))
    }
    let results = RunTimings.measure(timings, "check the pages") {
      Parallel.map(count: entries.count, jobs: jobs) { index in
        defer { progress() }
        // What is compared with other pages takes a look at all of them.
        if projectChecks.isEmpty, locales(of: entries[index]).isEmpty { return PageResult() }
        return RunTimings.measure(timings, page: entries[index].id) {
          guard let kept else { return lint(loader.load(entries[index]), entries[index]) }
          return result(at: index, kept)
        }
      }
    }
    return RunTimings.measure(timings, "compare the pages with each other") {
      collect(results, contents: lintContents())
    }
  }

  /// What was found in a page in the run before, where that would be found again, or else what is found now.
  func result(at index: Int, _ kept: KeptParts) -> PageResult {
    let entry = loader.catalog.entries[index]
    if var page = kept.part(entry.id), let result = try? PageResult(&page.content), page.content.isAtEnd {
      kept.keep(page, at: index)
      return result
    }
    let trace = FileTrace(within: FileTrace.current)
    let result = trace.record { lint(loader.load(entry), entry) }
    FileTrace.current?.note(trace)
    if result.canBeKept { kept.keep(entry.id, at: index, trace) { result.write(to: &$0) } }
    return result
  }

  /// Puts together what was found in the pages, in the order of the catalog, with what only their comparison shows.
  ///
  /// - Parameters:
  ///   - results: What was found in each page.
  ///   - files: Files that are not on disk as they were read, by their paths.
  ///   - contents: What was found in tables of contents, and which could not be read.
  /// - Returns: All findings in a total order, without those that are suppressed, and all failures.
  func collect(
    _ results: [PageResult], files: [String: [UInt8]] = [:],
    contents: (diagnostics: [Diagnostic], failures: [FileError]) = ([], [])
  ) -> Result {
    var result = Result(pageCount: results.reduce(0) { $0 + $1.pageCount }, diagnostics: [], failures: [])
    result.failures = loader.catalog.failures + results.flatMap(\.failures)
    if revisionCheck != nil { result.states = results.map(\.states) }
    result.diagnostics.reserveCapacity(results.reduce(0) { $0 + $1.diagnostics.count })
    let projectFindings = lintProject(results.map(\.record), files)
    result.failures += projectFindings.failures + contents.failures
    var others = (projectFindings.diagnostics + contents.diagnostics + skippedFiles()).sorted(by: Diagnostic.precedes)[
      ...]
    // A file belongs to one page, so that its findings are in order and only the files are to be sorted.
    let files = results.flatMap(\.files)
    for file in files.sorted(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }) {
      let end =
        others.firstIndex { file.path.utf8.lexicographicallyPrecedes($0.location.file.utf8) } ?? others.endIndex
      if end > others.startIndex {
        result.diagnostics += Self.merged(file.diagnostics, others[..<end])
        others = others[end...]
      } else {
        result.diagnostics += file.diagnostics
      }
    }
    result.diagnostics += others
    UnknownRequirementLabel.leaveFirst(of: &result.diagnostics)
    UnknownDirective.foldRepeated(in: &result.diagnostics)
    DirectiveHabits.fold(in: &result.diagnostics, results.lazy.map(\.record.tokens))
    suppress(results.flatMap(\.suppressions), in: &result)
    return result
  }

  /// Takes away what pages suppress, and adds what is wrong with the suppressions.
  private func suppress(_ suppressions: [FileSuppressions], in result: inout Result) {
    guard !suppressions.isEmpty else { return }
    var filter = SuppressionFilter(suppressions, RuleCatalog.names)
    result.suppressedCount = filter.apply(to: &result.diagnostics)
    var findings = suppressionChecks.flatMap { $0.check(filter, settings: settings) }
    _ = filter.apply(to: &findings)
    findings.sort(by: Diagnostic.precedes)
    result.diagnostics = Self.merged(result.diagnostics[...], findings[...])
  }

  /// Puts findings in their places among others; both are in order.
  private static func merged(_ diagnostics: ArraySlice<Diagnostic>, _ others: ArraySlice<Diagnostic>) -> [Diagnostic] {
    guard !others.isEmpty else { return Array(diagnostics) }
    var result: [Diagnostic] = []
    result.reserveCapacity(diagnostics.count + others.count)
    var next = others.startIndex
    for diagnostic in diagnostics {
      while next < others.endIndex, Diagnostic.precedes(others[next], diagnostic) {
        result.append(others[next])
        next += 1
      }
      result.append(diagnostic)
    }
    return result + others[next...]
  }

  /// What is to be said of what the catalog leaves out, whichever pages are looked at.
  private func skippedFiles() -> [Diagnostic] {
    loader.catalog.skipped.compactMap { file in
      guard let check = skippedFileChecks.first(where: { $0.covers(file.reason) }) else { return nil }
      return diagnostic(of: check.rule, file.reason.message, page: file.id, locale: file.locale, file: file.file)
    }
  }

  /// A finding about a file that is not read; `nil` if the rule is off there.
  func diagnostic(
    of rule: Rule, _ message: Message, page: String, locale: String, file: String
  ) -> Diagnostic? {
    guard let severity = settings.severity(of: rule, in: page, locale: locale) else { return nil }
    return Diagnostic(
      rule: rule.id, group: rule.group.rawValue, severity: severity, page: page, locale: locale, message: message,
      location: .start(of: file))
  }

  private func lintProject(
    _ records: [PageRecord], _ contents: [String: [UInt8]]
  ) -> (diagnostics: [Diagnostic], failures: [FileError]) {
    var findings = ProjectFindings(project: project, settings: settings, contents: contents)
    for check in projectChecks {
      check.check(records, in: project, &findings)
    }
    var result = findings.diagnostics()
    if let scope {
      result.diagnostics.removeAll { diagnostic in
        loader.catalog.locales.firstIndex(of: diagnostic.locale).map {
          !scope.locales(of: diagnostic.page).contains($0)
        } ?? false
      }
    }
    return result
  }
}
