import DocgenSupport
import Glibc

/// The folder that a site is written to, beside the one whose place it takes when it is complete.
///
/// While it is being written its marker is locked, so that another build can tell it from what a killed one left.
final class SiteFolder {
  /// The file that tells a site from a folder with other things in it.
  static let marker = ".docgen-site"

  /// The folder to write to.
  let path: String
  private let target: String
  private let descriptor: Int32
  private var isDone = false

  /// Makes the folder.
  ///
  /// - Parameters:
  ///   - output: the folder that is to become the site.
  ///   - contentFolder: the folder of the content, which must stay.
  /// - Throws: ``SiteError/refused(_:)`` for an output folder that may not be replaced.
  init(output: String, contentFolder: String) throws(SiteError) {
    target = try Self.resolved(output)
    try Self.check(target, contentFolder: contentFolder)
    let (parent, name) = Self.split(target)
    Self.removeLeftovers(in: parent, of: name)
    do throws(FileError) {
      var number = 0
      var candidate = ""
      repeat {
        candidate = "\(parent)/.\(name).docgen-\(getpid())-\(number)"
        number += 1
      } while FileSystem.kind(of: candidate) != nil
      path = candidate
      try FileSystem.createFolder(path)
      descriptor = open(path + "/" + Self.marker, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
      guard descriptor >= 0 else { throw FileError(operation: "create", path: path + "/" + Self.marker) }
      _ = flock(descriptor, LOCK_EX | LOCK_NB)
    } catch {
      throw .file(error)
    }
  }

  deinit {
    close(descriptor)
    if !isDone { try? FileSystem.remove(path) }
  }

  /// Puts the folder in the place of the site of before, in one step, and removes that.
  func replaceOutput() throws(SiteError) {
    do throws(FileError) {
      if FileSystem.kind(of: target) == nil {
        try FileSystem.rename(path, to: target)
        isDone = true
        return
      }
      if !FileSystem.exchange(path, with: target) {
        // Where two folders cannot be exchanged, there is a moment without any.
        let backup = path + ".old"
        try FileSystem.rename(target, to: backup)
        do throws(FileError) {
          try FileSystem.rename(path, to: target)
        } catch {
          try? FileSystem.rename(backup, to: target)
          throw error
        }
        try FileSystem.rename(backup, to: path)
      }
      isDone = true
      try FileSystem.remove(path)
    } catch {
      throw .file(error)
    }
  }

  // MARK: Checks

  /// The path without links; of an output that is not there yet, that of the folder around it.
  private static func resolved(_ output: String) throws(SiteError) -> String {
    var output = output
    while output.utf8.count > 1, output.hasSuffix("/") { output.removeLast() }
    if let path = realPath(output) { return path }
    let (parent, name) = split(output)
    do throws(FileError) {
      try FileSystem.createFolder(parent)
    } catch {
      throw .file(error)
    }
    guard !name.isEmpty, name != ".", name != "..", let folder = realPath(parent) else {
      throw .file(FileError(operation: "open", path: output))
    }
    return folder == "/" ? "/" + name : folder + "/" + name
  }

  private static func split(_ path: String) -> (parent: String, name: String) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return (".", path) }
    let parent = String(path[..<slash])
    return (parent.isEmpty ? "/" : parent, String(path[path.utf8.index(after: slash)...]))
  }

  private static func realPath(_ path: String) -> String? {
    guard let buffer = realpath(path, nil) else { return nil }
    defer { free(buffer) }
    return String(cString: buffer)
  }

  private static func check(_ target: String, contentFolder: String) throws(SiteError) {
    let content = realPath(contentFolder) ?? contentFolder
    if (content + "/").hasPrefix(target + "/") || (target + "/").hasPrefix(content + "/") || target == "/" {
      throw .refused("'\(target)' holds the content or stands in it; write the site to a folder of its own")
    }
    guard let kind = FileSystem.kind(of: target) else { return }
    guard kind == .folder else { throw .refused("'\(target)' is not a folder; name one, or remove it") }
    let entries: [FileSystem.Entry]
    do throws(FileError) {
      entries = try FileSystem.list(target)
    } catch {
      throw .file(error)
    }
    guard entries.isEmpty || entries.contains(where: { $0.name == marker }) else {
      throw .refused("'\(target)' holds files that docgen has not written; name another folder, or remove them")
    }
  }

  /// Removes what builds that were killed have left beside the output.
  private static func removeLeftovers(in parent: String, of name: String) {
    let prefix = ".\(name).docgen-"
    guard let entries = try? FileSystem.list(parent) else { return }
    for entry in entries where entry.kind == .folder && entry.name.hasPrefix(prefix) {
      let path = parent + "/" + entry.name
      let descriptor = open(path + "/" + marker, O_WRONLY | O_CLOEXEC)
      // A folder without a marker has just been made, or was emptied half-way.
      if descriptor < 0, (try? FileSystem.list(path))?.isEmpty ?? true { continue }
      let isFree = descriptor < 0 || flock(descriptor, LOCK_EX | LOCK_NB) == 0
      if descriptor >= 0 { close(descriptor) }
      if isFree { try? FileSystem.remove(path) }
    }
  }
}
