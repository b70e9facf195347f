import DocgenSupport

/// Finds names in the bytes of a file, whole or damaged.
package enum NameSearch {
  /// Where a name stands as a whole word.
  package static func find(_ name: [UInt8], in text: [UInt8], ignoringCase: Bool = false) -> Range<Int>? {
    guard let first = name.first.map(ASCIICase.lowercased), text.count >= name.count else { return nil }
    for start in 0...text.count - name.count where ASCIICase.lowercased(text[start]) == first {
      var matched = 0
      while matched < name.count,
        text[start + matched] == name[matched]
          || ignoringCase && ASCIICase.lowercased(text[start + matched]) == ASCIICase.lowercased(name[matched])
      {
        matched += 1
      }
      let range = start..<start + name.count
      if matched == name.count, isWord(range, in: text) { return range }
    }
    return nil
  }

  /// Where a name stands that has spaces, hyphens or backslashes between its letters, or letters of another case.
  package static func findTorn(_ name: [UInt8], in text: [UInt8]) -> Range<Int>? {
    guard !name.isEmpty else { return nil }
    for start in text.indices where ASCIICase.lowercased(text[start]) == ASCIICase.lowercased(name[0]) {
      var index = start
      var matched = 0
      while matched < name.count, index < text.count {
        if ASCIICase.lowercased(text[index]) == ASCIICase.lowercased(name[matched]) {
          matched += 1
          index += 1
        } else if let length = gap(text, index) {
          index += length
        } else {
          break
        }
      }
      if matched == name.count, isWord(start..<index, in: text) { return start..<index }
    }
    return nil
  }

  /// The length of a space, hyphen or backslash.
  private static func gap(_ text: [UInt8], _ index: Int) -> Int? {
    switch text[index] {
    case 0x20, 0x09, UInt8(ascii: "\\"), UInt8(ascii: "-"): 1
    case 0xC2 where index + 1 < text.count && text[index + 1] == 0xA0: 2
    default: nil
    }
  }

  private static func isWord(_ range: Range<Int>, in text: [UInt8]) -> Bool {
    (range.lowerBound == 0 || !Identifier.isNameByte(text[range.lowerBound - 1]))
      && (range.upperBound == text.count || !Identifier.isNameByte(text[range.upperBound]))
  }
}
