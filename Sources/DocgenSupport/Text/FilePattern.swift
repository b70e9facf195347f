/// A pattern for files and folders, as `.gitignore` has them: `node_modules/`, `_*`, `drafts/**/old-*.md`.
///
/// One without a slash holds for the name wherever it stands, one with a slash within for the path from the top. A slash at
/// the end means folders alone. `*` stands for anything within a name, `?` for one byte, `**` for anything at all.
public struct FilePattern: Sendable, Equatable {
  /// The pattern as it is written.
  public let text: String
  private let bytes: [UInt8]
  private let isOfFolders: Bool
  private let isOfNames: Bool

  /// Takes a pattern as it is written.
  public init(_ text: String) {
    self.text = text
    var bytes = Array(text.utf8)
    isOfFolders = bytes.last == Self.slash
    if isOfFolders { bytes.removeLast() }
    isOfNames = !bytes.contains(Self.slash)
    if bytes.first == Self.slash { bytes.removeFirst() }
    // A pattern `drafts/**` holds for all that is in the folder, and so for the folder.
    self.bytes = bytes
  }

  /// Whether the pattern holds for a file or folder itself, apart from the folders around it.
  public func matches(_ path: String, isFolder: Bool) -> Bool {
    if isOfFolders, !isFolder { return false }
    var path = path
    return path.withUTF8 { matches($0, upTo: $0.count) }
  }

  /// Whether the pattern holds for a file or for a folder around it.
  public func holds(forFile path: String) -> Bool {
    var path = path
    return path.withUTF8 { bytes in
      for index in bytes.indices where bytes[index] == Self.slash {
        if matches(bytes, upTo: index) { return true }
      }
      return !isOfFolders && matches(bytes, upTo: bytes.count)
    }
  }

  /// Whether the pattern holds for a folder around a file.
  public func holds(forFolderOf path: String) -> Bool {
    var path = path
    return path.withUTF8 { bytes in
      bytes.indices.contains { bytes[$0] == Self.slash && matches(bytes, upTo: $0) }
    }
  }

  private func matches(_ path: UnsafeBufferPointer<UInt8>, upTo end: Int) -> Bool {
    var start = 0
    if isOfNames {
      start = end
      while start > 0, path[start - 1] != Self.slash { start -= 1 }
    }
    return Self.glob(bytes[...], path, start, end)
  }

  /// - Complexity: O(*n* · *m*) for patterns with one star; as many times more as there are stars before it.
  private static func glob(
    _ pattern: ArraySlice<UInt8>, _ path: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Bool {
    var place = pattern.startIndex
    var position = start
    // Where to go on when what follows the last star does not fit: one byte further.
    var star: (place: Int, position: Int, crossesFolders: Bool)?
    while true {
      if place < pattern.endIndex, pattern[place] == asterisk {
        var count = 0
        while place < pattern.endIndex, pattern[place] == asterisk { (place, count) = (place + 1, count + 1) }
        // `**/` stands for no folder as well.
        if count > 1, place < pattern.endIndex, pattern[place] == slash,
          position == start || path[position - 1] == slash
        {
          if glob(pattern[(place + 1)...], path, position, end) { return true }
        }
        star = (place, position, count > 1)
      } else if position < end, place < pattern.endIndex,
        pattern[place] == path[position] || (pattern[place] == question && path[position] != slash)
      {
        (place, position) = (place + 1, position + 1)
      } else if position == end, place == pattern.endIndex {
        return true
      } else if let last = star, last.position < end, last.crossesFolders || path[last.position] != slash {
        (place, position) = (last.place, last.position + 1)
        star = (last.place, last.position + 1, last.crossesFolders)
      } else {
        return false
      }
    }
  }

  private static let slash = UInt8(ascii: "/")
  private static let asterisk = UInt8(ascii: "*")
  private static let question = UInt8(ascii: "?")
}
