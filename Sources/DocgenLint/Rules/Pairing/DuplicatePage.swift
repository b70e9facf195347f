import DocgenModel
import DocgenSupport

/// Finds files of one locale whose paths differ in the case of letters only.
enum DuplicatePage: CatalogCheck {
  static let rule = Rule(
    "duplicate-page", in: .pairing, .error,
    "Two files of a locale are the same page: their paths differ only in case.")

  struct Messages: MessageSet {
    let samePage = MessageForm<String>(
      "'{1}' is the same page: the paths differ only in the case of letters; rename one of them")
    let otherFile = PlainMessage("the other file")
  }

  static func check(
    _ entry: PageCatalog.Entry, page: APIPage, catalog: PageCatalog, settings: LintSettings
  ) -> [Diagnostic] {
    entry.duplicates.compactMap { locale, file in
      guard let severity = settings.severity(of: rule, in: entry.id, locale: catalog.locales[locale]) else {
        return nil
      }
      let first = entry.files[locale] ?? ""
      return Diagnostic(
        rule: rule.id, group: rule.group.rawValue, severity: severity, page: entry.id,
        locale: catalog.locales[locale],
        message: messages.samePage(first),
        location: .start(of: file),
        related: [Diagnostic.Related(location: .start(of: first), message: messages.otherFile)])
    }
  }
}
