import DocgenSupport

/// Marks of emphasis that stand between a letter and punctuation: `**「並行」**は`.
///
/// CommonMark takes such a mark for text, as between words of Latin letters it mostly is one. Scripts without spaces have
/// letters on both sides, and other programs, such as Python-Markdown, see emphasis there. The library does, too, where the
/// letter on the outer side looks like punctuation.
struct LooseEmphasis {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// The bytes of letters that the library is to see as punctuation.
  private var hidden: [Int] = []

  /// Punctuation that means nothing to Markdown or HTML.
  private static let mask = UInt8(ascii: ",")
  private static let star = UInt8(ascii: "*")

  /// What the library gets in place of the bytes from an offset on; `nil` if they may stay as they are.
  ///
  /// - Complexity: O(*n*).
  static func masked(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> [UInt8]? {
    guard bytes[start...].contains(star) else { return nil }
    var emphasis = LooseEmphasis(bytes: bytes)
    emphasis.find(from: start)
    if emphasis.hidden.isEmpty { return nil }
    var masked = Array(bytes)
    for index in emphasis.hidden { masked[index] = mask }
    return masked
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private mutating func find(from start: Int) {
    var index = start
    // How many stars began what is not closed yet.
    var open = 0
    while index < bytes.count {
      switch bytes[index] {
      case 0x0A, 0x0D:
        index += 1
        if startsBlock(at: index) { open = 0 }
      case UInt8(ascii: "\\"): index += index + 1 < bytes.count && bytes[index + 1] >= 0x20 ? 2 : 1
      // Addresses and tags are taken from what the library gets, so that nothing in them may look other than it is.
      case UInt8(ascii: "]") where index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "("):
        index = endOnLine(of: UInt8(ascii: ")"), from: index + 2)
      case UInt8(ascii: "<"): index = endOnLine(of: UInt8(ascii: ">"), from: index + 1)
      case UInt8(ascii: "`"): index = endOfCode(at: index)
      case Self.star:
        let run = index..<endOfRun(at: index)
        if run.count <= 2, open == 0 || open == run.count { look(at: run, &open) }
        index = run.upperBound
      default: index += 1
      }
    }
  }

  /// Hides the letter outside of one or two stars where punctuation stands on their inner side.
  private mutating func look(at run: Range<Int>, _ open: inout Int) {
    let before = run.lowerBound > 0 ? bytes[run.lowerBound - 1] : 0x0A
    let after = run.upperBound < bytes.count ? bytes[run.upperBound] : 0x0A
    // A space on the inner side makes it a text.
    guard (open > 0 ? before : after) > 0x20 else { return }
    if open > 0 {
      if after >= 0x80, isPunctuation(endingAt: run.lowerBound) { hide(from: run.upperBound) }
    } else if before >= 0x80, isPunctuation(at: run.upperBound) {
      var first = run.lowerBound - 1
      while first > 0, bytes[first] & 0xC0 == 0x80 { first -= 1 }
      hide(from: first)
    }
    open = open > 0 ? 0 : run.count
  }

  /// Hides the character that starts at an index, but for spaces and punctuation, which is right as it is.
  private mutating func hide(from start: Int) {
    guard let scalar = scalar(at: start), scalar.properties.isAlphabetic || scalar.properties.numericType != nil else {
      return
    }
    hidden += start..<min(bytes.count, start + UTF8.width(scalar))
  }

  private func isPunctuation(endingAt end: Int) -> Bool {
    var start = end - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return start >= 0 && isPunctuation(at: start)
  }

  private func isPunctuation(at index: Int) -> Bool {
    guard let scalar = scalar(at: index) else { return false }
    if scalar.isASCII { return scalar.value > 0x20 && scalar != "*" && !Self.isLetterOrDigit(UInt8(scalar.value)) }
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      return true
    default: return false
    }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }

  private func scalar(at index: Int) -> Unicode.Scalar? {
    guard index < bytes.count else { return nil }
    var decoder = UTF8()
    var rest = bytes[index..<min(bytes.count, index + 4)].makeIterator()
    if case .scalarValue(let scalar) = decoder.decode(&rest) { return scalar }
    return nil
  }

  /// The index after the next byte of a value on a line, or where the search began if there is none.
  private func endOnLine(of value: UInt8, from start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D {
      if bytes[index] == value { return index + 1 }
      index += 1
    }
    return start
  }

  private func endOfRun(at start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] == bytes[start] { end += 1 }
    return end
  }

  /// The index after a span of code, or after its first mark where the paragraph has no second one.
  private func endOfCode(at start: Int) -> Int {
    let opening = endOfRun(at: start)
    var index = opening
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "`") {
        let end = endOfRun(at: index)
        if end - index == opening - start { return end }
        index = end
      } else if bytes[index] == 0x0A, startsBlock(at: index + 1) {
        break
      } else {
        index += 1
      }
    }
    return opening
  }

  /// Whether a line ends the paragraph before it: one of whitespace alone, or one that begins with a mark of a block.
  private func startsBlock(at line: Int) -> Bool {
    var index = line
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    guard index < bytes.count else { return true }
    let isFence = bytes[index] == UInt8(ascii: "`") && endOfRun(at: index) - index > 2
    return isFence || bytes[index] < 0x20 || "|#>+-".utf8.contains(bytes[index])
      || bytes[index] == Self.star && index + 1 < bytes.count && bytes[index + 1] <= 0x20
  }
}
