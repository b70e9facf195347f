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
    /// The number of findings that comments of pages keep silent.
    public var suppressedCount = 0
  }

  private let catalogChecks: [any CatalogCheck.Type]
  private let translationChecks: [any TranslationCheck.Type]
  private let pageChecks: [any PageCheck.Type]
  private let loader: PageLoader
  private let settings: LintSettings
  private let lexicons: [RequirementLexicon]
  private let history: (any PageRevisions)?
  private let scope: LintScope?

  /// Makes a linter of the pages that a loader reads.
  ///
  /// - Parameters:
  ///   - loader: The pages.
  ///   - settings: Which rules run, and how much they weigh.
  ///   - history: What the pages of the source were when they were translated, where that is known.
  ///   - scope: The pages to look at; nothing for all.
  public init(
    loader: PageLoader, settings: LintSettings, history: (any PageRevisions)? = nil, scope: LintScope? = nil
  ) {
    self.loader = loader
    self.settings = settings
    self.history = history
    self.scope = scope
    let checks = RuleCatalog.checks.filter { settings.rules.contains($0.rule) }
    catalogChecks = checks.compactMap { $0 as? any CatalogCheck.Type }
    translationChecks = checks.compactMap { $0 as? any TranslationCheck.Type }
    pageChecks = checks.compactMap { $0 as? any PageCheck.Type }
    let source = loader.vocabularies[PageCatalog.source]
    lexicons = loader.vocabularies.map { RequirementLexicon($0, source: source) }
  }

  /// Lints every page; the result does not depend on the number of jobs.
  ///
  /// `progress` is called from any thread after each page of the catalog.
  public func run(jobs: Int, progress: @escaping @Sendable () -> Void = {}) -> Result {
    let entries = loader.catalog.entries.filter { !locales(of: $0).isEmpty }
    let results = Parallel.map(count: entries.count, jobs: jobs) { index in
      defer { progress() }
      return lint(entries[index])
    }
    var result = Result(pageCount: results.reduce(0) { $0 + $1.pageCount }, diagnostics: [], failures: [])
    result.failures = results.flatMap(\.failures)
    result.diagnostics.reserveCapacity(results.reduce(0) { $0 + $1.diagnostics.count })
    // A file belongs to one page, so that its findings are in order and only the files are to be sorted.
    let files = results.flatMap(\.files)
    for file in files.sorted(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }) {
      result.diagnostics += file.diagnostics
    }
    suppress(results.flatMap(\.suppressions), in: &result)
    return result
  }

  /// Takes away what pages suppress, and adds what is wrong with the suppressions.
  private func suppress(_ suppressions: [FileSuppressions], in result: inout Result) {
    guard !suppressions.isEmpty else { return }
    var filter = SuppressionFilter(suppressions)
    result.suppressedCount = filter.apply(to: &result.diagnostics)
    guard settings.rules.contains(UnusedSuppression.rule) else { return }
    result.diagnostics += filter.unused(settings)
    result.diagnostics.sort(by: Diagnostic.precedes)
  }

  private struct PageResult: Sendable {
    /// In their total order.
    var diagnostics: [Diagnostic] = []
    var failures: [FileError] = []
    /// The number of files that were looked at.
    var pageCount = 0
    /// Of the files that have some.
    var suppressions: [FileSuppressions] = []

    /// The findings of each file that has some.
    var files: [(path: String, diagnostics: ArraySlice<Diagnostic>)] {
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

  /// The locales in which a page is looked at.
  private func locales(of entry: PageCatalog.Entry) -> Set<Int> {
    scope?.locales(of: entry.id) ?? Set(entry.files.indices)
  }

  private func lint(_ entry: PageCatalog.Entry) -> PageResult {
    let page = loader.load(entry)
    var result = PageResult()
    result.failures = page.failures.map(\.error)
    let locales = locales(of: entry)
    result.pageCount = locales.count { entry.files[$0] != nil }
    var staleness = Staleness(page, history: history, loader: loader)
    for translation in page.translations {
      guard let translation else { continue }
      let isInScope = locales.contains(translation.locale)
      if isInScope { result.diagnostics += lint(translation, of: page, &staleness) }
      let suppressions = SuppressionReader.read(translation)
      guard !suppressions.isEmpty else { continue }
      result.suppressions.append(
        FileSuppressions(
          file: translation.source.path, page: page.id, locale: loader.catalog.locales[translation.locale],
          suppressions: suppressions, isComplete: isInScope))
    }
    let names = Set(locales.map { loader.catalog.locales[$0] })
    for check in catalogChecks {
      let diagnostics = check.check(entry, catalog: loader.catalog, settings: settings)
      result.diagnostics += diagnostics.filter { names.contains($0.locale) }
    }
    result.diagnostics.sort(by: Diagnostic.precedes)
    return result
  }

  private func lint(
    _ page: LocalizedPage, of apiPage: APIPage, _ staleness: inout Staleness
  ) -> [Diagnostic] {
    let isTranslation = page.locale != PageCatalog.source
    let source = isTranslation ? apiPage.source : nil
    var findings = Findings(
      settings: settings, page: apiPage.id, locale: loader.catalog.locales[page.locale], file: page.source,
      source: source?.source)
    for check in pageChecks {
      check.check(page, isTranslation: source != nil, &findings)
    }
    if let source {
      let pair = TranslationPair(source: source, translation: page, lexicons: lexicons)
      for check in translationChecks { check.check(pair, &findings) }
    }
    if isTranslation, settings.rules.contains(StaleTranslation.rule) {
      StaleTranslation.check(page, &staleness, &findings)
    }
    return findings.diagnostics
  }
}
