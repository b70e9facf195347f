import DocgenSupport

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
