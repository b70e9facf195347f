import Glibc

/// A folder and those around it, up to the root of the file system.
public struct FolderAncestry: Sendable {
  private let identities: Set<FileIdentity>

  /// Takes a folder.
  public init(_ folder: String) { self.init([folder]) }

  /// Takes several folders.
  init(_ folders: [String]) {
    var known: Set<String> = []
    var identities: Set<FileIdentity> = []
    for path in folders {
      var folder = FileSystem.realPath(path)
      while let path = folder, known.insert(path).inserted {
        if let identity = FileIdentity(path: path) { identities.insert(identity) }
        folder = Self.parent(of: path)
      }
    }
    self.identities = identities
  }

  /// Whether a folder is one of them.
  func contains(_ folder: FileIdentity) -> Bool { identities.contains(folder) }

  /// Why a link is not followed that stands in the folder; `nil` if it leads to something else than one of them.
  public func reasonAgainst(link path: String) -> SkippedEntry.Reason? {
    let target = FileSystem.target(ofLink: path) ?? ""
    switch LinkTarget(path, within: FileBoundary([], followsLinks: true)) {
    case .folder(let identity): return contains(identity) ? .above(target) : nil
    case .failure(let error): return error.reason(ofLinkTo: target)
    case .file, .special, .outside, .hidden: return nil
    }
  }

  /// The folder around a real path; `nil` for that of the root.
  static func parent(of path: String) -> String? {
    guard path != "/", let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
    return slash == path.utf8.startIndex ? "/" : String(path[..<slash])
  }
}

extension FileError {
  /// What it says about a link that could not be followed; `nil` if the system failed.
  func reason(ofLinkTo target: String) -> SkippedEntry.Reason? {
    switch code {
    case ENOENT, ENOTDIR: .missing(target)
    case ELOOP: .circle(target)
    case ENAMETOOLONG: .tooLong
    default: nil
    }
  }
}
