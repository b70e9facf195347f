import DocgenSupport

/// What the program tells its caller when it ends.
enum ExitStatus: Int32, CaseIterable, Sendable {
  case success = 0
  case findings = 1
  case usage = 2
  case failure = 3

  /// A sentence for the help text.
  var explanation: String {
    switch self {
    case .success: "No finding at or above the failing severity."
    case .findings: "Findings at or above the failing severity."
    case .usage: "The command line or the configuration is wrong, or there are no pages."
    case .failure: "A file or folder could not be read or written, all others were; or docgen itself failed."
    }
  }
}

/// Why a command could not do its work.
enum CommandFailure: Error, Equatable {
  case usage(UsageError)
  /// The configuration, or what it names, is wrong.
  case configuration(String)
  /// Several things are wrong with the configuration, each told on a line.
  case problems([String])
  /// Something that must not happen: a file that cannot be written, an error of docgen's own.
  case failure(String)

  /// A file that must be read or written and cannot.
  init(_ error: FileError) { self = .failure(error.description) }

  var exitStatus: ExitStatus {
    switch self {
    case .usage, .configuration, .problems: .usage
    case .failure: .failure
    }
  }

  /// What is wrong, each on a line.
  var lines: [String] {
    if case .problems(let problems) = self { return problems }
    return [message]
  }

  var message: String {
    switch self {
    case .usage(let error): error.description
    case .configuration(let message), .failure(let message): message
    case .problems(let problems): problems.joined(separator: "\n")
    }
  }
}
