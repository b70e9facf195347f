import DocgenSupport

/// Finds the words of a value that look like names.
enum ValueNames {
  /// The words with a dot, a backslash, an underscore, a colon, a digit or an inner capital, without the punctuation
  /// around them.
  static func ranges(in text: [UInt8]) -> [Range<Int>] {
    text.indices.split { text[$0] == 0x20 }.compactMap { word in
      var range = word.startIndex..<word.endIndex
      while !range.isEmpty, ";,).:".utf8.contains(text[range.upperBound - 1]) {
        range = range.lowerBound..<range.upperBound - 1
      }
      while !range.isEmpty, text[range.lowerBound] == UInt8(ascii: "(") {
        range = range.lowerBound + 1..<range.upperBound
      }
      return isName(text[range]) ? range : nil
    }
  }

  /// Whether all words of a value look like names.
  static func areAll(of text: [UInt8]) -> Bool {
    ranges(in: text).count == text.split(separator: 0x20).count
  }

  /// Whether a word looks like a name.
  static func isName(_ word: ArraySlice<UInt8>) -> Bool {
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
