import DocgenSupport
import Glibc

/// What builds that were killed have left beside an output folder, and how it is found and removed.
package enum SiteLeftovers {
  /// Removes the leftovers beside an output folder, also where nothing is to be built; what stands in the way is told by a
  /// build.
  package static func remove(besideSite output: String) {
    guard let target = try? SiteFolder.resolved(output) else { return }
    let (parent, name) = FileSystem.parts(of: target)
    try? remove(in: parent, of: name)
  }

  /// What the names of folders begin with that are to become an output folder, or were one.
  static func prefix(_ name: String) -> String { ".\(name).docgen-" }

  /// Removes the leftovers. What in them is not docgen's goes to the output folder.
  ///
  /// An update that was begun is brought to its end. A build may be killed while it moves such files; they are in one of the two folders then. It may also be killed
  /// between the old folder and the new one where the file system cannot exchange them; then a complete one becomes
  /// the output folder again.
  static func remove(in parent: String, of name: String) throws(SiteError) {
    let target = parent == "/" ? "/" + name : parent + "/" + name
    guard let entries = try? FolderContent.entries(of: Array(parent.utf8)) else { return }
    let start = Array(prefix(name).utf8)
    for entry in entries where entry.isFolder && entry.name.starts(with: start) {
      let path = parent + "/" + String(decoding: entry.name, as: UTF8.self)
      let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      defer { close(descriptor) }
      if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK { continue }
      try recover(path, target)
    }
  }

  private static func recover(_ path: String, _ target: String) throws(SiteError) {
    do throws(FileError) {
      if case .listed = try SiteOwnership.state(of: path), FileSystem.kind(of: target) == nil,
        try !FolderContent.entries(of: Array(path.utf8)).isEmpty
      {
        return try FileSystem.rename(path, to: target)
      }
    } catch {
      throw .file(error)
    }
    try discard(path, target)
  }

  /// Removes a folder that took part in a build, and moves what in it is not docgen's to the output folder.
  static func discard(_ path: String, _ target: String) throws(SiteError) {
    let state: SiteOwnership.State
    do throws(FileError) {
      try SiteJournal.rollForward(path, to: target)
      state = try SiteOwnership.state(of: path)
    } catch {
      throw .file(error)
    }
    switch state {
    case .listed(let manifest):
      let ownership = SiteOwnership(path, manifest)
      var foreign = try ForeignFiles(ownership, from: path, to: target, name: path)
      try foreign.move()
      do throws(FileError) { try ownership.removeOwn() } catch { throw .file(error) }
    case .unlisted:
      // Others' files come into it after the list.
      do throws(FileError) { try removeUnfinished(path) } catch { throw .file(error) }
    case .damaged, .foreign:
      throw .refused(
        "'\(path)' was left by a build that was killed, and it cannot be told what in it is docgen's; look into it "
          + "and remove it")
    }
  }

  /// Removes a folder that a build has begun to write, its mark last.
  static func removeUnfinished(_ path: String) throws(FileError) {
    let folder = Array(path.utf8)
    for entry in try FolderContent.entries(of: folder) where !entry.name.elementsEqual(SiteManifest.file.utf8) {
      try removeAll(folder + [0x2F] + entry.name, isFolder: entry.isFolder)
    }
    try FolderContent.remove(folder + Array(("/" + SiteManifest.file).utf8), isFolder: false)
    try FolderContent.remove(folder, isFolder: true)
  }

  /// Removes a file, or a folder with all that is in it.
  static func removeAll(_ path: [UInt8], isFolder: Bool) throws(FileError) {
    if isFolder {
      for entry in try FolderContent.entries(of: path) {
        try removeAll(path + [0x2F] + entry.name, isFolder: entry.isFolder)
      }
    }
    try FolderContent.remove(path, isFolder: isFolder)
  }
}
