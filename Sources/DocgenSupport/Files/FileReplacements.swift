import Glibc
import Synchronization

/// New content for many files, each of which changes in one step and not before its content is on disk.
///
/// Any thread may add files. They are written at once and take their places in batches: the disk writes a batch
/// together, where it would take as long for each file alone.
public final class FileReplacements: Sendable {
  /// As many files are open at a time, or a few more.
  private static let batchSize = 64

  private struct State {
    var waiting: [ScratchFile] = []
    /// The folders in which files took their places.
    var folders: Set<String> = []
    /// The folders that were looked through for what killed runs left.
    var swept: Set<String> = []
    var failures: [FileError] = []
  }

  private let state = Mutex(State())
  /// Threads share it while they write; one that found no room takes it alone.
  private let room = SharedLock()
  private let placed = Atomic<Int>(0)

  /// Makes an empty list.
  public init() {}

  /// The number of files that have their new content.
  public var count: Int { placed.load(ordering: .sequentiallyConsistent) }

  /// Writes the new content of a file that is there; it may take its place later.
  ///
  /// Links are followed. The file keeps its mode and, where the system allows it, its owner.
  ///
  /// - Parameters:
  ///   - path: A file that is there.
  ///   - bytes: Its new content.
  ///   - check: Refuses a file, given by its path without links.
  /// - Throws: The first call to the system that failed; the file is as it was.
  public func add(
    _ path: String, with bytes: [UInt8], check: (String) throws(FileError) -> Void = { _ in }
  ) throws(FileError) {
    try add(path, with: bytes) { () throws(FileError) in
      let destination = try FileDestination.existing(path)
      try check(destination.path)
      return destination
    }
  }

  /// Writes a file that need not be there; its folder must exist.
  ///
  /// - Parameters:
  ///   - path: The file; links are followed, and one that is there keeps its mode.
  ///   - bytes: Its content.
  /// - Throws: The first call to the system that failed; what was there is as it was.
  public func put(_ path: String, with bytes: [UInt8]) throws(FileError) {
    try add(path, with: bytes) { () throws(FileError) in
      let destination = try FileDestination.find(path)
      guard destination.isOrdinary else {
        let isFolder = FileSystem.kind(of: path) == .folder
        throw FileError(operation: "write", path: path, code: isFolder ? EISDIR : EINVAL)
      }
      return destination
    }
  }

  private func add(
    _ path: String, with bytes: [UInt8], to find: () throws(FileError) -> FileDestination
  ) throws(FileError) {
    do throws(FileError) {
      let destination = try find()
      removeLeftovers(beside: destination.path)
      if try !room.shared({ () throws(FileError) in try write(bytes, to: destination) }) {
        try room.alone { () throws(FileError) in try writeAlone(bytes, to: destination) }
      }
    } catch {
      // The path as the user knows it.
      let failure = FileError(operation: error.operation, path: path, code: error.code, reason: error.reason)
      state.withLock { $0.failures.append(failure) }
      throw failure
    }
  }

  /// Writes a file, beside others that other threads write.
  ///
  /// - Returns: Whether there was room for it on the disk, and among the files that may be open.
  private func write(_ bytes: [UInt8], to destination: FileDestination) throws(FileError) -> Bool {
    let scratch: ScratchFile
    do throws(FileError) {
      scratch = try ScratchFile(for: destination, content: bytes)
    } catch {
      guard [ENOSPC, EDQUOT, EMFILE, ENFILE].contains(error.code) else { throw error }
      return false
    }
    let batch = state.withLock { state in
      state.waiting.append(scratch)
      return state.waiting.count < Self.batchSize ? [] : Self.taken(from: &state)
    }
    place(batch)
    return true
  }

  /// Writes a file when no other is being written, and after all that waited gave back the room that they took twice.
  private func writeAlone(_ bytes: [UInt8], to destination: FileDestination) throws(FileError) {
    place(state.withLock { Self.taken(from: &$0) })
    place([try ScratchFile(for: destination, content: bytes)])
  }

  /// Lets all files that still wait take their places, and waits until that is on disk.
  ///
  /// - Returns: What went wrong with any file; those files are as they were.
  public func finish() -> [FileError] {
    place(state.withLock { Self.taken(from: &$0) })
    syncFolders()
    return state.withLock { $0.failures }
  }

  /// Waits until what took its place is on disk there.
  public func syncFolders() {
    let folders = state.withLock { state in
      defer { state.folders = [] }
      return state.folders.sorted()
    }
    for folder in folders {
      do throws(FileError) { try FileSystem.syncFolder(folder) } catch { state.withLock { $0.failures.append(error) } }
    }
  }

  private static func taken(from state: inout State) -> [ScratchFile] {
    defer { state.waiting = [] }
    return state.waiting
  }

  private func removeLeftovers(beside path: String) {
    let folder = FileSystem.folder(of: path)
    if state.withLock({ $0.swept.insert(folder).inserted }) { Leftovers.remove(from: folder) }
  }

  private func place(_ batch: [ScratchFile]) {
    var synced: [ScratchFile] = []
    var failures: [FileError] = []
    for scratch in batch {
      do throws(FileError) {
        try scratch.sync()
        synced.append(scratch)
      } catch {
        failures.append(error)
      }
    }
    var folders: Set<String> = []
    // So that what is said of an interrupted run is true: none takes its place while it is said.
    Interruption.undivided {
      for scratch in synced {
        do throws(FileError) {
          try scratch.place()
          folders.insert(FileSystem.folder(of: scratch.target))
          placed.add(1, ordering: .sequentiallyConsistent)
        } catch {
          failures.append(error)
        }
      }
    }
    state.withLock { state in
      state.folders.formUnion(folders)
      state.failures += failures
    }
  }
}
