import DocgenSupport

/// Finds the element, attribute or type that a block of XML or XML Schema is about: the first tag that declares a name.
struct XMLSignatureParser {
  var cursor: TokenCursor

  mutating func parse() -> Declaration? {
    while !cursor.isAtEnd {
      if cursor.mark() == UInt8(ascii: "<"), cursor.isIdentifier(1) { return takeTag() }
      // Only a prologue may stand before it.
      if cursor.mark() == UInt8(ascii: "<"), cursor.mark(1) == UInt8(ascii: "?") || cursor.mark(1) == UInt8(ascii: "!")
      {
        while !cursor.isAtEnd, cursor.mark() != UInt8(ascii: ">") { cursor.position += 1 }
      } else if cursor.tokens[cursor.position].kind != .comment {
        return nil
      }
      cursor.position += 1
    }
    return nil
  }

  private mutating func takeTag() -> Declaration? {
    let start = cursor.position
    cursor.position += 1
    let nameStart = cursor.position
    while !cursor.isAtEnd, cursor.position == nameStart || !isSpaceBefore(), isNamePart() { cursor.position += 1 }
    guard let tag = cursor.joined(nameStart..<cursor.position) else { return nil }
    var declaration = Declaration(kind: .element, name: tag, span: tag.span)
    let isSchema = tag.value.hasPrefix("xs:") || tag.value.hasPrefix("xsd:")
    while !cursor.isAtEnd, cursor.mark() != UInt8(ascii: ">") {
      if isSchema, cursor.isIdentifier(), cursor.mark(1) == UInt8(ascii: "="), let value = literal(cursor.position + 2)
      {
        if cursor.token(is: "name") || cursor.token(is: "ref") {
          declaration.name = value
        } else if cursor.token(is: "type") {
          declaration.type = value
        }
      }
      cursor.position += 1
    }
    guard !cursor.isAtEnd else { return nil }
    if isSchema {
      declaration.qualifiers = [Qualifier(name: tag)]
      if declaration.name?.span == tag.span { return nil }
    }
    declaration.span = cursor.tokens[start].span.union(cursor.tokens[cursor.position].span)
    return declaration
  }

  private func isNamePart() -> Bool {
    if cursor.isIdentifier() || cursor.tokens[cursor.position].kind == .number { return true }
    switch cursor.mark() {
    case UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "."): return true
    default: return false
    }
  }

  private func isSpaceBefore() -> Bool {
    cursor.tokens[cursor.position - 1].span.end < cursor.tokens[cursor.position].span.start
  }

  /// The text of a string without its quotes.
  private func literal(_ index: Int) -> Located<String>? {
    guard index < cursor.tokens.count, cursor.tokens[index].kind == .string, !cursor.tokens[index].isDecorated else {
      return nil
    }
    var span = cursor.tokens[index].span
    var bytes = cursor.bytes(cursor.tokens[index]).dropFirst().dropLast()
    span.start += 1
    span.end -= 1
    while let byte = bytes.first, byte <= 0x20 {
      bytes = bytes.dropFirst()
      span.start += 1
    }
    while let byte = bytes.last, byte <= 0x20 {
      bytes = bytes.dropLast()
      span.end -= 1
    }
    return bytes.isEmpty ? nil : Located(String(decoding: bytes, as: UTF8.self), at: span)
  }
}
