import DocgenMarkup
import DocgenSupport

/// Another generator, whose configuration a project may have already.
enum OtherTool: String, CaseIterable, Sendable {
  case docfx
  case docusaurus
  case hugo
  case mkdocs
  case sphinxMarkdown = "sphinx-md"
  case starlight
  case vitepress

  /// The names of its configuration, from the project's root.
  var files: [String] {
    switch self {
    case .docfx: ["docfx.json"]
    case .docusaurus: Self.scripts("docusaurus.config")
    case .mkdocs: ["mkdocs.yml", "mkdocs.yaml"]
    case .sphinxMarkdown: ["conf.py", "source/conf.py"]
    case .starlight: Self.scripts("astro.config")
    case .vitepress: Self.scripts(".vitepress/config") + Self.scripts(".vitepress/config/index")
    case .hugo:
      ["hugo", "config", "config/_default/hugo", "config/_default/config"].flatMap { name in
        ["toml", "yaml", "yml", "json"].map { name + "." + $0 }
      }
    }
  }

  /// What its configuration says that docgen needs.
  ///
  /// - Parameters:
  ///   - root: The project's root.
  ///   - folder: A folder that may hold the configuration where the root does not.
  /// - Returns: The settings, with the names of those that docgen has no like of.
  /// - Throws: The configuration, where there is none.
  func settings(root: String, near folder: String?) throws(CommandFailure) -> ToolSettings {
    let folders = [""] + (folder.map(Self.folders) ?? []) + Self.usualFolders
    let places = folders.flatMap { folder in files.map { folder + $0 } }
    guard let file = places.first(where: { FileSystem.isThere(Configuration.join(root, $0)) }) else {
      throw .configuration(
        "there is no configuration of \(rawValue) here: it was looked for as \(listed(files)); leave out '--from'")
    }
    switch self {
    case .mkdocs: return ToolSettings(mkdocs: try node(root, file), file: file)
    case .hugo: return ToolSettings(hugo: try node(root, file), file: file)
    default: break
    }
    let scripts = ScriptFiles(root: root)
    let value = scripts.value(of: file).unwrapped
    guard !value.members.isEmpty else {
      throw .configuration("'\(file)' holds no settings that can be read without running it")
    }
    switch self {
    case .docusaurus: return ToolSettings(docusaurus: value, file: file, scripts: scripts)
    case .starlight: return ToolSettings(starlight: value, file: file)
    case .vitepress: return ToolSettings(vitepress: value, file: file)
    case .sphinxMarkdown: return ToolSettings(sphinx: value, file: file)
    default: return ToolSettings(docfx: value, file: file, scripts: scripts)
    }
  }

  /// Where the configuration lies in projects that hold more than documentation.
  private static let usualFolders = ["docs/", "website/", "doc/", "documentation/", "site/"]

  private static func scripts(_ name: String) -> [String] {
    ["ts", "js", "mts", "mjs", "cjs"].map { name + "." + $0 }
  }

  /// The settings of a file in YAML, JSON or TOML.
  private func node(_ root: String, _ file: String) throws(CommandFailure) -> YAMLNode {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try FileSystem.read(Configuration.join(root, file), upTo: Limits.pageBytes)
    } catch {
      throw CommandFailure(error)
    }
    // JSON is YAML, too.
    let node = file.hasSuffix(".toml") ? TOMLText.read(bytes) : YAMLReader.read(bytes).root
    guard let node, node.members != nil else { throw .configuration("'\(file)' holds no settings") }
    return node
  }

  /// The folders from a folder up to the project's root, without the root.
  private static func folders(above folder: String) -> [String] {
    let parts = folder.split(separator: "/")
    return stride(from: parts.count, to: 0, by: -1).map { parts.prefix($0).joined(separator: "/") + "/" }
  }
}
