import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Makes the fixes of findings, page by page, and lints again what changed.
///
/// Nothing is taken on trust: a fix stands only when the page, read again, has no finding that it did not have, and
/// has changed nowhere else. What a fix uncovers is fixed in the next round.
package struct Fixer: Sendable {
  /// A file with its fixes made.
  package struct Change: Sendable {
    /// The path relative to the content directory.
    package let file: String
    /// The content as it was read.
    package let old: [UInt8]
    /// The content with the fixes made.
    package let new: [UInt8]
  }

  /// What a run did and what it left.
  package struct Result<Output: Sendable>: Sendable {
    /// What is found in the pages after the fixes.
    package var lint: Linter.Result
    /// The number of findings that were fixed.
    package var fixedCount = 0
    /// The number of fixes that were not made, since more than their slots would have changed.
    package var refusedCount = 0
    /// What was made of the changed files, in the order of the catalog.
    package var outputs: [Output] = []
    /// Files with findings whose bytes are not UTF-8, so that they cannot be fixed.
    package var undecoded: [String] = []
  }

  private struct PageResult<Output: Sendable>: Sendable {
    var lint: Linter.PageResult
    /// Errors of writing.
    var failures: [FileError] = []
    var fixedCount = 0
    var refusedCount = 0
    var outputs: [Output] = []
    var undecoded: [String] = []
    /// The contents of the changed files by their paths.
    var contents: [String: [UInt8]] = [:]
  }

  private let linter: Linter
  /// Sees all rules, where the user asked for some of them; `nil` if the linter does.
  private let judge: Linter?
  private let allowsUnsafe: Bool
  /// Findings that are accepted for now, and are neither reported nor fixed.
  private let accepted: Set<FindingKey>

  /// Makes a fixer.
  ///
  /// - Parameters:
  ///   - loader: Reads the pages.
  ///   - settings: The rules whose findings are fixed and reported.
  ///   - mappings: Where links lead that start with a slash.
  ///   - history: What the pages of the source were when they were translated, where that is known.
  ///   - scope: The pages to fix; `nil` for all.
  ///   - allowsUnsafe: Whether fixes are made that somebody has to look at.
  ///   - accepted: Findings that a baseline keeps silent, which are left as they are.
  package init(
    loader: PageLoader, settings: LintSettings, mappings: [LinkMapping] = [], history: (any PageRevisions)? = nil,
    scope: LintScope? = nil, allowsUnsafe: Bool, accepted: Set<FindingKey> = []
  ) {
    linter = Linter(loader: loader, settings: settings, mappings: mappings, history: history, scope: scope)
    let seesAll = settings.overrides.isEmpty && settings.rules.isSuperset(of: RuleCatalog.all)
    judge = seesAll ? nil : Linter(loader: loader, settings: LintSettings(), mappings: mappings)
    self.allowsUnsafe = allowsUnsafe
    self.accepted = accepted
  }

  /// Fixes every page; the result does not depend on the number of jobs.
  ///
  /// - Parameters:
  ///   - jobs: The number of threads.
  ///   - progress: Called from any thread after each page of the catalog.
  ///   - body: What is done with each changed file, such as writing it; called from any thread.
  /// - Returns: What was fixed and what is left; errors of `body` are among the failures.
  package func run<Output: Sendable>(
    jobs: Int, progress: @escaping @Sendable () -> Void = {},
    _ body: @escaping @Sendable (Change) throws(FileError) -> Output
  ) -> Result<Output> {
    let catalog = linter.loader.catalog
    let results = Parallel.map(count: catalog.entries.count, jobs: jobs) { index in
      defer { progress() }
      return fix(catalog.entries[index], body)
    }
    let files = results.reduce(into: [:]) { $0.merge($1.contents) { $1 } }
    var result = Result<Output>(
      lint: linter.collect(results.map(\.lint), files: files, contents: linter.lintContents()))
    for part in results {
      result.lint.failures += part.failures
      result.fixedCount += part.fixedCount
      result.refusedCount += part.refusedCount
      result.outputs += part.outputs
      result.undecoded += part.undecoded
    }
    return result
  }

  private func fix<Output>(
    _ entry: PageCatalog.Entry, _ body: (Change) throws(FileError) -> Output
  ) -> PageResult<Output> {
    var page = linter.loader.load(entry)
    var result = PageResult<Output>(lint: linter.lint(page, entry))
    // The source first, for what it says is what the translations are held to.
    let scope = linter.locales(of: entry)
    for locale in page.translations.indices where scope.contains(locale) {
      guard let before = page.translations[locale] else { continue }
      let findings = result.lint.diagnostics.lazy.filter { $0.location.file == before.source.path }
      if before.source.hasEncodingErrors, !findings.isEmpty { result.undecoded.append(before.source.path) }
      guard findings.contains(where: isToBeFixed) else { continue }
      var rounds = FixRounds(
        page: page, locale: locale, linter: linter, judge: judge, allowsUnsafe: allowsUnsafe, accepted: accepted)
      rounds.run()
      result.refusedCount += rounds.refusedCount
      guard let after = rounds.page.translations[locale], rounds.fixedCount > 0 else { continue }
      do throws(FileError) {
        let change = Change(file: before.source.path, old: before.source.bytes, new: after.source.bytes)
        result.outputs.append(try body(change))
        result.contents[change.file] = change.new
        page = rounds.page
        result.fixedCount += rounds.fixedCount
        if locale == PageCatalog.source { result.lint = linter.lint(page, entry) }
      } catch {
        result.failures.append(error)
      }
    }
    if !result.contents.isEmpty { result.lint = linter.lint(page, entry) }
    return result
  }

  private func isToBeFixed(_ finding: Diagnostic) -> Bool {
    finding.fix.map { allowsUnsafe || $0.applicability == .safe } ?? false
  }
}
