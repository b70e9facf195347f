import DocgenModel
import DocgenSupport
import DocgenTestSupport
import Testing

/// A page in `Fixtures/facts`, named `<subject>.<locale>.md`.
struct FactsFixture: Sendable, CustomTestStringConvertible {
  static let locales = ["en", "de", "fr"]

  static let folder = Snapshot.fixtures(for: #filePath) + "/facts"

  static let all: [FactsFixture] = {
    let files = ((try? FileSystem.list(folder)) ?? []).map(\.name).filter { $0.hasSuffix(".md") }
    return files.sorted().compactMap { FactsFixture(file: $0) }
  }()

  /// Reads pages with the words that are built in.
  static let reader = PageReader(vocabularies: vocabularies)

  /// The words that are built in, by locale.
  static let vocabularies: [Vocabulary] = {
    let vocabularies = locales.compactMap { try? VocabularySource.builtIn.vocabulary($0) }
    precondition(vocabularies.count == locales.count, "the vocabularies cannot be read")
    return vocabularies
  }()

  /// The file's name without `.md`.
  let name: String
  let locale: Int
  let bytes: [UInt8]

  var testDescription: String { name }

  private init?(file: String) {
    name = String(file.dropLast(3))
    guard let locale = Self.locales.firstIndex(where: { file.hasSuffix(".\($0).md") }),
      let bytes = try? FileSystem.read("\(Self.folder)/\(file)")
    else { return nil }
    self.locale = locale
    self.bytes = bytes
  }

  func read() -> LocalizedPage { Self.reader.read(SourceFile(path: name + ".md", bytes: bytes), locale: locale) }

  /// Reads a text as a page, or as the translation of one.
  static func read(_ text: String, locale: String = "en", beside original: LocalizedPage? = nil) -> LocalizedPage {
    let source = SourceFile(path: "page.md", bytes: Array(text.utf8))
    return reader.read(source, locale: locales.firstIndex(of: locale) ?? 0, beside: original)
  }
}
