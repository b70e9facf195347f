import DocgenMarkup
import DocgenSupport

/// Reads pages of a catalog, one page with all of its translations at a time.
///
/// A page is read when it is worked on and let go afterwards, so that memory does not grow with the project.
package struct PageLoader: Sendable {
  /// The pages that there are.
  package let catalog: PageCatalog
  /// The words of each locale, by the locale's index in the catalog.
  package let vocabularies: [Vocabulary]
  private let reader: PageReader

  /// Makes a loader; there must be a vocabulary for each locale of the catalog.
  package init(catalog: PageCatalog, vocabularies: [Vocabulary]) {
    self.catalog = catalog
    self.vocabularies = vocabularies
    reader = PageReader(vocabularies: vocabularies, dialect: catalog.dialect, locales: catalog.locales)
  }

  /// A loader of other pages in the same locales.
  package func reading(_ catalog: PageCatalog) -> PageLoader {
    PageLoader(catalog: catalog, vocabularies: vocabularies)
  }

  /// Reads a file as a page of the locale with an index, beside the page that it is a translation of.
  package func read(_ file: SourceFile, locale: Int, beside source: LocalizedPage? = nil) -> LocalizedPage {
    reader.read(file, locale: locale, beside: source)
  }

  /// Reads a page in all of its locales; a file that cannot be read is a failure of the page.
  package func load(_ entry: PageCatalog.Entry) -> APIPage {
    var translations: [LocalizedPage?] = []
    var failures: [(locale: Int, error: FileError)] = []
    for (locale, file) in entry.files.enumerated() {
      guard let file else {
        translations.append(nil)
        continue
      }
      do throws(FileError) {
        let bytes = try catalog.read(file, upTo: Limits.pageBytes)
        // The source is the first.
        let source = translations.first ?? nil
        translations.append(reader.read(SourceFile(path: file, bytes: bytes), locale: locale, beside: source))
      } catch {
        translations.append(nil)
        failures.append((locale, error))
      }
    }
    return APIPage(id: entry.id, name: entry.name, translations: translations, failures: failures)
  }

  /// The page as it would be with other bytes in the file of one locale.
  ///
  /// - Parameters:
  ///   - page: The page, which has the file.
  ///   - locale: The index of the locale.
  ///   - bytes: What the file would hold.
  /// - Returns: The page with the translation read anew; the others are as they were, but for those of a source: what
  ///   their lists are read as is told by it.
  package func rereading(_ page: APIPage, locale: Int, as bytes: [UInt8]) -> APIPage {
    guard let old = page.translations[locale] else { return page }
    var translations = page.translations
    let isSource = locale == PageCatalog.source
    translations[locale] = reader.read(
      SourceFile(path: old.source.path, bytes: bytes), locale: locale, beside: isSource ? nil : page.source)
    if isSource {
      let source = translations[locale]
      for (index, translation) in translations.enumerated() where index != locale {
        translations[index] = translation.map { reader.read($0.source, locale: index, beside: source) }
      }
    }
    return APIPage(id: page.id, name: page.name, translations: translations, failures: page.failures)
  }

  /// A translation as it would be with edits made, as far as that is known without parsing all of it.
  ///
  /// - Parameters:
  ///   - page: The translation.
  ///   - source: The page that it is a translation of.
  ///   - edits: In the order of the file, apart from each other.
  /// - Returns: The page, which has the structure of before, and other text only in the runs of text that were edited; `nil`
  ///   if the whole page has to be read.
  func editing(_ page: LocalizedPage, beside source: LocalizedPage, _ edits: [TextEdit]) -> LocalizedPage? {
    let bytes = TextEdit.applying(edits, to: page.source.bytes)
    let file = SourceFile(path: page.source.path, bytes: bytes)
    var bodyStart = page.frontMatter.bodyStart
    let isMetadataEdited = edits.first.map { $0.span.start < bodyStart } ?? false
    let frontMatter = isMetadataEdited ? FrontMatter.read(bytes) : page.frontMatter
    for edit in edits where edit.span.end <= bodyStart {
      bodyStart += Int32(truncatingIfNeeded: edit.text.count) - (edit.span.end - edit.span.start)
    }
    guard frontMatter.bodyStart == bodyStart, !file.hasEncodingErrors,
      let document = page.document.editing(edits, as: file, bodyStart: page.frontMatter.bodyStart)
    else { return nil }
    return reader.read(document, frontMatter, locale: page.locale, beside: source)
  }
}
