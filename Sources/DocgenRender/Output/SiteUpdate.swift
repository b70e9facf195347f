import DocgenSupport
import Glibc
import Synchronization

/// A site that is made anew beside one that stands, of which most files come out the same.
///
/// Those are only noted, and stay where they are, until it is known how many others there are: few are put among them
/// by a ``SiteJournal``, where many become a folder of their own together with those that stay.
final class SiteUpdate: Sendable {
  /// The most files that are changed in place. A reader may meet old and new ones side by side for as long as that takes,
  /// which is 10 milliseconds for so many in memory, and a tenth of a second on a disk.
  static let mostFiles = 1024

  let standing: StandingSite
  /// The list of what docgen wrote into the standing site.
  let manifest: SiteManifest
  /// Hashes of the paths that stay; their seeds are others in each run, so that no two paths can be made to collide.
  private let kept = Mutex<Set<Int>>([])

  /// Begins an update; `nil` if the site is to be made as a whole.
  ///
  /// - Parameters:
  ///   - standing: The site that stands, of which all is as it was left.
  ///   - settings: What the site is to be like.
  init?(of standing: StandingSite, _ settings: SiteSettings) {
    // The program that makes the full text reads all pages in the folder of the new site.
    guard standing.isAlone, settings.fullText == nil, !settings.swapsFolders, let manifest = standing.manifest else {
      return nil
    }
    self.standing = standing
    self.manifest = manifest
  }

  // MARK: What stays

  /// Notes files that stay as they are, by their paths below the site.
  func keep(_ paths: [String]) {
    let hashes = paths.map { path in
      var path = path
      return path.withUTF8 { Self.hash(UnsafeRawBufferPointer($0)) }
    }
    kept.withLock { $0.formUnion(hashes) }
  }

  /// Whether a file stays.
  func keeps(_ path: [UInt8]) -> Bool {
    let hash = path.withUnsafeBytes { Self.hash($0) }
    return kept.withLock { $0.contains(hash) }
  }

  /// Whether a file stays at a path, or where a folder of the path is to be.
  func isInTheWay(of path: String) -> Bool {
    let path = Array(path.utf8)
    return keeps(path) || path.indices.contains { path[$0] == 0x2F && keeps(Array(path[..<$0])) }
  }

  private static func hash(_ path: UnsafeRawBufferPointer) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: path)
    return hasher.finalize()
  }

  // MARK: As a whole

  /// Gives the files that stay a name in the folder of the new site, too.
  func complete(_ folder: String) throws(FileError) {
    var cursor = manifest.cursor
    while let path = cursor.path {
      if path.last != 0x2F, keeps(path) { try link(String(decoding: path, as: UTF8.self), into: folder) }
      cursor.advance()
    }
  }

  private func link(_ file: String, into folder: String) throws(FileError) {
    let path = folder + "/" + file
    if linkat(standing.descriptor, file, AT_FDCWD, path, 0) == 0 { return }
    // What was made anew all the same is newer.
    if errno == EEXIST { return }
    try FileSystem.createFolder(FileSystem.folder(of: path))
    if linkat(standing.descriptor, file, AT_FDCWD, path, 0) == 0 { return }
    // Not all file systems let a file have two names.
    guard let bytes = standing.content(of: file) else { throw FileError(operation: "copy", path: path) }
    try FileSystem.write(bytes, to: path)
  }

  // MARK: In place

  /// What is to be done in the standing site.
  ///
  /// - Parameter written: What is in the folder of the new site.
  /// - Returns: `nil` if too much changed for that, or something is in the way.
  func journal(_ written: SiteManifest) -> SiteJournal? {
    var new = SiteManifest.Writer()
    var journal = SiteJournal()
    /// Folders of the standing site, each in the one before, that nothing is known to stay in yet.
    var waiting: [[UInt8]] = []
    var (left, right) = (manifest.cursor, written.cursor)
    while left.path != nil || right.path != nil {
      let (old, made) = (left.path, right.path)
      guard let path = old.map({ old in made.map { SiteManifest.precedes($0, old) ? $0 : old } ?? old }) ?? made else {
        break
      }
      let isFolder = path.last == 0x2F
      while let last = waiting.last, !path.starts(with: last) {
        journal.goneFolders.append(last)
        waiting.removeLast()
      }
      if path == made {
        for folder in waiting { new.add(folder) }
        waiting = []
        new.add(path)
        switch (isFolder, path == old) {
        case (true, true): break
        case (true, false): journal.newFolders.append(path)
        case (false, true): journal.changed.append(path)
        case (false, false): journal.added.append(path)
        }
        right.advance()
      } else if isFolder {
        waiting.append(path)
      } else if keeps(path) {
        for folder in waiting { new.add(folder) }
        waiting = []
        new.add(path)
      } else {
        journal.gone.append(path)
      }
      if path == old { left.advance() }
      if journal.count > Self.mostFiles { return nil }
    }
    journal.goneFolders += waiting.reversed()
    journal.oldList = ContentDigest(of: manifest.bytes)
    journal.list = SiteManifest(new)
    return standing.hasRoom(for: journal) ? journal : nil
  }
}

extension StandingSite {
  /// Whether nothing of others is where a file or folder is to come.
  fileprivate func hasRoom(for journal: SiteJournal) -> Bool {
    func isFree(_ path: [UInt8]) -> Bool {
      var status = stat()
      let name = String(decoding: path.last == 0x2F ? path.dropLast() : path[...], as: UTF8.self)
      return fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) != 0 && errno == ENOENT
    }
    return journal.newFolders.allSatisfy(isFree)
      && journal.added.allSatisfy { path in
        // What comes into a new folder has room in it.
        journal.newFolders.contains { path.starts(with: $0) } || isFree(path)
      }
  }
}
