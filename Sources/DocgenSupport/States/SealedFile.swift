/// A file that one machine writes and another reads: whole, of a form that both know, or not at all.
///
/// It holds a line with its kind and the version of its form, the SHA-256 of the rest, and the rest. It is written beside
/// its place, brought to disk, and takes the place in one step.
public struct SealedFile: Sendable {
  /// Why a file is not taken.
  public enum Failure: Error, Sendable {
    /// It cannot be read.
    case unreadable(FileError)
    /// It is a file of another kind.
    case other
    /// It is of a version of the form that this docgen does not know.
    case otherForm
    /// Its content is not what was written.
    case damaged
  }

  private static let form = 1
  private static let digestSize = 32

  private let kind: String

  /// Names a kind of file: one word.
  public init(kind: String) { self.kind = kind }

  private var heading: [UInt8] { Array("docgen-\(kind) \(Self.form)\n".utf8) }

  /// Writes a file; after that, it is there whatever happens to the machine.
  public func write(_ content: [UInt8], to path: String) throws(FileError) {
    let scratch = try ScratchFile(for: path, replacing: nil)
    try scratch.write(heading + HashFunction.sha256.digest(of: content))
    try scratch.write(content)
    try scratch.sync()
    try scratch.place()
    try FileSystem.syncFolder(FileSystem.folder(of: path))
  }

  /// What a file holds.
  public func read(_ path: String) throws(Failure) -> ArraySlice<UInt8> {
    let bytes: [UInt8]
    do throws(FileError) { bytes = try FileSystem.read(path) } catch { throw .unreadable(error) }
    guard bytes.starts(with: heading) else {
      throw bytes.starts(with: "docgen-\(kind) ".utf8) ? .otherForm : .other
    }
    let start = heading.count + Self.digestSize
    guard bytes.count >= start else { throw .damaged }
    let content = bytes[start...]
    let digest = content.withUnsafeBytes { HashFunction.sha256.digest(of: $0) }
    guard digest.elementsEqual(bytes[heading.count..<start]) else { throw .damaged }
    return content
  }
}
