import CDocgen
import Glibc

extension FileSystem {
  /// One entry of a folder.
  public struct Entry: Sendable {
    /// The name without the folder; bytes that are not UTF-8 stand as `\xE9`, and such a name cannot be opened.
    public var name: String
    /// What stands under the name, links followed.
    public var kind: Kind
    /// The name is that of a link.
    public var isLink: Bool
    /// The name is UTF-8, so that it can be opened.
    public var isValid: Bool
    /// What the name itself stands for; `nil` for a link.
    var type: FileType?
  }

  /// The entries of a folder, sorted by the bytes of their names.
  ///
  /// Links are followed to tell what an entry is.
  public static func list(_ path: String) throws(FileError) -> [Entry] {
    var entries = try list(try openFolder(path), path: path)
    for index in entries.indices where entries[index].isLink {
      entries[index].kind = kind(of: path + "/" + entries[index].name) ?? .other
    }
    return entries
  }

  /// Opens a folder to be listed.
  static func openFolder(_ path: String) throws(FileError) -> Int32 {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      let error = FileError(operation: "list", path: path)
      FileTrace.current?.note(failure: error.code, .listing, of: path)
      throw error
    }
    return descriptor
  }

  /// The entries of a folder as the other function has them, and what the system tells of it; no trace notes it.
  static func listAll(_ path: String) throws(FileError) -> ([Entry], stat) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NONBLOCK | O_CLOEXEC)
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0 else { throw FileError(operation: "list", path: path) }
    return (try entries(descriptor, path: path), status)
  }

  /// The entries of an open folder, sorted by the bytes of their names; links are not followed, and count as `other`.
  ///
  /// - Parameters:
  ///   - descriptor: The folder; it is closed.
  ///   - path: The path by which it was opened.
  /// - Returns: All entries but for the folder itself and the one around it.
  /// - Throws: That the folder cannot be listed.
  static func list(_ descriptor: Int32, path: String) throws(FileError) -> [Entry] {
    guard let trace = FileTrace.current else { return try entries(descriptor, path: path) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      trace.doubt()
      return try entries(descriptor, path: path)
    }
    do throws(FileError) {
      let entries = try entries(descriptor, path: path)
      trace.note(digest(of: entries), .listing, of: path, stamp: FileStamp(status))
      return entries
    } catch {
      trace.doubt()
      throw error
    }
  }

  /// Tells what is in a folder from all else that could be.
  static func digest(of entries: [Entry]) -> ContentDigest {
    var buffer = ByteBuffer(capacity: entries.count * 24)
    for entry in entries {
      buffer.append(entry.name)
      buffer.append(0)
      buffer.append(UInt8(truncatingIfNeeded: entry.kind.code) | (entry.isLink ? 0x40 : 0) | (entry.isValid ? 0x80 : 0))
      // Devices, pipes and sockets are told apart, too.
      buffer.append(entry.type.map { UInt8(truncatingIfNeeded: $0.code) } ?? 0)
    }
    return ContentDigest(of: buffer.bytes)
  }

  private static func entries(_ descriptor: Int32, path: String) throws(FileError) -> [Entry] {
    guard let directory = fdopendir(descriptor) else {
      let code = errno
      close(descriptor)
      throw FileError(operation: "list", path: path, code: code)
    }
    defer { closedir(directory) }
    var entries: [Entry] = []
    while true {
      errno = 0
      guard let entry = readdir(directory) else {
        if errno != 0 { throw FileError(operation: "list", path: path) }
        break
      }
      var type = Int32(entry.pointee.d_type)
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { name -> (text: String, isValid: Bool)? in
          if name[0] == CChar(UInt8(ascii: ".")), name[1] == 0 || (name[1] == name[0] && name[2] == 0) { return nil }
          if type == Int32(DT_UNKNOWN) { type = Self.type(of: name, in: descriptor) }
          if let text = String(validatingCString: name) { return (text, true) }
          return (UTF8Validation.escaped(UnsafeRawBufferPointer(start: name, count: strlen(name))), false)
        }
      }
      guard let name else { continue }
      let isLink = type == Int32(DT_LNK)
      // The types of entries are the upper bits of modes.
      let fileType = isLink ? nil : FileType(mode: mode_t(type) << 12)
      entries.append(
        Entry(name: name.text, kind: Kind(fileType), isLink: isLink, isValid: name.isValid, type: fileType))
    }
    return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// The type of an entry, where the file system does not tell it with its name.
  private static func type(of name: UnsafePointer<CChar>, in descriptor: Int32) -> Int32 {
    var status = stat()
    guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return Int32(DT_UNKNOWN) }
    return Int32((status.st_mode & S_IFMT) >> 12)
  }

  /// The path without links; `nil` if there is nothing.
  public static func realPath(_ path: String) -> String? {
    let resolved = currentRealPath(path)
    FileTrace.current?.note(digest(of: resolved), .realPath, of: path)
    return resolved
  }

  /// The path without links; no trace notes it.
  static func currentRealPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Tells a text from others, and from none.
  static func digest(of text: String?) -> ContentDigest {
    text.map { ContentDigest(of: $0) } ?? ContentDigest(code: ENOENT)
  }

  /// What a link says, which may lead nowhere; `nil` if there is no link.
  static func target(ofLink path: String) -> String? {
    let target = currentTarget(ofLink: path)
    FileTrace.current?.note(digest(of: target), .link, of: path)
    return target
  }

  /// What a link says; no trace notes it.
  static func currentTarget(ofLink path: String) -> String? {
    var bytes = [UInt8](repeating: 0, count: Int(PATH_MAX))
    return bytes.withUnsafeMutableBytes { buffer in
      guard let base = buffer.baseAddress else { return nil }
      let length = readlink(path, base, buffer.count)
      return length < 0 ? nil : UTF8Validation.escaped(UnsafeRawBufferPointer(rebasing: buffer[..<length]))
    }
  }
}

extension FileSystem.Kind {
  fileprivate init(_ type: FileType?) {
    switch type {
    case .file: self = .file
    case .folder: self = .folder
    default: self = .other
    }
  }
}
