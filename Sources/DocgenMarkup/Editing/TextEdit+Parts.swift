import DocgenSupport

extension TextEdit {
  /// The smallest edits that make the same change, where it only takes spaces away; else the edit itself.
  ///
  /// - Parameter bytes: The file before the edit.
  /// - Returns: The edits, in the order of the file.
  /// - Complexity: O(*n*) in the length of the edit.
  func parts(in bytes: [UInt8]) -> [TextEdit] {
    let range = span.range
    guard range.upperBound <= bytes.count, !text.isEmpty else { return [self] }
    var edits: [TextEdit] = []
    var next = 0
    var index = range.lowerBound
    while index < range.upperBound {
      if next < text.count, bytes[index] == text[next] {
        next += 1
        index += 1
        continue
      }
      let start = index
      let isTaken = next == text.count || text[next] != 0x20
      while isTaken, index < range.upperBound, bytes[index] == 0x20 { index += 1 }
      if index == start { return [self] }
      edits.append(TextEdit(SourceSpan(start..<index), []))
    }
    return next == text.count && !edits.isEmpty ? edits : [self]
  }
}
