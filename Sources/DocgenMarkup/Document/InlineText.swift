import DocgenSupport

/// The plain text of a part of a document, with the place in the file of each byte.
///
/// Runs of whitespace (no-break spaces and line ends among them) are one space; there are none at the ends. Zero-width
/// characters are left out. So two texts that look the same are equal.
public struct InlineText: Sendable {
  /// A run of bytes with one place: each moves on by one byte in the file, or all stand for one character reference.
  private struct Piece {
    /// Where the piece starts in the text.
    var start: Int
    /// The file offset of its first byte.
    var source: Int32
    /// The file offset after the reference; `nil` if the bytes stand in the file as they are.
    var referenceEnd: Int32?
  }

  /// The text as UTF-8.
  public private(set) var bytes: [UInt8] = []
  /// The places of the bytes, in the order of the text.
  private var pieces: [Piece] = []
  private var hasPendingSpace = false
  private var pendingOffset: Int32 = 0

  /// Makes an empty text.
  public init() {}

  /// Whether there is no text.
  public var isEmpty: Bool { bytes.isEmpty }
  /// The number of bytes.
  public var count: Int { bytes.count }

  /// The text.
  public var string: String { String(decoding: bytes, as: UTF8.self) }

  /// A part of the text, which must not cut characters.
  public func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The place in the file of a range of the text.
  public func span(_ range: Range<Int>) -> SourceSpan {
    guard !range.isEmpty else {
      if range.lowerBound < bytes.count { return SourceSpan(at: offset(of: range.lowerBound)) }
      return SourceSpan(at: bytes.isEmpty ? 0 : end(of: bytes.count - 1))
    }
    return SourceSpan(start: offset(of: range.lowerBound), end: end(of: range.upperBound - 1))
  }

  /// The file offset of a byte of the text.
  func start(of index: Int) -> Int32 { offset(of: index) }

  private func offset(of index: Int) -> Int32 {
    let piece = pieces[self.piece(of: index)]
    return piece.referenceEnd == nil ? piece.source + Int32(truncatingIfNeeded: index - piece.start) : piece.source
  }

  /// The file offset after a byte of the text, or after the reference that made it.
  private func end(of index: Int) -> Int32 {
    pieces[piece(of: index)].referenceEnd ?? offset(of: index) + 1
  }

  /// The index of the piece that holds a byte of the text.
  private func piece(of index: Int) -> Int {
    var low = 0
    var high = pieces.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if pieces[middle].start <= index { low = middle } else { high = middle }
    }
    return low
  }

  /// The place of the whole text.
  public var span: SourceSpan { span(0..<bytes.count) }

  /// A part of the text as a value with its place; whitespace at its ends is left out.
  public func located(_ range: Range<Int>) -> Located<String> {
    var range = range
    while !range.isEmpty, bytes[range.lowerBound] == 0x20 { range = range.lowerBound + 1..<range.upperBound }
    while !range.isEmpty, bytes[range.upperBound - 1] == 0x20 { range = range.lowerBound..<range.upperBound - 1 }
    return Located(string(range), at: span(range))
  }

  /// The text without the no-break spaces that stand for a space in it: anchors are made of spaces alone.
  public func withoutNoBreakSpaces(in file: [UInt8]) -> String {
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    for index in bytes.indices {
      let source = Int(offset(of: index))
      guard bytes[index] == 0x20, source < file.count, file[source] >= 0x80 else {
        kept.append(bytes[index])
        continue
      }
      let next = source + (file[source] == 0xC2 ? 2 : 3)
      // Of several spaces in a row, one is enough.
      if next < file.count, file[next] == 0x20 { kept.append(0x20) }
    }
    let text = kept.drop { $0 == 0x20 }
    return String(decoding: text.dropLast(text.reversed().prefix { $0 == 0x20 }.count), as: UTF8.self)
  }

  /// The text as a value with its place.
  public var located: Located<String> { located(0..<bytes.count) }

  /// Cuts the text after a number of bytes.
  public mutating func truncate(to count: Int) {
    bytes.removeSubrange(count...)
    while let last = pieces.last, last.start >= count { pieces.removeLast() }
  }

  /// Leaves out a number of bytes at the start.
  public mutating func removeFirst(_ count: Int) {
    guard count > 0 else { return }
    let first = count < bytes.count ? piece(of: count) : pieces.count
    pieces.removeFirst(first)
    for index in pieces.indices {
      let cut = max(0, count - pieces[index].start)
      if pieces[index].referenceEnd == nil { pieces[index].source += Int32(truncatingIfNeeded: cut) }
      pieces[index].start += cut - count
    }
    bytes.removeFirst(count)
  }

  /// Makes room for a number of bytes.
  mutating func reserveCapacity(_ count: Int) { bytes.reserveCapacity(count) }

  /// Appends a run of text; `advances` tells whether each byte moves one byte on in the file.
  mutating func append(_ text: UnsafeBufferPointer<UInt8>, at start: Int32, advances: Bool, end: Int32) {
    func place(_ index: Int) -> Int32 { advances ? start + Int32(truncatingIfNeeded: index) : start }
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) {
        space(at: place(index))
        index += 1
        continue
      }
      if byte == 0xC2, index + 1 < text.count, text[index + 1] == 0xA0 {
        space(at: place(index))
        index += 2
        continue
      }
      if byte == 0xE2 || byte == 0xEF, index + 2 < text.count {
        let second = text[index + 1]
        let third = text[index + 2]
        // Narrow no-break space; zero-width space, joiners and marks; word joiner; byte order mark.
        if byte == 0xE2, second == 0x80, third == 0xAF {
          space(at: place(index))
          index += 3
          continue
        }
        if (byte == 0xE2 && second == 0x80 && third >= 0x8B && third <= 0x8F)
          || (byte == 0xE2 && second == 0x81 && third == 0xA0) || (byte == 0xEF && second == 0xBB && third == 0xBF)
        {
          index += 3
          continue
        }
      }
      flushSpace()
      // What may be a space or nothing of its own ends the run; its first byte is none.
      var runEnd = index + 1
      while runEnd < text.count, Self.isPlain(text[runEnd]) { runEnd += 1 }
      addPiece(at: place(index), referenceEnd: advances ? nil : end)
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[index..<runEnd]))
      index = runEnd
    }
  }

  /// Whether a byte is neither a space nor the first of a character that may be one or have no width.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09...0x0D, 0xC2, 0xE2, 0xEF: false
    default: true
    }
  }

  /// Begins a piece with the byte to come, unless the byte continues the last piece.
  private mutating func addPiece(at source: Int32, referenceEnd: Int32?) {
    let start = bytes.count
    if referenceEnd == nil, let last = pieces.last, last.referenceEnd == nil,
      last.source - source == Int32(truncatingIfNeeded: last.start - start)
    {
      return
    }
    pieces.append(Piece(start: start, source: source, referenceEnd: referenceEnd))
  }

  /// Makes the place of the last byte begin with the backslash before it.
  mutating func includeEscape() {
    guard let last = bytes.indices.last else { return }
    let escaped = Piece(start: last, source: offset(of: last) - 1, referenceEnd: end(of: last))
    while let piece = pieces.last, piece.start >= last { pieces.removeLast() }
    pieces.append(escaped)
  }

  mutating func space(at offset: Int32) {
    if !bytes.isEmpty, !hasPendingSpace {
      hasPendingSpace = true
      pendingOffset = offset
    }
  }

  private mutating func flushSpace() {
    guard hasPendingSpace else { return }
    hasPendingSpace = false
    addPiece(at: pendingOffset, referenceEnd: nil)
    bytes.append(0x20)
  }
}

extension Document {
  /// The plain text of a subtree; blocks, breaks and cells are separated by a space.
  public func text(of index: Int) -> InlineText {
    var text = InlineText()
    appendText(of: index..<Int(nodes[index].end), to: &text)
    return text
  }

  /// The plain text of a range of nodes.
  public func text(in range: Range<Int>) -> InlineText {
    var text = InlineText()
    appendText(of: range, to: &text)
    return text
  }

  func appendText(of range: Range<Int>, to text: inout InlineText) {
    nodes.withUnsafeBufferPointer { nodes in
      var capacity = text.count
      for index in range where nodes[index].kind == .text { capacity += nodes[index].span.range.count + 1 }
      text.reserveCapacity(capacity)
      for index in range {
        let node = nodes[index]
        switch node.kind {
        case .text where node.flags.contains(.aside): break
        case .text:
          withText(of: node) {
            text.append($0, at: node.span.start, advances: node.payload < 0, end: node.span.end)
          }
          // The slot of an escaped character is that of the backslash, too.
          if node.flags.contains(.escaped) { text.includeEscape() }
        case .emphasis, .strong, .strikethrough, .link, .code, .ignored, .comment: break
        case .element where node.tag.isInline && node.tag != .br: break
        default: text.space(at: node.span.start)
        }
      }
    }
  }
}
