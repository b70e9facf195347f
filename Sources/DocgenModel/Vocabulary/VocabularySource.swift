import DocgenSupport

/// Where the data of the locales comes from: a folder, and for what it lacks the files that are built in.
package struct VocabularySource: Sendable {
  /// The folder that holds a folder for each locale, if there is one.
  package let folder: String?
  private let names: [String]
  /// Where files of the folder may lie.
  private let boundary: FileBoundary

  /// The built-in data alone.
  package static let builtIn = VocabularySource()

  private init() {
    folder = nil
    names = []
    boundary = FileBoundary([])
  }

  /// Takes a folder; it must exist.
  ///
  /// - Parameters:
  ///   - folder: The folder.
  ///   - boundary: Where its files may lie; `nil` for the folder alone.
  /// - Throws: That the folder cannot be listed.
  package init(folder: String, within boundary: FileBoundary? = nil) throws(FileError) {
    self.folder = folder
    self.boundary = boundary ?? FileBoundary([folder])
    names = try FileSystem.list(folder).filter { $0.kind == .folder && $0.isValid }.map(\.name)
  }

  /// The locales that have data, in the order of their names' bytes.
  package var locales: [String] {
    let builtIn = EmbeddedFiles.paths(below: "locales").compactMap { $0.split(separator: "/").dropFirst().first }
    return Set(names + builtIn.map(String.init)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The vocabulary of a locale; without words where there is no data for it or its language.
  ///
  /// Case does not count, and a locale without data of its own takes that of its language (`pt` for `pt-BR`).
  package func vocabulary(_ locale: String) throws(FileError) -> Vocabulary {
    var vocabulary = Vocabulary(locale: locale)
    guard let name = dataName(of: locale) else { return vocabulary }
    if let file = try file(name, Vocabulary.fileName) { vocabulary.readWords(file) }
    if let file = try file(name, Vocabulary.interfaceFileName) { vocabulary.readInterface(file) }
    // The data of the language says nothing about the region.
    if !ASCIICase.equal(name.utf8, locale.utf8) { vocabulary.tag = locale }
    return vocabulary
  }

  /// The vocabularies of all languages that there is built-in data for, read once.
  package static let builtInVocabularies: [Vocabulary] = builtIn.locales.compactMap { try? builtIn.vocabulary($0) }

  private func dataName(of locale: String) -> String? {
    var wanted = locale[...]
    let known = locales
    while true {
      if let name = known.first(where: { ASCIICase.equal($0.utf8, wanted.utf8) }) { return name }
      guard let hyphen = wanted.utf8.lastIndex(where: { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }) else {
        return nil
      }
      wanted = wanted[..<hyphen]
    }
  }

  /// Whether a locale has a file of data.
  package func holds(_ name: String, of locale: String) -> Bool {
    if let folder, names.contains(locale), FileSystem.isThere("\(folder)/\(locale)/\(name)") { return true }
    return EmbeddedFiles.paths.contains("locales/\(locale)/\(name)")
  }

  /// A file of data of a locale; `nil` if it has none of this name.
  package func file(_ locale: String, _ name: String) throws(FileError) -> SourceFile? {
    if let folder, names.contains(locale) {
      let path = "\(folder)/\(locale)/\(name)"
      if FileSystem.isThere(path) { return SourceFile(path: path, bytes: try boundary.read(path)) }
    }
    let path = "locales/\(locale)/\(name)"
    return EmbeddedFiles.bytes(path).map { SourceFile(path: path, bytes: $0) }
  }
}
