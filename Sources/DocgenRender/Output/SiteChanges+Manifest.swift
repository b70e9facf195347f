import DocgenSupport
import Glibc

extension SiteChanges {
  /// Compares what two sites list. Files that are the same are one file with two names, so none is read.
  ///
  /// - Parameters:
  ///   - old: The list of the site of before, and the folder where that is now.
  ///   - new: The list of the site, and its folder.
  init(from old: (list: SiteManifest, folder: String)?, to new: (list: SiteManifest, folder: String)) {
    self.init()
    var left = (old?.list ?? SiteManifest()).cursor
    var right = new.list.cursor
    while left.path != nil || right.path != nil {
      if let path = left.path, right.path.map({ SiteManifest.precedes(path, $0) }) ?? true {
        add(.deleted, path)
        left.advance()
      } else if let path = right.path {
        if path != left.path {
          add(.added, path)
        } else {
          if let old, !Self.isOneFile(path, old.folder, new.folder) { add(.modified, path) }
          left.advance()
        }
        right.advance()
      }
    }
  }

  private mutating func add(_ kind: Kind, _ path: [UInt8]) {
    // Folders come and go with their files.
    if path.last != UInt8(ascii: "/") { files.append(File(kind: kind, path: String(decoding: path, as: UTF8.self))) }
  }

  private static func isOneFile(_ path: [UInt8], _ folder: String, _ other: String) -> Bool {
    if path.last == UInt8(ascii: "/") { return true }
    let name = String(decoding: path, as: UTF8.self)
    var (own, rest) = (stat(), stat())
    return lstat(folder + "/" + name, &own) == 0 && lstat(other + "/" + name, &rest) == 0 && own.st_ino == rest.st_ino
      && own.st_dev == rest.st_dev
  }
}
