import DocgenModel
import DocgenSupport

/// Checks the pages one by one, each in all of its locales.
extension Linter {
  /// What was found in a page in all of its locales.
  struct PageResult: Sendable {
    /// In their total order.
    var diagnostics: [Diagnostic] = []
    var failures: [FileError] = []
    /// The number of files that were looked at.
    var pageCount = 0
    /// Of the files that have some.
    var suppressions: [FileSuppressions] = []
    var record = PageRecord()
    /// By the index of the locale; shorter where the last ones have none.
    var states: [TranslationState?] = []
    /// The history of the source was asked, which tells of the whole run what it did not know.
    var asksHistory = false

    init() {}

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
  func locales(of entry: PageCatalog.Entry) -> Set<Int> {
    scope?.locales(of: entry.id) ?? Set(entry.files.indices)
  }

  /// What is to be said of a page in all of its locales.
  func lint(_ page: APIPage, _ entry: PageCatalog.Entry) -> PageResult {
    let locales = locales(of: entry)
    var result = PageResult()
    for (locale, error) in page.failures {
      guard error.isTooLarge, let file = entry.files[locale] else {
        result.failures.append(error)
        continue
      }
      guard locales.contains(locale) else { continue }
      let name = loader.catalog.locales[locale]
      result.diagnostics += oversizedFileChecks.compactMap { check in
        diagnostic(of: check.rule, check.message, page: page.id, locale: name, file: file)
      }
    }
    result.pageCount = locales.count { entry.files[$0] != nil }
    let source = sourceContext(of: page)
    let isComparable = Self.isComparable(page)
    var recorder = PageRecorder(notes)
    var staleness = Staleness(page, history: history, loader: loader, words: project.words[PageCatalog.source])
    for translation in page.translations {
      guard let translation else { continue }
      let isTranslation = translation.locale != PageCatalog.source
      let context =
        isTranslation ? PageContext(translation, of: page, source: source, project: project) : source
      guard let context else { continue }
      let pair = isTranslation && isComparable ? self.pair(source, context) : nil
      if translation.source.isReadable { recorder.add(context, pair: pair) }
      let isInScope = locales.contains(translation.locale)
      if isInScope {
        var findings = findings(context, pair)
        if isTranslation, let revisionCheck {
          let missing = translation.locale - result.states.count
          result.states += [TranslationState?](repeating: nil, count: missing)
          result.asksHistory = result.asksHistory || history != nil && staleness.commit(of: translation) != nil
          result.states.append(revisionCheck.check(translation, &staleness, &findings))
        }
        result.diagnostics += isTranslation ? folded(findings.diagnostics, context, &staleness) : findings.diagnostics
      }
      if let suppressions = suppressions(of: translation, page, isInScope) { result.suppressions.append(suppressions) }
    }
    result.record = recorder.record
    result.record.isUnpublished = isUnpublished(page)
    let names = Set(locales.map { loader.catalog.locales[$0] })
    for check in catalogChecks {
      let diagnostics = check.check(entry, page: page, catalog: loader.catalog, settings: settings)
      result.diagnostics += diagnostics.filter { names.contains($0.locale) }
    }
    result.diagnostics = DiagnosticOrder.sorted(result.diagnostics)
    return result
  }

  /// What is to be said of a page in one locale, by itself and beside its source, and is not suppressed.
  ///
  /// Its staleness is left out, which no change of the page itself resolves.
  ///
  /// - Parameters:
  ///   - page: The page in the locale.
  ///   - apiPage: The page in all of its locales.
  ///   - source: The page in the source language as ``sourceContext(of:)`` gave it; nothing to make it anew.
  /// - Returns: In the order of the checks.
  func lint(_ page: LocalizedPage, of apiPage: APIPage, source: PageContext? = nil) -> [Diagnostic] {
    let source = source ?? sourceContext(of: apiPage)
    let isSource = page.locale == PageCatalog.source
    let context = isSource ? source : PageContext(page, of: apiPage, source: source, project: project)
    guard let context else { return [] }
    let pair = !isSource && Self.isComparable(apiPage) ? self.pair(source, context) : nil
    var diagnostics = findings(context, pair).diagnostics
    if let suppressions = suppressions(of: page, apiPage, true) {
      var filter = SuppressionFilter([suppressions], RuleCatalog.names)
      _ = filter.apply(to: &diagnostics)
    }
    return diagnostics
  }

  /// Whether the translations say what the source says: a page that only leads elsewhere has nothing to compare.
  private static func isComparable(_ page: APIPage) -> Bool {
    page.translations.allSatisfy { $0?.publication?.target == nil }
  }

  /// Whether no language has the page on the site: the source says so, or where there is none, every translation.
  private func isUnpublished(_ page: APIPage) -> Bool {
    if let entry = loader.catalog.index(of: page.id), loader.catalog.isFragment(loader.catalog.entries[entry]) {
      return true
    }
    let deciding = page.source.map { [$0] } ?? page.translations.compactMap(\.self)
    return !deciding.isEmpty && deciding.allSatisfy { $0.publication?.exclusions.contains(.site) ?? false }
  }

  /// The page in the source language, which does not change when its translations do.
  func sourceContext(of page: APIPage) -> PageContext? {
    page.source.map { PageContext($0, of: page, source: nil, project: project) }
  }

  private func suppressions(of page: LocalizedPage, _ apiPage: APIPage, _ isComplete: Bool) -> FileSuppressions? {
    let suppressions = Suppression.all(in: page)
    guard !suppressions.isEmpty else { return nil }
    return FileSuppressions(
      file: page.source.path, page: apiPage.id, locale: loader.catalog.locales[page.locale],
      suppressions: suppressions, isComplete: isComplete)
  }

  /// What is to be said of a page by itself and, where it is a translation, beside its source.
  func findings(_ context: PageContext, _ pair: TranslationPair?) -> Findings {
    let page = context.page
    var findings = Findings(
      settings: settings, page: context.apiPage.id, locale: loader.catalog.locales[page.locale], file: page.source,
      source: context.source?.page.source, guardian: context.fixGuard)
    guard page.source.isReadable else {
      for check in contentChecks where !check.needsText { check.check(context, &findings) }
      return findings
    }
    for check in pageChecks {
      check.check(page, isTranslation: context.source != nil, &findings)
    }
    for check in contentChecks { check.check(context, &findings) }
    if let pair {
      findings.incomparable = context.incomparablePlaces
      let first = findings.diagnostics.count
      for check in translationChecks { check.check(pair, &findings) }
      findings.incomparable = ([], [])
      findings.foldParts(from: first)
    }
    return findings
  }

  /// A translation beside its source; `nil` if the text of one of them is not known, or the translation has none.
  func pair(_ source: PageContext?, _ translation: PageContext) -> TranslationPair? {
    guard let source, source.page.source.isReadable, translation.page.source.isReadable,
      translation.page.hasText || !source.page.hasText
    else { return nil }
    return TranslationPair(source: source, translation: translation)
  }
}
