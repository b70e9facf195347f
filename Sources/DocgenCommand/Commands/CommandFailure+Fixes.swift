import DocgenSupport

extension CommandFailure {
  /// The end of a run that wrote some files and not others: how many, which not, and why.
  ///
  /// - Parameters:
  ///   - written: the number of files that were rewritten.
  ///   - failures: what went wrong with the others, which are as they were.
  /// - Returns: the failure; `nil` where nothing went wrong.
  static func halfDone(written: Int, failures: [FileError]) -> CommandFailure? {
    guard let first = failures.min(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }) else { return nil }
    let all = counted(written + failures.count, "file")
    return .failure("\(written) of \(all) rewritten, the rest is as it was: \(listed(first, failures.count - 1))")
  }

  /// The end of a run in which files could not be read.
  ///
  /// - Parameters:
  ///   - failures: what went wrong.
  ///   - rewritten: the number of files that were rewritten all the same; `nil` where that was not asked for.
  /// - Returns: the failure; `nil` where nothing went wrong.
  static func unreadable(_ failures: [FileError], rewritten: Int?) -> CommandFailure? {
    guard let first = failures.first else { return nil }
    let done = rewritten.map { "; \(counted($0, "file")) rewritten" } ?? ""
    return .failure(listed(first, failures.count - 1) + done)
  }

  private static func listed(_ first: FileError, _ others: Int) -> String {
    others > 0 ? "\(first), and \(counted(others, "more file")) like it" : first.description
  }
}
