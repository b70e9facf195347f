import CDocgen
import Glibc

/// What a link leads to, seen without opening it.
enum LinkTarget {
  case file
  case folder(FileIdentity)
  case special(FileType)
  case outside
  case hidden
  case failure(FileError)

  /// Follows a link.
  init(_ path: String, within boundary: FileBoundary) {
    if FileTrace.current != nil {
      _ = FileSystem.realPath(path)
      _ = FileSystem.kind(of: path)
    }
    let descriptor = docgen_open_place(path)
    guard descriptor >= 0 else {
      self = .failure(FileError(operation: "follow the link", path: path))
      return
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      self = .failure(FileError(operation: "follow the link", path: path))
      return
    }
    switch boundary.place(of: descriptor, openedAs: path) {
    case .outside: self = .outside
    case .hidden: self = .hidden
    case .inside:
      switch FileType(mode: status.st_mode) {
      case .file: self = .file
      case .folder: self = .folder(FileIdentity(status))
      case let type: self = .special(type)
      }
    }
  }
}
