import DocgenSupport

/// What a run could not tell by the history of the source, in a form that several machines put together.
struct HistoryNotes: Equatable, Sendable, MessageSource {
  struct Messages: MessageSet {
    let unreadable = MessageForm<String>(
      "the history of the source cannot be read, so that staleness is told by 'ms.openlocfilehash' alone: {1}")
    let commit = MessageForm<String>("{1}")
    let commits = MessageForm<String, Int>("{1} and {2} more")
    let shallow = PlainMessage("it is a shallow clone; 'git fetch --unshallow' gets the rest")
    let otherRepository = PlainMessage("name the repository of the source by --source-history")
    let unknownCommits = MessageForm<Int, String, Message, Message>(
      "{1:# translation names a commit|# translations name commits} that the repository '{2}' does not have ({3}), so that staleness is told by 'ms.openlocfilehash' alone; {4}"
    )
  }

  /// Why git does not answer.
  var error: String?
  /// The path of the repository that was asked.
  var repository: String
  /// The commits that it does not have, each with the number of translations that name it.
  var unknownCommits: [String: Int] = [:]
  /// The repository is a clone without all of its history; asked only where commits are missing.
  var isShallow = false

  /// The same in at most one sentence for each reason.
  var messages: [Message] {
    if let error { return [Self.messages.unreadable(error)] }
    let unknown = unknownCommits.sorted { $0.key < $1.key }
    guard let first = unknown.max(by: { $0.value < $1.value }) else { return [] }
    let commit = VisibleText.string(String(first.key.prefix(40)))
    let commits =
      unknown.count > 1 ? Self.messages.commits(commit, unknown.count - 1) : Self.messages.commit(commit)
    let advice: Message = isShallow ? Self.messages.shallow : Self.messages.otherRepository
    return [
      Self.messages.unknownCommits(unknown.reduce(0) { $0 + $1.value }, repository, commits, advice)
    ]
  }

  /// Adds what another machine could not tell of its part of the pages.
  mutating func add(_ other: HistoryNotes) {
    error = error ?? other.error
    unknownCommits.merge(other.unknownCommits, uniquingKeysWith: +)
    isShallow = isShallow || other.isShallow
  }
}

extension HistoryNotes {
  /// Writes all of it.
  func write(to writer: inout StateWriter) {
    writer.write(error)
    writer.write(repository)
    writer.write(unknownCommits.sorted { $0.key < $1.key }) { writer, unknown in
      writer.write(unknown.key)
      writer.write(unknown.value)
    }
    writer.write(isShallow)
  }

  /// Reads what was written.
  init(_ reader: inout StateReader) throws(StateReader.Damage) {
    error = try reader.optionalText()
    repository = try reader.text()
    let unknown = try reader.list { reader throws(StateReader.Damage) in (try reader.text(), try reader.number()) }
    unknownCommits = Dictionary(unknown, uniquingKeysWith: +)
    isShallow = try reader.flag()
  }
}
