import DocgenSupport

/// The files of a site's pages that other machines wrote, in the folder where they stand.
struct StandingPages: Sendable {
  /// The folder that becomes the site.
  let folder: String
  /// The paths below the folder.
  private let files: Set<String>
  /// Tells the records that name them from all others.
  let digest: ContentDigest

  init(folder: String, files: [String], digest: ContentDigest) {
    self.folder = folder
    self.digest = digest
    self.files = Set(files)
  }

  /// The paths of the files below a folder of them.
  func files(in inner: String) -> [String] {
    files.filter { $0.hasPrefix(inner + "/") }.map { String($0.dropFirst(inner.count + 1)) }
  }

  /// Whether a file stands at a path, or where a folder of the path is to be.
  func isInTheWay(of path: String) -> Bool {
    if files.contains(path) { return true }
    return path.indices.contains { path[$0] == "/" && files.contains(String(path[..<$0])) }
  }
}

/// The full text of one locale that a machine of its own has made, until the merge takes it over.
struct ReadyText: Sendable {
  private static let file = SealedFile(kind: "full-text")

  /// The folder with its files.
  let folder: String
  private let seal: String

  /// Names that of a locale in a folder that several machines write to.
  init(_ locale: String, in output: String) {
    folder = "\(output)/\(SharedFolder.notesFolder)/text-\(locale)"
    seal = folder + ".done"
  }

  /// Says that it is whole, and of which records.
  func complete(_ records: ContentDigest) throws(FileError) {
    try FileSystem.syncFileSystem(of: folder)
    try Self.file.write(records.bytes, to: seal)
  }

  /// Whether it is whole and of some records.
  func isComplete(_ records: ContentDigest) -> Bool {
    guard let content = try? Self.file.read(seal) else { return false }
    return content.elementsEqual(records.bytes) && FileSystem.kind(of: folder) == .folder
  }

  /// Removes it.
  func remove() throws(FileError) {
    for path in [seal, folder] { try FileSystem.remove(path) }
  }
}
