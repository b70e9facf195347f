import DocgenModel
import DocgenSupport

/// Finds translations of pages that the source does not have.
enum OrphanTranslation: CatalogCheck {
  static let rule = Rule(
    "orphan-translation", in: .pairing, .warning,
    "A translation has no page in the source language.")

  struct Messages: MessageSet {
    let noSource = MessageForm<String, String>(
      "there is no page '{1}/{2}.md' that this is a translation of; remove this file, or give it the path of its source"
    )
  }

  static func check(
    _ entry: PageCatalog.Entry, page: APIPage, catalog: PageCatalog, settings: LintSettings
  ) -> [Diagnostic] {
    guard entry.files[PageCatalog.source] == nil else { return [] }
    let source = catalog.locales[PageCatalog.source]
    return entry.files.enumerated().compactMap { locale, file in
      guard let file, let severity = settings.severity(of: rule, in: entry.id, locale: catalog.locales[locale]) else {
        return nil
      }
      return Diagnostic(
        rule: rule.id, group: rule.group.rawValue, severity: severity, page: entry.id,
        locale: catalog.locales[locale],
        message:
          messages.noSource(source, entry.name),
        location: .start(of: file))
    }
  }
}
