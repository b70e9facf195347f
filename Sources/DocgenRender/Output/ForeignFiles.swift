import DocgenSupport
import Glibc

/// Files and folders of others on their way from one folder of docgen's to another.
///
/// They are moved by renaming them, so that nothing is ever copied or in neither folder.
struct ForeignFiles {
  private struct Move {
    var source: [UInt8]
    var target: [UInt8]
  }

  private let source: [UInt8]
  private let target: [UInt8]
  /// How the user knows the folder that the target becomes.
  private let name: String
  private var moves: [Move] = []
  /// The folders of the source that both have: they are emptied and go.
  private var merged: [[UInt8]] = []
  private var done: [Move] = []

  /// Plans the moves, and changes nothing.
  ///
  /// - Parameters:
  ///   - ownership: tells what in the source is not docgen's.
  ///   - source: the folder where they are.
  ///   - target: the folder where they go.
  ///   - name: how the user knows the target.
  /// - Throws: what is in the way of one of them.
  init(
    _ ownership: SiteOwnership, from source: String, to target: String, name: String
  ) throws(SiteError) {
    self.source = Array(source.utf8) + [0x2F]
    self.target = Array(target.utf8) + [0x2F]
    self.name = name
    do throws(FileError) {
      for path in try ownership.foreignPaths() { try plan(path) }
    } catch {
      throw .file(error)
    }
    for move in moves where FolderContent.mode(of: move.target) != nil || !hasRoom(move.target) {
      throw .refused(
        "'\(shown(move))' is not docgen's, and the site has something else in its place; move it out of '\(name)', "
          + "or rename what the site is made of")
    }
  }

  var isEmpty: Bool { moves.isEmpty && merged.isEmpty }

  /// Moves all, or none.
  mutating func move() throws(SiteError) {
    do throws(FileError) {
      for move in moves {
        try createFolders(above: move.target)
        try FolderContent.rename(move.source, to: move.target)
        done.append(move)
      }
    } catch {
      let failed = moves[done.count]
      moveBack()
      throw .refused(
        "'\(shown(failed))' is not docgen's, and cannot be kept (\(String(cString: strerror(error.code)))); "
          + "move it out of '\(name)'")
    }
    for folder in merged.reversed() { try? FolderContent.remove(folder, isFolder: true) }
  }

  /// Puts everything back to where it was.
  mutating func moveBack() {
    for move in done.reversed() { try? FolderContent.rename(move.target, to: move.source) }
    done = []
  }

  private func shown(_ move: Move) -> String {
    name + "/" + String(decoding: move.source.dropFirst(source.count), as: UTF8.self)
  }

  private mutating func plan(_ path: [UInt8]) throws(FileError) {
    guard path.last == 0x2F, let mode = FolderContent.mode(of: target + path.dropLast()), mode & S_IFMT == S_IFDIR
    else {
      let plain = path.last == 0x2F ? Array(path.dropLast()) : path
      moves.append(Move(source: source + plain, target: target + plain))
      return
    }
    for entry in try FolderContent.entries(of: source + path) {
      try plan(path + entry.name + (entry.isFolder ? [0x2F] : []))
    }
    merged.append(source + path.dropLast())
  }

  /// Whether all that stands above a path is a folder, or not there.
  private func hasRoom(_ path: [UInt8]) -> Bool {
    folders(above: path).allSatisfy { FolderContent.mode(of: $0).map { $0 & S_IFMT == S_IFDIR } ?? true }
  }

  private func createFolders(above path: [UInt8]) throws(FileError) {
    for folder in folders(above: path) where FolderContent.mode(of: folder) == nil {
      try FolderContent.createFolder(folder)
    }
  }

  /// The folders of a path below the target, the outermost first.
  private func folders(above path: [UInt8]) -> [[UInt8]] {
    path.indices[target.count...].filter { path[$0] == 0x2F }.map { Array(path[..<$0]) }
  }
}
