import DocgenMarkup
import DocgenSupport

/// The words that introduce a code: its name and its value, in any order and dress.
extension ReturnCodeReader {
  /// The value that fills a text; a full stop may follow it.
  func codeValue(_ text: some BidirectionalCollection<UInt8>, allowsSpacedRange: Bool = false) -> CodeValue? {
    let value = CodeValue(text, allowsSpacedRange: allowsSpacedRange, rangeWords: vocabulary.rangeWords)
    guard value == nil, text.last == UInt8(ascii: "."), text.dropLast().last != UInt8(ascii: ".") else { return value }
    return CodeValue(text.dropLast(), allowsSpacedRange: allowsSpacedRange, rangeWords: vocabulary.rangeWords)
  }

  /// A second column: the value of a name, or the name of a value.
  func read(cell text: InlineText, into code: inout ReturnCode) {
    if let value = codeValue(text.bytes) {
      set(value, at: text.located, in: &code)
    } else if code.name == nil, Identifier.isSymbolic(text.bytes) {
      code.name = text.located
      code.isSymbolic = true
    }
  }

  /// `Success (0)`, `0`, `(32776)`, `E_FAIL`, `wbemErrFailed - 2147749889 (0x80041001)`, `0 (0x0)` …
  func read(term text: InlineText, into code: inout ReturnCode) {
    guard !text.isEmpty else { return }
    if let value = codeValue(text.bytes, allowsSpacedRange: true) {
      set(value, at: text.located, in: &code)
      return
    }
    // After a name, a term without any letter is the value, whatever happened to it.
    if code.name != nil, code.value == nil, isDigitsAndSigns(text.bytes) {
      code.value = text.located
      return
    }
    let hadValue = code.value != nil
    defer {
      if !hadValue { sortValues(of: &code) }
    }
    var end = text.count
    // A value in parentheses at the end; there may be two (`X (5) (0x5)`).
    while let open = lastParenthesis(text, end: end) {
      let inner = open + 1..<closing(text, end: end)
      if let value = codeValue(text.bytes[inner], allowsSpacedRange: true) {
        set(value, at: text.located(inner), in: &code)
      } else if looksLikeValue(text.bytes[inner]) {
        let located = text.located(inner)
        if code.value == nil { code.value = located }
      } else {
        break
      }
      end = open
      while end > 0, text.bytes[end - 1] == 0x20 { end -= 1 }
    }
    if code.value == nil, let inner = innerValue(text) {
      set(codeValue(text.bytes[inner]), at: text.located(inner), in: &code)
      end = inner.lowerBound - 1
    }
    readName(text, 0..<end, into: &code)
  }

  /// A value in parentheses within a name, whose words a translation may have put around it.
  private func innerValue(_ text: InlineText) -> Range<Int>? {
    guard let open = text.bytes.lastIndex(of: UInt8(ascii: "(")), open > 0,
      let close = text.bytes[open...].firstIndex(of: UInt8(ascii: ")")), close + 1 < text.count,
      text.bytes[close + 1] == 0x20, codeValue(text.bytes[open + 1..<close]) != nil
    else { return nil }
    return open + 1..<close
  }

  /// Puts the value first that stands first.
  private func sortValues(of code: inout ReturnCode) {
    guard let value = code.value, let other = code.alternateValue, other.span.start < value.span.start else { return }
    (code.value, code.alternateValue) = (other, value)
  }

  /// A name, or a name and a value with a dash or an equals sign between.
  private func readName(_ text: InlineText, _ range: Range<Int>, into code: inout ReturnCode) {
    guard !range.isEmpty else { return }
    if let value = codeValue(text.bytes[range], allowsSpacedRange: true) {
      set(value, at: text.located(range), in: &code)
      return
    }
    if let split = separator(text, range), let value = codeValue(text.bytes[split.upperBound..<range.upperBound]) {
      set(value, at: text.located(split.upperBound..<range.upperBound), in: &code)
      readName(text, range.lowerBound..<split.lowerBound, into: &code)
      return
    }
    if let start = trailingHexadecimal(text, range), let value = codeValue(text.bytes[start..<range.upperBound]) {
      set(value, at: text.located(start..<range.upperBound), in: &code)
      readName(text, range.lowerBound..<nameEnd(text, range.lowerBound..<start), into: &code)
      return
    }
    if let start = lastWord(text, range), let value = codeValue(text.bytes[start..<range.upperBound]),
      (code.name != nil && code.value == nil) || Identifier.isSymbolic(text.bytes[range.lowerBound..<start - 1])
    {
      set(value, at: text.located(start..<range.upperBound), in: &code)
      readName(text, range.lowerBound..<start - 1, into: &code)
      return
    }
    if code.name == nil, code.value == nil, let end = statusNumber(text.bytes[range]),
      let value = codeValue(text.bytes[range.lowerBound..<end])
    {
      set(value, at: text.located(range.lowerBound..<end), in: &code)
      code.name = text.located(end..<range.upperBound)
      return
    }
    guard code.name == nil else { return }
    let name = text.located(range)
    guard !name.value.isEmpty else { return }
    code.name = name
    // Functions of C return names with a sign: `-EINVAL`.
    let unsigned = name.value.utf8.first == UInt8(ascii: "-") ? name.value.utf8.dropFirst() : name.value.utf8[...]
    code.isSymbolic = Identifier.isSymbolicExpression(unsigned)
  }

  /// Where a number of three digits ends that words follow, as in the status of a response: `404 Not Found`.
  func statusNumber(_ text: ArraySlice<UInt8>) -> Int? {
    let digits = text.prefix { (0x30...0x39).contains($0) }
    guard digits.count == 3, digits.endIndex + 1 < text.endIndex, text[digits.endIndex] == 0x20,
      (0x31...0x35).contains(digits[digits.startIndex]), (0x41...0x5A).contains(text[digits.endIndex + 1])
    else { return nil }
    return digits.endIndex
  }

  /// Where the last of several words starts.
  private func lastWord(_ text: InlineText, _ range: Range<Int>) -> Int? {
    text.bytes[range].lastIndex(of: 0x20).map { $0 + 1 }
  }

  /// Where a hexadecimal number at the end of a text starts, after a space or a hyphen.
  private func trailingHexadecimal(_ text: InlineText, _ range: Range<Int>) -> Int? {
    let start = text.bytes[range].lastIndex { $0 == 0x20 || $0 == UInt8(ascii: "-") }
    guard let start, start + 3 < range.upperBound, start > range.lowerBound, text.bytes[start + 1] == UInt8(ascii: "0"),
      text.bytes[start + 2] | 0x20 == UInt8(ascii: "x")
    else { return nil }
    return start + 1
  }

  /// The end of a name before its value, without the marks between.
  private func nameEnd(_ text: InlineText, _ range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound, text.bytes[end - 1] == 0x20 || text.bytes[end - 1] == UInt8(ascii: "-") { end -= 1 }
    return end
  }

  func lastParenthesis(_ text: InlineText, end: Int) -> Int? {
    guard end > 0, text.bytes[closing(text, end: end)] == UInt8(ascii: ")") else { return nil }
    return text.bytes[..<end].lastIndex(of: UInt8(ascii: "("))
  }

  /// The index of the closing parenthesis; a full stop or colon may follow it.
  func closing(_ text: InlineText, end: Int) -> Int {
    var index = end - 1
    while index > 0, [UInt8(ascii: "."), UInt8(ascii: ":"), 0x20].contains(text.bytes[index]) { index -= 1 }
    return index
  }

  /// Text in parentheses that stands where a value stood: digits and dots, whatever else happened to them.
  func looksLikeValue(_ bytes: ArraySlice<UInt8>) -> Bool {
    var digits = 0
    var letters = 0
    for byte in bytes {
      if (0x30...0x39).contains(byte) { digits += 1 } else if (0x61...0x7A).contains(byte | 0x20) { letters += 1 }
    }
    return digits > 0 ? letters <= digits : bytes.contains(UInt8(ascii: ".")) && letters == 0
  }

  private func isDigitsAndSigns(_ bytes: [UInt8]) -> Bool {
    bytes.contains { (0x30...0x39).contains($0) }
      && bytes.allSatisfy { $0 < 0x80 && !(0x61...0x7A).contains($0 | 0x20) }
      && bytes.first != UInt8(ascii: "(")
  }

  /// A hyphen, dash or equals sign with spaces around it, or a colon.
  private func separator(_ text: InlineText, _ range: Range<Int>) -> Range<Int>? {
    var index = range.lowerBound + 1
    while index < range.upperBound {
      let byte = text.bytes[index]
      if byte == UInt8(ascii: "=") || byte == UInt8(ascii: ":") { return index..<index + 1 }
      if text.bytes[index - 1] == 0x20 {
        let next = index + 1 < range.upperBound ? text.bytes[index + 1] : 0
        if byte == UInt8(ascii: "-"), next == 0x20 { return index..<index + 1 }
        if byte == 0xE2, index + 2 < range.upperBound, next == 0x80 { return index..<index + 3 }
      }
      index += 1
    }
    return nil
  }

  func set(_ value: CodeValue?, at place: Located<String>, in code: inout ReturnCode) {
    guard let value else { return }
    let located = Located(value.text, at: place.span)
    if code.value == nil {
      code.value = located
    } else if code.alternateValue == nil {
      code.alternateValue = located
    }
  }
}
