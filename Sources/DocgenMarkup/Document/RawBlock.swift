import DocgenSupport

/// A block of HTML that nothing but its own end mark ends, however many blank lines and headings come before that:
/// `<pre>`, a script, a style, or a comment.
public struct RawBlock: Sendable {
  /// The element; `nil` for a comment.
  public let tag: HTMLTag?
  /// The start tag, or the mark that starts the comment.
  public internal(set) var opening: SourceSpan
  /// The whole block: without an end mark, up to the end of its container or of the page.
  public internal(set) var span: SourceSpan
  /// Whether the end mark is there.
  public let isClosed: Bool

  /// What a block starts with, and what ends it.
  private static let kinds: [(tag: HTMLTag?, start: [UInt8], ends: [[UInt8]])] = {
    let elements: [HTMLTag] = [.pre, .script, .style]
    // The end tag of any of them ends each.
    let ends = elements.map { Array("</\($0.name)>".utf8) }
    return elements.map { ($0, Array("<\($0.name)".utf8), ends) } + [(nil, Array("<!--".utf8), [Array("-->".utf8)])]
  }()

  private static let secondBytes: [UInt8] = kinds.map { $0.start[1] | 0x20 }

  /// Reads a block of HTML; `nil` for one that a blank line ends.
  ///
  /// - Parameters:
  ///   - text: The block's text, from its `<` on.
  ///   - source: Tells where the byte at an index stands in the file.
  init?(_ text: UnsafeBufferPointer<UInt8>, source: (Int) -> Int) {
    // Most blocks are others.
    guard text.count > 3, Self.secondBytes.contains(text[1] | 0x20),
      let kind = Self.kinds.first(where: { Self.starts(text[...], with: $0.start) })
    else { return nil }
    if kind.tag != nil, let next = text.dropFirst(kind.start.count).first, next > 0x20, next != UInt8(ascii: ">") {
      return nil
    }
    var openingEnd = kind.start.count
    if kind.tag != nil {
      while openingEnd < text.count, text[openingEnd - 1] != UInt8(ascii: ">"), text[openingEnd] != 0x0A {
        openingEnd += 1
      }
    }
    tag = kind.tag
    opening = SourceSpan(source(0)..<source(openingEnd - 1) + 1)
    span = SourceSpan(source(0)..<source(text.count - 1) + 1)
    isClosed = text.indices.dropFirst(2).contains { index in
      (text[index] == UInt8(ascii: "<") || text[index] == UInt8(ascii: "-"))
        && kind.ends.contains { Self.starts(text[index...], with: $0) }
    }
  }

  private static func starts(_ text: Slice<UnsafeBufferPointer<UInt8>>, with mark: [UInt8]) -> Bool {
    text.count >= mark.count && zip(text, mark).allSatisfy { ASCIICase.lowercased($0) == $1 }
  }
}
