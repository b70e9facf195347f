import DocgenSupport

/// Writes XML 1.0 piece by piece: one element a line, escaped so that a reader gets back what was written.
///
/// Characters that XML cannot hold become their control pictures (`␛`) or U+FFFD; other control characters are written
/// by their numbers, so that none is in the file. The caller opens and closes elements
/// in order; names and attribute names are those of a format and are not escaped.
struct XMLWriter {
  /// The text written so far; taken away from time to time where there is much of it.
  private(set) var buffer = ByteBuffer()
  private var open: [StaticString] = []

  /// Begins a document.
  mutating func declaration() {
    buffer.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" as StaticString)
  }

  /// Opens an element whose children follow, up to ``end()``.
  mutating func begin(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:]) {
    startTag(name, attributes)
    buffer.append(">\n" as StaticString)
    open.append(name)
  }

  /// Closes the element that was opened last.
  mutating func end() {
    guard let name = open.popLast() else { return }
    indent()
    endTag(name)
  }

  /// Writes an element without children, or with text alone; an attribute without a value is left out.
  mutating func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?>, text: String? = nil
  ) {
    startTag(name, attributes)
    guard let text else {
      buffer.append("/>\n" as StaticString)
      return
    }
    buffer.append(UInt8(ascii: ">"))
    append(text, inAttribute: false)
    endTag(name)
  }

  /// Hands over the text written so far, and begins anew after it.
  mutating func take() -> ByteBuffer {
    defer { buffer.bytes.removeAll(keepingCapacity: true) }
    return buffer
  }

  private mutating func startTag(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?>) {
    indent()
    buffer.append(UInt8(ascii: "<"))
    buffer.append(name)
    for (name, value) in attributes {
      guard let value else { continue }
      buffer.append(0x20)
      buffer.append(name)
      buffer.append("=\"" as StaticString)
      append(value, inAttribute: true)
      buffer.append(UInt8(ascii: "\""))
    }
  }

  private mutating func endTag(_ name: StaticString) {
    buffer.append("</" as StaticString)
    buffer.append(name)
    buffer.append(">\n" as StaticString)
  }

  private mutating func indent() {
    for _ in open { buffer.append("  " as StaticString) }
  }

  private mutating func append(_ text: String, inAttribute: Bool) {
    var text = text
    text.withUTF8 { bytes in
      var runStart = 0
      var index = 0
      while index < bytes.count {
        guard let (replacement, length) = replacement(at: index, in: bytes, inAttribute: inAttribute) else {
          index += 1
          continue
        }
        buffer.append(UnsafeBufferPointer(rebasing: bytes[runStart..<index]))
        buffer.append(replacement)
        index += length
        runStart = index
      }
      buffer.append(UnsafeBufferPointer(rebasing: bytes[runStart...]))
    }
  }

  /// What takes the place of the bytes at an index, and how many they are; `nil` if they stay.
  private func replacement(
    at index: Int, in bytes: UnsafeBufferPointer<UInt8>, inAttribute: Bool
  ) -> (text: String, length: Int)? {
    switch bytes[index] {
    case UInt8(ascii: "&"): ("&amp;", 1)
    case UInt8(ascii: "<"): ("&lt;", 1)
    // Needed after "]]" only; always written, as readers expect it.
    case UInt8(ascii: ">"): ("&gt;", 1)
    case UInt8(ascii: "\"") where inAttribute: ("&quot;", 1)
    // A reader would make a space of these in an attribute, and a line feed of a carriage return anywhere.
    case 0x09 where inAttribute: ("&#9;", 1)
    case 0x0A where inAttribute: ("&#10;", 1)
    case 0x0D: ("&#13;", 1)
    case 0x09, 0x0A: nil
    // What a log would take for a command.
    case UInt8(ascii: "[") where VisibleText.opensCommand(after: bytes[..<index]): ("&#91;", 1)
    case let control where control < 0x20: (VisibleText.string(String(Unicode.Scalar(control))), 1)
    case 0x7F: ("&#127;", 1)
    case 0xC2 where index + 1 < bytes.count && bytes[index + 1] < 0xA0: ("&#\(bytes[index + 1]);", 2)
    // U+FFFE and U+FFFF.
    case 0xEF where index + 2 < bytes.count && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE: ("\u{FFFD}", 3)
    default: nil
    }
  }
}
