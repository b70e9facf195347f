import DocgenSupport

/// Tells edits that can change nothing but what a piece of text says.
///
/// They write letters, digits, spaces and full stops between others of these, in a text that stands in the file as it is,
/// and after nothing that the same line or paragraph might yet complete to markup.
struct PlainEdit {
  private let document: Document
  private let edit: TextEdit

  /// Whether the text around an edit is all that it changes.
  ///
  /// - Complexity: O(*n*) in the length of the paragraph before the edit, and O(log nodes).
  static func isPlain(_ edit: TextEdit, in document: Document, bodyStart: Int) -> Bool {
    PlainEdit(document: document, edit: edit).isPlain(bodyStart: bodyStart)
  }

  private func isPlain(bodyStart: Int) -> Bool {
    let bytes = document.source.bytes
    let range = edit.span.range
    guard range.lowerBound > bodyStart + 1, range.upperBound < bytes.count,
      edit.text.allSatisfy({ Self.isPlain($0) || $0 == 0x20 }),
      bytes[range].allSatisfy({ Self.isPlain($0) || $0 == 0x20 || $0 >= 0x80 }), isBetweenPlainBytes(bytes, range)
    else { return false }
    return isWithinText(bytes, range) && followsNoMarkup(bytes, range.lowerBound, bodyStart)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "."): true
    default: false
    }
  }

  /// Whether no delimiter stands beside the edit: what one means is told by its neighbours.
  private func isBetweenPlainBytes(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let (before, after) = (bytes[range.lowerBound - 1], bytes[range.upperBound])
    let backslash = UInt8(ascii: "\\")
    let underscore = UInt8(ascii: "_")
    let followsEscape =
      before == underscore && bytes[range.lowerBound - 2] == backslash && range.lowerBound > 2
      && bytes[range.lowerBound - 3] != backslash
    let precedesEscape =
      after == backslash && range.upperBound + 1 < bytes.count && bytes[range.upperBound + 1] == underscore
    return (Self.isPlain(before) || followsEscape) && (Self.isPlain(after) || precedesEscape)
  }

  /// Whether one text node that stands in the file as it is holds the edit and more.
  private func isWithinText(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let nodes = document.nodes
    var (low, high) = (0, nodes.count)
    while low < high {
      let middle = (low + high) / 2
      if nodes[middle].span.start <= edit.span.start { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return false }
    let node = nodes[low - 1]
    // After an escaped character a node of its own starts.
    let startsHere = node.span.start == edit.span.start
    return node.kind == .text && node.payload < 0 && !node.flags.contains(.implied) && node.span.contains(edit.span)
      && node.span.end - node.span.start > edit.span.end - edit.span.start
      && (!startsHere || bytes[range.lowerBound - 1] == UInt8(ascii: "_"))
  }

  /// Whether nothing before the edit may become markup that ends after it: a tag, a character reference, a link, the marker of
  /// an alert or of a list.
  ///
  /// What starts a row of a table starts nothing that ends in the next; in any other line, text may go on from the one above.
  private func followsNoMarkup(_ bytes: [UInt8], _ offset: Int, _ bodyStart: Int) -> Bool {
    var before = OpenMarkup()
    var index = offset
    while index > bodyStart {
      index -= 1
      if bytes[index] == 0x0A {
        // Lines above count only as to what they may have opened.
        if !before.hasLetter { return false }
        if before.isLineEmpty || bytes[index + 1] == UInt8(ascii: "|") { return true }
        before.isLineEmpty = true
      } else if before.opens(bytes[index], after: index > bodyStart ? bytes[index - 1] : 0) {
        return false
      }
    }
    return before.hasLetter
  }
}

/// What is still open of that which stands before a place, read from the place on towards the start.
private struct OpenMarkup {
  var hasLetter = false
  var isLineEmpty = true
  /// Nothing but what may stand in a character reference lies between.
  private var isReference = true
  /// The tag that lies nearest before the place has an end, and no quotation mark after that.
  private var hasTagEnd = false
  private var hasQuote = false
  private var hasBrace = false
  private var hasBracket = false
  private var parentheses = 0

  /// Whether a byte may open what includes the place, given the byte before it.
  mutating func opens(_ byte: UInt8, after previous: UInt8) -> Bool {
    let mayBeReference = isReference
    isReference = isReference && (byte == UInt8(ascii: "#") || Self.isAlphanumeric(byte))
    if byte > 0x20 { isLineEmpty = false }
    switch byte {
    case 0x41...0x5A, 0x61...0x7A: hasLetter = true
    case UInt8(ascii: "&"): return mayBeReference
    case UInt8(ascii: ">"): if !hasQuote { hasTagEnd = true }
    case UInt8(ascii: "\""), UInt8(ascii: "'"): if !hasTagEnd { hasQuote = true }
    case UInt8(ascii: "<"): return !hasTagEnd
    case UInt8(ascii: "}"): hasBrace = true
    case UInt8(ascii: "{"): return !hasBrace
    case UInt8(ascii: "]"): hasBracket = true
    case UInt8(ascii: "!"): return previous == UInt8(ascii: "[") && !hasBracket
    case UInt8(ascii: ")"): parentheses += 1
    case UInt8(ascii: "("):
      if parentheses == 0 { return previous == UInt8(ascii: "]") }
      parentheses -= 1
    default: break
    }
    return false
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
  }
}
