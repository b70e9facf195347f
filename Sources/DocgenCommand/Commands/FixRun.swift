import DocgenLint
import DocgenModel
import DocgenSupport
import Glibc

/// The work of `docgen lint --fix` and `--diff`: makes the fixes, and writes the files that they change.
struct FixRun: MessageSource {
  struct Messages: MessageSet {
    let interrupted = MessageForm<Int>(
      "interrupted; {1:# file was|# files were} rewritten as a whole, all others are as they were")
  }

  let fixer: Fixer
  let fixing: LintOptions.Fixing
  let pages: PageCatalog
  /// The language of what is said when a signal ends the run.
  let catalog: MessageCatalog
  let jobs: Int

  /// Makes the fixes.
  ///
  /// - Throws: Which file could not be written, and what was done by then.
  func run(
    progress: @escaping @Sendable () -> Void
  ) throws(CommandFailure) -> (Linter.Result, FixReport) {
    guard fixing.showsDifference else { return try write(progress) }
    let result = fixer.run(jobs: jobs, progress: progress) { change throws(FileError) in FileDifference(change) }
    var report = report(result)
    report.differences = result.outputs
    return (result.lint, report)
  }

  private func write(
    _ progress: @escaping @Sendable () -> Void
  ) throws(CommandFailure) -> (Linter.Result, FixReport) {
    for folder in folders() { Leftovers.remove(from: folder) }
    let files = FileReplacements()
    let (pages, catalog) = (pages, catalog)
    let token = Interruption.register { Self.say(files, catalog) }
    let result = fixer.run(jobs: jobs, progress: progress) { change throws(FileError) in
      try pages.replace(change.file, with: change.new, in: files)
    }
    let failures = files.finish()
    Interruption.release(token)
    if let failure = CommandFailure.halfDone(written: files.count, failures: failures) { throw failure }
    return (result.lint, report(result))
  }

  private func report<Output>(_ result: Fixer.Result<Output>) -> FixReport {
    FixReport(
      fixed: result.fixedCount, files: result.outputs.count, refused: result.refusedCount,
      allowsUnsafe: fixing.allowsUnsafe, undecoded: result.undecoded)
  }

  /// The folders of all pages.
  private func folders() -> [String] {
    let files = pages.entries.lazy.flatMap { $0.files.lazy.compactMap(\.self) }
    return Set(files.map { FileSystem.folder(of: pages.contentFolder + "/" + $0) }).sorted()
  }

  /// Says what was done when a signal ends the run.
  private static func say(_ files: FileReplacements, _ catalog: MessageCatalog) {
    files.syncFolders()
    let message = Self.messages.interrupted(files.count)
    let bytes = Array(("docgen: " + catalog.text(message) + "\n").utf8)
    _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
