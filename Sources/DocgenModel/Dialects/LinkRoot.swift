import DocgenSupport

/// What absolute links into the pages start with, read into its segments.
struct LinkRoot: Sendable {
  /// The number of bytes of the root as the dialect writes it.
  let length: Int
  /// The names; `nil` for the segment that names the language.
  private let segments: [[UInt8]?]

  /// Reads a root: `/{locale}/docs/`.
  init(_ text: String) {
    length = text.utf8.count
    segments = text.utf8.split(separator: UInt8(ascii: "/")).map { segment in
      segment.elementsEqual("{locale}".utf8) ? nil : Array(segment)
    }
  }

  /// What follows the root in a path, without a slash at its start; `nil` if the path does not start with the root.
  func rest(of path: Substring) -> Substring? {
    let bytes = path.utf8
    var index = bytes.startIndex
    func skipSlashes() {
      while index < bytes.endIndex, bytes[index] == UInt8(ascii: "/") { bytes.formIndex(after: &index) }
    }
    skipSlashes()
    for segment in segments {
      let rest = bytes[index...]
      let end = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
      guard end > index else { return nil }
      if let segment {
        guard ASCIICase.equal(segment, rest[..<end]) else { return nil }
      } else if !DialectLinks.isLanguageTag(rest[..<end]) {
        return nil
      }
      index = end
      skipSlashes()
    }
    return path[index...]
  }
}
