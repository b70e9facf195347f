import DocgenMarkup
import DocgenSupport

/// A page with all of its translations.
package struct APIPage: Sendable {
  /// The path below the locale's folder without `.md`, in lower case; equal in every locale.
  package let id: String
  /// The path below the locale's folder without `.md`, as the source locale writes it.
  package let name: String
  /// By the index of the locale; `nil` if the page is not translated or could not be read.
  package let translations: [LocalizedPage?]
  /// What kept files from being read, by locale.
  package let failures: [(locale: Int, error: FileError)]

  /// Makes a page of its translations, one for each locale of the catalog.
  ///
  /// - Parameters:
  ///   - id: The path in lower case.
  ///   - name: The path as the source locale writes it.
  ///   - translations: By the index of the locale.
  ///   - failures: What kept files from being read.
  package init(
    id: String, name: String, translations: [LocalizedPage?], failures: [(locale: Int, error: FileError)] = []
  ) {
    self.id = id
    self.name = name
    self.translations = translations
    self.failures = failures
  }

  /// The page without the translations whose text is not known, as if they were not there; all where no text is.
  package var readable: APIPage {
    guard translations.contains(where: { $0.map { !$0.source.isReadable } ?? false }),
      translations.contains(where: { $0?.source.isReadable ?? false })
    else { return self }
    let known = translations.map { $0.flatMap { $0.source.isReadable ? $0 : nil } }
    return APIPage(id: id, name: name, translations: known, failures: failures)
  }

  /// The page in the source locale.
  package var source: LocalizedPage? { translations[PageCatalog.source] }

  /// What the page is about: as the source tells it, or else the first translation that does.
  package var kind: PageKind? {
    for page in translations {
      if let kind = page?.facts.kind { return kind }
    }
    return nil
  }

  /// What a page that lists others lists, told as ``kind`` is.
  package var listedKind: PageKind? {
    guard let page = translations.first(where: { $0?.facts.kind != nil }) else { return nil }
    return page?.facts.listedKind
  }
}
