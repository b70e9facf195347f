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

  private static let catalogChecks = RuleCatalog.checks.compactMap { $0 as? any CatalogCheck.Type }
  private static let translationChecks = RuleCatalog.checks.compactMap { $0 as? any TranslationCheck.Type }
  private static let pageChecks = RuleCatalog.checks.compactMap { $0 as? any PageCheck.Type }

  let loader: PageLoader
  private let settings: LintSettings
  private let lexicons: [RequirementLexicon]
  private let phrases: [PhraseTranslation]

  /// Makes a linter of the pages that a loader reads.
  public init(loader: PageLoader, settings: LintSettings) {
    self.loader = loader
    self.settings = settings
    let source = loader.vocabularies[PageCatalog.source]
    lexicons = loader.vocabularies.map { RequirementLexicon($0, source: source) }
    phrases = loader.vocabularies.map { PhraseTranslation(from: source, to: $0) }
  }

  /// Lints every page; the result does not depend on the number of jobs.
  ///
  /// `progress` is called from any thread after each page of the catalog.
  public func run(jobs: Int, progress: @escaping @Sendable () -> Void = {}) -> Result {
    let entries = loader.catalog.entries
    let results = Parallel.map(count: entries.count, jobs: jobs) { index in
      defer { progress() }
      return lint(entries[index])
    }
    var result = Result(pageCount: loader.catalog.fileCount, diagnostics: [], failures: [])
    result.diagnostics.reserveCapacity(results.reduce(0) { $0 + $1.diagnostics.count })
    for part in results {
      result.diagnostics += part.diagnostics
      result.failures += part.failures
    }
    result.diagnostics.sort(by: Diagnostic.precedes)
    return result
  }

  private struct PageResult: Sendable {
    var diagnostics: [Diagnostic] = []
    var failures: [FileError] = []
  }

  private func lint(_ entry: PageCatalog.Entry) -> PageResult {
    let page = loader.load(entry)
    var result = PageResult()
    result.failures = page.failures.map(\.error)
    for translation in page.translations {
      guard let translation else { continue }
      result.diagnostics += lint(translation, of: page)
    }
    result.diagnostics += lintFiles(of: entry)
    return result
  }

  /// What is to be said of the files of a page without reading them.
  func lintFiles(of entry: PageCatalog.Entry) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for check in Self.catalogChecks where settings.rules.contains(check.rule) {
      diagnostics += check.check(entry, catalog: loader.catalog, settings: settings)
    }
    return diagnostics
  }

  /// What is to be said of a page in one locale, by itself and beside its source.
  func lint(_ page: LocalizedPage, of apiPage: APIPage) -> [Diagnostic] {
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
        page: apiPage, source: source, translation: page, lexicons: lexicons, phrases: phrases)
      for check in Self.translationChecks where settings.rules.contains(check.rule) { check.check(pair, &findings) }
    }
    return findings.diagnostics
  }
}
