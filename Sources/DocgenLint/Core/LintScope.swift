import DocgenModel

/// The part of a project that a run looks at: some pages, each in some of its locales.
package struct LintScope: Sendable {
  /// Whether each locale of a page is looked at, by the ids of the pages.
  private let locales: [String: Set<Int>]

  /// Makes the scope of what changed.
  ///
  /// - Parameters:
  ///   - changes: Pages by their ids, with the index of the locale in which each changed; a page of the source language
  ///     is looked at with all of its translations.
  ///   - localeCount: The number of locales.
  package init(changes: some Sequence<(page: String, locale: Int)>, localeCount: Int) {
    var locales: [String: Set<Int>] = [:]
    for change in changes {
      locales[change.page, default: []].formUnion(
        change.locale == PageCatalog.source ? Array(0..<localeCount) : [change.locale])
    }
    self.locales = locales
  }

  private init(locales: [String: Set<Int>]) { self.locales = locales }

  /// The pages of both scopes, each in the locales of both.
  package func intersection(_ other: LintScope) -> LintScope {
    var common: [String: Set<Int>] = [:]
    for (page, locales) in locales {
      let both = locales.intersection(other.locales(of: page))
      if !both.isEmpty { common[page] = both }
    }
    return LintScope(locales: common)
  }

  /// The locales in which a page is looked at; empty where it is left out.
  package func locales(of page: String) -> Set<Int> { locales[page] ?? [] }
}
