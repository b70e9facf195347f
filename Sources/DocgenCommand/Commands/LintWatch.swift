import DocgenServe
import DocgenSupport

/// Lints a project again whenever one of its files is saved.
struct LintWatch {
  let project: ProjectOptions
  let console: Console

  /// What is saved together is checked together, in milliseconds.
  private static let quiet = 50
  /// Takes away what a terminal shows, and what it has kept of it.
  private static let clear = "\u{1B}[2J\u{1B}[3J\u{1B}[H"

  /// Checks until a signal ends the program; a project that cannot be read is told, and read again when it has changed.
  ///
  /// - Parameter check: Checks once, and writes what it finds.
  /// - Returns: How the program ends, where nobody reads any longer what is written.
  /// - Throws: That there is no project, or that nothing can be watched.
  func run(_ check: () throws(CommandFailure) -> Void) throws(CommandFailure) -> ExitStatus {
    var folders = try WatchedFolders(of: project)
    let watcher: FileWatcher
    do throws(FileError) { watcher = try FileWatcher() } catch { throw CommandFailure(error) }
    watcher.watch(folders.paths, leavingOut: folders.leaveOut)
    if let failure = watcher.failure { console.say(error: failure.description) }
    while true {
      if console.isTerminal { console.print(Self.clear) }
      do throws(CommandFailure) {
        try check()
      } catch {
        if case .usage = error { throw error }
        Interruption.stopIfEnding()
        for line in error.lines { console.say(error: line) }
      }
      console.output.flush()
      // Nobody reads any longer.
      if console.output.isClosed { return .success }
      while ContentChanges(watcher.changes(within: -1, quiet: Self.quiet), pages: [:]).isEmpty {}
      if let new = try? WatchedFolders(of: project), new != folders {
        folders = new
        watcher.watch(folders.paths, leavingOut: folders.leaveOut)
      }
    }
  }
}
