import CDocgen
import Glibc
import Synchronization

/// What a run asks of the file system, with the answers: where they are the same again, so is all that the run makes.
///
/// The functions of ``FileSystem`` note what they are asked while a trace is recorded on their thread, or on the thread
/// that started theirs. So nothing has to be known of what a run reads, and nothing can be forgotten.
public final class FileTrace: Sendable {
  /// What is asked of a path.
  public enum Subject: UInt8, Sendable {
    /// The bytes of a file.
    case content
    /// The names in a folder, with what each is.
    case listing
    /// What stands there, links followed.
    case kind
    /// Whether something stands there, even a link that leads nowhere.
    case presence
    /// What a link says.
    case link
    /// The path without links.
    case realPath
  }

  /// A question of the run.
  public struct Question: Hashable, Sendable {
    /// The path as it was given.
    public var path: String
    /// What was asked of it.
    public var subject: Subject

    /// Asks something of a path.
    public init(path: String, subject: Subject) {
      self.path = path
      self.subject = subject
    }
  }

  /// What the run was told.
  public struct Answer: Sendable {
    /// Tells the answer from others; `nil` if the file was not read to its end.
    public var digest: ContentDigest?
    /// What the system told of the file or folder when it was read.
    public var stamp: FileStamp?
  }

  private struct Notes {
    var answers: [Question: Answer] = [:]
    var ignored: [String] = []
    var isDoubtful = false
  }

  /// When the trace began, in nanoseconds.
  public let start = FileStamp.now
  private let notes = Mutex(Notes())

  /// The trace of the work that this one is of a part of.
  private let outer: FileTrace?

  /// Makes a trace of nothing.
  ///
  /// - Parameter outer: The trace of the work that is recorded around it, which knows files already.
  public init(within outer: FileTrace? = nil) { self.outer = outer }

  /// The trace that is recorded on this thread, if there is one.
  public static var current: FileTrace? {
    docgen_thread_value().map { Unmanaged<FileTrace>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Does something, and notes what it asks.
  public func record<Value, Failure: Error>(_ body: () throws(Failure) -> Value) throws(Failure) -> Value {
    let outer = docgen_thread_value()
    docgen_set_thread_value(Unmanaged.passUnretained(self).toOpaque())
    defer { docgen_set_thread_value(outer) }
    return try withExtendedLifetime(self) { () throws(Failure) in try body() }
  }

  /// Does something that no trace is to note, as it is noted in another way.
  public static func unnoted<Value: ~Copyable, Failure: Error>(
    _ body: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let outer = docgen_thread_value()
    docgen_set_thread_value(nil)
    defer { docgen_set_thread_value(outer) }
    return try body()
  }

  /// Passes over questions about a path and all below it: the run makes it itself.
  public func ignore(_ path: String) { notes.withLock { $0.ignored.append(path) } }

  /// Notes that the run depends on something that cannot be asked again.
  public func doubt() { notes.withLock { $0.isDoubtful = true } }

  /// All that was asked, in the order of the paths; `nil` if it is not certain that the run does the same again when it
  /// is told the same.
  public var answers: [(question: Question, answer: Answer)]? {
    let notes = notes.withLock { $0 }
    if notes.isDoubtful { return nil }
    let own = notes.ignored.flatMap { [$0, $0 + "/"] }
    return notes.answers
      .filter { question, _ in
        !own.contains { $0.hasSuffix("/") ? question.path.hasPrefix($0) : question.path == $0 }
      }
      .sorted { left, right in
        left.key.path == right.key.path
          ? left.key.subject.rawValue < right.key.subject.rawValue
          : left.key.path.utf8.lexicographicallyPrecedes(right.key.path.utf8)
      }
      .map { (question: $0.key, answer: $0.value) }
  }

  // MARK: Noting

  /// Notes what a file holds.
  func note(content bytes: [UInt8], of path: String, _ status: stat) {
    let question = Question(path: path, subject: .content)
    let stamp = FileStamp(status)
    let known = digest(question, stamp)
    if known != nil, outer == nil { return }
    note(
      question, Answer(digest: known ?? outer?.digest(question, stamp) ?? ContentDigest(of: bytes), stamp: stamp))
  }

  /// The digest that is known of a file already.
  private func digest(_ question: Question, _ stamp: FileStamp) -> ContentDigest? {
    notes.withLock { $0.answers[question].flatMap { $0.stamp == stamp ? $0.digest : nil } }
  }

  /// Notes what a part of the work asked.
  public func note(_ part: FileTrace) {
    guard let answers = part.answers else { return doubt() }
    for (question, answer) in answers { note(question, answer) }
  }

  /// Notes an answer that was known without the run asking for it.
  public func note(known answer: Answer, to question: Question) { note(question, answer) }

  /// Notes that a part of a file was read.
  func note(startOf path: String, _ descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return doubt() }
    let question = Question(path: path, subject: .content)
    let stamp = FileStamp(status)
    notes.withLock { notes in
      if let known = notes.answers[question] {
        if known.stamp != stamp { notes.isDoubtful = true }
      } else {
        notes.answers[question] = Answer(digest: nil, stamp: stamp)
      }
    }
  }

  /// Notes that a file or folder could not be read: one that is not there may be the same again, all else is uncertain.
  func note(failure code: Int32, _ subject: Subject, of path: String) {
    guard Self.isAbsence(code) else { return doubt() }
    note(Question(path: path, subject: subject), Answer(digest: ContentDigest(code: code), stamp: nil))
  }

  /// Whether the number of an error says that there is nothing.
  static func isAbsence(_ code: Int32) -> Bool { code == ENOENT || code == ENOTDIR }

  /// Notes an answer.
  func note(_ digest: ContentDigest, _ subject: Subject, of path: String, stamp: FileStamp? = nil) {
    note(Question(path: path, subject: subject), Answer(digest: digest, stamp: stamp))
  }

  private func note(_ question: Question, _ answer: Answer) {
    notes.withLock { notes in
      guard let known = notes.answers[question] else {
        notes.answers[question] = answer
        return
      }
      // What changes while it is read is not one answer.
      if let digest = known.digest, digest != answer.digest { notes.isDoubtful = true }
      if known.digest == nil, known.stamp != answer.stamp { notes.isDoubtful = true }
      if known.digest == nil { notes.answers[question] = answer }
    }
  }
}
