import DocgenModel
import DocgenSupport

extension Configuration {
  static let fileName = "site/config.yml"
  /// What is made of each page grows with the number of locales.
  static let mostLocales = 500

  /// The configuration of the command line, over that of the file where there is one.
  ///
  /// The file is `--config`, or else `site/config.yml` in the working directory or a folder above it. With `--content`
  /// the locales of the file do not count, for they name folders of another directory.
  static func load(
    _ options: ProjectOptions, workingFolder: String = FileSystem.workingFolder
  ) throws(CommandFailure) -> Configuration {
    var configuration = try fromFile(options, workingFolder: workingFolder)
    configuration.take(options)
    return configuration
  }

  /// Takes what the command line says.
  private mutating func take(_ options: ProjectOptions) {
    if let folder = options.contentFolder {
      contentFolder = folder
      contentFolders = []
      locales = []
      origins[.content] = .commandLine("--content")
      origins[.locales] = nil
    }
    take(options.sourceLocale, \.sourceLocale, .sourceLocale, "--source-locale")
    take(options.locales.isEmpty ? nil : options.locales, \.locales, .locales, "--locale")
    take(options.localesFolder, \.localesFolder, .localesFolder, "--locales")
    take(options.dialects.isEmpty ? nil : options.dialects, \.dialects, .dialect, "--dialect")
    take(options.layout, \.layout, .layout, "--layout")
    excluded += options.excluded.map { FilePattern($0) }
    if !options.excluded.isEmpty { origins[.exclude] = .commandLine("--exclude") }
  }

  private mutating func take<Value>(
    _ value: Value?, _ property: WritableKeyPath<Configuration, Value>, _ key: ConfigurationKey, _ option: String
  ) {
    guard let value else { return }
    self[keyPath: property] = value
    origins[key] = .commandLine(option)
  }

  private mutating func take<Value>(
    _ value: Value?, _ property: WritableKeyPath<Configuration, Value?>, _ key: ConfigurationKey, _ option: String
  ) {
    guard let value else { return }
    self[keyPath: property] = value
    origins[key] = .commandLine(option)
  }

  private static func fromFile(
    _ options: ProjectOptions, workingFolder: String
  ) throws(CommandFailure) -> Configuration {
    guard let path = Self.file(options, workingFolder: workingFolder) else { return Configuration(root: ".") }
    let file: SourceFile
    do {
      file = SourceFile(path: path, bytes: try FileSystem.read(path))
    } catch {
      throw .configuration("\(error)")
    }
    let (configuration, problems) = read(file, root: root(of: path))
    let isFound = options.configurationFile == nil
    if isFound, !configuration.followsLinks, !FileBoundary([configuration.root]).forNamedFiles.contains(path) {
      throw .configuration(
        "a link leads from '\(path)' out of the project; copy the file into the project, or write 'follow-links: true' "
          + "in it")
    }
    guard problems.isEmpty else {
      throw .problems(problems.map(\.description))
    }
    return configuration
  }

  /// The configuration file that options name, or else the one that is found; `nil` if there is none.
  static func file(_ options: ProjectOptions, workingFolder: String = FileSystem.workingFolder) -> String? {
    options.configurationFile ?? find(from: workingFolder)
  }

  /// What is known of a project whose file cannot be read: where it is.
  init(brokenFile file: String) {
    self.init(root: Self.root(of: file))
    self.file = file
  }

  /// The configuration file in a folder or the nearest one above it; a short path where that is the working directory.
  private static func find(from folder: String) -> String? {
    if folder == FileSystem.workingFolder, FileSystem.isThere(fileName) { return fileName }
    var folder = folder
    while true {
      let file = join(folder, fileName)
      if FileSystem.isThere(file) { return file }
      guard let slash = folder.lastIndex(of: "/"), folder != "/" else { return nil }
      folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
    }
  }

  /// The project's root: the folder above the file's folder.
  private static func root(of file: String) -> String {
    var folders = file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    if folders.isEmpty { return ".." }
    if folders == [""] { return "/" }
    if folders.last == ".." || folders.last == "." { return folders.joined(separator: "/") + "/.." }
    folders.removeLast()
    if folders.isEmpty { return "." }
    return folders == [""] ? "/" : folders.joined(separator: "/")
  }
}
