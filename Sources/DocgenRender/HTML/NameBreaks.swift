import DocgenModel
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

  /// A title as HTML, whose names may break and are not to be translated.
  static func title(_ title: String) -> [UInt8] {
    var buffer = ByteBuffer(capacity: title.utf8.count + 32)
    for word in title.utf8.split(separator: 0x20, omittingEmptySubsequences: false) {
      if !buffer.bytes.isEmpty { buffer.append(0x20) }
      let isName = isName(word)
      if isName { buffer.append("<span translate=\"no\">" as StaticString) }
      append(Array(word), to: &buffer)
      if isName { buffer.append("</span>" as StaticString) }
    }
    return buffer.bytes
  }

  /// Whether a word is made of names, of which one is none of a language.
  private static func isName(_ word: Substring.UTF8View) -> Bool {
    word.split { !Identifier.isNameByte($0) }.contains { Identifier.isSymbolic($0) }
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
