import DocgenSupport

extension Slot {
  /// A value of the front matter, as it was read; `nil` if it goes over several lines.
  ///
  /// - Parameters:
  ///   - value: The value with its place, which leaves out quotes.
  ///   - file: The file that holds it.
  ///   - isInBrackets: The value is an item of a list in brackets.
  public init?(_ value: Located<String>, in file: SourceFile, isInBrackets: Bool = false) {
    let span = value.span
    guard !span.isEmpty, span.range.upperBound <= file.bytes.count else { return nil }
    let style: YAMLScalar.Style =
      switch span.start > 0 ? file.bytes[Int(span.start) - 1] : 0 {
      case UInt8(ascii: "'"): .singleQuoted
      case UInt8(ascii: "\""): .doubleQuoted
      default: .plain
      }
    var text = SlotReader.Text()
    text.isNested = isInBrackets
    let quote = UInt8(ascii: "'")
    var index = span.range.lowerBound
    while index < span.range.upperBound {
      let byte = file.bytes[index]
      guard byte != 0x0A, byte != 0x0D else { return nil }
      let start = index
      let next = index + 1 < span.range.upperBound ? file.bytes[index + 1] : 0
      var value = byte
      if style == .singleQuoted, byte == quote, next == quote {
        index += 1
      } else if style == .doubleQuoted, byte == UInt8(ascii: "\\") {
        // Other escapes make other bytes, which the comparison below refuses.
        value = next
        index += 1
      }
      index += 1
      text.bytes.append(value)
      text.places.append(
        SlotPlace(
          start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: index), run: 1, form: .yaml(style),
          depth: 0))
    }
    guard text.bytes.elementsEqual(value.value.utf8) else { return nil }
    self.init(text, file: file)
  }
}
