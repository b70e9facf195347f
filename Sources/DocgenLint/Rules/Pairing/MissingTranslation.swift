import DocgenModel
import DocgenSupport

/// Finds locales that lack a page of the source; what no reader sees need not be translated.
enum MissingTranslation: CatalogCheck {
  static let rule = Rule(
    "missing-translation", in: .pairing, .note,
    "A page of the source language has no translation in a locale.")

  struct Messages: MessageSet {
    let missing = MessageForm<String, String>("the page is not translated into '{1}'; add '{2}'")
  }

  static func check(
    _ entry: PageCatalog.Entry, page: APIPage, catalog: PageCatalog, settings: LintSettings
  ) -> [Diagnostic] {
    guard let file = entry.files[PageCatalog.source], page.source?.publication?.isShown ?? true else { return [] }
    return catalog.locales.indices.filter { entry.files[$0] == nil }.compactMap { index in
      let locale = catalog.locales[index]
      guard let severity = settings.severity(of: rule, in: entry.id, locale: locale) else { return nil }
      return Diagnostic(
        rule: rule.id, group: rule.group.rawValue, severity: severity, page: entry.id, locale: locale,
        message:
          messages.missing(locale, catalog.path(ofTranslation: entry, locale: index)),
        location: .start(of: file))
    }
  }
}

extension SourceLocation {
  /// The start of a file, for findings about the file as a whole.
  static func start(of file: String) -> SourceLocation {
    let position = SourcePosition(line: 1, column: 1)
    return SourceLocation(file: file, start: position, end: position)
  }
}
