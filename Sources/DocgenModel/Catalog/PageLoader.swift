import DocgenMarkup
import DocgenSupport

/// Reads pages of a catalog, one page with all of its translations at a time.
///
/// A page is read when it is worked on and let go afterwards, so that memory does not grow with the project.
public struct PageLoader: Sendable {
  public let catalog: PageCatalog
  public let vocabularies: [Vocabulary]
  private let reader: PageReader

  public init(catalog: PageCatalog, vocabularies: [Vocabulary]) {
    self.catalog = catalog
    self.vocabularies = vocabularies
    reader = PageReader(vocabularies: vocabularies)
  }

  public func load(_ entry: PageCatalog.Entry) -> APIPage {
    var translations: [LocalizedPage?] = []
    var failures: [(locale: Int, error: FileError)] = []
    for (locale, file) in entry.files.enumerated() {
      guard let file else {
        translations.append(nil)
        continue
      }
      do throws(FileError) {
        let bytes = try FileSystem.read(catalog.contentFolder + "/" + file)
        translations.append(reader.read(SourceFile(path: file, bytes: bytes), locale: locale))
      } catch {
        translations.append(nil)
        failures.append((locale, error))
      }
    }
    return APIPage(id: entry.id, name: entry.name, translations: translations, failures: failures)
  }
}
