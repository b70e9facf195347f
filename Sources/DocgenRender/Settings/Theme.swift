import DocgenSupport

/// The templates and assets that pages are made with.
package struct Theme: Sendable {
  /// The source of each template, by its name without extension.
  package var templates: [String: [UInt8]] = [:]
  /// The files for the folder `assets` of the site, by their path in it.
  package var assets: [String: [UInt8]] = [:]

  /// A theme without files.
  package init() {}

  private static let templateFolder = "templates/"
  private static let assetFolder = "assets/"
  private static let templateExtension = ".mustache"

  /// The theme that is built into the program.
  package static let builtIn: Theme = {
    var theme = Theme()
    for path in EmbeddedFiles.paths(below: "site") {
      let path = String(path.dropFirst("site/".count))
      if let bytes = builtInFile(path) { theme.add(path, AssetCompaction.compacted(bytes, path: path)) }
    }
    return theme
  }()

  /// The paths of the files that are built in, in the order of their bytes: `assets/docgen.css`.
  package static var builtInFiles: [String] {
    EmbeddedFiles.paths(below: "site").map { String($0.dropFirst("site/".count)) }
      .filter { $0.hasPrefix(assetFolder) || $0.hasPrefix(templateFolder) }
  }

  /// One of them.
  package static func builtInFile(_ path: String) -> [UInt8]? { EmbeddedFiles.bytes("site/" + path) }

  /// Takes the files of a folder with `templates` and `assets`; what it lacks stays as it is.
  ///
  /// - Parameters:
  ///   - folder: The folder.
  ///   - boundary: Where its files may lie; `nil` for the folder alone.
  /// - Throws: What cannot be read, or may not.
  package mutating func override(withFolder folder: String, within boundary: FileBoundary? = nil) throws(FileError) {
    let boundary = boundary ?? FileBoundary([folder])
    for part in [Self.templateFolder, Self.assetFolder] {
      let root = folder + "/" + part.dropLast()
      guard FileSystem.kind(of: root) == .folder else { continue }
      for path in try Self.files(below: root, within: boundary) {
        let bytes = try boundary.read(root + "/" + path)
        if bytes != Self.builtInFile(part + path) { add(part + path, bytes) }
      }
    }
  }

  private mutating func add(_ path: some StringProtocol, _ bytes: [UInt8]) {
    if path.hasPrefix(Self.assetFolder) {
      assets[String(path.dropFirst(Self.assetFolder.count))] = bytes
    } else if path.hasPrefix(Self.templateFolder), path.hasSuffix(Self.templateExtension) {
      templates[String(path.dropFirst(Self.templateFolder.count).dropLast(Self.templateExtension.count))] = bytes
    }
  }

  private static func files(below folder: String, within boundary: FileBoundary) throws(FileError) -> [String] {
    for branch in FileTree([FileTree.Root(name: folder, path: folder)], within: boundary).branches {
      if let failure = branch.failures.first { throw failure }
      if let entry = branch.skipped.first {
        throw FileError(
          operation: "read", path: folder + "/" + entry.path, reason: entry.reason.message.description)
      }
      return branch.files
    }
    return []
  }
}
