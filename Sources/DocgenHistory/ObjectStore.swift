import DocgenSupport
import Synchronization

/// The commits, folders and files of a repository, with the folders that were read kept.
///
/// It may be asked from any thread; one question is answered at a time.
final class ObjectStore: Sendable {
  private struct State: ~Copyable {
    var reader: ObjectReader
    /// The id of the tree of each commit that was asked for; `nil` for one that is not there.
    var roots: [String: String?] = [:]
    var trees: [String: Tree] = [:]
    var treeSize = 0
  }

  /// Folders are forgotten when more bytes than these are held.
  private static let limit = 64 << 20

  private let state: Mutex<State>

  init(_ repository: Repository) {
    state = Mutex(State(reader: ObjectReader(repository)))
  }

  /// The id of the tree of a commit; `nil` if the repository does not have the commit.
  ///
  /// A commit is named by its id, whole or abbreviated, in hexadecimal digits; what else it may be called is no name.
  func root(of commit: String) throws(HistoryError) -> String? {
    guard commit.utf8.count >= 7, commit.utf8.count <= 64, Hexadecimal.isHexadecimal(commit) else { return nil }
    return try named(commit)
  }

  /// The id of the tree of the commit that is checked out; `nil` if there is none yet.
  func head() throws(HistoryError) -> String? { try named("HEAD") }

  private func named(_ commit: String) throws(HistoryError) -> String? {
    try withState { state throws(HistoryError) in
      if let known = state.roots[commit] { return known }
      let object = try state.reader.object("\(commit)^{tree}")
      if let object { Self.keep(object, in: &state) }
      state.roots[commit] = .some(object?.id)
      return object?.id
    }
  }

  /// A folder by its id.
  func tree(_ id: String) throws(HistoryError) -> Tree? {
    try withState { state throws(HistoryError) in
      if let tree = state.trees[id] { return tree }
      guard let object = try state.reader.object(id), object.kind == "tree" else { return nil }
      Self.keep(object, in: &state)
      return state.trees[id]
    }
  }

  /// The content of a file by its id.
  func blob(_ id: String) throws(HistoryError) -> [UInt8]? {
    let object = try withState { state throws(HistoryError) in try state.reader.object(id) }
    return object?.kind == "blob" ? object?.bytes : nil
  }

  /// What a path leads to from a folder, without regard to case.
  func entry(at path: some StringProtocol, in root: String) throws(HistoryError) -> Tree.Entry? {
    var entry = Tree.Entry(name: "", isFolder: true, id: root)
    for part in path.split(separator: "/") {
      guard entry.isFolder, let next = try tree(entry.id)?.entry(named: String(part)) else { return nil }
      entry = next
    }
    return entry
  }

  private static func keep(_ object: GitObject, in state: inout State) {
    let tree = Tree(object.bytes, idLength: object.id.utf8.count / 2)
    if state.treeSize + tree.size > limit {
      state.trees = [:]
      state.treeSize = 0
    }
    state.trees[object.id] = tree
    state.treeSize += tree.size
  }

  private func withState<Result: Sendable>(
    _ body: (inout State) throws(HistoryError) -> Result
  ) throws(HistoryError) -> Result {
    try state.withLock { (state: inout State) throws(HistoryError) -> Result in try body(&state) }
  }
}
