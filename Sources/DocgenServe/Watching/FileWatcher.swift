import DocgenSupport
import Glibc

/// Tells which files below some folders were touched, by the system's own notices (inotify), one watch a folder.
///
/// It is for one thread at a time. Names that begin with a dot are passed over, and links to folders are not followed.
package final class FileWatcher {
  /// What happened since it was asked last.
  package struct Changes: Equatable, Sendable {
    /// Files and folders that were written, made, moved or removed, by the paths of the folders that are watched.
    package var paths: Set<String> = []
    /// More happened than the system could tell; all may have changed.
    package var isIncomplete = false

    /// Makes changes of their parts.
    package init(paths: Set<String> = [], isIncomplete: Bool = false) {
      self.paths = paths
      self.isIncomplete = isIncomplete
    }

    /// Nothing happened.
    package var isEmpty: Bool { paths.isEmpty && !isIncomplete }
  }

  /// What is told of a folder. A file counts when its writer closes it, and not while it is written.
  private static let events = UInt32(
    IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_CREATE | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR)

  private let descriptor: Int32
  private var folders: [Int32: String] = [:]
  private var watches: [String: Int32] = [:]
  private var roots: [String] = []
  private var isLeftOut: (String) -> Bool = { _ in false }
  /// Why not all folders are watched; `nil` if they are.
  package private(set) var failure: FileError?

  /// Begins without folders.
  package init() throws(FileError) {
    descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard descriptor >= 0 else { throw FileError(operation: "watch", path: "files") }
  }

  deinit { close(descriptor) }

  /// Watches some folders with all below them, and no others from now on.
  ///
  /// - Parameters:
  ///   - folders: The folders; one that is not there is watched when it comes.
  ///   - isLeftOut: Tells by its path whether a folder is passed over.
  package func watch(_ folders: [String], leavingOut isLeftOut: @escaping (String) -> Bool = { _ in false }) {
    self.isLeftOut = isLeftOut
    failure = nil
    roots = folders
    let known = watches
    var kept: Set<String> = []
    for folder in folders { add(folder) { kept.insert($0) } }
    for (path, watch) in known where !kept.contains(path) { remove(watch, path) }
  }

  /// Waits for changes.
  ///
  /// - Parameters:
  ///   - milliseconds: How long; negative for ever.
  ///   - quiet: When something has changed, how long nothing more must change for it to be told.
  /// - Returns: What changed; no changes, if the time is over.
  package func changes(within milliseconds: Int, quiet: Int) -> Changes {
    var changes = Changes()
    var limit = milliseconds
    var rounds = 0
    while true {
      // A folder that is watched for itself and is not there tells nothing when it comes.
      let isMissing = roots.contains { watches[$0] == nil }
      let wait = isMissing && (limit < 0 || limit > Self.pause) ? Self.pause : limit
      var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let count = poll(&request, 1, Int32(clamping: wait))
      if count > 0 { read(into: &changes) }
      if isMissing { findMissing(&changes) }
      if changes.isEmpty {
        if count <= 0, !isMissing || limit >= 0 && limit <= Self.pause { return changes }
        if count <= 0, limit >= 0 { limit -= wait }
        continue
      }
      rounds += 1
      // Where files change all the time, what changed is told nevertheless.
      if count <= 0 || rounds > Self.mostRounds { return changes }
      limit = quiet
    }
  }

  private static let pause = 500
  private static let mostRounds = 1000

  // MARK: Notices

  private func read(into changes: inout Changes) {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return }
      buffer.withUnsafeBytes { bytes in
        var offset = 0
        let size = MemoryLayout<inotify_event>.size
        while offset + size <= count {
          let event = bytes.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
          let name = bytes[(offset + size)..<min(count, offset + size + Int(event.len))].prefix { $0 != 0 }
          offset += size + Int(event.len)
          take(event, String(decoding: name, as: UTF8.self), &changes)
        }
      }
    }
  }

  private func take(_ event: inotify_event, _ name: String, _ changes: inout Changes) {
    func holds(_ flag: Int32) -> Bool { event.mask & UInt32(bitPattern: flag) != 0 }
    if holds(IN_Q_OVERFLOW) {
      changes.isIncomplete = true
      for root in roots { add(root) { _ in } }
      return
    }
    guard let folder = folders[event.wd] else { return }
    if holds(IN_IGNORED) || holds(IN_DELETE_SELF) || holds(IN_MOVE_SELF) {
      // What a folder was moved to is watched anew where that is wanted.
      remove(event.wd, folder)
      changes.paths.insert(folder)
      return
    }
    guard !name.isEmpty, !name.hasPrefix(".") else { return }
    let path = folder == "." ? name : folder + "/" + name
    let isFolder = holds(Int32(bitPattern: UInt32(IN_ISDIR)))
    if isFolder, isLeftOut(path) { return }
    changes.paths.insert(path)
    guard isFolder else { return }
    if holds(IN_CREATE) || holds(IN_MOVED_TO) {
      // What came into it before it was watched is told by its name.
      add(path) { changes.paths.insert($0) }
    } else if holds(IN_MOVED_FROM) {
      for (inner, watch) in watches where inner == path || inner.hasPrefix(path + "/") { remove(watch, inner) }
    }
  }

  private func findMissing(_ changes: inout Changes) {
    for root in roots where watches[root] == nil {
      add(root) { changes.paths.insert($0) }
    }
  }

  // MARK: Watches

  /// Watches a folder and those below it.
  private func add(_ folder: String, _ found: (String) -> Void) {
    var waiting = [folder]
    while let path = waiting.popLast() {
      let watch = inotify_add_watch(descriptor, path, Self.events)
      guard watch >= 0 else {
        if errno == ENOSPC {
          failure = FileError(
            operation: "watch", path: path, code: ENOSPC,
            reason: "the system watches no more folders for this user; raise 'fs.inotify.max_user_watches' by sysctl")
        }
        continue
      }
      if let old = folders[watch], old != path { watches[old] = nil }
      folders[watch] = path
      watches[path] = watch
      found(path)
      guard let entries = try? FileSystem.list(path) else { continue }
      for entry in entries where entry.kind == .folder && !entry.isLink && entry.isValid {
        let inner = path == "." ? entry.name : path + "/" + entry.name
        if !entry.name.hasPrefix("."), !isLeftOut(inner) { waiting.append(inner) }
      }
    }
  }

  private func remove(_ watch: Int32, _ path: String) {
    inotify_rm_watch(descriptor, watch)
    if folders[watch] == path { folders[watch] = nil }
    if watches[path] == watch { watches[path] = nil }
  }
}
