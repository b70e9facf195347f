import DocgenSupport

/// The folder in which docgen keeps what it knows of earlier runs. All in it can be removed at any time.
enum CacheFolder {
  /// The name of the folder in a project. The dot keeps it out of the content, wherever that lies.
  private static let name = ".docgen"

  /// Finds the folder and makes it.
  ///
  /// A project has its own. Pages that no configuration names may be anybody's, so that nothing is written beside
  /// them: what is known of them is kept with the user's other caches.
  ///
  /// - Returns: `nil` if there is no such place, or it cannot be written to: docgen works without.
  static func find(
    _ options: CacheOptions, _ configuration: Configuration, output: String?, _ environment: Environment
  ) -> String? {
    if options.isOff { return nil }
    let folder = options.folder ?? own(configuration, output) ?? usersOwn(configuration, environment)
    guard let folder, (try? FileSystem.createFolder(folder)) != nil else { return nil }
    if options.folder == nil, !FileSystem.isThere(folder + "/.gitignore") {
      guard (try? FileSystem.write(Array("*\n".utf8), to: folder + "/.gitignore")) != nil else { return nil }
    }
    return folder
  }

  /// That of the project; `nil` if there is no project, or the folder would be published or read as content.
  private static func own(_ configuration: Configuration, _ output: String?) -> String? {
    // Pages that the command line names need not be the project's.
    if case .commandLine = configuration.origins[.content] { return nil }
    guard configuration.file != nil, let root = FileSystem.realPath(configuration.root) else { return nil }
    let own = Configuration.join(root, name)
    var folders =
      configuration.contentFolders.isEmpty
      ? [configuration.contentFolder]
      : configuration.contentFolders.map { Configuration.join(configuration.root, $0.folder) }
    if let output { folders.append(output) }
    let isInside = folders.compactMap(FileSystem.realPath).contains { (own + "/").hasPrefix($0 + "/") }
    return isInside ? nil : own
  }

  /// One in the user's cache, by the real path of the content.
  private static func usersOwn(_ configuration: Configuration, _ environment: Environment) -> String? {
    let caches = environment["XDG_CACHE_HOME"] ?? environment["HOME"].map { $0 + "/.cache" }
    guard let caches, caches.hasPrefix("/"), let content = FileSystem.realPath(configuration.contentFolder) else {
      return nil
    }
    return caches + "/docgen/" + Hexadecimal.string(ContentDigest(of: content).bytes)
  }
}
