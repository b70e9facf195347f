import DocgenSupport
import Glibc

/// When text is coloured.
enum ColorChoice: String, CaseIterable, Sendable {
  case auto
  case always
  case never
}

/// Where a command writes: results to one stream, messages and progress to another.
struct Console {
  let output: Output
  let errorOutput: Output
  /// The columns of the terminal, or of a comfortable line where there is none.
  var width = 120
  /// Standard output is read by a person, and not by another program.
  var isTerminal = false
  /// Standard output is a terminal that shows colours, and the user has not refused them.
  var allowsColor = false
  /// Standard output is a terminal that makes links of the escape sequence OSC 8.
  var showsLinks = false
  /// The variables that the program was started with.
  var environment = Environment()
  /// The absolute path of the working directory, from which paths of users count.
  var workingFolder = FileSystem.workingFolder
  /// Reads what another program sends, up to a number of bytes.
  var input: @Sendable (Int) throws(FileError) -> [UInt8] = { limit throws(FileError) in
    try StandardInput.read(upTo: limit)
  }
  /// Takes what is said as well, with what is printed before it.
  var listener: MessageListener?
  /// Standard error is a terminal, so that progress can be drawn over itself.
  var showsProgress = false

  /// The streams of the process.
  static func system() -> Console {
    var console = Console(output: Output(descriptor: STDOUT_FILENO), errorOutput: Output(descriptor: STDERR_FILENO))
    console.environment = .process
    let isTerminal = isatty(STDOUT_FILENO) == 1
    console.isTerminal = isTerminal
    if isTerminal, let columns = columns(of: STDOUT_FILENO) { console.width = max(40, columns) }
    let isDumb = console.environment["TERM"] == "dumb"
    console.allowsColor = isTerminal && !isDumb && console.environment["NO_COLOR"] == nil
    console.showsLinks = TerminalLinks.areShown(isTerminal: isTerminal && !isDumb, console.environment)
    console.showsProgress = isatty(STDERR_FILENO) == 1 && !isDumb
    return console
  }

  /// Hears what a command says.
  final class MessageListener {
    /// A message, and how much of the result was written before it.
    private(set) var messages: [(offset: Int, text: String)] = []

    fileprivate func hear(_ text: String, after output: Output) {
      messages.append((output.copy?.count ?? 0, text))
    }
  }

  /// Writes a result.
  @discardableResult
  func print(_ text: String) -> ExitStatus {
    output.write(text)
    return .success
  }

  /// Writes a message at once.
  func say(_ message: String) {
    // What was printed before the message is shown before it.
    output.flush()
    let line = VisibleText.string(message) + "\n"
    listener?.hear(line, after: output)
    errorOutput.write(line)
    errorOutput.flush()
  }

  func say(error message: String) { say("docgen: error: " + message) }

  /// Says what could not be read, and how that ends the program: the rest of the work was done.
  func say(failures: [String]) -> ExitStatus {
    for failure in failures.prefix(Self.mostFailures) { say(error: failure) }
    if failures.count > Self.mostFailures {
      say(error: "\(failures.count - Self.mostFailures) more files or folders could not be read")
    }
    return failures.isEmpty ? .success : .failure
  }

  private static let mostFailures = 20

  func styles(_ choice: ColorChoice) -> Styles {
    switch choice {
    case .auto: Styles(isColored: allowsColor)
    case .always: Styles(isColored: true)
    case .never: Styles(isColored: false)
    }
  }

  private static func columns(of descriptor: Int32) -> Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
