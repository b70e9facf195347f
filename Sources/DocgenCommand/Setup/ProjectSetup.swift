import DocgenModel
import DocgenSupport

/// Makes a project of a folder: its configuration, and what else it lacks. What is there stays as it is.
struct ProjectSetup {
  /// The project's root.
  let root: String
  /// The folder with the pages, where the user names it.
  var contentFolder: String?
  var sourceLocale: String?
  var locales: [String] = []
  /// The generator whose configuration is taken over, where the user names it.
  var tool: OtherTool?
  /// The service to write a file for; `nil` for the one that the project shows.
  var service: CIService?

  /// What was made, by paths from the project's root, and what there is to say.
  struct Result {
    var files: [String] = []
    var remarks: [String] = []
  }

  /// Makes what is missing.
  ///
  /// - Throws: The configuration, where there is one already; a failure, where a file cannot be written.
  func run() throws(CommandFailure) -> Result {
    let file = Configuration.fileName
    if FileSystem.isThere(path(file)) {
      throw .configuration("'\(file)' is there already; change it, or see by 'docgen config' what holds")
    }
    var result = Result()
    let settings = try tool.map { tool throws(CommandFailure) in try self.settings(of: tool) }
    let found = self.found(settings)
    let layout = found ?? newLayout
    if found == nil { try writePages(layout, &result) }
    let text = ConfigurationText.yaml(layout, title: title(settings), dialect: settings?.dialect, from: settings)
    try write(text, to: file, &result)
    if let settings {
      try writeRedirects(settings, &result)
      try writeNavigation(settings, layout, &result)
    }
    try nameDialect(layout, settings, &result)
    if let settings, !settings.left.isEmpty {
      result.remarks.append("left out of '\(settings.file)': \(settings.left.joined(separator: ", "))")
    }
    try writeWorkflow(&result)
    return result
  }

  private var newLayout: FoundLayout {
    var names = [sourceLocale ?? "en"]
    for locale in locales where !names.contains(locale) { names.append(locale) }
    return FoundLayout(content: .folder(contentFolder ?? FoundLayout.usualFolders[0]), locales: names)
  }

  /// What the configuration of another generator says; it may lie beside the pages.
  private func settings(of tool: OtherTool) throws(CommandFailure) -> ToolSettings {
    let found = FoundLayout.find(root: root, folder: contentFolder, source: sourceLocale)
    let folder: String? =
      switch found?.content {
      case .folder(let folder): folder
      case .folders(let folders): folders.first?.folder
      case nil: nil
      }
    return try tool.settings(root: root, near: folder)
  }

  /// How the pages lie: as the other configuration says, or else as they are found.
  private func found(_ settings: ToolSettings?) -> FoundLayout? {
    let source = sourceLocale ?? settings?.sourceLocale
    let folders = (settings?.folders ?? []).filter {
      FileSystem.kind(of: Configuration.join(root, $0.folder)) == .folder
    }
    if contentFolder == nil, !folders.isEmpty {
      let ordered = folders.filter { $0.locale == source } + folders.filter { $0.locale != source }
      return FoundLayout(content: .folders(ordered), locales: ordered.map(\.locale))
    }
    let all = FoundLayout.find(root: root, folder: contentFolder, source: source)
    // A folder that only one language has tells less than what is found of all.
    if contentFolder == nil, let folder = settings?.contentFolder,
      let named = FoundLayout.find(root: root, folder: folder, source: source),
      named.locales.count >= all?.locales.count ?? 0
    {
      return named
    }
    return all
  }

  private func writeRedirects(_ settings: ToolSettings, _ result: inout Result) throws(CommandFailure) {
    guard !settings.redirects.isEmpty else { return }
    let lines = settings.redirects.map { "\(ConfigurationText.quoted($0.old)): \(ConfigurationText.quoted($0.new))\n" }
    try write(lines.joined(), to: "site/redirects.yml", &result)
  }

  /// Writes the navigation of each language that has none yet.
  private func writeNavigation(
    _ settings: ToolSettings, _ layout: FoundLayout, _ result: inout Result
  ) throws(CommandFailure) {
    let folders: [Configuration.LocaleFolder] =
      switch layout.content {
      case .folders(let folders): folders
      case .folder(let folder) where layout.layout == .suffix: [.init(locale: layout.locales[0], folder: folder)]
      case .folder(let folder): layout.locales.map { .init(locale: $0, folder: "\(folder)/\($0)") }
      }
    guard let source = folders.first, !settings.navigation.isEmpty || !settings.navigations.isEmpty else { return }
    for place in folders {
      var file = NavigationFile(root: root, folder: place.folder, sourceFolder: source.folder, locale: place.locale)
      let text = file.yaml(settings.navigations[place.locale] ?? settings.navigation)
      if place == source, !file.missing.isEmpty {
        let first = file.missing.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
        result.remarks.append(
          "no page was found for \(counted(file.missing.count, "entry", plural: "entries")) of the navigation: \(first)"
        )
      }
      if !text.isEmpty { try write(text, to: place.folder + "/toc.yml", &result) }
    }
  }

  /// The name of the site, or else of the project's folder.
  private func title(_ settings: ToolSettings?) -> String {
    if let title = settings?.title { return title }
    let parts = RepositoryPaths.absolute(root, from: FileSystem.workingFolder)
    return parts.last.map(String.init) ?? "Documentation"
  }

  private func writePages(_ layout: FoundLayout, _ result: inout Result) throws(CommandFailure) {
    guard case .folder(let folder) = layout.content else { return }
    let languages = UserLanguage()
    for locale in layout.locales {
      let language = UserLanguage.match(locale, among: languages.names) ?? MessageCatalog.source.language
      let catalog = try MessageCatalog.read(language, from: .builtIn)
      try write(FirstPage.markdown(catalog), to: "\(folder)/\(locale)/index.md", &result)
    }
  }

  /// Reads the project as it is now, and writes into its configuration the dialect of its generator or pages.
  private func nameDialect(
    _ layout: FoundLayout, _ settings: ToolSettings?, _ result: inout Result
  ) throws(CommandFailure) {
    var options = ProjectOptions()
    options.configurationFile = path(Configuration.fileName)
    let project = try Project(options, .all)
    let pages = "\(counted(project.catalog.fileCount, "page")) in \(counted(project.catalog.locales.count, "language"))"
    result.remarks.append("\(pages): \(project.catalog.locales.joined(separator: ", "))")
    guard let name = project.catalog.dialect.names.first, name != Dialect.commonName else { return }
    let text = ConfigurationText.yaml(layout, title: title(settings), dialect: name, from: settings)
    do throws(FileError) {
      try FileSystem.replace(path(Configuration.fileName), with: Array(text.utf8))
    } catch {
      throw CommandFailure(error)
    }
    result.remarks.append("dialect: \(name)")
  }

  private func writeWorkflow(_ result: inout Result) throws(CommandFailure) {
    let service = service ?? CIService.find(root: root)
    guard let file = service.file else { return }
    if FileSystem.isThere(path(file)) {
      result.remarks.append("'\(file)' is there already and stays as it is")
    } else {
      try write(service.text, to: file, &result)
    }
  }

  private func write(_ text: String, to file: String, _ result: inout Result) throws(CommandFailure) {
    // A page that is there although none was found is excluded, or no file.
    if FileSystem.isThere(path(file)) { return }
    do throws(FileError) {
      try FileSystem.createFolder(FileSystem.folder(of: path(file)))
      try FileSystem.write(Array(text.utf8), to: path(file))
    } catch {
      throw CommandFailure(error)
    }
    result.files.append(file)
  }

  private func path(_ file: String) -> String { Configuration.join(root, file) }
}
