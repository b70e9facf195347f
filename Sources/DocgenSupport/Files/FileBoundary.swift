import CDocgen
import Glibc

/// Where the files of a project may lie: in some folders, unless links of the file system may lead anywhere.
///
/// A name that starts with a dot keeps what it names out of the project, even where a link leads there. What is opened
/// is judged by its real path after it was opened, so that nothing is gained by changing a link in between.
public struct FileBoundary: Sendable {
  /// Links are followed wherever they lead.
  public let followsLinks: Bool
  /// The real paths of the folders, each with a slash at its end.
  private var roots: [[UInt8]] = []
  /// A name that starts with a dot is as good as another.
  private var allowsHiddenNames = false

  /// Takes the folders; those that do not exist hold nothing, and the root of the file system is no project.
  public init(_ folders: [String], followsLinks: Bool = false) {
    self.followsLinks = followsLinks
    add(folders)
  }

  /// The boundary with a further folder, such as one that a user names on the command line.
  public func adding(_ folder: String) -> FileBoundary {
    var boundary = self
    boundary.add([folder])
    return boundary
  }

  /// The boundary for what is named by itself, and not found in a folder: a name that starts with a dot is meant so.
  public var forNamedFiles: FileBoundary {
    var boundary = self
    boundary.allowsHiddenNames = true
    return boundary
  }

  /// Whether a path lies inside; one that does not exist, where it would be made.
  public func contains(_ path: String) -> Bool {
    if let resolved = FileSystem.realPath(path) { return place(of: resolved) == .inside }
    var folder = path
    while let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/")), slash != folder.utf8.startIndex {
      folder = String(folder[..<slash])
      if let resolved = FileSystem.realPath(folder) { return place(of: resolved) == .inside }
    }
    return FileSystem.realPath(path.hasPrefix("/") ? "/" : ".").map { place(of: $0) == .inside } ?? false
  }

  private mutating func add(_ folders: [String]) {
    for folder in folders {
      guard let path = FileSystem.realPath(folder), path != "/", place(of: path) != .inside else { continue }
      roots.append(Array(path.utf8) + [UInt8(ascii: "/")])
    }
  }

  /// On which side of the boundary something lies.
  enum Place {
    case inside
    case outside
    /// Inside, but for a name that starts with a dot.
    case hidden
  }

  /// The side on which an open file lies.
  ///
  /// - Parameters:
  ///   - descriptor: The open file.
  ///   - path: The path by which it was opened, which is asked where the system does not know the file's own.
  /// - Returns: The side of the file's real path.
  func place(of descriptor: Int32, openedAs path: String) -> Place {
    if followsLinks { return .inside }
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(PATH_MAX) + 1) { buffer in
      guard let base = buffer.baseAddress else { return .outside }
      let length = docgen_path_of(descriptor, base, buffer.count)
      if length > 0 { return place(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[..<length])) }
      return FileSystem.realPath(path).map { place(of: $0) } ?? .outside
    }
  }

  /// The side on which a real path lies.
  private func place(of path: String) -> Place { Array(path.utf8).withUnsafeBytes { place($0) } }

  private func place(_ path: UnsafeRawBufferPointer) -> Place {
    if followsLinks { return .inside }
    var place = Place.outside
    for root in roots {
      // The folder itself has no slash at its end.
      guard path.count + 1 >= root.count, root.dropLast().elementsEqual(path.prefix(root.count - 1)) else { continue }
      if path.count < root.count { return .inside }
      guard path[root.count - 1] == UInt8(ascii: "/") else { continue }
      if allowsHiddenNames || !Self.isHidden(path[root.count...]) { return .inside }
      place = .hidden
    }
    return place
  }

  /// Whether a name of a relative path starts with a dot.
  private static func isHidden(_ path: Slice<UnsafeRawBufferPointer>) -> Bool {
    var isStart = true
    for byte in path {
      if isStart, byte == UInt8(ascii: ".") { return true }
      isStart = byte == UInt8(ascii: "/")
    }
    return false
  }
}

extension FileBoundary {
  /// The whole content of a file within the boundary; one that is larger than a limit is an error.
  public func read(_ path: String, upTo limit: Int = .max) throws(FileError) -> [UInt8] {
    try FileSystem.read(path, within: self, upTo: limit)
  }

  /// The whole content of a file that was found below one of the boundary's folders, and is named by its path there.
  ///
  /// Most such paths have no link in them, which the system tells sooner than where a file lies.
  public func readListed(_ path: String, upTo limit: Int = .max) throws(FileError) -> [UInt8] {
    let descriptor = docgen_open_without_links(path)
    if descriptor < 0 { return try read(path, upTo: limit) }
    return try FileSystem.read(descriptor, openedAs: path, within: nil, upTo: limit)
  }

  /// Puts new content in the place of a file's in one step, together with others, where the file lies within the
  /// boundary.
  public func replace(
    _ path: String, with bytes: [UInt8], in files: FileReplacements
  ) throws(FileError) {
    // What is written is the file that was judged, whatever becomes of the links that led to it.
    try files.add(path, with: bytes) { (resolved) throws(FileError) in
      let place = place(of: resolved)
      guard place == .inside else { throw Self.refusal(place, operation: "write", path: path) }
    }
  }

  /// Refuses an open file that lies outside.
  func check(_ descriptor: Int32, openedAs path: String, operation: String) throws(FileError) {
    let place = place(of: descriptor, openedAs: path)
    guard place == .inside else { throw Self.refusal(place, operation: operation, path: path) }
  }

  private static func refusal(_ place: Place, operation: String, path: String) -> FileError {
    let reason =
      place == .hidden
      ? "a link leads to a name that starts with a dot, which keeps it out of the project"
      : "it lies outside of the project"
    return FileError(
      operation: operation, path: path, code: EXDEV,
      reason: reason + "; copy it into the project, or write 'follow-links: true' in 'site/config.yml'")
  }
}
