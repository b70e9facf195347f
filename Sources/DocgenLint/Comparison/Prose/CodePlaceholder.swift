import DocgenMarkup
import DocgenModel
import DocgenSupport

/// What double braces in a command stand around: a word for what the reader fills in, which each language has its own for
/// (`cat {{path/to/file}}`), and no option or expression (`{{[-a|--all]}}`, `{{ .Values }}`).
enum CodePlaceholder {
  /// The ranges within a text of code.
  static func ranges(in text: some RandomAccessCollection<UInt8>) -> [Range<Int>] {
    let bytes = Array(text)
    var result: [Range<Int>] = []
    var index = 0
    while let open = ByteSearch.firstIndex(of: Array("{{".utf8), in: bytes, from: index),
      let close = ByteSearch.firstIndex(of: Array("}}".utf8), in: bytes, from: open + 2)
    {
      let first = bytes[open + 2]
      if (0x61...0x7A).contains(first | 0x20) || first >= 0x80 || first == UInt8(ascii: "'")
        || first == UInt8(ascii: "\"")
      {
        result.append(open + 2..<close)
      }
      index = close + 2
    }
    return result
  }

  /// A text without what its placeholders say.
  static func leftOut(of text: [UInt8]) -> [UInt8] {
    guard text.contains(UInt8(ascii: "{")) else { return text }
    var result = text
    for range in ranges(in: text).reversed() { result.removeSubrange(range) }
    return result
  }
}
