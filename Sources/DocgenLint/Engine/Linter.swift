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
  private let loader: PageLoader
  private let settings: LintSettings
  private let lexicons: [RequirementLexicon]

  /// Makes a linter of the pages that a loader reads.
  public init(loader: PageLoader, settings: LintSettings) {
    self.loader = loader
    self.settings = settings
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
    let entries = loader.catalog.entries
    let results = Parallel.map(count: entries.count, jobs: jobs) { index in
      defer { progress() }
      return lint(entries[index])
    }
    var result = Result(pageCount: loader.catalog.fileCount, diagnostics: [], failures: [])
    result.failures = results.flatMap(\.failures)
    result.diagnostics.reserveCapacity(results.reduce(0) { $0 + $1.diagnostics.count })
    // A file belongs to one page, so that its findings are in order and only the files are to be sorted.
    let files = results.flatMap(\.files)
    for file in files.sorted(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }) {
      result.diagnostics += file.diagnostics
    }
    return result
  }

  private struct PageResult: Sendable {
    /// In their total order.
    var diagnostics: [Diagnostic] = []
    var failures: [FileError] = []

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

  private func lint(_ entry: PageCatalog.Entry) -> PageResult {
    let page = loader.load(entry)
    var result = PageResult()
    result.failures = page.failures.map(\.error)
    for translation in page.translations {
      guard let translation else { continue }
      result.diagnostics += lint(translation, of: page)
    }
    for check in catalogChecks {
      result.diagnostics += check.check(entry, catalog: loader.catalog, settings: settings)
    }
    result.diagnostics.sort(by: Diagnostic.precedes)
    return result
  }

  private func lint(_ page: LocalizedPage, of apiPage: APIPage) -> [Diagnostic] {
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
    return findings.diagnostics
  }
}
