import DocgenSupport
import Glibc

/// What is done in a site that stands to make a new one of it: few files come, change and go.
///
/// The files are made in a folder beside the site. When they are on disk, so is the list of what is to be done; only then
/// is anything of it done, and in the end the list goes. Whoever finds the list after a build was killed does what it says
/// once more: each step can be done twice. So the site is the old one before the list is there, and becomes the new one
/// whatever happens from then on.
struct SiteJournal: Sendable {
  /// The folders that come, the outer ones first.
  var newFolders: [[UInt8]] = []
  /// The files that come.
  var added: [[UInt8]] = []
  /// The files that hold something else.
  var changed: [[UInt8]] = []
  /// The files that go.
  var gone: [[UInt8]] = []
  /// The folders that go where nothing is left in them, the inner ones first.
  var goneFolders: [[UInt8]] = []
  /// What docgen wrote into the new site.
  var list = SiteManifest()
  /// The digest of the list of what docgen wrote into the old site.
  var oldList = ContentDigest(of: SiteManifest().bytes)

  /// The number of files.
  var count: Int { added.count + changed.count + gone.count }

  /// Nothing is to be done.
  init() {}

  private static let sealed = SealedFile(kind: "update")
  /// The name of the list in the folder with the files.
  static let file = ".docgen-update"
  /// The name in that folder of the new list of what docgen wrote.
  static let newManifest = ".docgen-site.new"

  /// In which files the new site differs, in the order of the list.
  var changes: SiteChanges {
    var changes = SiteChanges()
    let all = added.map { (SiteChanges.Kind.added, $0) } + changed.map { (.modified, $0) } + gone.map { (.deleted, $0) }
    for (kind, path) in all.sorted(by: { SiteManifest.precedes($0.1, $1.1) }) {
      changes.files.append(SiteChanges.File(kind: kind, path: String(decoding: path, as: UTF8.self)))
    }
    return changes
  }

  // MARK: Writing

  /// Writes the list to the folder with the files, which are brought to disk before.
  ///
  /// - Parameters:
  ///   - folder: The folder with the files.
  ///   - site: The site that is to change.
  /// - Throws: What cannot be written.
  func write(to folder: String, for site: StandingSite) throws(FileError) {
    let manifest = list.bytes
    try FileSystem.write(manifest, to: folder + "/" + Self.newManifest)
    try FileSystem.syncFileSystem(of: folder)
    var writer = StateWriter()
    writer.write(Int(truncatingIfNeeded: site.number))
    writer.write(plain: oldList.bytes)
    writer.write(plain: ContentDigest(of: manifest).bytes)
    for paths in [newFolders, added, changed, gone, goneFolders] { writer.write(paths) { $0.write($1) } }
    try Self.sealed.write(writer.bytes, to: folder + "/" + Self.file)
  }

  /// Reads the list in a folder; `nil` if there is none for the site as it stands.
  private init?(in folder: String, for site: StandingSite) {
    let newList: ContentDigest
    guard let bytes = try? Self.sealed.read(folder + "/" + Self.file) else { return nil }
    var reader = StateReader(bytes)
    func paths() throws(StateReader.Damage) -> [[UInt8]] {
      try reader.list { reader throws(StateReader.Damage) in Array(try reader.content()) }
    }
    do throws(StateReader.Damage) {
      guard try reader.number() == Int(truncatingIfNeeded: site.number) else { return nil }
      (oldList, newList) = (try reader.digest(), try reader.digest())
      (newFolders, added, changed) = (try paths(), try paths(), try paths())
      (gone, goneFolders) = (try paths(), try paths())
    } catch {
      return nil
    }
    // Another site may have come into the same folder.
    guard reader.isAtEnd, let manifest = site.content(of: SiteManifest.file).map({ ContentDigest(of: $0) }),
      manifest == oldList || manifest == newList
    else { return nil }
  }

  // MARK: Doing it

  /// Writes the list, and does what it says.
  ///
  /// - Throws: What cannot be done. Where the list is there, the next run does the rest.
  func publish(from folder: String, to site: StandingSite) throws(FileError) {
    try write(to: folder, for: site)
    try finish(in: folder, on: site)
  }

  /// Does what the list in a folder says, from the start or from where a build was killed; does nothing without a list.
  ///
  /// - Parameters:
  ///   - folder: The folder with the files.
  ///   - target: The site.
  /// - Throws: What cannot be done. The list stays, so that the next run does the rest.
  static func rollForward(_ folder: String, to target: String) throws(FileError) {
    guard FolderContent.mode(of: Array((folder + "/" + file).utf8)) != nil, FileSystem.isThere(target) else { return }
    guard let site = StandingSite(target) else {
      throw FileError(
        operation: "finish the update of", path: target, code: EBUSY, reason: "another build works on it")
    }
    try SiteJournal(in: folder, for: site)?.finish(in: folder, on: site)
  }

  private func finish(in folder: String, on site: StandingSite) throws(FileError) {
    try run(in: folder, on: site)
    // The site is on disk before the list goes.
    try site.sync()
    try FolderContent.remove(Array((folder + "/" + Self.file).utf8), isFolder: false)
    try FileSystem.syncFolder(folder)
  }

  /// Changes the site: nothing that is there leads to what is not, as files come first and go last.
  private func run(in folder: String, on site: StandingSite) throws(FileError) {
    for path in newFolders {
      let failed = Self.withName(path) { mkdirat(site.descriptor, $0, 0o755) } != 0
      if failed, errno != EEXIST { throw Self.error("create the folder", path) }
    }
    for path in added + changed { try Self.move(folder, path, site, path) }
    for path in gone {
      if Self.withName(path, { unlinkat(site.descriptor, $0, 0) }) != 0, errno != ENOENT {
        throw Self.error("remove", path)
      }
    }
    // One that holds something of others stays.
    for path in goneFolders { _ = Self.withName(path) { unlinkat(site.descriptor, $0, AT_REMOVEDIR) } }
    try Self.move(folder, Array(Self.newManifest.utf8), site, Array(SiteManifest.file.utf8))
  }

  /// Moves a file into the site; one that is no longer in the folder is there already.
  private static func move(
    _ folder: String, _ path: [UInt8], _ site: StandingSite, _ target: [UInt8]
  ) throws(FileError) {
    let source = Array(folder.utf8) + [0x2F] + path
    let failed = withName(source) { source in
      withName(target) { renameat(AT_FDCWD, source, site.descriptor, $0) }
    }
    if failed != 0, errno != ENOENT { throw error("move", path) }
  }

  /// Calls a function with a path as the system takes it, without a slash at its end.
  private static func withName<Result>(_ path: [UInt8], _ body: (UnsafePointer<CChar>) -> Result) -> Result {
    String(decoding: path.last == 0x2F ? path.dropLast() : path[...], as: UTF8.self).withCString(body)
  }

  private static func error(_ operation: String, _ path: [UInt8]) -> FileError {
    FileError(operation: operation, path: String(decoding: path, as: UTF8.self), code: errno)
  }
}
