import DocgenSupport

/// Finds the folder of the source pages in a commit, where it may have had another name than today.
struct SourceFolder {
  /// The path below the top of the repository where the pages lie today, or are believed to.
  var path: String
  /// The name of the folder today; a folder of this name goes before others that hold as much.
  var name: String
  /// Names of what lies directly in the folder today: folders and pages.
  var sample: [String]

  /// No more folders of one commit than these are looked into.
  private static let limit = 4096
  private static let depth = 6

  /// The path below the top of a commit; `nil` if no folder looks like it.
  ///
  /// It is the same path as today where the commit has that, and else the folder that holds most of what the folder holds
  /// today, and at least half of it.
  func path(in root: String, _ store: ObjectStore) throws(HistoryError) -> String? {
    if try store.entry(at: path, in: root)?.isFolder ?? false {
      if try score(root, path, store) > 0 { return path }
    }
    var best: (score: Int, isNamed: Bool, path: String)?
    var queue: [(path: String, depth: Int)] = [("", 0)]
    var index = 0
    while index < queue.count, index < Self.limit {
      let (path, depth) = queue[index]
      index += 1
      guard let entry = try store.entry(at: path, in: root), let tree = try store.tree(entry.id) else { continue }
      let score = sample.count { tree.entry(named: $0) != nil }
      let isNamed = path.split(separator: "/").last.map { ASCIICase.equal($0.utf8, name.utf8) } ?? false
      if score * 2 >= sample.count, score > 0 {
        let isBetter = best.map { score > $0.score || (score == $0.score && isNamed && !$0.isNamed) } ?? true
        if isBetter { best = (score, isNamed, path) }
      }
      guard depth < Self.depth else { continue }
      for child in tree.all where child.isFolder {
        queue.append((path.isEmpty ? child.name : "\(path)/\(child.name)", depth + 1))
      }
    }
    return best?.path
  }

  private func score(_ root: String, _ path: String, _ store: ObjectStore) throws(HistoryError) -> Int {
    guard let entry = try store.entry(at: path, in: root), let tree = try store.tree(entry.id) else { return 0 }
    return sample.isEmpty ? 1 : sample.count { tree.entry(named: $0) != nil }
  }
}
