import DocgenSupport
import Glibc

/// A folder into which several machines write the pages of one site, each its own, and one the rest in the end.
///
/// It has the mark of docgen from the start, and the list of what docgen wrote when all is there.
package struct SharedFolder: Sendable {
  /// The name of the folder in it with what machines tell each other.
  package static let notesFolder = ".docgen"

  /// The path without links.
  package let path: String

  /// Takes a folder, which is made where there is none.
  ///
  /// - Parameters:
  ///   - output: The folder that is to become the site.
  ///   - contentFolders: The folders of the content, which must stay.
  /// - Throws: ``SiteError/refused(_:)`` for a folder that holds something else.
  package init(_ output: String, contentFolders: [String]) throws(SiteError) {
    path = try SiteFolder.resolved(output)
    for folder in contentFolders { _ = try SiteFolder.isFolder(path, contentFolder: folder) }
    // An update of the site that was begun must not be finished in what comes now.
    let (parent, name) = FileSystem.parts(of: path)
    try SiteLeftovers.remove(in: parent, of: name)
    do throws(FileError) {
      try FileSystem.createFolder(path)
      if case .foreign = try SiteOwnership.state(of: path),
        FileSystem.kind(of: path + "/" + Self.notesFolder) != .folder
      {
        throw FileError(
          operation: "write a site to", path: path, code: ENOTEMPTY,
          reason: "it holds files that docgen has not written; name another folder, or remove them")
      }
      let mark = path + "/" + SiteManifest.file
      if FileSystem.kind(of: mark) == nil { try FileSystem.write([], to: mark) }
    } catch {
      throw .file(error)
    }
  }

  /// Makes an empty folder for files that come to the others when all of them are there.
  func makeScratch() throws(FileError) -> String {
    let scratch = path + "/" + Self.notesFolder + "/merge"
    try removeScratch()
    try FileSystem.createFolder(scratch)
    return scratch
  }

  private func removeScratch() throws(FileError) {
    let scratch = Array((path + "/" + Self.notesFolder + "/merge").utf8)
    if FolderContent.mode(of: scratch) != nil { try SiteLeftovers.removeAll(scratch, isFolder: true) }
  }

  /// Moves all files of a scratch folder to those that stand, and lists what docgen wrote.
  ///
  /// What an earlier list has and the new one has not is removed. A merge that is killed on the way is run again.
  ///
  /// - Parameters:
  ///   - scratch: The folder.
  ///   - pages: The paths of the files that stand.
  /// - Throws: The first call to the system that failed.
  func complete(with scratch: String, pages: [String]) throws(FileError) {
    var paths: [[UInt8]] = []
    try move(Array(scratch.utf8), [], &paths)
    paths += pages.map { Array($0.utf8) }
    let manifest = SiteManifest(paths: paths)
    if case .listed(let old) = try SiteOwnership.state(of: path) { try remove(old, besides: manifest) }
    try FileSystem.syncFileSystem(of: path)
    try manifest.write(to: path)
    try FileSystem.syncFolder(path)
    try removeScratch()
  }

  private func move(_ scratch: [UInt8], _ inner: [UInt8], _ paths: inout [[UInt8]]) throws(FileError) {
    let target = Array(path.utf8) + [0x2F]
    for entry in try FolderContent.entries(of: scratch + [0x2F] + inner) {
      let name = inner + entry.name
      if entry.isFolder {
        paths.append(name + [0x2F])
        try FolderContent.createFolder(target + name)
        try move(scratch, name + [0x2F], &paths)
      } else {
        paths.append(name)
        try FolderContent.rename(scratch + [0x2F] + name, to: target + name)
      }
    }
  }

  private func remove(_ old: SiteManifest, besides new: SiteManifest) throws(FileError) {
    var folders: [[UInt8]] = []
    var kept = new.cursor
    var cursor = old.cursor
    while let inner = cursor.path {
      if !inner.isEmpty, !kept.isListed(inner) {
        let full = Array(path.utf8) + [0x2F] + inner
        if inner.last == 0x2F { folders.append(full) } else { try FolderContent.remove(full, isFolder: false) }
      }
      cursor.advance()
    }
    // A folder with files of others stays.
    for folder in folders.reversed() { try? FolderContent.remove(folder, isFolder: true) }
  }
}
