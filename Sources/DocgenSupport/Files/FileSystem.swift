import CDocgen
import Glibc

/// Files and folders through the system's own calls.
public enum FileSystem {
  /// What an entry of a folder is; links count as what they lead to.
  public enum Kind: Sendable {
    case file
    case folder
    case other

    /// Tells it from the others in a digest, and from nothing.
    var code: Int32 {
      switch self {
      case .file: 1
      case .folder: 2
      case .other: 3
      }
    }
  }

  /// The whole content of a file.
  ///
  /// What is no file, such as a pipe, is refused at once and never waited for.
  ///
  /// - Parameters:
  ///   - path: The file; links are followed.
  ///   - boundary: Where the file may lie; `nil` for anywhere, where the user names it.
  ///   - limit: The number of bytes that the file may have at most.
  /// - Returns: All bytes.
  /// - Throws: That there is no such file, that it cannot be read, or may not.
  public static func read(
    _ path: String, within boundary: FileBoundary? = nil, upTo limit: Int = .max
  ) throws(FileError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    // Whether the file lies inside is told by where links lead.
    if boundary != nil, FileTrace.current != nil { _ = realPath(path) }
    return try read(descriptor, openedAs: path, within: boundary, upTo: limit)
  }

  /// The whole content of a file that was just opened; it is closed.
  static func read(
    _ descriptor: Int32, openedAs path: String, within boundary: FileBoundary?, upTo limit: Int = .max
  ) throws(FileError) -> [UInt8] {
    let trace = FileTrace.current
    do throws(FileError) {
      let (bytes, status) = try readAll(descriptor, openedAs: path, within: boundary, upTo: limit)
      trace?.note(content: bytes, of: path, status)
      return bytes
    } catch {
      trace?.note(failure: error.code, .content, of: path)
      throw error
    }
  }

  /// The whole content of a file and what the system tells of it; no trace notes it.
  static func readAll(_ path: String) throws(FileError) -> ([UInt8], stat) {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    return try readAll(descriptor, openedAs: path, within: nil, upTo: .max)
  }

  /// The whole content of a file that was just opened, and is closed; no trace notes it.
  public static func readAll(_ descriptor: Int32, openedAs path: String) throws(FileError) -> [UInt8] {
    try readAll(descriptor, openedAs: path, within: nil, upTo: .max).0
  }

  private static func readAll(
    _ descriptor: Int32, openedAs path: String, within boundary: FileBoundary?, upTo limit: Int
  ) throws(FileError) -> ([UInt8], stat) {
    guard descriptor >= 0 else {
      // A socket cannot even be opened.
      guard errno == ENXIO || errno == ENODEV else { throw FileError(operation: "open", path: path) }
      throw FileError(operation: "open", path: path, reason: "it is no file, but a socket or a device")
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileError(operation: "read", path: path) }
    switch FileType(mode: status.st_mode) {
    case .file: break
    case .folder: throw FileError(operation: "read", path: path, code: EISDIR)
    case .namedPipe:
      throw FileError(
        operation: "read", path: path, code: EINVAL,
        reason: "it is a pipe, and no file; write what comes out of it to a file, and name that")
    case .socket, .device:
      throw FileError(operation: "read", path: path, code: EINVAL, reason: "it is no file, but a socket or a device")
    }
    if let boundary { try boundary.check(descriptor, openedAs: path, operation: "read") }
    guard status.st_size <= limit else {
      throw FileError.tooLarge(path, limit: limit)
    }
    var failure: Int32 = 0
    // One byte more than the size, so that the end of an ordinary file shows in the first call.
    var capacity = max(Int(status.st_size), 0) + 1
    var bytes = [UInt8]()
    while true {
      var isAtEnd = false
      let room = capacity
      let part = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        count = 0
        guard let base = buffer.baseAddress else { return }
        while count < room {
          let received = Glibc.read(descriptor, base + count, room - count)
          if received < 0 {
            if errno == EINTR { continue }
            failure = errno
            return
          }
          if received == 0 {
            isAtEnd = true
            return
          }
          count += received
        }
      }
      if failure != 0 { throw FileError(operation: "read", path: path, code: failure) }
      if bytes.isEmpty { bytes = part } else { bytes += part }
      if isAtEnd { return (bytes, status) }
      capacity = 1 << 16
    }
  }

  /// The first bytes of a file: so many, or all where it has fewer.
  public static func readStart(of path: String, length: Int) throws(FileError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      let error = FileError(operation: "open", path: path)
      FileTrace.current?.note(failure: error.code, .content, of: path)
      throw error
    }
    defer { close(descriptor) }
    FileTrace.current?.note(startOf: path, descriptor)
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
      guard let base = buffer.baseAddress else { return }
      while count < length {
        let received = Glibc.read(descriptor, base + count, length - count)
        if received > 0 {
          count += received
        } else if received == 0 || errno != EINTR {
          failure = received == 0 ? 0 : errno
          return
        }
      }
    }
    if failure != 0 { throw FileError(operation: "read", path: path, code: failure) }
    return bytes
  }

  /// Writes a file anew; its folder must exist.
  public static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw FileError(operation: "create", path: path) }
    var failure = write(bytes, to: descriptor)
    // Some file systems report a full disk only on closing.
    if close(descriptor) != 0, failure == 0 { failure = errno }
    if failure != 0 { throw FileError(operation: "write", path: path, code: failure) }
  }

  /// What stands at a path, or nothing.
  public static func kind(of path: String) -> Kind? {
    let kind = currentKind(of: path)
    FileTrace.current?.note(ContentDigest(code: kind?.code ?? 0), .kind, of: path)
    return kind
  }

  /// What stands at a path, or nothing; no trace notes it.
  static func currentKind(of path: String) -> Kind? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  /// The number of bytes of a file, links followed; `nil` if there is none. No trace notes it.
  public static func size(of path: String) -> Int? {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : nil
  }

  /// Whether something stands under a name, even a link that leads nowhere.
  public static func isThere(_ path: String) -> Bool {
    let isThere = isPresent(path)
    FileTrace.current?.note(ContentDigest(code: isThere ? 1 : 0), .presence, of: path)
    return isThere
  }

  /// Whether something stands under a name; no trace notes it.
  static func isPresent(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// Makes a folder and those above it.
  public static func createFolder(_ path: String) throws(FileError) {
    if mkdir(path, 0o755) == 0 { return }
    let code = errno
    if code == EEXIST, currentKind(of: path) == .folder { return }
    guard code == ENOENT, let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash != path.startIndex else {
      throw FileError(operation: "create the folder", path: path, code: code)
    }
    // A folder that a signal takes away is not made anew.
    Interruption.stopIfEnding()
    try createFolder(String(path[..<slash]))
    if mkdir(path, 0o755) != 0, errno != EEXIST { throw FileError(operation: "create the folder", path: path) }
  }

  /// Removes a file or a folder with all it holds; nothing there is no error. Links are removed, not followed.
  public static func remove(_ path: String) throws(FileError) {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      if errno == ENOENT { return }
      throw FileError(operation: "remove", path: path)
    }
    if status.st_mode & S_IFMT == S_IFDIR {
      for entry in try list(path) { try remove(path + "/" + entry.name) }
      if rmdir(path) != 0 { throw FileError(operation: "remove", path: path) }
    } else if unlink(path) != 0 {
      throw FileError(operation: "remove", path: path)
    }
  }

  /// Moves a file or folder within one file system.
  public static func rename(_ path: String, to target: String) throws(FileError) {
    if Glibc.rename(path, target) != 0 { throw FileError(operation: "rename", path: path) }
  }

  /// Exchanges two paths in one step, where the file system can; false where it cannot.
  public static func exchange(_ path: String, with other: String) -> Bool {
    docgen_exchange_paths(path, other) == 0
  }

  /// The folder that relative paths start from; `.` where the system does not tell it.
  public static var workingFolder: String {
    guard let buffer = getcwd(nil, 0) else { return "." }
    defer { free(buffer) }
    return String(cString: buffer)
  }
}
