import Synchronization

/// What a run knows of the parts of its work from the run before, and what it leaves for the next.
///
/// A part comes of what it is told by the file system, and of a context that all parts share. Where both are the same, so is
/// what comes of it, which is kept.
public final class KeptParts: Sendable {
  /// A part of the run before that would come out the same.
  public struct Part {
    /// What is taken over into the state of this run, with its length before it.
    fileprivate var record: ArraySlice<UInt8>
    /// What the part was made of.
    fileprivate var answers: [(question: FileTrace.Question, answer: FileTrace.Answer)]
    /// What came of it, as bytes.
    fileprivate var bytes: ArraySlice<UInt8>
    /// What came of it.
    public var content: StateReader
  }

  private let files: KnownFiles?
  private let previous: ArraySlice<UInt8>?
  /// The run before, where it was one of this program, which is still there.
  private let predecessor: (context: ContentDigest, records: [ArraySlice<UInt8>])?
  private let state = Mutex(State())

  private struct State {
    var context: ContentDigest?
    /// The records of the run before, by the names of the parts, each with its length before it.
    var records: [String: ArraySlice<UInt8>] = [:]
    /// The records of this run, by the numbers of the parts, each with its length before it.
    var kept: [Int: ArraySlice<UInt8>] = [:]
    /// What came of the parts of this run, by their numbers.
    var contents: [Int: ArraySlice<UInt8>] = [:]
  }

  /// Takes what the run before left, and what it knew of files; nothing of both for a first run.
  public init(previous: ArraySlice<UInt8>? = nil, files: KnownFiles? = nil) {
    self.previous = previous
    self.files = files
    predecessor = nil
  }

  /// Takes what an earlier run of this program kept, and what it knew of files.
  public init(after run: KeptParts, files: KnownFiles?) {
    previous = nil
    self.files = files
    let (context, kept) = run.state.withLock { ($0.context, $0.kept) }
    predecessor = context.map { (context: $0, records: Array(kept.values)) }
  }

  /// Whether something is known of a run before.
  public var hasPrevious: Bool { (previous != nil || predecessor != nil) && files != nil }

  /// Says what all parts of this run share: what was made of another is of no use.
  public func begin(_ context: ContentDigest) {
    let records = records(of: context)
    state.withLock { state in
      state.context = context
      state.records = records
    }
  }

  private func records(of context: ContentDigest) -> [String: ArraySlice<UInt8>] {
    guard files != nil else { return [:] }
    if let predecessor { return predecessor.context == context ? Self.named(predecessor.records) : [:] }
    guard let previous else { return [:] }
    var reader = StateReader(previous)
    var records: [String: ArraySlice<UInt8>] = [:]
    do throws(StateReader.Damage) {
      guard try reader.digest() == context else { return [:] }
      while !reader.isAtEnd {
        let start = reader.index
        var record = StateReader(try reader.content())
        records[try record.text()] = previous[start..<reader.index]
      }
    } catch {
      return [:]
    }
    return records
  }

  /// Records by the names of their parts.
  private static func named(_ records: [ArraySlice<UInt8>]) -> [String: ArraySlice<UInt8>] {
    var named: [String: ArraySlice<UInt8>] = [:]
    for record in records {
      var outer = StateReader(record)
      guard let content = try? outer.content() else { continue }
      var reader = StateReader(content)
      if let name = try? reader.text() { named[name] = record }
    }
    return named
  }

  /// The part of the run before with a name, if it would come out the same.
  public func part(_ name: String) -> Part? {
    guard let files, let record = state.withLock({ $0.records[name] }) else { return nil }
    var outer = StateReader(record)
    do throws(StateReader.Damage) {
      var reader = StateReader(try outer.content())
      _ = try reader.text()
      let digests = try reader.list { reader throws(StateReader.Damage) in
        guard let subject = FileTrace.Subject(rawValue: try reader.byte()) else { throw StateReader.Damage() }
        return (FileTrace.Question(path: try reader.text(), subject: subject), try reader.digest())
      }
      var answers: [(question: FileTrace.Question, answer: FileTrace.Answer)] = []
      for (question, digest) in digests {
        guard let answer = files.answer(to: question), answer.digest == digest else { return nil }
        answers.append((question, answer))
      }
      let content = try reader.content()
      return Part(record: record, answers: answers, bytes: content, content: StateReader(content))
    } catch {
      return nil
    }
  }

  /// Keeps a part as it was kept before.
  public func keep(_ part: Part, at number: Int) {
    for (question, answer) in part.answers { FileTrace.current?.note(known: answer, to: question) }
    state.withLock { state in
      state.kept[number] = part.record
      state.contents[number] = part.bytes
    }
  }

  /// Keeps a part that was made.
  ///
  /// - Parameters:
  ///   - name: The name of the part.
  ///   - number: Its place among the parts.
  ///   - trace: What it asked of the file system.
  ///   - write: Writes what came of it.
  public func keep(_ name: String, at number: Int, _ trace: FileTrace, _ write: (inout StateWriter) -> Void) {
    guard let answers = trace.answers, answers.allSatisfy({ $0.answer.digest != nil }) else { return }
    var content = StateWriter()
    write(&content)
    var head = StateWriter()
    head.write(name)
    head.write(answers) { writer, asked in
      writer.write(plain: [asked.question.subject.rawValue])
      writer.write(asked.question.path)
      writer.write(plain: asked.answer.digest?.bytes ?? [])
    }
    head.write(content.bytes.count)
    // All records are held until the end, so none takes more than it needs.
    let length = head.bytes.count + content.bytes.count
    var record = StateWriter(capacity: length + StateWriter.longestNumber)
    record.write(length)
    record.write(plain: head.bytes)
    record.write(plain: content.bytes)
    let bytes = record.bytes[...]
    state.withLock { state in
      state.kept[number] = bytes
      state.contents[number] = bytes.suffix(content.bytes.count)
    }
  }

  /// A digest of what came of the first parts; `nil` if one of them is not kept.
  public func digest(ofFirst count: Int) -> ContentDigest? {
    let contents = state.withLock { $0.contents }
    guard (0..<count).allSatisfy({ contents[$0] != nil }) else { return nil }
    return ContentDigest(ofPieces: (0..<count).compactMap { contents[$0] })
  }

  /// What is left for the next run, in pieces.
  public var pieces: [ArraySlice<UInt8>] {
    let (context, kept) = state.withLock { ($0.context, $0.kept) }
    guard let context else { return [] }
    return [context.bytes[...]] + kept.sorted { $0.key < $1.key }.map(\.value)
  }
}
