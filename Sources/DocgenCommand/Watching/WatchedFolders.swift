import DocgenSupport

/// The folders with all that a site is made of: pages, configuration, templates, dialects, words of languages.
struct WatchedFolders: Equatable {
  private(set) var paths: [String] = []
  private let outputFolder: String

  /// The folders that a configuration names, beside those that it lies in.
  init(_ configuration: Configuration) {
    outputFolder = configuration.outputFolder
    if configuration.contentFolders.isEmpty {
      add(configuration.contentFolder)
    } else {
      for folder in configuration.contentFolders { add(Configuration.join(configuration.root, folder.folder)) }
    }
    if let file = configuration.file { add(FileSystem.folder(of: file)) }
    // Without a configuration, dialects and words may lie there all the same.
    for folder in [configuration.localesFolder, configuration.themeFolder] { folder.map { add($0) } }
    let files = [
      configuration.redirectsFile, configuration.baselineFile,
      configuration.logo.map { logo in
        Configuration.join(configuration.root, logo)
      },
    ]
    for case let file? in files where FileSystem.isThere(file) { add(FileSystem.folder(of: file)) }
    for dialect in configuration.dialects where dialect.contains("/") {
      add(FileSystem.folder(of: Configuration.join(configuration.root, dialect)))
    }
  }

  /// Whether a folder holds nothing that a site is made of.
  func leaveOut(_ path: String) -> Bool {
    path == outputFolder || path.hasSuffix("/node_modules") || path == "node_modules"
  }

  private mutating func add(_ folder: String) {
    var folder = folder
    while folder.utf8.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    if paths.contains(where: { folder == $0 || folder.hasPrefix($0 + "/") || $0 == "." && !folder.hasPrefix("/") }) {
      return
    }
    paths.removeAll { $0.hasPrefix(folder + "/") || folder == "." && !$0.hasPrefix("/") }
    paths.append(folder)
  }
}

extension WatchedFolders {
  /// What to watch of the project that options name, which may be broken: it is served as soon as it is right.
  ///
  /// - Throws: What is wrong, where there is no project at all.
  init(of options: ProjectOptions) throws(CommandFailure) {
    do throws(CommandFailure) {
      let configuration = try Configuration.load(options)
      // Without a configuration there is nothing else that could make a project of this.
      if configuration.file == nil { _ = try Project(options) }
      self.init(configuration)
    } catch {
      guard let file = Configuration.file(options) else { throw error }
      self.init(Configuration(brokenFile: file))
    }
  }
}
