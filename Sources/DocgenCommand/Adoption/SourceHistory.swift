import DocgenHistory
import DocgenModel
import DocgenSupport

/// The history of the source pages of a project, and what there is to say about it after a run.
struct SourceHistory {
  let pages: PageHistory
  private let repository: Repository

  /// Finds the repository with the history of the source pages.
  ///
  /// - Parameters:
  ///   - folder: What the user names; `nil` for the repository that the source pages lie in.
  ///   - catalog: The pages of today.
  /// - Returns: `nil` if no repository is named and the pages lie in none.
  /// - Throws: A failure of the configuration, where what the user names is no repository.
  static func find(_ folder: String?, _ catalog: PageCatalog) throws(CommandFailure) -> SourceHistory? {
    if folder == "none" { return nil }
    let own = Repository(containing: catalog.folder(of: PageCatalog.source))
    guard let folder else { return own.map { SourceHistory($0, path: $0.prefix, catalog) } }
    guard let repository = Repository(containing: folder) else {
      throw .configuration(
        "there is no git repository at '\(folder)', which --source-history or the configuration names")
    }
    do throws(HistoryError) {
      try repository.check()
    } catch {
      throw .configuration("the history in '\(folder)' cannot be read: \(error)")
    }
    // The pages lie in the repository that is named, or the user names the folder where they would.
    let path = own?.path == repository.path ? own?.prefix : nil
    return SourceHistory(repository, path: path ?? repository.prefix, catalog)
  }

  private init(_ repository: Repository, path: String, _ catalog: PageCatalog) {
    self.repository = repository
    repository.noteHistory()
    var seen: Set<Substring> = []
    var sample: [String] = []
    for entry in catalog.entries {
      guard let file = entry.files[PageCatalog.source] else { continue }
      let first = catalog.path(of: file, locale: PageCatalog.source).prefix { $0 != "/" }
      if sample.count < 256, seen.insert(first).inserted { sample.append(String(first)) }
    }
    let folder = catalog.folder(of: PageCatalog.source)
    pages = PageHistory(
      repository, path: path, name: FileSystem.parts(of: folder).name, sample: sample,
      isPage: { DialectFiles.pageExtension(of: $0) != nil },
      exists: { file in
        let path = NameSuffix(file).map(\.path) ?? file
        guard let index = catalog.index(of: DialectFiles.withoutExtension(path).lowercased()) else { return false }
        return catalog.entries[index].files[PageCatalog.source] != nil
      })
  }

  /// What could not be told.
  var notes: HistoryNotes {
    var notes = HistoryNotes(error: pages.error?.description, repository: repository.path)
    for (commit, count) in pages.unknownCommits { notes.unknownCommits[commit] = count }
    if notes.error == nil, !notes.unknownCommits.isEmpty { notes.isShallow = repository.isShallow() }
    return notes
  }
}
