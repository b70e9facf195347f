import DocgenSupport
import Glibc

/// The folder that a site is written to, beside the one whose place it takes when it is complete and on disk.
///
/// It is locked as long as the build runs, so that another build can tell it from what a killed one left. In the folder
/// whose place it takes, docgen removes what it has written itself; the rest moves along.
final class SiteFolder {
  /// The folder to write to.
  let path: String
  private let target: String
  private let descriptor: Int32
  private let token: Interruption.Token
  private var isDone = false

  /// Makes the folder.
  ///
  /// - Parameters:
  ///   - output: the folder that is to become the site.
  ///   - contentFolders: the folders of the content, which must stay.
  /// - Throws: ``SiteError/refused(_:)`` for an output folder that may not be replaced.
  init(output: String, contentFolders: [String]) throws(SiteError) {
    // Whether there was a site before is no matter of what this one is made of.
    let target = try FileTrace.unnoted { () throws(SiteError) in
      let target = try Self.resolved(output)
      for folder in contentFolders { try Self.check(target, contentFolder: folder) }
      let (parent, name) = FileSystem.parts(of: target)
      try SiteLeftovers.remove(in: parent, of: name)
      return target
    }
    let parent = FileSystem.parts(of: target).folder
    self.target = target
    FileTrace.current?.ignore(output)
    FileTrace.current?.ignore(target)
    do throws(FileError) {
      (path, descriptor, token) = try Self.make(in: parent, for: target)
      try FileSystem.write([], to: path + "/" + SiteManifest.file)
      FileTrace.current?.ignore(path)
      adoptMode()
    } catch {
      throw .file(error)
    }
  }

  deinit {
    // A signal that has come removes the folder itself.
    Interruption.release(token)
    if !isDone { try? SiteLeftovers.discard(path, target) }
    close(descriptor)
  }

  /// Makes an empty folder beside the target, and locks it.
  private static func make(
    in parent: String, for target: String
  ) throws(FileError) -> (path: String, descriptor: Int32, token: Interruption.Token) {
    let name = SiteLeftovers.prefix(FileSystem.parts(of: target).name)
    let start = "\(parent == "/" ? "" : parent)/\(name)\(getpid())-"
    var number = 0
    while true {
      let path = start + String(number)
      number += 1
      guard let token = try register(path, target) else { continue }
      let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      let code = errno
      if descriptor >= 0, Leftovers.claim(descriptor) { return (path, descriptor, token) }
      Interruption.release(token)
      // Another build took the folder for a leftover before it was locked.
      if descriptor < 0, code != ENOENT { throw FileError(operation: "open", path: path, code: code) }
      if descriptor >= 0 { close(descriptor) }
    }
  }

  /// Makes an empty folder that a signal removes; `nil` if the name is taken.
  private static func register(_ path: String, _ target: String) throws(FileError) -> Interruption.Token? {
    do throws(FileError) {
      return try Interruption.register { () throws(FileError) in
        guard mkdir(path, 0o755) == 0 else { throw FileError(operation: "create the folder", path: path) }
      } action: {
        remove(path, target)
      }.token
    } catch {
      if error.code == EEXIST { return nil }
      throw error
    }
  }

  /// Removes the folder while others may still write into it: under its new name they do not find it.
  private static func remove(_ path: String, _ target: String) {
    let gone = path + ".gone"
    guard (try? FileSystem.rename(path, to: gone)) != nil else { return }
    try? SiteLeftovers.discard(gone, target)
    // What they made anew before they noticed.
    try? SiteLeftovers.discard(path, target)
  }

  /// The folder is as open to others as the one whose place it takes.
  private func adoptMode() {
    var status = stat()
    guard stat(target, &status) == 0 else { return }
    _ = fchown(descriptor, status.st_uid, status.st_gid)
    _ = fchmod(descriptor, status.st_mode & 0o7777)
  }

  // MARK: Taking the place

  /// Makes the site that stands the new one: few files change one by one, by a ``SiteJournal``; where many do, the folder
  /// takes its place.
  ///
  /// - Parameters:
  ///   - update: What stays of the site that stands; `nil` if all of the site is in the folder.
  ///   - tellsChanges: Whether somebody wants to know what changed.
  /// - Returns: In which files the site differs from the one of before; `nil` if nobody wants to know.
  /// - Throws: ``SiteError``; the site of before is then still there, or becomes the new one by the next run.
  @discardableResult
  func publish(_ update: SiteUpdate?, tellingChanges tellsChanges: Bool = false) throws(SiteError) -> SiteChanges? {
    if let update {
      do throws(FileError) {
        if update.standing.stands(at: target), let journal = update.journal(try SiteManifest(of: path)) {
          try Interruption.undivided { () throws(FileError) in try journal.publish(from: path, to: update.standing) }
          isDone = true
          try SiteLeftovers.removeUnfinished(path)
          return tellsChanges ? journal.changes : nil
        }
        try update.complete(path)
      } catch {
        throw .file(error)
      }
    }
    return try replaceOutput(tellingChanges: tellsChanges)
  }

  /// Puts the folder in the place of the site of before, in one step, and removes that.
  ///
  /// A build may be killed at any moment of it, and the machine may go down: there is a whole site under the name, and
  /// every file of others is in the new folder or in the old one, where the next build finds it.
  ///
  /// - Parameter tellsChanges: Whether somebody wants to know what changed.
  /// - Returns: In which files the site differs from the one of before; `nil` if nobody wants to know.
  /// - Throws: ``SiteError``; the site of before is then still there.
  @discardableResult
  func replaceOutput(tellingChanges tellsChanges: Bool = false) throws(SiteError) -> SiteChanges? {
    let manifest: SiteManifest
    do throws(FileError) {
      manifest = try SiteManifest(of: path)
      try manifest.write(to: path)
      // The list is on disk before the first file of others comes.
      try FileSystem.syncFileSystem(of: path)
    } catch {
      throw .file(error)
    }
    guard let old = try Interruption.undivided({ () throws(SiteError) in try takePlace() }) else {
      return tellsChanges ? SiteChanges(from: nil, to: (manifest, target)) : nil
    }
    defer { if old >= 0 { close(old) } }
    isDone = true
    var changes: SiteChanges?
    if tellsChanges { changes = try SiteChanges(from: (Self.manifest(of: path), path), to: (manifest, target)) }
    try SiteLeftovers.discard(path, target)
    return changes
  }

  /// Takes the place; the old folder, which is locked and now has the path of the new one, or `nil` if none was.
  private func takePlace() throws(SiteError) -> Int32? {
    let parent = FileSystem.parts(of: target).folder
    guard FileSystem.kind(of: target) != nil else {
      do throws(FileError) {
        try FileSystem.rename(path, to: target)
        isDone = true
        try FileSystem.syncFolder(parent)
      } catch {
        throw .file(error)
      }
      return nil
    }
    let old = open(target, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if old >= 0 { _ = flock(old, LOCK_EX | LOCK_NB) }
    let ownership = SiteOwnership(target, try Self.manifest(of: target))
    var foreign = try ForeignFiles(ownership, from: target, to: path, name: target)
    try foreign.move()
    do throws(FileError) {
      try exchange()
    } catch {
      foreign.moveBack()
      if old >= 0 { close(old) }
      throw .file(error)
    }
    isDone = true
    // What is removed next must not be what a machine that goes down finds under the name.
    do throws(FileError) {
      try FileSystem.syncFolder(parent)
      if !foreign.isEmpty { try FileSystem.syncFolder(target) }
    } catch {
      throw .file(error)
    }
    return old
  }

  private func exchange() throws(FileError) {
    if FileSystem.exchange(path, with: target) { return }
    // Where two folders cannot be exchanged, there is a moment without any.
    let backup = path + ".old"
    try FileSystem.rename(target, to: backup)
    do throws(FileError) {
      try FileSystem.rename(path, to: target)
    } catch {
      try? FileSystem.rename(backup, to: target)
      throw error
    }
    try FileSystem.rename(backup, to: path)
  }

  // MARK: Checks

  /// The path without links; of an output that is not there yet, that of the folder around it.
  static func resolved(_ output: String) throws(SiteError) -> String {
    var output = output
    while output.utf8.count > 1, output.hasSuffix("/") { output.removeLast() }
    if let path = FileSystem.realPath(output) { return path }
    let (parent, name) = FileSystem.parts(of: output)
    do throws(FileError) {
      try FileSystem.createFolder(parent)
    } catch {
      throw .file(error)
    }
    guard !name.isEmpty, name != ".", name != "..", let folder = FileSystem.realPath(parent) else {
      throw .file(FileError(operation: "open", path: output, code: ENOENT))
    }
    return folder == "/" ? "/" + name : folder + "/" + name
  }

  /// Refuses what is no folder, or has to do with the content; whether there is a folder.
  static func isFolder(_ target: String, contentFolder: String) throws(SiteError) -> Bool {
    let content = FileSystem.realPath(contentFolder) ?? contentFolder
    if (content + "/").hasPrefix(target + "/") || (target + "/").hasPrefix(content + "/") || target == "/" {
      throw .refused("'\(target)' holds the content or stands in it; write the site to a folder of its own")
    }
    guard let kind = FileSystem.kind(of: target) else { return false }
    guard kind == .folder else { throw .refused("'\(target)' is not a folder; name one, or remove it") }
    return true
  }

  private static func check(_ target: String, contentFolder: String) throws(SiteError) {
    guard try isFolder(target, contentFolder: contentFolder) else { return }
    if FileSystem.isMountPoint(target) {
      throw .refused(
        "'\(target)' is a mount point, which no other folder can take the place of; write the site to a folder in it, "
          + "such as '\(target)/site'")
    }
    _ = try manifest(of: target)
  }

  /// The list of what docgen wrote into a folder that a site may take the place of.
  private static func manifest(of target: String) throws(SiteError) -> SiteManifest {
    let state: SiteOwnership.State
    do throws(FileError) { state = try SiteOwnership.state(of: target) } catch { throw .file(error) }
    switch state {
    case .listed(let manifest): return manifest
    case .foreign:
      throw .refused("'\(target)' holds files that docgen has not written; name another folder, or remove them")
    case .unlisted:
      throw .refused(
        "'\(target)' has the mark of docgen ('\(SiteManifest.file)'), but no list of what docgen wrote, so that your "
          + "files in it cannot be told from the site; move what is yours out of it and remove it, or name another folder"
      )
    case .damaged:
      throw .refused(
        "the list of what docgen wrote, '\(target)/\(SiteManifest.file)', is damaged or of another version, so that "
          + "your files cannot be told from the site; move what is yours out of the folder and remove it, or name another"
      )
    }
  }
}
