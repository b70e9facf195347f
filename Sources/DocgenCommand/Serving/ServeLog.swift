import DocgenSupport
import Glibc
import Synchronization

/// What `docgen serve` tells in the terminal, from any of its threads.
final class ServeLog: @unchecked Sendable {
  /// Guards the console.
  private let lock = Mutex<Void>(())
  private let console: Console
  private let progress: ProgressLine
  private let isQuiet: Bool
  /// So many findings are listed at a time.
  private static let mostFindings = 20

  init(_ console: Console, _ progress: ProgressLine, isQuiet: Bool) {
    self.console = console
    self.progress = progress
    self.isQuiet = isQuiet
  }

  /// Tells the address, on standard output.
  func show(address: String) {
    lock.withLock { _ in
      console.print(address + "\n")
      console.output.flush()
    }
  }

  /// Tells what happened.
  func say(_ message: String) {
    if isQuiet { return }
    lock.withLock { _ in
      progress.clear()
      console.say(message)
    }
  }

  /// Tells what is wrong with the project.
  func say(problems: [String]) {
    lock.withLock { _ in
      progress.clear()
      for line in problems { console.say(error: line) }
    }
  }

  /// Lists findings, one on a line.
  func list(_ report: LintReport, _ color: ColorChoice) {
    lock.withLock { _ in
      progress.clear()
      var report = report
      report.keepWorst(Self.mostFindings)
      var reporter = TextReporter(isConcise: true, showsSummary: false, styles: console.styles(color))
      reporter.width = console.width
      reporter.paths = WorkingPaths(contentFolder: report.contentFolder, workingFolder: console.workingFolder)
      if console.showsLinks { reporter.links = TerminalLinks(folder: report.contentFolder) }
      reporter.write(report, to: console.output)
      console.output.flush()
    }
  }
}

/// The time that something takes.
struct Stopwatch {
  private let start = Self.now

  /// The time so far.
  var milliseconds: Int { (Self.now - start) / 1_000_000 }

  /// The time so far in words: `42 ms`, or `1.3 s`.
  var text: String {
    let milliseconds = milliseconds
    return milliseconds < 1000 ? "\(milliseconds) ms" : "\(milliseconds / 1000).\(milliseconds % 1000 / 100) s"
  }

  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}
