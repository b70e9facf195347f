import DocgenSupport

/// The work of `docgen build` without its command line: from options to a site.
enum SiteBuild {
  static func run(_ options: BuildOptions, progress: ProgressLine) throws(CommandFailure) -> BuildReport {
    throw .failure("'docgen build' is not joined with the renderer yet")
  }
}
