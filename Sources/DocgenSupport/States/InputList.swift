import Glibc

/// What a run asked of the file system and was told, as it is kept until the next run.
///
/// Each record is the subject, the path as the number of bytes that it shares with the path before and its other bytes,
/// the digest of the answer, and the stamp of the file or folder where it has one that can be trusted.
public struct InputList: Sendable {
  /// How it is told whether a file is the same.
  public enum Trust: String, CaseIterable, Sendable {
    /// By what the system tells of it, and by its content only where that is another or too new.
    case times
    /// By its content.
    case contents
  }

  /// What has become of the answers.
  public enum Comparison: Sendable {
    /// All are the same.
    case same
    /// All are the same, and the list knows better now what the system tells of the files.
    case renewed
    /// The answer about a path is another.
    case changed(String)
  }

  /// The list as it is kept.
  public private(set) var bytes: [UInt8]

  /// Takes a list that was kept.
  public init(_ bytes: ArraySlice<UInt8>) { self.bytes = Array(bytes) }

  /// Lists what a run asked; `nil` if it is not certain that it does the same again when it is told the same.
  public init?(_ trace: FileTrace) {
    guard let answers = trace.answers else { return nil }
    var writer = StateWriter()
    var previous: [UInt8] = []
    for (question, answer) in answers {
      guard let digest = answer.digest ?? Self.digest(of: question.path, like: answer.stamp) else { return nil }
      let path = Array(question.path.utf8)
      var shared = 0
      while shared < previous.count, shared < path.count, previous[shared] == path[shared] { shared += 1 }
      writer.write(plain: [question.subject.rawValue])
      writer.write(shared)
      writer.write(path[shared...])
      writer.write(plain: digest.bytes)
      let stamp = answer.stamp.flatMap { $0.isSettled(at: trace.start) ? $0 : nil }
      writer.write(stamp != nil)
      writer.write(plain: stamp?.bytes ?? [UInt8](repeating: 0, count: FileStamp.size))
      previous = path
    }
    bytes = writer.bytes
  }

  /// The digest of a file of which a part was read; `nil` if it has changed since.
  private static func digest(of path: String, like stamp: FileStamp?) -> ContentDigest? {
    answer(.content, path).flatMap { $0.stamp == stamp ? $0.digest : nil }
  }

  /// Calls a function with each file whose content was asked for.
  func forEachContent(
    _ body: (_ path: String, _ digest: ContentDigest, _ stamp: FileStamp?) -> Void
  ) throws(StateReader.Damage) {
    var cursor = Cursor(bytes)
    while try cursor.advance() {
      if cursor.subject == .content { body(cursor.name, cursor.digest, cursor.stamp) }
    }
  }

  // MARK: Comparing

  /// Asks all again, and compares the answers.
  ///
  /// - Throws: That the list is damaged.
  public mutating func compare(trusting trust: Trust) throws(StateReader.Damage) -> Comparison {
    let start = FileStamp.now
    var renewed: [(place: Int, stamp: FileStamp)] = []
    var cursor = Cursor(bytes)
    var files = StatusReader()
    while try cursor.advance() {
      if trust == .times, let stamp = cursor.stamp,
        files.status(of: cursor.path, followingLinks: true).map({ FileStamp($0) }) == stamp
      {
        continue
      }
      guard let answer = Self.answer(cursor.subject, cursor.name), answer.digest == cursor.digest else {
        return .changed(cursor.name)
      }
      if trust == .times, let stamp = answer.stamp, stamp.isSettled(at: start) {
        renewed.append((cursor.stampPlace, stamp))
      }
    }
    for (place, stamp) in renewed {
      bytes.replaceSubrange(place..<place + 1 + FileStamp.size, with: [1] + stamp.bytes)
    }
    return renewed.isEmpty ? .same : .renewed
  }

  /// A place in the list, which goes forwards only.
  private struct Cursor {
    private var reader: StateReader
    /// The path with a 0 at its end.
    private(set) var path: [UInt8] = [0]
    private(set) var subject = FileTrace.Subject.content
    private(set) var digest = ContentDigest(code: 0)
    private(set) var stamp: FileStamp?
    /// Where in the list it is said whether there is a stamp, and which.
    private(set) var stampPlace = 0

    init(_ bytes: [UInt8]) { reader = StateReader(bytes[...]) }

    /// The path as a text.
    var name: String { String(decoding: path.dropLast(), as: UTF8.self) }

    /// Goes to the next record; false at the end.
    mutating func advance() throws(StateReader.Damage) -> Bool {
      if reader.isAtEnd { return false }
      guard let subject = FileTrace.Subject(rawValue: try reader.byte()) else { throw StateReader.Damage() }
      self.subject = subject
      let shared = try reader.number()
      guard shared >= 0, shared < path.count else { throw StateReader.Damage() }
      path.removeLast(path.count - shared)
      path += try reader.content()
      path.append(0)
      digest = try reader.digest()
      stampPlace = reader.index
      let isStamped = try reader.flag()
      let bytes = try reader.plain(FileStamp.size)
      stamp = isStamped ? bytes.withUnsafeBytes { bytes in bytes.baseAddress.map { FileStamp($0) } } : nil
      return true
    }
  }

  /// The answer of today; `nil` if it is none that can be kept.
  static func answer(
    _ subject: FileTrace.Subject, _ path: String
  ) -> (digest: ContentDigest, stamp: FileStamp?)? {
    switch subject {
    case .content:
      return found { () throws(FileError) in
        let (bytes, status) = try FileSystem.readAll(path)
        return (ContentDigest(of: bytes), FileStamp(status))
      }
    case .listing:
      return found { () throws(FileError) in
        let (entries, status) = try FileSystem.listAll(path)
        return (FileSystem.digest(of: entries), FileStamp(status))
      }
    case .kind: return (ContentDigest(code: FileSystem.currentKind(of: path)?.code ?? 0), nil)
    case .presence: return (ContentDigest(code: FileSystem.isPresent(path) ? 1 : 0), nil)
    case .link: return (FileSystem.digest(of: FileSystem.currentTarget(ofLink: path)), nil)
    case .realPath: return (FileSystem.digest(of: FileSystem.currentRealPath(path)), nil)
    }
  }

  /// The answer that a function finds, or that there is nothing.
  private static func found(
    _ find: () throws(FileError) -> (ContentDigest, FileStamp?)
  ) -> (digest: ContentDigest, stamp: FileStamp?)? {
    do throws(FileError) {
      return try find()
    } catch {
      return FileTrace.isAbsence(error.code) ? (ContentDigest(code: error.code), nil) : nil
    }
  }
}
