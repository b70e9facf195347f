import DocgenSupport
import Synchronization

/// What the pages of the source language said at commits of a git repository.
///
/// Folders are read once and remembered, and a page whose content did not change is not read at all: the id that git gives
/// to content tells. It may be asked from any thread.
package final class PageHistory: PageRevisions {
  private struct State {
    /// Where the source pages lie in each tree of a commit.
    var folders: [String: String?] = [:]
    /// The files of trees of commits by name; only of those where a page was missed.
    var files: [String: [String: [File]]] = [:]
    /// How often each commit was asked for that the repository does not have.
    var unknownCommits: [String: Int] = [:]
    var error: HistoryError?
  }

  private struct File {
    var path: String
    var id: String
  }

  private let store: ObjectStore
  private let folder: SourceFolder
  private let isPage: @Sendable (String) -> Bool
  private let exists: @Sendable (String) -> Bool
  private let state = Mutex(State())

  /// Makes the history of the pages in a folder.
  ///
  /// - Parameters:
  ///   - repository: Where the commits are.
  ///   - path: The path of the source pages below the top of the repository, as far as it is known.
  ///   - name: The name of the folder with the source pages.
  ///   - sample: Names of folders and files directly in it, by which it is found where its path was another.
  ///   - isPage: Whether a file is a page, by its name.
  ///   - exists: Whether there is a page of a path today; a page that moved is looked for among those that are gone.
  package init(
    _ repository: Repository, path: String, name: String, sample: [String],
    isPage: @escaping @Sendable (String) -> Bool = { $0.hasSuffix(".md") }, exists: @escaping @Sendable (String) -> Bool
  ) {
    store = ObjectStore(repository)
    folder = SourceFolder(path: path, name: name, sample: sample)
    self.isPage = isPage
    self.exists = exists
  }

  /// Why git does not answer.
  package var error: HistoryError? { state.withLock { $0.error } }

  /// The commits that were asked for and that the repository does not have, each with the number of questions, by id.
  package var unknownCommits: [(commit: String, count: Int)] {
    state.withLock { $0.unknownCommits }.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 }
  }

  /// Looks a page up as it was at a commit.
  ///
  /// - Parameters:
  ///   - path: The page's path below the source's folder; case does not count.
  ///   - commit: The commit's id, whole or abbreviated.
  ///   - today: The content of the page today; `nil` if the page is gone.
  ///   - translatedName: The name of the text that was translated, by which a page that moved is known again.
  /// - Returns: What the page was; why git does not answer is kept in ``error``.
  package func revision(
    of path: String, at commit: String, today: ContentHashes?, translatedName: String?
  ) -> PageRevision {
    do throws(HistoryError) {
      let revision = try find(path, at: commit, today: today, translatedName: translatedName)
      if case .unknown = revision { state.withLock { $0.unknownCommits[commit, default: 0] += 1 } }
      return revision
    } catch {
      state.withLock { $0.error = $0.error ?? error }
      return .unavailable
    }
  }

  private func find(
    _ path: String, at commit: String, today: ContentHashes?, translatedName: String?
  ) throws(HistoryError) -> PageRevision {
    guard let root = try store.root(of: commit) else { return .unknown }
    let function = HashFunction(digits: root.utf8.count)
    if let folder = try sourceFolder(in: root), let entry = try store.entry(at: "\(folder)/\(path)", in: root),
      !entry.isFolder
    {
      guard let today, let function else { return try content(entry.id) }
      if today.blob(function) == entry.id { return .unchanged }
      if today.blobWithLF(function) == entry.id, try !keepsLineEnds(path, today, function) { return .unchanged }
      return try content(entry.id)
    }
    return try moved(path, in: root, today: today, function, translatedName: translatedName)
  }

  private func content(_ id: String) throws(HistoryError) -> PageRevision {
    try store.blob(id).map { .changed(id: id, bytes: $0) } ?? .absent
  }

  /// Whether the repository itself holds the page with CRLF line ends; else they come from checking it out.
  private func keepsLineEnds(
    _ path: String, _ today: ContentHashes, _ function: HashFunction
  ) throws(HistoryError) -> Bool {
    guard let head = try store.head(), let entry = try store.entry(at: "\(folder.path)/\(path)", in: head) else {
      return false
    }
    return entry.id == today.blob(function)
  }

  private func sourceFolder(in root: String) throws(HistoryError) -> String? {
    if let known = state.withLock({ $0.folders[root] }) { return known }
    let path = try folder.path(in: root, store)
    state.withLock { $0.folders[root] = .some(path) }
    return path
  }

  // MARK: Pages that moved

  /// A page of the same content, or a page of the same file name that is gone today and cannot be mistaken.
  private func moved(
    _ path: String, in root: String, today: ContentHashes?, _ function: HashFunction?, translatedName: String?
  ) throws(HistoryError) -> PageRevision {
    let name = String(path.split(separator: "/").last ?? "")
    let files = try self.files(in: root)[name.lowercased()] ?? []
    if let today, let function, files.contains(where: { $0.id == today.blob(function) }) { return .unchanged }
    let candidates = files.filter { !exists($0.path) }
    if let translatedName {
      for candidate in candidates.prefix(16) {
        guard let bytes = try store.blob(candidate.id) else { continue }
        if ContentHashes(bytes).contains(translatedName) ?? false { return .changed(id: candidate.id, bytes: bytes) }
      }
    }
    guard candidates.count == 1, let only = candidates.first else { return .absent }
    return try content(only.id)
  }

  /// The pages of a commit below the source's folder, by their file names in lower case.
  private func files(in root: String) throws(HistoryError) -> [String: [File]] {
    if let known = state.withLock({ $0.files[root] }) { return known }
    var files: [String: [File]] = [:]
    var pending: [File] = []
    if let folder = try sourceFolder(in: root), let entry = try store.entry(at: folder, in: root) {
      pending.append(File(path: "", id: entry.id))
    }
    while let next = pending.popLast() {
      for entry in try store.tree(next.id)?.all ?? [] {
        let file = File(path: next.path.isEmpty ? entry.name : "\(next.path)/\(entry.name)", id: entry.id)
        if entry.isFolder {
          pending.append(file)
        } else if isPage(entry.name) {
          files[entry.name.lowercased(), default: []].append(file)
        }
      }
    }
    let result = files
    state.withLock { state in
      if state.files.count >= 8 { state.files = [:] }
      state.files[root] = result
    }
    return result
  }
}
