import DocgenMarkup
import DocgenSupport

extension Document {
  /// The text that a member's term begins with, without what is raised after it, such as the version that brought it.
  func memberName(in term: Range<Int>) -> InlineText {
    guard let note = term.first(where: { isElement($0, .sup) }) else { return leadingText(in: term) }
    let name = leadingText(in: term.lowerBound..<note)
    return name.isEmpty ? leadingText(in: term) : name
  }

  /// Whether a paragraph is a rule of a grammar: a name with a colon, and below it lines that are set in by spaces of their
  /// own, each with what it may stand for.
  func isProduction(_ paragraph: Int) -> Bool {
    let rest = afterFirstLine(of: paragraph)
    guard rest.lowerBound < rest.upperBound, rest.lowerBound > paragraph + 1,
      nodes[rest.lowerBound - 1].kind != .softBreak
    else { return false }
    let line = source.bytes[Int(nodes[rest.lowerBound].span.start)...].drop { $0 <= 0x20 }
    if line.first == UInt8(ascii: "&") { return Self.spaces.contains { line.starts(with: $0.utf8) } }
    // The no-break space, and those of a fixed width.
    return line.starts(with: [0xC2, 0xA0])
      || line.starts(with: [0xE2, 0x80])
        && line.dropFirst(2).first.map { (0x80...0x8A).contains($0) } ?? false
  }

  private static let spaces = ["&emsp;", "&ensp;", "&nbsp;", "&#160;", "&#xa0;"]
}
