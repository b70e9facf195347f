import CDocgen
import Glibc

/// A call to the operating system that failed.
public struct FileError: Error, CustomStringConvertible, Sendable {
  /// What was tried, as it follows "cannot": `open`.
  public let operation: String
  /// The path as it was given.
  public let path: String
  /// The system's error number.
  public let code: Int32

  /// Makes an error of a call that just failed, unless another number is given.
  public init(operation: String, path: String, code: Int32 = errno) {
    self.operation = operation
    self.path = path
    self.code = code
  }

  /// The error on one line, with the system's own words.
  public var description: String { "cannot \(operation) '\(path)': \(String(cString: strerror(code)))" }
}

/// Files and folders through the system's own calls.
public enum FileSystem {
  /// What an entry of a folder is; links count as what they lead to.
  public enum Kind: Sendable {
    case file
    case folder
    case other
  }

  /// One entry of a folder.
  public struct Entry: Sendable {
    /// The name without the folder.
    public var name: String
    /// What stands under the name.
    public var kind: Kind
  }

  /// The whole content of a file.
  public static func read(_ path: String) throws(FileError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(operation: "open", path: path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileError(operation: "read", path: path) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw FileError(operation: "read", path: path, code: EISDIR) }
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
      if isAtEnd { return bytes }
      capacity = 1 << 16
    }
  }

  /// The first bytes of a file: so many, or all where it has fewer.
  public static func readStart(of path: String, length: Int) throws(FileError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileError(operation: "open", path: path) }
    defer { close(descriptor) }
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

  /// The entries of a folder, sorted by the bytes of their names.
  ///
  /// Links are followed to tell what an entry is; names that are not UTF-8 are repaired and thus cannot be opened.
  public static func list(_ path: String) throws(FileError) -> [Entry] {
    guard let directory = opendir(path) else { throw FileError(operation: "list", path: path) }
    defer { closedir(directory) }
    var entries: [Entry] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name == "." || name == ".." { continue }
      let kind: Kind
      switch Int32(entry.pointee.d_type) {
      case Int32(DT_REG): kind = .file
      case Int32(DT_DIR): kind = .folder
      default: kind = Self.kind(of: path + "/" + name) ?? .other
      }
      entries.append(Entry(name: name, kind: kind))
    }
    return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// What stands at a path, or nothing.
  public static func kind(of path: String) -> Kind? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  /// Makes a folder and those above it.
  public static func createFolder(_ path: String) throws(FileError) {
    if mkdir(path, 0o755) == 0 { return }
    let code = errno
    if code == EEXIST, kind(of: path) == .folder { return }
    guard code == ENOENT, let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash != path.startIndex else {
      throw FileError(operation: "create the folder", path: path, code: code)
    }
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
