import CDocgen

/// The files that are built into the program: the data of the locales, the theme, the pages of the rules.
public enum EmbeddedFiles {
  /// The paths from the project's root (`locales/de/vocabulary.yml`), in the order of their bytes.
  public static let paths: [String] = (0..<docgen_embedded_file_count()).map {
    String(cString: docgen_embedded_file_at($0).path)
  }

  private static let indices = Dictionary(uniqueKeysWithValues: zip(paths, paths.indices))

  /// The content of a file, or `nil` if no file has that path.
  public static func bytes(_ path: String) -> [UInt8]? {
    guard let index = indices[path] else { return nil }
    let file = docgen_embedded_file_at(index)
    return Array(UnsafeBufferPointer(start: file.bytes, count: file.length))
  }

  /// The paths below a folder, whose name has no slash at its end.
  public static func paths(below folder: String) -> ArraySlice<String> {
    let start = paths.firstIndex { $0.hasPrefix(folder + "/") } ?? paths.count
    return paths[start...].prefix { $0.hasPrefix(folder + "/") }
  }
}
