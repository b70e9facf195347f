import DocgenLint
import DocgenModel
import DocgenSupport

/// The files and folders that the command line asks to be checked.
struct NamedPaths: MessageSource {
  struct Messages: MessageSet {
    let noPage = MessageForm<String>(
      "'{1}' is no page of the project and holds none, so there is nothing to check in it; see 'content' and 'exclude' in the configuration"
    )
  }

  /// Their pages; of a page of the source language, its translations as well.
  let scope: LintScope
  /// What there is to say about them.
  let messages: [Message]
  /// The paths below the content folder; empty for the content folder itself.
  private let paths: Set<String>
  private let locales: [String]

  /// Finds the pages of files and folders.
  ///
  /// - Parameters:
  ///   - arguments: Paths from the working directory, or below the content folder.
  ///   - catalog: The pages that there are.
  ///   - workingFolder: The absolute path of the working directory.
  /// - Throws: The usage, where there is nothing of a name, or it lies outside of the content.
  init(_ arguments: [String], _ catalog: PageCatalog, workingFolder: String) throws(CommandFailure) {
    let finder = PathFinder(contentFolder: catalog.contentFolder, workingFolder: workingFolder)
    var paths: [(path: String, argument: String)] = []
    for argument in arguments {
      do throws(UsageError) { paths.append((try finder.path(argument), argument)) } catch { throw .usage(error) }
    }
    self.paths = Set(paths.map(\.path))
    locales = catalog.locales
    var found: Set<String> = []
    var changes: [(page: String, locale: Int)] = []
    for entry in catalog.entries {
      let files = entry.files.enumerated().compactMap { locale, file in file.map { (locale, $0) } } + entry.duplicates
      for (locale, file) in files {
        let names = Self.names(of: file, among: self.paths)
        guard !names.isEmpty else { continue }
        found.formUnion(names)
        changes.append((entry.id, locale))
      }
    }
    scope = LintScope(changes: changes, localeCount: catalog.locales.count)
    messages = paths.filter { !found.contains($0.path) }.map { name in
      Self.messages.noPage(name.argument)
    }
  }

  /// Whether a finding is about one of the pages, or a file that is none and lies in one of the folders.
  func cover(_ finding: Diagnostic) -> Bool {
    if let locale = locales.firstIndex(of: finding.locale), scope.locales(of: finding.page).contains(locale) {
      return true
    }
    return !Self.names(of: finding.location.file, among: paths).isEmpty
  }

  /// Which of some paths a file is, or lies below.
  private static func names(of file: String, among paths: Set<String>) -> [String] {
    var names = paths.contains(file) ? [file] : []
    if paths.contains("") { names.append("") }
    for index in file.utf8.indices where file.utf8[index] == UInt8(ascii: "/") {
      let folder = String(file[..<index])
      if paths.contains(folder) { names.append(folder) }
    }
    return names
  }
}
