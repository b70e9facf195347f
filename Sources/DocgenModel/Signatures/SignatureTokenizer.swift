import DocgenSupport

/// Cuts a signature block into tokens, in one pass over its bytes.
///
/// White space is whatever separates words on a screen: spaces, tabs, line ends, non-breaking and other wide spaces. Zero-width
/// characters and byte order marks are nothing at all. Character references (`&quot;`, `&lt;`), which
/// translations put into code, are the characters they stand for.
struct SignatureTokenizer {
  private let text: UnsafeBufferPointer<UInt8>
  private let base: Int32
  private let commentStyle: CommentStyle
  /// How comments are written beyond those of the style.
  private let comments: CommentSyntax?
  private let words = SignatureWordTable.shared
  private var offset = 0
  private var startsLine = true
  /// Quotes in front of this offset open nothing.
  private var looseQuotesEnd = 0
  private(set) var tokens: [SignatureToken] = []
  private(set) var hasComments = false

  enum CommentStyle {
    /// `//` and `/* */`; a backslash joins lines.
    case c
    /// `'`; an underscore joins lines.
    case visualBasic
    /// `<!-- -->`.
    case xml
    /// Those of the data; a backslash joins lines.
    case data
  }

  init(
    _ text: UnsafeBufferPointer<UInt8>, baseOffset: Int32, commentStyle: CommentStyle, comments: CommentSyntax? = nil
  ) {
    self.text = text
    self.base = baseOffset
    self.commentStyle = commentStyle
    self.comments = comments
    tokens.reserveCapacity(text.count / 5 + 8)
  }

  /// - Complexity: O(*n*) in the number of bytes.
  mutating func run() {
    while offset < text.count {
      let byte = text[offset]
      if let comments, comments.mayStart(with: byte), takeComment(comments) { continue }
      switch byte {
      case 0x0A, 0x0D:
        startsLine = true
        offset += 1
      case 0x20, 0x09, 0x0B, 0x0C, 0x00:
        offset += 1
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"),
        UInt8(ascii: "$"):
        identifier()
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        number()
      case 0x80...:
        let width = SignatureText.ignorableWidth(text, at: offset)
        if width > 0 { offset += width } else { identifier() }
      default:
        mark(byte)
      }
    }
  }

  private mutating func takeComment(_ comments: CommentSyntax) -> Bool {
    guard let end = comments.end(in: text, at: offset, startsLine: startsLine) else { return false }
    let start = offset
    offset = end
    comment(from: start)
    return true
  }

  private mutating func add(
    from start: Int, _ kind: SignatureToken.Kind, mark: UInt8 = 0, isDecorated: Bool = false,
    word: SignatureWord = .none
  ) {
    tokens.append(
      SignatureToken(
        span: SourceSpan(start: base + Int32(truncatingIfNeeded: start), end: base + Int32(truncatingIfNeeded: offset)),
        kind: kind, mark: mark, startsLine: startsLine, isDecorated: isDecorated, word: word))
    startsLine = false
  }

  private mutating func identifier() {
    let start = offset
    var hash = SignatureWordTable.hashStart
    var end = offset
    var isDecorated = false
    while offset < text.count {
      let byte = text[offset]
      if SignatureText.isWordByte(byte) {
        hash = SignatureWordTable.hash(hash, byte)
        offset += 1
      } else if byte >= 0x80 {
        let width = SignatureText.ignorableWidth(text, at: offset)
        if width == 0 {
          offset += 1
        } else if SignatureText.isZeroWidth(text, at: offset) {
          // A zero-width character inside a word does not end it.
          var next = offset + width
          while next < text.count, SignatureText.isZeroWidth(text, at: next) {
            next += SignatureText.ignorableWidth(text, at: next)
          }
          guard next < text.count, SignatureText.isWordByte(text[next]) else { break }
          isDecorated = true
          offset = next
        } else {
          break
        }
      } else {
        break
      }
      end = offset
    }
    offset = end
    let word =
      isDecorated ? .none : words.word(hash: hash, text: UnsafeBufferPointer(rebasing: text[start..<end]))
    if commentStyle == .visualBasic, end - start == 1, text[start] == UInt8(ascii: "_"), skipLineEnd() { return }
    add(from: start, .identifier, isDecorated: isDecorated, word: word)
  }

  private mutating func number() {
    let start = offset
    while offset < text.count {
      let byte = text[offset]
      if byte == UInt8(ascii: ".") {
        if offset + 1 < text.count, text[offset + 1] == UInt8(ascii: ".") { break }
      } else if !SignatureText.isWordByte(byte) {
        break
      }
      offset += 1
    }
    add(from: start, .number)
  }

  private mutating func mark(_ byte: UInt8) {
    let start = offset
    switch byte {
    case UInt8(ascii: "\""):
      string(from: start, quote: byte, openingWidth: 1, isDecorated: false)
    case UInt8(ascii: "'"):
      if commentStyle == .visualBasic {
        skipToLineEnd()
        comment(from: start)
      } else if comments?.quotesCharacters ?? false
        ? SignatureText.holdsCharacter(text, at: offset) : closesOnLine(byte, from: offset + 1)
      {
        string(from: start, quote: byte, openingWidth: 1, isDecorated: false)
      } else {
        single(byte, width: 1)
      }
    case UInt8(ascii: "/") where commentStyle == .c && peek(1) == UInt8(ascii: "/") && peek(-1) != UInt8(ascii: ":"):
      skipToLineEnd()
      comment(from: start)
    case UInt8(ascii: "/") where commentStyle == .c && peek(1) == UInt8(ascii: "*"):
      skip(past: "*/", from: 2)
      comment(from: start)
    case UInt8(ascii: "<") where commentStyle == .xml && starts(with: "<!--"):
      skip(past: "-->", from: 4)
      comment(from: start)
    case UInt8(ascii: "\\") where (commentStyle == .c || commentStyle == .data) && skipsContinuation():
      break
    case UInt8(ascii: "&"):
      if let (decoded, width) = SignatureText.characterReference(text, at: offset) {
        if decoded == 0x20 {
          offset += width
        } else if decoded == UInt8(ascii: "\"")
          || decoded == UInt8(ascii: "'") && closesOnLine(decoded, from: offset + width)
        {
          string(from: start, quote: decoded, openingWidth: width, isDecorated: true)
        } else {
          single(decoded, width: width, isDecorated: true)
        }
      } else {
        single(byte, width: 1)
      }
    case UInt8(ascii: ":") where peek(1) == byte:
      single(byte, width: 2)
    case UInt8(ascii: ".") where peek(1) == byte && peek(2) == byte:
      single(byte, width: 3)
    default:
      single(byte, width: 1)
    }
  }

  private mutating func single(_ byte: UInt8, width: Int, isDecorated: Bool = false) {
    let start = offset
    offset += width
    add(from: start, .punctuation, mark: byte, isDecorated: isDecorated)
  }

  private mutating func comment(from start: Int) {
    let startedLine = startsLine
    hasComments = true
    add(from: start, .comment)
    // What follows a comment is the first token of its line when the comment was.
    startsLine = startedLine
  }

  /// A literal ends at its quote; where none follows on its line, the quote is a mark of its own.
  private mutating func string(from start: Int, quote: UInt8, openingWidth: Int, isDecorated: Bool) {
    guard start >= looseQuotesEnd else { return single(quote, width: openingWidth, isDecorated: isDecorated) }
    var isDecorated = isDecorated
    offset = start + openingWidth
    loop: while offset < text.count {
      let byte = text[offset]
      switch byte {
      case quote:
        offset += 1
        return add(from: start, .string, isDecorated: isDecorated)
      case 0x0A, 0x0D:
        if commentStyle != .xml { break loop }
        offset += 1
      case UInt8(ascii: "\\") where commentStyle == .c || commentStyle == .data:
        offset = min(offset + 2, text.count)
      case UInt8(ascii: "&"):
        guard let (decoded, width) = SignatureText.characterReference(text, at: offset) else {
          offset += 1
          continue
        }
        isDecorated = true
        offset += width
        if decoded == quote { return add(from: start, .string, isDecorated: isDecorated) }
      case 0x80...:
        if SignatureText.ignorableWidth(text, at: offset) > 0 { isDecorated = true }
        offset += 1
      default:
        offset += 1
      }
    }
    // The rest of the line was searched once, and is not searched again.
    looseQuotesEnd = offset
    offset = start
    single(quote, width: openingWidth, isDecorated: isDecorated)
  }

  private func peek(_ distance: Int) -> UInt8 {
    let index = offset + distance
    return index >= 0 && index < text.count ? text[index] : 0
  }

  private func starts(with prefix: StaticString) -> Bool {
    guard offset + prefix.utf8CodeUnitCount <= text.count else { return false }
    for index in 0..<prefix.utf8CodeUnitCount where text[offset + index] != prefix.utf8Start[index] { return false }
    return true
  }

  private mutating func skipToLineEnd() {
    while offset < text.count, text[offset] != 0x0A, text[offset] != 0x0D { offset += 1 }
  }

  private mutating func skip(past end: StaticString, from distance: Int) {
    offset = min(offset + distance, text.count)
    while offset < text.count {
      if text[offset] == end.utf8Start[0], starts(with: end) {
        offset += end.utf8CodeUnitCount
        return
      }
      offset += 1
    }
  }

  /// A quote on the same line closes what would be opened here, within the length of a literal.
  private func closesOnLine(_ quote: UInt8, from start: Int) -> Bool {
    var index = start
    while index < text.count, index < start + 64 {
      let byte = text[index]
      if byte == quote { return true }
      if byte == 0x0A || byte == 0x0D { return false }
      if byte == UInt8(ascii: "&"), let (decoded, _) = SignatureText.characterReference(text, at: index),
        decoded == quote
      {
        return true
      }
      index += 1
    }
    return false
  }

  /// Skips the rest of a line that holds nothing more; false where there is something.
  private mutating func skipLineEnd() -> Bool {
    var index = offset
    while index < text.count, text[index] == 0x20 || text[index] == 0x09 { index += 1 }
    guard index < text.count, text[index] == 0x0A || text[index] == 0x0D else { return false }
    index += 1
    if index < text.count, text[index - 1] == 0x0D, text[index] == 0x0A { index += 1 }
    offset = index
    return true
  }

  private mutating func skipsContinuation() -> Bool {
    offset += 1
    if skipLineEnd() { return true }
    offset -= 1
    return false
  }
}
