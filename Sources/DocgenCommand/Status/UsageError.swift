import DocgenSupport

/// A command line that cannot be understood; each case names the offending argument.
enum UsageError: Error, Equatable {
  case missingCommand
  case unknownCommand(String, suggestion: String?)
  case unknownOption(String, suggestion: String?)
  /// An option of a command that stands before the command.
  case optionBeforeCommand(String, command: String)
  case missingValue(option: String, placeholder: String)
  case unexpectedValue(option: String, value: String)
  case invalidValue(option: String, value: String, expectation: String, suggestion: String?)
  case missingArgument(String)
  case unexpectedArgument(String, suggestion: String?)
  case unknownRule(String, suggestion: String?)
  case unknownShell(String, known: [String], suggestion: String?)
  case unknownPart(String, suggestion: String?)
  /// A file or folder that is not there.
  case missingPath(String, suggestion: String?)
  /// A file or folder that is no part of the content.
  case outsidePath(String, folder: String)
  /// Options that mean nothing together.
  case conflict(option: String, reason: String)
}

extension UsageError: CustomStringConvertible {
  var description: String {
    switch self {
    case .missingCommand: "a command is missing"
    case .unknownCommand(let name, let suggestion): "unknown command '\(name)'" + Self.question(suggestion)
    case .unknownOption(let option, let suggestion): "unknown option '\(option)'" + Self.question(suggestion)
    case .optionBeforeCommand(let option, let command):
      "the option '\(option)' belongs after the command: docgen \(command) \(option)"
    case .missingValue(let option, let placeholder): "the option '\(option)' needs a value: \(option) \(placeholder)"
    case .unexpectedValue(let option, let value): "the option '\(option)' takes no value, but '\(value)' is given"
    case .invalidValue(let option, let value, let expectation, let suggestion):
      "invalid value '\(value)' for '\(option)': expected \(expectation)" + Self.question(suggestion)
    case .missingArgument(let placeholder): "the argument \(placeholder) is missing"
    case .unexpectedArgument(let argument, let suggestion):
      "unexpected argument '\(argument)'" + Self.question(suggestion)
    case .unknownRule(let name, let suggestion): "there is no rule '\(name)'" + Self.question(suggestion)
    case .unknownShell(let name, let known, let suggestion):
      "there are no completions for '\(name)', but for \(known.map { "'\($0)'" }.joined(separator: ", "))"
        + Self.question(suggestion)
    case .unknownPart(let name, let suggestion): "the theme has no part '\(name)'" + Self.question(suggestion)
    case .missingPath(let path, let suggestion): "there is no file or folder '\(path)'" + Self.question(suggestion)
    case .outsidePath(let path, let folder):
      "'\(path)' lies outside of the content, '\(folder)'; name files or folders of that, or another by '--content'"
    case .conflict(let option, let reason): "the option '\(option)' \(reason)"
    }
  }

  private static func question(_ suggestion: String?) -> String {
    suggestion.map { "; did you mean '\($0)'?" } ?? ""
  }
}
