import DocgenModel
import DocgenSupport

/// A project that is read by a list of files, and what it was read with.
struct OpenedProject {
  let project: Project
  /// Tells what was read from all else, wherever it lies.
  let digest: ContentDigest

  init(
    _ options: ProjectOptions, _ list: ContentFileList, dialect: String, notices: [Message]
  ) throws(CommandFailure) {
    (project, digest) = try Self.reading { () throws(CommandFailure) in
      try Project(
        try ProjectFiles(options, list, dialect: dialect, notices: notices), allowsEmpty: options.allowsEmpty)
    }
  }

  /// Does something, and tells what it read of files from all else, by their contents alone.
  static func reading<Value>(
    _ body: () throws(CommandFailure) -> Value
  ) throws(CommandFailure) -> (Value, ContentDigest) {
    let trace = FileTrace()
    let value = try trace.record(body)
    var bytes: [UInt8] = []
    for (question, answer) in trace.answers ?? [] where question.subject == .content {
      bytes += answer.digest?.bytes ?? []
    }
    return (value, ContentDigest(of: bytes))
  }
}
