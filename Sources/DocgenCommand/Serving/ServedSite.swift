import DocgenRender
import DocgenServe
import DocgenSupport
import Synchronization

/// The files of a site as they are served: those of its folder, and in their place what was made anew since.
///
/// The folder goes with the last who uses the site.
final class ServedSite: Sendable {
  /// What there is at an address.
  enum Answer {
    case file(path: String, content: [UInt8])
    /// A folder, whose address ends in a slash.
    case folder
    case nothing
  }

  let made: MadeSite
  private let boundary: FileBoundary
  private let renewed = Mutex<[String: [UInt8]]>([:])

  var preview: SitePreview { made.preview }

  init(_ made: MadeSite) {
    self.made = made
    boundary = FileBoundary([made.preview.folder])
  }

  deinit { try? FileSystem.remove(preview.folder) }

  /// Takes files in the place of those of the folder.
  func renew(_ files: [SiteFile]) {
    renewed.withLock { renewed in
      for file in files { renewed[file.path] = file.bytes }
    }
  }

  /// What there is at a path, as servers of static sites find it.
  func answer(_ path: RequestPath) -> Answer {
    let name = path.path
    if path.isFolder {
      let file = name.isEmpty ? "index.html" : name + "/index.html"
      return content(of: file).map { .file(path: file, content: $0) } ?? .nothing
    }
    if let content = content(of: name) { return .file(path: name, content: content) }
    return content(of: name + "/index.html") == nil ? .nothing : .folder
  }

  /// The page for an unknown address, in the language of the folder that it is in.
  func notFoundPage(_ path: String) -> [UInt8]? {
    content(of: "\(preview.locales[preview.locale(of: path)])/404.html")
  }

  private func content(of path: String) -> [UInt8]? {
    renewed.withLock { $0[path] } ?? (try? boundary.read(preview.folder + "/" + path))
  }
}
