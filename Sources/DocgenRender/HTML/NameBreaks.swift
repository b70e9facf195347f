import DocgenSupport

/// Where long names may be broken at the end of a line: after their marks and before their humps.
enum NameBreaks {
  /// Names up to this length fit into the narrowest column.
  private static let shortest = 16

  /// A name as HTML in which browsers may break long words: `Request<wbr>State<wbr>Change`.
  static func html(_ name: String) -> String {
    var buffer = ByteBuffer(capacity: name.utf8.count + 32)
    var isFirst = true
    for word in name.utf8.split(separator: 0x20, omittingEmptySubsequences: false) {
      if !isFirst { buffer.append(0x20) }
      isFirst = false
      append(Array(word), to: &buffer)
    }
    return buffer.string
  }

  private static func append(_ word: [UInt8], to buffer: inout ByteBuffer) {
    var start = 0
    if word.count > shortest {
      for index in 1..<word.count where isBreak(word[index - 1], word[index]) {
        append(word[start..<index], to: &buffer)
        buffer.append("<wbr>" as StaticString)
        start = index
      }
    }
    append(word[start...], to: &buffer)
  }

  private static func append(_ part: ArraySlice<UInt8>, to buffer: inout ByteBuffer) {
    part.withUnsafeBufferPointer { buffer.appendText($0) }
  }

  /// Whether a line may end between two bytes.
  private static func isBreak(_ previous: UInt8, _ next: UInt8) -> Bool {
    switch previous {
    case UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "\\"):
      isWord(next)
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(next)
    default: false
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}
