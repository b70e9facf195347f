import DocgenSupport

/// What the command line says about messages, for all commands that work for a while.
struct TerminalOptions: Equatable, Sendable {
  var isQuiet = false
  var color = ColorChoice.auto
  /// It is said how long the work took.
  var showsTimings = false
}

extension TerminalOptions {
  static let color = Option<ColorChoice>.choice(
    "color", placeholder: "WHEN", help: "Colour the text; 'auto' does on a terminal unless NO_COLOR is set.",
    default: "auto")
  static let timings = Flag(
    "timings", help: "Say how long each stage took, and which pages took longest, on standard error.")
  static let noColor = Flag("no-color", help: "The same as --color never.")

  init(_ arguments: ParsedArguments, quiet: Flag) throws(UsageError) {
    isQuiet = arguments.isSet(quiet)
    color = try arguments.value(Self.color) ?? color
    showsTimings = arguments.isSet(Self.timings)
    if arguments.isSet(Self.noColor) { color = .never }
  }

  /// The progress line of a command that runs with these options.
  func progress(on console: Console) -> ProgressLine {
    let line = ProgressLine(isEnabled: console.showsProgress && !isQuiet)
    // The shell's prompt stands on a line of its own.
    if line.isEnabled { _ = Interruption.register { line.clear() } }
    return line
  }
}
