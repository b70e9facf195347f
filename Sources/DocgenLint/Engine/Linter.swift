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

  private static let catalogChecks = RuleCatalog.checks.compactMap { $0 as? any CatalogCheck.Type }
  private static let translationChecks = RuleCatalog.checks.compactMap { $0 as? any TranslationCheck.Type }
  private static let pageChecks = RuleCatalog.checks.compactMap { $0 as? any PageCheck.Type }

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
    var result = Result(pageCount: 0, diagnostics: [], failures: [])
    result.diagnostics.reserveCapacity(results.reduce(0) { $0 + $1.diagnostics.count })
    var suppressions: [String: FileSuppressions] = [:]
    for part in results {
      result.pageCount += part.pageCount
      result.diagnostics += part.diagnostics
      result.failures += part.failures
      suppressions.merge(part.suppressions) { first, _ in first }
    }
    if !suppressions.isEmpty {
      var filter = SuppressionFilter(suppressions)
      result.suppressedCount = filter.apply(to: &result.diagnostics)
      if settings.rules.contains(UnusedSuppression.rule) { result.diagnostics += filter.unused(settings) }
    }
    result.diagnostics.sort(by: Diagnostic.precedes)
    return result
  }

  private struct PageResult: Sendable {
    var diagnostics: [Diagnostic] = []
    var failures: [FileError] = []
    /// The number of files that were looked at.
    var pageCount = 0
    /// By the paths of the files that have some.
    var suppressions: [String: FileSuppressions] = [:]
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
      result.suppressions[translation.source.path] = FileSuppressions(
        page: page.id, locale: loader.catalog.locales[translation.locale], suppressions: suppressions,
        isComplete: isInScope)
    }
    let names = Set(locales.map { loader.catalog.locales[$0] })
    for check in Self.catalogChecks where settings.rules.contains(check.rule) {
      let diagnostics = check.check(entry, catalog: loader.catalog, settings: settings)
      result.diagnostics += diagnostics.filter { names.contains($0.locale) }
    }
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
    for check in Self.pageChecks where settings.rules.contains(check.rule) {
      check.check(page, isTranslation: source != nil, &findings)
    }
    if let source {
      let pair = TranslationPair(
        page: apiPage, source: source, translation: page, lexicons: lexicons)
      for check in Self.translationChecks where settings.rules.contains(check.rule) { check.check(pair, &findings) }
    }
    if isTranslation, settings.rules.contains(StaleTranslation.rule) {
      StaleTranslation.check(page, &staleness, &findings)
    }
    return findings.diagnostics
  }
}
