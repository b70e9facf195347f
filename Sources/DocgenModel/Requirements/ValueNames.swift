import DocgenSupport

/// Finds the words of a value that look like names.
package enum ValueNames {
  /// The words with a dot, a backslash, an underscore, a colon, a digit or an inner capital, without the punctuation
  /// around them.
  package static func ranges(in text: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    while start < text.count {
      guard text[start] != 0x20 else {
        start += 1
        continue
      }
      let next = text[start...].firstIndex(of: 0x20) ?? text.count
      var end = next
      while end > start, isMark(text[end - 1]) { end -= 1 }
      while start < end, text[start] == UInt8(ascii: "(") { start += 1 }
      if isName(text[start..<end]) { ranges.append(start..<end) }
      start = next
    }
    return ranges
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: ")"), UInt8(ascii: "."), UInt8(ascii: ":"): true
    default: false
    }
  }

  /// Whether all words of a value look like names.
  package static func areAll(of text: [UInt8]) -> Bool {
    ranges(in: text).count == text.split(separator: 0x20).count
  }

  /// Whether a word looks like a name.
  package static func isName(_ word: ArraySlice<UInt8>) -> Bool {
    var previousIsLower = false
    for byte in word {
      switch byte {
      case UInt8(ascii: "."), UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: ":"), 0x30...0x39: return true
      case 0x41...0x5A:
        if previousIsLower { return true }
        previousIsLower = false
      default: previousIsLower = (0x61...0x7A).contains(byte)
      }
    }
    return false
  }
}
