import DocgenSupport
import Glibc

/// Tells whether a site is as a build left it, without its files being read.
package enum SiteSeal {
  /// The path that a site is known by: without links, as far as it is there.
  package static func path(ofSite folder: String) -> String {
    if let path = FileSystem.realPath(folder) { return path }
    let (parent, name) = FileSystem.parts(of: folder)
    return (FileSystem.realPath(parent) ?? parent) + "/" + name
  }

  /// A digest of what the system tells of each file that docgen wrote into a folder; `nil` if one is not there, or the
  /// folder is no site.
  ///
  /// What is not docgen's does not count.
  package static func digest(ofSite folder: String) -> ContentDigest? {
    guard case .listed(let manifest)? = try? SiteOwnership.state(of: folder) else { return nil }
    var stamps = manifest.bytes
    var path = Array(folder.utf8) + [0x2F]
    let start = path.count
    var cursor = manifest.cursor
    var files = StatusReader()
    while let inner = cursor.path {
      let isFolder = inner.last == 0x2F
      path.removeLast(path.count - start)
      path += isFolder ? inner.dropLast() : inner[...]
      path.append(0)
      guard let status = files.status(of: path, followingLinks: false),
        status.st_mode & S_IFMT == (isFolder ? S_IFDIR : S_IFREG)
      else { return nil }
      if !isFolder { stamps += FileStamp(status).contentBytes }
      cursor.advance()
    }
    return ContentDigest(of: stamps)
  }
}
