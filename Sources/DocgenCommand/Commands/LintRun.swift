import DocgenSupport

/// The work of `docgen lint` without its command line: from options to findings.
enum LintRun {
  static func run(_ options: LintOptions, progress: ProgressLine) throws(CommandFailure) -> LintReport {
    throw .failure("'docgen lint' is not joined with the model yet")
  }
}
