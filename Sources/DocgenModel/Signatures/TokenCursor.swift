import DocgenSupport

/// A block could not be read as a declaration; it is kept as tokens.
struct SignatureMismatch: Error {}

/// A place in the tokens of a block, with access to their text.
struct TokenCursor {
  let text: UnsafeBufferPointer<UInt8>
  let base: Int32
  let tokens: UnsafeBufferPointer<SignatureToken>
  var position = 0
  private var scratch: [UInt8] = []

  init(text: UnsafeBufferPointer<UInt8>, base: Int32, tokens: UnsafeBufferPointer<SignatureToken>) {
    self.text = text
    self.base = base
    self.tokens = tokens
  }

  @inline(__always)
  var isAtEnd: Bool { position >= tokens.count }

  /// The token at an index; an empty one where there is none.
  subscript(index: Int) -> SignatureToken {
    if index >= 0, index < tokens.count { return tokens[index] }
    let end = tokens.last?.span.end ?? base
    return SignatureToken(span: SourceSpan(start: end, end: end), kind: .punctuation, startsLine: true)
  }

  /// The mark at a distance; 0 where there is none.
  @inline(__always)
  func mark(_ distance: Int = 0) -> UInt8 {
    let index = position + distance
    return index >= 0 && index < tokens.count ? tokens[index].mark : 0
  }

  @inline(__always)
  func isIdentifier(_ distance: Int = 0) -> Bool {
    let index = position + distance
    return index >= 0 && index < tokens.count && tokens[index].kind == .identifier
  }

  /// The known word at a distance.
  @inline(__always)
  func word(_ distance: Int = 0) -> SignatureWord {
    let index = position + distance
    return index >= 0 && index < tokens.count ? tokens[index].word : .none
  }

  @inline(__always)
  func startsLine(_ distance: Int = 0) -> Bool {
    let index = position + distance
    return index < 0 || index >= tokens.count || tokens[index].startsLine
  }

  /// Takes a mark; false where another token stands.
  @inline(__always)
  mutating func take(_ mark: UInt8) -> Bool {
    guard self.mark() == mark else { return false }
    position += 1
    return true
  }

  mutating func expect(_ mark: UInt8) throws(SignatureMismatch) {
    guard take(mark) else { throw SignatureMismatch() }
  }

  func bytes(_ token: SignatureToken) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: text[Int(token.span.start - base)..<Int(token.span.end - base)])
  }

  /// The token's text is this, exactly.
  func token(_ distance: Int = 0, is expected: StaticString) -> Bool {
    let index = position + distance
    guard index >= 0, index < tokens.count else { return false }
    let bytes = bytes(tokens[index])
    guard bytes.count == expected.utf8CodeUnitCount else { return false }
    for index in 0..<bytes.count where bytes[index] != expected.utf8Start[index] { return false }
    return true
  }

  /// The token's text is this, where case does not count; `expected` is in lower case.
  func token(_ distance: Int = 0, isCaseInsensitively expected: StaticString) -> Bool {
    let index = position + distance
    guard index >= 0, index < tokens.count else { return false }
    let bytes = bytes(tokens[index])
    guard bytes.count == expected.utf8CodeUnitCount else { return false }
    for index in 0..<bytes.count {
      let byte = bytes[index]
      let lowered = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      if lowered != expected.utf8Start[index] { return false }
    }
    return true
  }

  /// The text of one token.
  func located(_ index: Int) -> Located<String> {
    let token = self[index]
    let bytes = bytes(token)
    guard token.isDecorated else { return Located(String(decoding: bytes, as: UTF8.self), at: token.span) }
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    SignatureText.forEachByte(bytes) { plain.append($0) }
    return Located(String(decoding: plain, as: UTF8.self), at: token.span)
  }

  /// The text of some tokens as one, with spaces only where they are needed to read it.
  mutating func joined(_ indices: some Collection<Int>) -> Located<String>? {
    guard let first = indices.first else { return nil }
    if indices.count == 1 { return located(first) }
    scratch.removeAll(keepingCapacity: true)
    var previous: SignatureToken?
    var span = tokens[first].span
    for index in indices {
      let token = tokens[index]
      if token.kind == .comment { continue }
      if let previous, Self.needsSpace(previous, token) { scratch.append(0x20) }
      if token.isDecorated {
        SignatureText.forEachByte(bytes(token)) { scratch.append($0) }
      } else {
        scratch.append(contentsOf: bytes(token))
      }
      span = span.union(token.span)
      previous = token
    }
    return Located(String(decoding: scratch, as: UTF8.self), at: span)
  }

  /// A space stands between two tokens, whatever stands between them in the text.
  private static func needsSpace(_ left: SignatureToken, _ right: SignatureToken) -> Bool {
    let isAfterWord = left.kind != .punctuation
    switch right.mark {
    case 0:
      switch left.mark {
      case 0: return isAfterWord
      case UInt8(ascii: "*"), UInt8(ascii: "&"), UInt8(ascii: "^"), UInt8(ascii: ")"):
        return right.word == .constKeyword || right.word == .cvQualifier
      case UInt8(ascii: ","), UInt8(ascii: ">"), UInt8(ascii: "="), UInt8(ascii: "|"), UInt8(ascii: "+"),
        UInt8(ascii: "]"):
        return true
      default: return false
      }
    case UInt8(ascii: "*"), UInt8(ascii: "&"), UInt8(ascii: "^"):
      return isAfterWord || left.mark == UInt8(ascii: ">") || left.mark == UInt8(ascii: ",")
        || left.mark == UInt8(ascii: ")")
    case UInt8(ascii: "="), UInt8(ascii: "|"), UInt8(ascii: "+"):
      return isAfterWord || left.mark == UInt8(ascii: ")") || left.mark == UInt8(ascii: "]")
    case UInt8(ascii: "("):
      return left.word != .none && left.word != .typeMacro || left.mark == UInt8(ascii: ",")
        || left.mark == UInt8(ascii: "=")
        || left.mark == UInt8(ascii: "|") || left.mark == UInt8(ascii: "+")
    case UInt8(ascii: "{"), UInt8(ascii: "-"), UInt8(ascii: "["):
      return left.mark == UInt8(ascii: ",") || left.mark == UInt8(ascii: "=")
    default:
      return left.mark == UInt8(ascii: ",") && right.mark != UInt8(ascii: ")")
    }
  }

  /// The position after the bracket that closes the one at the current position; nil when nothing does.
  func closing() -> Int? {
    var depth = 0
    var index = position
    while index < tokens.count {
      switch tokens[index].mark {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return index + 1 }
      default: break
      }
      index += 1
    }
    return nil
  }
}
