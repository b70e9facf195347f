import DocgenSupport

/// Finds what users name, in the working directory or below the content folder.
struct PathFinder {
  private let content: [Substring]
  private let shownContent: String
  private let workingFolder: String

  init(contentFolder: String, workingFolder: String) {
    shownContent = contentFolder
    self.workingFolder = workingFolder
    content = RepositoryPaths.absolute(contentFolder, from: workingFolder)
  }

  /// The path below the content folder of a file or folder, which is there; empty for the content folder itself.
  func path(_ argument: String) throws(UsageError) -> String {
    let candidates = [RepositoryPaths.absolute(argument, from: workingFolder)] + below(argument)
    let there = candidates.filter { FileSystem.kind(of: Self.joined($0)) != nil }
    for candidate in there {
      if let path = relative(candidate) { return path }
    }
    if !there.isEmpty { throw .outsidePath(argument, folder: shownContent) }
    let known = candidates.lazy.compactMap { Self.nearest(to: $0) }.first { relative($0) != nil }
    throw .missingPath(argument, suggestion: known.map(shown))
  }

  /// A relative path as one below the content folder.
  private func below(_ argument: String) -> [[Substring]] {
    argument.hasPrefix("/") ? [] : [RepositoryPaths.absolute(argument, from: Self.joined(content))]
  }

  /// The path below the content folder; `nil` if it leads elsewhere, links followed.
  private func relative(_ path: [Substring]) -> String? {
    if path.starts(with: content) { return path.dropFirst(content.count).joined(separator: "/") }
    guard let real = FileSystem.realPath(Self.joined(path)), let root = FileSystem.realPath(Self.joined(content))
    else { return nil }
    if real == root { return "" }
    return real.hasPrefix(root + "/") ? String(real.dropFirst(root.utf8.count + 1)) : nil
  }

  /// A path as a user in the working directory writes it.
  private func shown(_ path: [Substring]) -> String {
    let here = RepositoryPaths.absolute(workingFolder, from: "/")
    return path.starts(with: here) ? path.dropFirst(here.count).joined(separator: "/") : Self.joined(path)
  }

  /// The path with the first name that is not there replaced by the nearest that is; `nil` if none is near.
  private static func nearest(to path: [Substring]) -> [Substring]? {
    guard let missing = path.indices.first(where: { FileSystem.kind(of: joined(path[...$0])) == nil }) else {
      return nil
    }
    let names = (try? FileSystem.list(joined(path[..<missing])))?.map(\.name) ?? []
    guard let name = Suggestions.nearest(to: String(path[missing]), among: names) else { return nil }
    var found = Array(path)
    found[missing] = Substring(name)
    return FileSystem.kind(of: joined(found)) == nil ? Array(found[...missing]) : found
  }

  private static func joined(_ path: some Sequence<Substring>) -> String { "/" + path.joined(separator: "/") }
}
