import DocgenSupport

/// Finds the tokens of a page's body.
///
/// Code spans, code blocks between fences and comments are passed over: what stands in them is no token.
struct TokenScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  let set: TokenSet
  let bodyStart: Int
  var tokens: [Token] = []
  /// Where the line at hand starts, and where its text does after indentation and marks of quotes and lists.
  var lineStart = 0
  var textStart = 0
  /// The names of footnotes that are defined; `nil` as long as none was asked for.
  var footnotes: Set<[UInt8]>?
  /// The names of blocks that were looked for to the end of the page and do not end.
  var openNames: Set<String> = []
  /// The rest of a line after a token, with its line end, and where its text ends.
  var lineOfToken = 0..<0
  var endOfTokenLine = 0
  /// The line before was empty, or there is none.
  var isAfterEmptyLine = true
  /// A heading of a tab was read, and no end of the group.
  var isInTabs = false

  /// No token is longer.
  static let longest = 8192

  static func scan(_ bytes: UnsafeBufferPointer<UInt8>, from bodyStart: Int, _ set: TokenSet) -> [Token] {
    var scanner = TokenScanner(bytes: bytes, set: set, bodyStart: bodyStart)
    scanner.run()
    return scanner.tokens
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, set: TokenSet, bodyStart: Int) {
    self.bytes = bytes
    self.set = set
    self.bodyStart = bodyStart
  }

  private mutating func run() {
    var stops = set.starts.rows.map { $0 > 0 }
    for byte in "\n`\\<".utf8 { stops[Int(byte)] = true }
    let bytes = self.bytes
    stops.withUnsafeBufferPointer { stops in
      var index = startLine(at: bodyStart)
      while true {
        while index < bytes.count, !stops[Int(bytes[index])] { index += 1 }
        guard index < bytes.count else { return }
        let byte = bytes[index]
        switch byte {
        case 0x0A: index = startLine(at: index + 1)
        case UInt8(ascii: "\\"): index += self.byte(index + 1) == 0x0A ? 1 : 2
        case UInt8(ascii: "`"): index = endOfCodeSpan(at: index)
        default:
          if byte == UInt8(ascii: "<"), starts("<!--", at: index) {
            index = self.index(of: Array("-->".utf8), from: index + 4).map { $0 + 3 } ?? bytes.count
          } else {
            index = readInline(at: index) ?? index + 1
          }
        }
      }
    }
  }

  // MARK: Bytes

  func byte(_ index: Int) -> UInt8 { index >= 0 && index < bytes.count ? bytes[index] : 0 }

  func starts(_ mark: StaticString, at index: Int) -> Bool {
    guard index + mark.utf8CodeUnitCount <= bytes.count else { return false }
    for offset in 0..<mark.utf8CodeUnitCount where bytes[index + offset] != mark.utf8Start[offset] { return false }
    return true
  }

  func starts(_ mark: [UInt8], at index: Int) -> Bool {
    guard index + mark.count <= bytes.count else { return false }
    for offset in mark.indices where bytes[index + offset] != mark[offset] { return false }
    return true
  }

  func index(of mark: [UInt8], from start: Int) -> Int? {
    guard start < bytes.count else { return nil }
    return ByteSearch.firstIndex(
      of: mark, in: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[start...])
    )
    .map { start + $0 }
  }

  func endOfLine(from index: Int) -> Int {
    var end = index
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    return end
  }

  /// The end of a line's text, without line end and spaces before it.
  func endOfText(from index: Int) -> Int {
    var end = endOfLine(from: index)
    while end > index, bytes[end - 1] <= 0x20 { end -= 1 }
    return end
  }

  func skipSpaces(_ index: Int) -> Int {
    var index = index
    while byte(index) == 0x20 || byte(index) == 0x09 { index += 1 }
    return index
  }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }

  static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// A byte of a name: a letter, a digit, `_`, `-`, `.`, or of a letter beyond ASCII.
  static func isNameByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x39).contains(byte) || byte == 0x5F || byte == 0x2D || byte == 0x2E || byte >= 0x80
  }

  // MARK: Lines and code

  /// Reads what stands at the start of a line; returns where text may go on.
  private mutating func startLine(at start: Int) -> Int {
    lineStart = start
    var index = start
    while byte(index) == 0x20 || byte(index) == 0x09 || byte(index) == UInt8(ascii: ">") { index += 1 }
    textStart = index
    let first = byte(index)
    if first == 0x0A || first == 0x0D {
      isAfterEmptyLine = true
      return index
    }
    defer { isAfterEmptyLine = false }
    let fence = Self.startsList(first) ? skipListMark(index) : index
    if byte(fence) == UInt8(ascii: "`") || byte(fence) == UInt8(ascii: "~"), let end = endOfFence(at: fence) {
      return end
    }
    if index < bytes.count, let end = readLine(at: index) { return end }
    return index
  }

  private static func startsList(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "+")
  }

  /// Where the text of a list's item starts.
  private func skipListMark(_ start: Int) -> Int {
    var index = start
    if [UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+")].contains(byte(index)) {
      index += 1
    } else {
      while (0x30...0x39).contains(byte(index)), index - start < 9 { index += 1 }
      guard index > start, byte(index) == UInt8(ascii: ".") || byte(index) == UInt8(ascii: ")") else { return start }
      index += 1
    }
    return byte(index) == 0x20 ? skipSpaces(index) : start
  }

  /// Where a block of code ends that starts at an index; `nil` if none does.
  private func endOfFence(at start: Int) -> Int? {
    let mark = bytes[start]
    var end = start
    while byte(end) == mark { end += 1 }
    let length = end - start
    guard length >= 3 else { return nil }
    if mark == UInt8(ascii: "`"), bytes[end..<endOfLine(from: end)].contains(mark) { return nil }
    let isQuoted = bytes[lineStart..<start].contains(UInt8(ascii: ">"))
    var line = endOfLine(from: end)
    while line < bytes.count {
      let start = line + 1
      var index = start
      while byte(index) == 0x20 || byte(index) == 0x09 || byte(index) == UInt8(ascii: ">") { index += 1 }
      if isQuoted, !bytes[start..<index].contains(UInt8(ascii: ">")) { return line }
      var run = index
      while byte(run) == mark { run += 1 }
      line = endOfLine(from: index)
      if run - index >= length, endOfText(from: run) == run { return line }
    }
    return bytes.count
  }

  /// Where a code span ends, or the marks that open none.
  func endOfCodeSpan(at start: Int) -> Int {
    var end = start
    while byte(end) == UInt8(ascii: "`") { end += 1 }
    let length = end - start
    var run = 0
    var index = end
    var isEmptyLine = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "`") {
        run += 1
      } else {
        if run == length { return index }
        run = 0
        if byte == 0x0A {
          if isEmptyLine { return end }
          isEmptyLine = true
        } else if byte > 0x20 {
          isEmptyLine = false
        }
      }
      index += 1
    }
    return run == length ? bytes.count : end
  }
}
