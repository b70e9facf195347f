import DocgenSupport
import Glibc

/// What in a folder is docgen's, and what is somebody else's.
struct SiteOwnership: Sendable {
  /// What a folder says of itself.
  enum State {
    /// It has a list of what docgen wrote; an empty folder counts as one with an empty list.
    case listed(SiteManifest)
    /// It has the mark of docgen, but no list: a build that did not end, or one of a version without lists.
    case unlisted
    /// Its list is damaged.
    case damaged
    /// It has other things, and no mark.
    case foreign
  }

  private let folder: [UInt8]
  private let manifest: SiteManifest

  init(_ folder: String, _ manifest: SiteManifest) {
    self.folder = Array(folder.utf8)
    self.manifest = manifest
  }

  static func state(of folder: String) throws(FileError) -> State {
    let entries = try FolderContent.entries(of: Array(folder.utf8))
    guard let marker = entries.first(where: { $0.name.elementsEqual(SiteManifest.file.utf8) }) else {
      return entries.isEmpty ? .listed(SiteManifest()) : .foreign
    }
    // Not even opened: a pipe would be waited for.
    guard marker.isFile else { return .foreign }
    let bytes = try FileSystem.read(folder + "/" + SiteManifest.file)
    if bytes.isEmpty { return entries.count == 1 ? .listed(SiteManifest()) : .unlisted }
    return SiteManifest(bytes).map { .listed($0) } ?? .damaged
  }

  /// What is not docgen's, as paths below the folder; a folder that is not docgen's is one of them, with a slash, and
  /// what it holds is not.
  func foreignPaths() throws(FileError) -> [[UInt8]] {
    var paths: [[UInt8]] = []
    var cursor = manifest.cursor
    try findForeign([], &cursor, &paths)
    return paths
  }

  private func findForeign(
    _ path: [UInt8], _ cursor: inout SiteManifest.Cursor, _ paths: inout [[UInt8]]
  ) throws(FileError) {
    for entry in try FolderContent.entries(of: folder + [0x2F] + path) where !isManifest(entry, in: path) {
      let inner = path + entry.name + (entry.isFolder ? [0x2F] : [])
      // docgen makes files and folders: a link in the place of one is somebody else's.
      if !(entry.isFile || entry.isFolder) || !cursor.isListed(inner) {
        paths.append(inner)
      } else if entry.isFolder {
        try findForeign(inner, &cursor, &paths)
      }
    }
  }

  /// Removes what is docgen's, the list last, and the folder when nothing else is in it.
  func removeOwn() throws(FileError) {
    var cursor = manifest.cursor
    guard try removeOwn([], &cursor) else { return }
    try FolderContent.remove(folder + Array(("/" + SiteManifest.file).utf8), isFolder: false)
    try FolderContent.remove(folder, isFolder: true)
  }

  /// Whether nothing is left in a folder.
  private func removeOwn(_ path: [UInt8], _ cursor: inout SiteManifest.Cursor) throws(FileError) -> Bool {
    var isEmpty = true
    for entry in try FolderContent.entries(of: folder + [0x2F] + path) where !isManifest(entry, in: path) {
      let inner = path + entry.name + (entry.isFolder ? [0x2F] : [])
      var isOwn = (entry.isFile || entry.isFolder) && cursor.isListed(inner)
      if isOwn, entry.isFolder { isOwn = try removeOwn(inner, &cursor) }
      if isOwn { try FolderContent.remove(folder + [0x2F] + inner, isFolder: entry.isFolder) } else { isEmpty = false }
    }
    return isEmpty
  }

  private func isManifest(_ entry: FolderContent.Entry, in path: [UInt8]) -> Bool {
    path.isEmpty && entry.isFile && entry.name.elementsEqual(SiteManifest.file.utf8)
  }
}
