import DocgenLint
import DocgenModel
import DocgenSupport
import DocgenTestSupport
import Testing

/// Small content directories in one text, as ``FixtureFiles`` reads them.
struct LintFixture: Sendable, CustomTestStringConvertible {
  static let folder = Snapshot.fixtures(for: #filePath) + "/lint"

  static let all = all(in: folder)

  /// The fixtures of a folder, sorted by name.
  static func all(in folder: String) -> [LintFixture] {
    let files = ((try? FileSystem.list(folder)) ?? []).map(\.name).filter { $0.hasSuffix(".txt") }
    return files.sorted().compactMap { file in
      guard let bytes = try? FileSystem.read("\(folder)/\(file)") else { return nil }
      return LintFixture(String(decoding: bytes, as: UTF8.self), name: String(file.dropLast(4)))
    }
  }

  /// Fixtures in which nothing may be found.
  static let silent = all.filter { $0.name.hasSuffix("-silent") }
  /// Fixtures whose findings are reviewed.
  static let damaged = all.filter { !$0.name.hasSuffix("-silent") }

  let name: String
  let files: [String: String]
  /// What links of the file system say, by their paths.
  let links: [String: String]

  var testDescription: String { name }

  init(_ text: String, name: String = "") {
    self.name = name
    files = FixtureFiles.read(text)
    links = FixtureFiles.links(text)
  }

  init(files: [String: String], links: [String: String] = [:]) {
    name = ""
    self.files = files
    self.links = links
  }

  /// The vocabularies that fixtures need, read once.
  private static let vocabularies: [String: Vocabulary] = ["en", "de", "fr"].reduce(into: [:]) {
    $0[$1] = try? VocabularySource.builtIn.vocabulary($1)
  }

  /// The built-in vocabulary of a locale.
  static func vocabulary(_ locale: String) throws -> Vocabulary {
    try vocabularies[locale] ?? VocabularySource.builtIn.vocabulary(locale)
  }

  /// Lints the files; English is the source.
  func lint(
    _ settings: LintSettings = LintSettings(), jobs: Int = 1, dialect: Dialect = .common
  ) throws -> Linter.Result {
    let folder = try TemporaryFolder(files)
    for (path, target) in links { try folder.link(path, to: target) }
    let names = Set(files.keys.compactMap { $0.split(separator: "/").first.map(String.init) })
    let locales = ["en"] + names.subtracting(["en"]).sorted()
    let vocabularies = try locales.map(Self.vocabulary)
    let catalog = try PageCatalog(contentFolder: folder.path, locales: locales, dialect: dialect)
    return Linter(loader: PageLoader(catalog: catalog, vocabularies: vocabularies), settings: settings).run(jobs: jobs)
  }

  func findings(_ settings: LintSettings = LintSettings(), jobs: Int = 1) throws -> String {
    try lint(settings, jobs: jobs).diagnostics.map { "\(FindingLine(diagnostic: $0))\n" }.joined()
  }
}

/// A finding as a line to review: both places, and what was compared.
struct FindingLine: CustomStringConvertible {
  let diagnostic: Diagnostic

  var description: String {
    var line = "\(diagnostic.location.file):\(place(diagnostic.location)) \(diagnostic.severity.rawValue) "
    line += "\(diagnostic.rule): \(diagnostic.message)"
    if let damage = diagnostic.damage { line += " [\(damage.rawValue)]" }
    if let explanation = diagnostic.foldedInto {
      line += " folded into \(explanation.location.start.line) \(explanation.rule)"
    }
    for related in diagnostic.related { line += " (\(related.location.file):\(place(related.location)))" }
    return line
  }

  private func place(_ location: DocgenSupport.SourceLocation) -> String {
    "\(location.start.line):\(location.start.column)-\(location.end.line):\(location.end.column)"
  }
}
