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

  private static let answerSize = ContentDigest.size + 1 + FileStamp.size

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

  // MARK: Comparing

  /// Asks all again, and compares the answers.
  ///
  /// - Throws: That the list is damaged.
  public mutating func compare(trusting trust: Trust) throws(StateReader.Damage) -> Comparison {
    let start = FileStamp.now
    var reader = StateReader(bytes[...])
    var path: [UInt8] = []
    var renewed: [(place: Int, stamp: FileStamp)] = []
    while !reader.isAtEnd {
      guard let subject = FileTrace.Subject(rawValue: try reader.byte()) else { throw StateReader.Damage() }
      let shared = try reader.number()
      if path.last == 0 { path.removeLast() }
      guard shared >= 0, shared <= path.count else { throw StateReader.Damage() }
      path.removeLast(path.count - shared)
      path += try reader.content()
      path.append(0)
      let digest = try reader.digest()
      let place = reader.index
      let isStamped = try reader.flag()
      let stampBytes = try reader.plain(FileStamp.size)
      if trust == .times, isStamped {
        let stamp = stampBytes.withUnsafeBytes { bytes in bytes.baseAddress.map { FileStamp($0) } }
        if let stamp, Self.stamp(of: path) == stamp { continue }
      }
      let name = String(decoding: path.dropLast(), as: UTF8.self)
      guard let answer = Self.answer(subject, name), answer.digest == digest else { return .changed(name) }
      if trust == .times, let stamp = answer.stamp, stamp.isSettled(at: start) { renewed.append((place, stamp)) }
    }
    for (place, stamp) in renewed {
      bytes.replaceSubrange(place..<place + 1 + FileStamp.size, with: [1] + stamp.bytes)
    }
    return renewed.isEmpty ? .same : .renewed
  }

  /// What the system tells of a path with a 0 at its end.
  private static func stamp(of path: [UInt8]) -> FileStamp? {
    path.withUnsafeBytes { bytes in
      var status = stat()
      guard let name = bytes.baseAddress?.assumingMemoryBound(to: CChar.self), stat(name, &status) == 0 else {
        return nil
      }
      return FileStamp(status)
    }
  }

  /// The answer of today; `nil` if it is none that can be kept.
  private static func answer(
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
