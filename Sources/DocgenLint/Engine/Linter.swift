import DocgenModel
import DocgenSupport

/// Runs all checks over all pages of a catalog.
public struct Linter: Sendable {
  /// What a run found.
  public struct Result: Sendable {
    /// The number of page files that were looked at.
    public var pageCount: Int
    /// In the order in which they are printed.
    public var diagnostics: [Diagnostic]
    /// Files that could not be read.
    public var failures: [FileError]
  }

  private let catalogChecks: [any CatalogCheck.Type]
  private let translationChecks: [any TranslationCheck.Type]
  private let pageChecks: [any PageCheck.Type]
  private let contentChecks: [any ContentCheck.Type]
  private let projectChecks: [any ProjectCheck.Type]

  let loader: PageLoader
  private let settings: LintSettings
  private let project: LintProject

  /// Makes a linter of the pages that a loader reads.
  public init(loader: PageLoader, settings: LintSettings) {
    self.loader = loader
    self.settings = settings
    project = LintProject(loader)
    let checks = RuleCatalog.checks.filter { settings.rules.contains($0.rule) }
    catalogChecks = checks.compactMap { $0 as? any CatalogCheck.Type }
    translationChecks = checks.compactMap { $0 as? any TranslationCheck.Type }
    pageChecks = checks.compactMap { $0 as? any PageCheck.Type }
    contentChecks = checks.compactMap { $0 as? any ContentCheck.Type }
    projectChecks = checks.compactMap { $0 as? any ProjectCheck.Type }
  }

  /// Lints every page; the result does not depend on the number of jobs.
  ///
  /// `progress` is called from any thread after each page of the catalog.
  public func run(jobs: Int, progress: @escaping @Sendable () -> Void = {}) -> Result {
    let entries = loader.catalog.entries
    let results = Parallel.map(count: entries.count, jobs: jobs) { index in
      defer { progress() }
      return lint(loader.load(entries[index]), entries[index])
    }
    return collect(results)
  }

  /// Puts together what was found in the pages, in the order of the catalog, with what only their comparison shows.
  ///
  /// - Parameters:
  ///   - results: What was found in each page.
  ///   - contents: Files that are not on disk as they were read, by their paths.
  func collect(_ results: [PageResult], contents: [String: [UInt8]] = [:]) -> Result {
    var result = Result(pageCount: loader.catalog.fileCount, diagnostics: [], failures: [])
    result.failures = results.flatMap(\.failures)
    result.diagnostics.reserveCapacity(results.reduce(0) { $0 + $1.diagnostics.count })
    // A file belongs to one page, so that its findings are in order and only the files are to be sorted.
    let files = results.flatMap(\.files)
    for file in files.sorted(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }) {
      result.diagnostics += file.diagnostics
    }
    let projectFindings = lintProject(results.map(\.record), contents)
    result.failures += projectFindings.failures
    result.diagnostics = Self.merged(result.diagnostics, projectFindings.diagnostics)
    return result
  }

  /// What was found in a page in all of its locales.
  struct PageResult: Sendable {
    /// In their total order.
    var diagnostics: [Diagnostic] = []
    var failures: [FileError] = []
    var record = PageRecord()

    /// The findings of each file that has some.
    fileprivate var files: [(path: String, diagnostics: ArraySlice<Diagnostic>)] {
      var files: [(path: String, diagnostics: ArraySlice<Diagnostic>)] = []
      var start = 0
      while start < diagnostics.count {
        let path = diagnostics[start].location.file
        let end = diagnostics[start...].firstIndex { $0.location.file != path } ?? diagnostics.count
        files.append((path, diagnostics[start..<end]))
        start = end
      }
      return files
    }
  }

  /// What is to be said of a page in all of its locales.
  func lint(_ page: APIPage, _ entry: PageCatalog.Entry) -> PageResult {
    var result = PageResult()
    result.failures = page.failures.map(\.error)
    let source = page.source.map { PageContext($0, of: page, source: nil, project: project) }
    var recorder = PageRecorder(rules: settings.rules)
    for translation in page.translations {
      guard let translation else { continue }
      let isTranslation = translation.locale != PageCatalog.source
      let context =
        isTranslation ? PageContext(translation, of: page, source: source, project: project) : source
      guard let context else { continue }
      let pair = source.flatMap { isTranslation ? TranslationPair(source: $0, translation: context) : nil }
      result.diagnostics += lint(context, pair)
      recorder.add(context, pair: pair)
    }
    result.record = recorder.record
    for check in catalogChecks {
      result.diagnostics += check.check(entry, catalog: loader.catalog, settings: settings)
    }
    result.diagnostics.sort(by: Diagnostic.precedes)
    return result
  }

  /// What is to be said of a page in one locale, by itself and beside its source.
  func lint(_ page: LocalizedPage, of apiPage: APIPage) -> [Diagnostic] {
    let source = apiPage.source.map { PageContext($0, of: apiPage, source: nil, project: project) }
    guard page.locale != PageCatalog.source else { return source.map { lint($0, nil) } ?? [] }
    let context = PageContext(page, of: apiPage, source: source, project: project)
    return lint(context, source.map { TranslationPair(source: $0, translation: context) })
  }

  private func lint(_ context: PageContext, _ pair: TranslationPair?) -> [Diagnostic] {
    let page = context.page
    var findings = Findings(
      settings: settings, page: context.apiPage.id, locale: loader.catalog.locales[page.locale], file: page.source,
      source: context.source?.page.source)
    for check in pageChecks {
      check.check(page, isTranslation: context.source != nil, &findings)
    }
    for check in contentChecks { check.check(context, &findings) }
    if let pair {
      for check in translationChecks { check.check(pair, &findings) }
    }
    return findings.diagnostics
  }

  /// Puts the findings of the project in their places among those of the pages, which are in order.
  private static func merged(_ diagnostics: [Diagnostic], _ others: [Diagnostic]) -> [Diagnostic] {
    guard !others.isEmpty else { return diagnostics }
    var result: [Diagnostic] = []
    result.reserveCapacity(diagnostics.count + others.count)
    var rest = others.sorted(by: Diagnostic.precedes)[...]
    for diagnostic in diagnostics {
      while let next = rest.first, Diagnostic.precedes(next, diagnostic) {
        result.append(next)
        rest.removeFirst()
      }
      result.append(diagnostic)
    }
    return result + rest
  }

  private func lintProject(
    _ records: [PageRecord], _ contents: [String: [UInt8]]
  ) -> (diagnostics: [Diagnostic], failures: [FileError]) {
    var findings = ProjectFindings(project: project, settings: settings, contents: contents)
    for check in projectChecks {
      check.check(records, in: project, &findings)
    }
    return findings.diagnostics()
  }
}
