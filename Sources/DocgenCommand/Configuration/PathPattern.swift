/// A pattern that the paths of pages match: `HyperV_v2`, `guide/**`, `*/toc`.
///
/// `*` stands for anything within one folder, `**` for anything at all; a pattern without a star holds for the page of
/// that path and for all pages below the folder. Case does not count.
struct PathPattern: Equatable, Sendable {
  let text: String
  private let pieces: [Piece]

  private enum Piece: Equatable {
    case byte(UInt8)
    case withinFolder
    case anything
  }

  init(_ text: String) {
    self.text = text
    var pieces: [Piece] = []
    for byte in text.utf8 {
      if byte != UInt8(ascii: "*") {
        pieces.append(.byte(Self.folded(byte)))
      } else if pieces.last == .withinFolder {
        pieces[pieces.count - 1] = .anything
      } else if pieces.last != .anything {
        pieces.append(.withinFolder)
      }
    }
    while pieces.last == .byte(UInt8(ascii: "/")) { pieces.removeLast() }
    if !text.utf8.contains(UInt8(ascii: "*")) { pieces += [.byte(UInt8(ascii: "/")), .anything] }
    self.pieces = pieces
  }

  /// Whether a page's path below its locale's folder matches.
  ///
  /// - Complexity: O(*n* · *m*) in the lengths of path and pattern.
  func matches(_ path: String) -> Bool {
    let isFolder = !text.utf8.contains(UInt8(ascii: "*"))
    let bytes = path.utf8.map(Self.folded) + (isFolder ? [UInt8(ascii: "/")] : [])
    // Whether the bytes so far match the first pieces, for each number of pieces.
    var reached = [Bool](repeating: false, count: pieces.count + 1)
    reached[0] = true
    skipStars(&reached)
    for byte in bytes {
      var next = [Bool](repeating: false, count: pieces.count + 1)
      for (index, piece) in pieces.enumerated() where reached[index] {
        switch piece {
        case .byte(let wanted): if byte == wanted { next[index + 1] = true }
        case .withinFolder: if byte != UInt8(ascii: "/") { next[index] = true }
        case .anything: next[index] = true
        }
      }
      skipStars(&next)
      reached = next
    }
    return reached[pieces.count]
  }

  /// Stars match nothing as well.
  private func skipStars(_ reached: inout [Bool]) {
    for (index, piece) in pieces.enumerated() where reached[index] {
      if case .byte = piece { continue }
      reached[index + 1] = true
    }
  }

  private static func folded(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
}
