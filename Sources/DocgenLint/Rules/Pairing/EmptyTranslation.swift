import DocgenModel
import DocgenSupport

/// Finds translations without any text, which count as none.
enum EmptyTranslation: CatalogCheck {
  static let rule = Rule(
    "empty-translation", in: .pairing, .warning,
    "A translation has no text; the page of the source is shown in its place.")

  struct Messages: MessageSet {
    let noText = PlainMessage("the page has no text; translate it, or remove the file")
  }

  static func check(
    _ entry: PageCatalog.Entry, page: APIPage, catalog: PageCatalog, settings: LintSettings
  ) -> [Diagnostic] {
    page.emptyTranslations.compactMap { index in
      let locale = catalog.locales[index]
      guard let file = entry.files[index], let severity = settings.severity(of: rule, in: entry.id, locale: locale)
      else { return nil }
      return Diagnostic(
        rule: rule.id, group: rule.group.rawValue, severity: severity, page: entry.id, locale: locale,
        message: messages.noText, location: .start(of: file))
    }
  }
}
