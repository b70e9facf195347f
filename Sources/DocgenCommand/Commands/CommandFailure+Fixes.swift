import DocgenSupport

extension CommandFailure {
  /// The end of a run that wrote some files and not others: how many, which not, and why.
  ///
  /// - Parameters:
  ///   - written: the number of files that were rewritten.
  ///   - failures: what went wrong with the others, which are as they were.
  /// - Returns: the failure; `nil` if nothing went wrong.
  static func halfDone(written: Int, failures: [FileError]) -> CommandFailure? {
    guard let first = failures.min(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }) else { return nil }
    let all = counted(written + failures.count, "file")
    return .failure("\(written) of \(all) rewritten, the rest is as it was: \(listed(first, failures.count - 1))")
  }

  private static func listed(_ first: FileError, _ others: Int) -> String {
    others > 0 ? "\(first), and \(counted(others, "more file")) like it" : first.description
  }
}
