import Glibc

/// What stands in a folder, as the system tells it.
public enum FileType: Hashable, CaseIterable, Sendable {
  case file
  case folder
  case namedPipe
  case socket
  case device

  /// The type that the mode of a file says.
  init(mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    case S_IFIFO: self = .namedPipe
    case S_IFSOCK: self = .socket
    default: self = .device
    }
  }

  /// Tells it from the others in a digest.
  var code: Int32 {
    switch self {
    case .file: 1
    case .folder: 2
    case .namedPipe: 3
    case .socket: 4
    case .device: 5
    }
  }
}

/// A file or folder itself, whatever its names: its device and its number there.
struct FileIdentity: Hashable, Sendable {
  private let device: dev_t
  private let number: ino_t

  init(_ status: stat) {
    device = status.st_dev
    number = status.st_ino
  }

  /// The identity of what stands at a path, links followed; `nil` if there is nothing.
  init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }
}
