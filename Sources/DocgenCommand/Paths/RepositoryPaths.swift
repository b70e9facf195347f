import DocgenSupport

/// Turns paths below the content folder into those that services of a repository know: from its top level.
///
/// The top level is the nearest folder above the content folder that holds `.git`; where there is none, the working
/// directory. A content folder outside of it keeps its absolute path.
struct RepositoryPaths: Equatable, Sendable {
  /// What stands before a path: nothing, `content/`, or an absolute path with a slash at its end.
  let prefix: String

  /// - Parameters:
  ///   - contentFolder: An absolute path, or one from the working directory.
  ///   - workingFolder: An absolute path.
  init(contentFolder: String, workingFolder: String = FileSystem.workingFolder) {
    let content = Self.absolute(contentFolder, from: workingFolder)
    let root = Self.repository(above: content) ?? Self.parts(of: workingFolder)
    if content.starts(with: root) {
      prefix = content.dropFirst(root.count).map { $0 + "/" }.joined()
    } else {
      prefix = "/" + content.map { $0 + "/" }.joined()
    }
  }

  /// The path of a file from the top level.
  func path(_ file: String) -> String { prefix + file }

  /// The path as a URI reference, relative to the top level or with the scheme `file`.
  func uri(_ file: String) -> String {
    (prefix.hasPrefix("/") ? "file://" : "") + URIText.path(path(file))
  }

  /// Whether paths count from the top level.
  var areRelative: Bool { !prefix.hasPrefix("/") }

  /// The folders of a path from the root of the file system, without `.` and `..`.
  static func absolute(_ path: String, from workingFolder: String) -> [Substring] {
    parts(of: path.hasPrefix("/") ? path : workingFolder + "/" + path)
  }

  private static func repository(above content: [Substring]) -> [Substring]? {
    for count in stride(from: content.count, through: 0, by: -1) {
      let folder = content.prefix(count)
      // A file where a work tree or a submodule has its repository elsewhere.
      if FileSystem.kind(of: "/" + (folder + [".git"]).joined(separator: "/")) != nil { return Array(folder) }
    }
    return nil
  }

  private static func parts(of path: String) -> [Substring] {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts
  }
}

/// Text as it stands in a URI.
enum URIText {
  /// A path with all but unreserved characters and slashes percent-encoded (RFC 3986).
  static func path(_ path: String) -> String {
    var buffer = ByteBuffer(capacity: path.utf8.count)
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        buffer.append(byte)
      default:
        buffer.append(UInt8(ascii: "%"))
        let digits = String(byte, radix: 16, uppercase: true)
        buffer.append(digits.utf8.count < 2 ? "0" + digits : digits)
      }
    }
    return buffer.string
  }
}
