/// Where the front matter of a page stands.
struct FrontMatterBounds: Equatable {
  /// The offset of the opening `---`.
  var start: Int
  /// What stands between the fences.
  var content: Range<Int>
  /// The end of the closing line without its line end, or of the content where that line is missing.
  var end: Int
  var bodyStart: Int
  var isClosed: Bool
  /// Whether a line between the fences starts like a heading; to YAML it is a comment.
  var hasHeading = false

  /// Finds a front matter that starts a page, closed by `---` or `...`; `nil` if there is none.
  ///
  /// - Complexity: O(*n*) in the number of bytes, for a page without a closing line.
  static func find(_ bytes: UnsafeBufferPointer<UInt8>) -> FrontMatterBounds? {
    find(bytes, from: hasByteOrderMark(bytes) ? 3 : 0)
  }

  /// Finds one that starts at an offset.
  static func find(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> FrontMatterBounds? {
    var lines = FrontMatterLines(bytes, in: start..<bytes.count)
    guard let opening = lines.nextLine(), bytes.isFence(opening, UInt8(ascii: "-")) else { return nil }
    let contentStart = lines.next
    var hasHeading = false
    while let line = lines.nextLine() {
      if isHeading(bytes, line) { hasHeading = true }
      let isClosing = bytes.isFence(line, UInt8(ascii: "-")) || bytes.isFence(line, UInt8(ascii: "."))
      guard isClosing else { continue }
      return FrontMatterBounds(
        start: start, content: contentStart..<line.lowerBound, end: line.upperBound, bodyStart: lines.next,
        isClosed: true, hasHeading: hasHeading)
    }
    return findUnclosed(bytes, start: start, contentStart: contentStart)
  }

  /// Finds the end of a front matter whose closing line is missing; `nil` if no line looks like `key:`.
  ///
  /// The page's text starts at the first blank line or heading that no further `key:` follows.
  static func findUnclosed(
    _ bytes: UnsafeBufferPointer<UInt8>, start: Int, contentStart: Int
  ) -> FrontMatterBounds? {
    var lines = FrontMatterLines(bytes, in: contentStart..<bytes.count)
    var hasKey = false
    var end = contentStart
    var bodyStart = bytes.count
    while let line = lines.nextLine() {
      if bytes.isWhitespace(line) || isHeading(bytes, line) {
        if !hasKey { return nil }
        if !continues(bytes, after: lines.next, isHeading: !bytes.isWhitespace(line)) {
          bodyStart = line.lowerBound
          break
        }
      } else {
        if bytes.colonOfKey(line) != nil { hasKey = true }
        end = line.upperBound
      }
    }
    guard hasKey else { return nil }
    return FrontMatterBounds(
      start: start, content: contentStart..<bodyStart, end: end, bodyStart: bodyStart, isClosed: false)
  }

  /// Whether the closing line more likely belongs to the page's text, as a rule or the underline of a heading.
  ///
  /// `unclosed` are the bounds without regard to the closing line.
  func isDoubtful(_ bytes: UnsafeBufferPointer<UInt8>, against unclosed: FrontMatterBounds) -> Bool {
    guard isClosed, unclosed.bodyStart < content.upperBound else { return false }
    var last = content.lowerBound..<content.lowerBound
    var saysSomething = false
    var hasText = false
    var lines = FrontMatterLines(bytes, in: unclosed.bodyStart..<content.upperBound)
    while let line = lines.nextLine() {
      if !bytes.isWhitespace(line) {
        saysSomething = true
        if bytes[line.lowerBound] != UInt8(ascii: "#") { hasText = true }
      }
      last = line
    }
    guard saysSomething else { return false }
    guard !bytes.isWhitespace(last) else { return true }
    let first = bytes[last.lowerBound]
    // Comments are all that stands between the last key and the closing line.
    if !hasText { return false }
    if first == UInt8(ascii: "#"), !Self.isHeading(bytes, last) { return false }
    let isItem = first == UInt8(ascii: "-") || first == 0x20 || first == 0x09
    return !isItem && bytes.colonOfKey(last) == nil
  }

  /// Whether a blank line stands in a range.
  static func hasParagraphs(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    var lines = FrontMatterLines(bytes, in: range)
    while let line = lines.nextLine() {
      if bytes.isWhitespace(line) { return true }
    }
    return false
  }

  static func hasByteOrderMark(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
  }

  /// Whether a line may be a heading of the page's text, and not a comment for docgen (`# docgen-disable-file …`).
  private static func isHeading(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
    guard !line.isEmpty, bytes[line.lowerBound] == UInt8(ascii: "#") else { return false }
    return !bytes[line].starts(with: "# docgen-".utf8)
  }

  /// Whether the next line that says something, after blank lines and comments, is `key:`.
  ///
  /// A comment before a blank line is a heading, and not followed by keys.
  private static func continues(_ bytes: UnsafeBufferPointer<UInt8>, after offset: Int, isHeading: Bool) -> Bool {
    var isHeading = isHeading
    var lines = FrontMatterLines(bytes, in: offset..<bytes.count)
    // Two lines are enough for the habits of people, and keep the search from being quadratic.
    for _ in 0..<2 {
      guard let line = lines.nextLine() else { return false }
      if bytes.isWhitespace(line) {
        if isHeading { return false }
      } else if Self.isHeading(bytes, line) {
        isHeading = true
      } else if bytes[line.lowerBound] == UInt8(ascii: "#") {
        continue
      } else {
        return bytes.colonOfKey(line) != nil
      }
    }
    return false
  }
}
