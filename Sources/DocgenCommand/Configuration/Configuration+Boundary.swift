import DocgenSupport

extension Configuration {
  /// Where the files of the project may lie: in the folder that holds `site/`, or without a configuration file in that
  /// of the content, and where the folders of locales lead.
  func boundary(locales: [String]) -> FileBoundary {
    let project = file == nil ? [] : [root]
    let content = [contentFolder] + locales.map { contentFolder + "/" + (folder(of: $0) ?? $0) }
    return FileBoundary(project + content, followsLinks: followsLinks)
  }

  /// Refuses what the configuration file names by itself and lies out of the project.
  ///
  /// - Parameters:
  ///   - boundary: Where files may lie.
  ///   - options: What the command line names is left out: it is the user's own.
  /// - Throws: A failure of the configuration that names the key.
  func checkPaths(_ boundary: FileBoundary, _ options: ProjectOptions) throws(CommandFailure) {
    guard let file, !followsLinks else { return }
    let named = [
      ("locales-folder", options.localesFolder == nil ? localesFolder : nil), ("theme", themeFolder),
      ("redirects", redirectsFile), ("lint: baseline", baselineFile),
    ]
    for case (let key, let path?) in named where !boundary.forNamedFiles.contains(path) {
      throw .configuration(
        "\(file): '\(key)' leads out of the project, to '\(path)'; copy it into the project, or write "
          + "'follow-links: true'")
    }
  }
}
