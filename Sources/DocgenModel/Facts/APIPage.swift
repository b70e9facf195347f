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

  /// The page without the translations whose text is not known, and without those that have none, as if they were not
  /// there; all where no text is.
  package var readable: APIPage {
    let isEmpty = Set(emptyTranslations)
    func isShown(_ index: Int) -> Bool { translations[index]?.source.isReadable ?? false && !isEmpty.contains(index) }
    guard !translations.indices.allSatisfy({ translations[$0] == nil || isShown($0) }),
      translations.indices.contains(where: isShown)
    else { return self }
    let known = translations.indices.map { isShown($0) ? translations[$0] : nil }
    return APIPage(id: id, name: name, translations: known, failures: failures)
  }

  /// The locales whose translation has no text where the source has some: a file that nobody has written yet.
  package var emptyTranslations: [Int] {
    guard let source, source.hasText else { return [] }
    return translations.indices.filter { index in
      index != PageCatalog.source && translations[index].map { $0.source.isReadable && !$0.hasText } ?? false
    }
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
