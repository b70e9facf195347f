import DocgenSupport

/// The plain text of a part of a document, with the place in the file of each byte.
///
/// Runs of blanks (no-break spaces and line ends among them) are one blank; there are none at the ends. Zero-width
/// characters are left out. So two texts that look the same are equal.
public struct InlineText: Sendable {
  /// The text as UTF-8.
  public private(set) var bytes: [UInt8] = []
  /// The file offset of each byte of the text.
  public private(set) var offsets: [Int32] = []
  /// The file offset after each byte, or after the character reference that made it.
  private var ends: [Int32] = []
  private var hasPendingBlank = false
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
      return SourceSpan(at: range.lowerBound < offsets.count ? offsets[range.lowerBound] : ends.last ?? 0)
    }
    return SourceSpan(start: offsets[range.lowerBound], end: ends[range.upperBound - 1])
  }

  /// The place of the whole text.
  public var span: SourceSpan { span(0..<bytes.count) }

  /// A part of the text as a value with its place; blanks at its ends are left out.
  public func located(_ range: Range<Int>) -> Located<String> {
    var range = range
    while !range.isEmpty, bytes[range.lowerBound] == 0x20 { range = range.lowerBound + 1..<range.upperBound }
    while !range.isEmpty, bytes[range.upperBound - 1] == 0x20 { range = range.lowerBound..<range.upperBound - 1 }
    return Located(string(range), at: span(range))
  }

  /// The text as a value with its place.
  public var located: Located<String> { located(0..<bytes.count) }

  /// Cuts the text after a number of bytes.
  public mutating func truncate(to count: Int) {
    bytes.removeSubrange(count...)
    offsets.removeSubrange(count...)
    ends.removeSubrange(count...)
  }

  /// Leaves out a number of bytes at the start.
  public mutating func removeFirst(_ count: Int) {
    bytes.removeFirst(count)
    offsets.removeFirst(count)
    ends.removeFirst(count)
  }

  /// Appends a run of text; `advances` tells whether each byte moves one byte on in the file.
  mutating func append(_ text: UnsafeBufferPointer<UInt8>, at start: Int32, advances: Bool, end: Int32) {
    var index = 0
    while index < text.count {
      let byte = text[index]
      let offset = advances ? start + Int32(truncatingIfNeeded: index) : start
      if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) {
        blank(at: offset)
        index += 1
        continue
      }
      if byte == 0xC2, index + 1 < text.count, text[index + 1] == 0xA0 {
        blank(at: offset)
        index += 2
        continue
      }
      if byte == 0xE2 || byte == 0xEF, index + 2 < text.count {
        let second = text[index + 1]
        let third = text[index + 2]
        // Narrow no-break space; zero-width space, joiners and marks; word joiner; byte order mark.
        if byte == 0xE2, second == 0x80, third == 0xAF {
          blank(at: offset)
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
      flushBlank()
      bytes.append(byte)
      offsets.append(offset)
      ends.append(advances ? offset + 1 : end)
      index += 1
    }
  }

  mutating func includeEscape() {
    guard let last = offsets.indices.last else { return }
    offsets[last] -= 1
  }

  mutating func blank(at offset: Int32) {
    if !bytes.isEmpty, !hasPendingBlank {
      hasPendingBlank = true
      pendingOffset = offset
    }
  }

  private mutating func flushBlank() {
    guard hasPendingBlank else { return }
    hasPendingBlank = false
    bytes.append(0x20)
    offsets.append(pendingOffset)
    ends.append(pendingOffset + 1)
  }
}

extension Document {
  /// The plain text of a subtree; blocks, breaks and cells are parted by a blank.
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
      for index in range {
        let node = nodes[index]
        switch node.kind {
        case .text:
          withText(of: node) {
            text.append($0, at: node.span.start, advances: node.payload < 0, end: node.span.end)
          }
          // The slot of an escaped character is that of the backslash, too.
          if node.flags.contains(.escaped) { text.includeEscape() }
        case .emphasis, .strong, .strikethrough, .link, .code, .ignored, .comment: break
        case .element where node.tag.isInline && node.tag != .br: break
        default: text.blank(at: node.span.start)
        }
      }
    }
  }
}
