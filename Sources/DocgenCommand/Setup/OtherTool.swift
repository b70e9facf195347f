import DocgenMarkup
import DocgenSupport

/// Another generator, whose configuration a project may have already.
enum OtherTool: String, CaseIterable, Sendable {
  case hugo
  case mkdocs

  /// The names of its configuration, from the project's root.
  var files: [String] {
    switch self {
    case .mkdocs: ["mkdocs.yml", "mkdocs.yaml"]
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
    let folders = [""] + (folder.map(Self.folders) ?? [])
    let places = folders.flatMap { folder in files.map { folder + $0 } }
    guard let file = places.first(where: { FileSystem.isThere(Configuration.join(root, $0)) }) else {
      throw .configuration(
        "there is no configuration of \(rawValue) here: it was looked for as \(listed(files)); leave out '--from'")
    }
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try FileSystem.read(Configuration.join(root, file), upTo: Limits.pageBytes)
    } catch {
      throw CommandFailure(error)
    }
    // JSON is YAML, too.
    let node = file.hasSuffix(".toml") ? TOMLText.read(bytes) : YAMLReader.read(bytes).root
    guard let node, node.members != nil else { throw .configuration("'\(file)' holds no settings") }
    switch self {
    case .mkdocs: return ToolSettings(mkdocs: node, file: file)
    case .hugo: return ToolSettings(hugo: node, file: file)
    }
  }

  /// The folders from a folder up to the project's root, without the root.
  private static func folders(above folder: String) -> [String] {
    let parts = folder.split(separator: "/")
    return stride(from: parts.count, to: 0, by: -1).map { parts.prefix($0).joined(separator: "/") + "/" }
  }
}
