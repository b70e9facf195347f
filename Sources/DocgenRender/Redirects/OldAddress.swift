import DocgenModel
import DocgenSupport

/// An address that a page had before, as a path below a locale's folder.
///
/// It may be written as a path or percent-encoded as addresses have it, with or without `.html` or `.md`.
struct OldAddress: Hashable, Sendable {
  /// The path without `.html`, `.md` and `index.html`; with a slash at its end where it is a folder's.
  let path: String
  /// Whether files at the address have that name already.
  private let isFile: Bool

  /// Why a text is no such address, and what to do.
  struct Refusal: Error {
    var message: String
  }

  /// The longest name of a file, and the longest path, that file systems take.
  private static let limits = (name: 255, path: 2048)

  /// Reads what a user writes.
  ///
  /// - Parameters:
  ///   - text: The path; with a slash before it or not.
  ///   - folder: The folder that it counts from, with a slash at its end; empty for the locale's.
  ///   - locales: The names of folders of locales that may stand before the path.
  /// - Throws: Why the text is no such address.
  init(_ text: String, from folder: String = "", locales: [String]) throws(Refusal) {
    if text.utf8.starts(with: "//".utf8) || text.contains("://") {
      throw Refusal(message: "'\(text)' is an address of another host; write the path below the folder of the language")
    }
    if Self.hasSuffixOfAddress(text) {
      throw Refusal(message: "'\(text)' holds a query or an anchor, which no file answers; write the path alone")
    }
    var parts: [Substring] = []
    let decoded =
      text.utf8.first == UInt8(ascii: "/") ? URLText.decoded(text[...]) : folder + URLText.decoded(text[...])
    for part in decoded.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    if parts.count > 1, locales.contains(String(parts[0])) { parts.removeFirst() }
    let isFolder = decoded.utf8.last == UInt8(ascii: "/")
    var path = parts.joined(separator: "/") + (isFolder && !parts.isEmpty ? "/" : "")
    isFile = path.hasSuffix(".htm")
    for ending in ["index.html", ".html", ".md"] where path.hasSuffix(ending) {
      if ending == "index.html", path.utf8.count > ending.utf8.count, !path.hasSuffix("/" + ending) { continue }
      path.removeLast(ending.utf8.count)
      break
    }
    self.path = path
    if path.utf8.contains(0) { throw Refusal(message: "the path holds a NUL, which no address does; correct it") }
    let file = self.file(.folder)
    if file.utf8.count > Self.limits.path
      || file.split(separator: "/").contains(where: { $0.utf8.count > Self.limits.name - 5 })
    {
      throw Refusal(message: "the path is too long for a file; shorten it, or remove it")
    }
  }

  /// Whether a query or an anchor follows what is plainly the end of a path.
  private static func hasSuffixOfAddress(_ text: String) -> Bool {
    let (path, suffix) = LinkTargets.split(text)
    guard let first = suffix.utf8.first else { return false }
    if first == UInt8(ascii: "?"), suffix.utf8.contains(UInt8(ascii: "=")) { return true }
    return ["/", ".html", ".htm", ".md"].contains { path.hasSuffix($0) }
  }

  /// The file at the address.
  func file(_ style: SitePaths.Style) -> String {
    if path.isEmpty || path.hasSuffix("/") { return path + "index.html" }
    if isFile { return path }
    return style == .file ? path + ".html" : path + "/index.html"
  }
}
