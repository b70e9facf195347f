/// The address of a file of the site, below some folder of it: every link that the site writes to a file of its own is
/// made of one.
///
/// What a file is called is text: it is percent-encoded (RFC 3986) when the address is made, and a reference never begins
/// with what could be read as a scheme. So no name is taken for a query, an anchor, another folder or a script.
package struct SiteAddress: Hashable, Sendable {
  /// The path, percent-encoded; that of a folder ends in a slash.
  package let path: String

  /// The address of a file at a path, as the file system has it.
  package init(file: String) { path = URLText.encodedPath(file) }

  private init(path: String) { self.path = path }

  /// The same file as seen from the folder around the one that this address counts from.
  package func below(folder: String) -> SiteAddress {
    SiteAddress(path: URLText.encodedPath(folder) + "/" + path)
  }

  /// The folder that the file is in, with a slash at its end; empty at the top.
  package var folder: Substring { SitePaths.folder(of: path) }

  /// The number of folders around the file.
  package var depth: Int { path.utf8.count { $0 == Self.slash } }

  /// The address after that of the host or site that it counts from.
  package func absolute(_ origin: String) -> String { origin + "/" + path }

  /// The address as a page in the same folder writes it.
  package var referenceInFolder: String {
    var name = path[folder.endIndex...]
    return name.withUTF8 { Self.reference(ofName: $0) }
  }

  /// The address as another page writes it; both count from the same folder.
  package func reference(from page: SiteAddress) -> String {
    var page = page.path
    var target = path
    return page.withUTF8 { page in
      target.withUTF8 { target in
        var common = 0
        var position = 0
        while position < min(page.count, target.count), page[position] == target[position] {
          position += 1
          if page[position - 1] == Self.slash { common = position }
        }
        var levels = 0
        for byte in page[common...] where byte == Self.slash { levels += 1 }
        let tail = UnsafeBufferPointer(rebasing: target[common...])
        if levels == 0 { return Self.reference(ofName: tail) }
        return String(unsafeUninitializedCapacity: levels * 3 + tail.count) { result in
          for level in 0..<levels {
            result[level * 3] = Self.dot
            result[level * 3 + 1] = Self.dot
            result[level * 3 + 2] = Self.slash
          }
          let rest = UnsafeMutableBufferPointer(rebasing: result[(levels * 3)...])
          return levels * 3 + rest.update(fromContentsOf: tail)
        }
      }
    }
  }

  /// A path below the folder of the page, as a reference that is not taken for anything else: an empty one would be the page
  /// itself, and the first part of one with a colon a scheme.
  private static func reference(ofName path: UnsafeBufferPointer<UInt8>) -> String {
    let text = String(decoding: path, as: UTF8.self)
    for byte in path {
      if byte == slash { return text }
      if byte == UInt8(ascii: ":") { return "./" + text }
    }
    return path.isEmpty ? "./" : text
  }

  private static let slash = UInt8(ascii: "/")
  private static let dot = UInt8(ascii: ".")
}
