import DocgenSupport

/// Why a repository does not tell what it was asked.
package struct HistoryError: Error, Equatable, CustomStringConvertible, Sendable {
  /// What is wrong, and what to do, in one sentence without a full stop.
  package let description: String

  /// Makes an error of its message.
  package init(_ description: String) {
    self.description = description
  }
}

/// The program `git`.
enum Git {
  /// Runs a command to its end.
  ///
  /// - Parameters:
  ///   - arguments: What follows `git`, the options that name the repository among them.
  ///   - accepted: The exit statuses that are no failure.
  /// - Returns: What it wrote to standard output, and its exit status.
  /// - Throws: What git says against it, or that there is no git.
  static func run(
    _ arguments: [String], accepting accepted: [Int32] = [0]
  ) throws(HistoryError) -> (output: [UInt8], status: Int32) {
    var process = try start(arguments)
    let output = process.readToEnd()
    let (status, messages) = process.finish()
    guard accepted.contains(status) else { throw HistoryError(reason(messages, status: status)) }
    return (output, status)
  }

  /// Starts a command that is talked to.
  static func start(_ arguments: [String]) throws(HistoryError) -> ChildProcess {
    do throws(ProcessError) {
      // No program of the repository's own choice is run.
      // What it reads of the repository is noted by who asks for the history.
      return try FileTrace.unnoted { () throws(ProcessError) in
        try ChildProcess(["git", "-c", "core.fsmonitor=false"] + arguments)
      }
    } catch {
      switch error {
      case .notFound: throw HistoryError("there is no program 'git' in PATH; install git")
      case .ended(let reason): throw HistoryError("git could not be started: \(reason)")
      }
    }
  }

  /// What git says is wrong: its first line of importance, without the advice that follows.
  static func reason(_ messages: String, status: Int32) -> String {
    let lines = messages.split(separator: "\n").map(String.init)
    guard let line = lines.first(where: { $0.hasPrefix("fatal: ") || $0.hasPrefix("error: ") }) ?? lines.first else {
      return "git ended with status \(status) and gave no reason"
    }
    return "git says: \(line.hasPrefix("fatal: ") || line.hasPrefix("error: ") ? String(line.dropFirst(7)) : line)"
  }

  /// The texts of a list whose items end in NUL, as git writes paths with `-z`.
  static func items(_ output: [UInt8]) -> [String] {
    output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }
}
