import DocgenSupport

extension Configuration {
  /// Reads the logo, where there is one: a file of the theme's assets, or else one from the project's root.
  ///
  /// - Parameter boundary: Where files may lie.
  /// - Returns: Its path among the assets of the site, and its content.
  /// - Throws: A failure of the configuration that names the key and where the file was looked for.
  func readLogo(_ boundary: FileBoundary) throws(CommandFailure) -> (name: String, bytes: [UInt8])? {
    guard let logo else { return nil }
    let assets = (themeFolder ?? Self.join(root, "site")) + "/assets"
    let isName = !logo.hasPrefix("/") && !logo.split(separator: "/").contains { $0 == ".." || $0 == "." }
    let places = (isName ? [(logo, assets + "/" + logo)] : []) + [(Self.fileName(of: logo), Self.join(root, logo))]
    guard let (name, path) = places.first(where: { FileSystem.isThere($0.1) }) else {
      let looked = places.map { "'\($0.1)'" }.joined(separator: " and ")
      throw .configuration(
        "\(file ?? ""): there is no file for 'logo: \(logo)'; it was looked for as \(looked)")
    }
    do throws(FileError) {
      return (name, try boundary.forNamedFiles.read(path))
    } catch {
      throw .configuration("\(file ?? ""): 'logo: \(logo)': \(error)")
    }
  }

  private static func fileName(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
}
