import DocgenHistory
import DocgenModel
import DocgenSupport

/// The history of the source pages of a project, and what there is to say about it after a run.
struct SourceHistory: MessageSource {
  struct Messages: MessageSet {
    let unreadable = MessageForm<String>(
      "the history of the source cannot be read, so that staleness is told by 'ms.openlocfilehash' alone: {1}")
    let commit = MessageForm<String>("{1}")
    let commits = MessageForm<String, Int>("{1} and {2} more")
    let shallow = PlainMessage("it is a shallow clone; 'git fetch --unshallow' gets the rest")
    let otherRepository = PlainMessage("name the repository of the source by --source-history")
    let unknownCommits = MessageForm<Int, String, Message, Message>(
      "{1:# translation names a commit|# translations name commits} that the repository '{2}' does not have ({3}), so that staleness is told by 'ms.openlocfilehash' alone; {4}"
    )
  }

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

  /// What could not be told, in at most one sentence for each reason.
  var messages: [Message] {
    if let error = pages.error {
      return [
        Self.messages.unreadable(error.description)
      ]
    }
    let unknown = pages.unknownCommits
    guard let first = unknown.max(by: { $0.count < $1.count }) else { return [] }
    let count = unknown.reduce(0) { $0 + $1.count }
    let commit = VisibleText.string(String(first.commit.prefix(40)))
    let commits =
      unknown.count > 1 ? Self.messages.commits(commit, unknown.count - 1) : Self.messages.commit(commit)
    let advice: Message =
      repository.isShallow()
      ? Self.messages.shallow
      : Self.messages.otherRepository
    return [
      Self.messages.unknownCommits(count, repository.path, commits, advice)
    ]
  }
}
