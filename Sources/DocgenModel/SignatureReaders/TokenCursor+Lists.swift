import DocgenSupport

extension TokenCursor {
  /// Which marks are brackets in a list.
  struct ListStyle {
    /// `<` and `>` enclose.
    var hasAngles = false
    /// `[` and `]` enclose what may be left out.
    var hasOptional = false
    /// What separates the items.
    var separator = UInt8(ascii: ",")
  }

  /// Takes a list between brackets, of which the first comes next, and returns its items.
  ///
  /// - Complexity: O(*n*) in the number of tokens.
  mutating func takeList(_ style: ListStyle = ListStyle()) throws(SignatureMismatch) -> [ListItem] {
    guard Self.closer(of: mark()) != 0 else { throw SignatureMismatch() }
    var list = ListScan(cursor: self, style: style)
    try list.run()
    position = list.cursor.position
    return list.items
  }

  /// Skips from an opening bracket past the one that closes it, where angles are brackets, too.
  mutating func skipBrackets() throws(SignatureMismatch) -> Range<Int> {
    let start = position
    _ = try takeList(ListStyle(hasAngles: true))
    return start + 1..<position - 1
  }

  /// Skips what stands between angles, if anything does: `<T, U: V<T>>`.
  mutating func skipTypeParameters() throws(SignatureMismatch) {
    if mark() == UInt8(ascii: "<") { _ = try skipBrackets() }
  }

  /// Takes a word with what follows it, up to an end: `where T: Equatable`; `nil` if it does not come next.
  mutating func takeClause(_ words: [StaticString], to ending: Ending) -> Qualifier? {
    guard token(isOneOf: words) else { return nil }
    var clause = Qualifier(name: located(position))
    position += 1
    clause.value = takeText(to: ending)
    return clause
  }

  /// The mark that closes what another opens; 0 if that opens nothing.
  static func closer(of mark: UInt8) -> UInt8 {
    switch mark {
    case UInt8(ascii: "("): UInt8(ascii: ")")
    case UInt8(ascii: "["): UInt8(ascii: "]")
    case UInt8(ascii: "{"): UInt8(ascii: "}")
    case UInt8(ascii: "<"): UInt8(ascii: ">")
    default: 0
    }
  }
}

/// Finds the items of a list.
private struct ListScan {
  var cursor: TokenCursor
  let style: TokenCursor.ListStyle
  var items: [ListItem] = []
  private var open: [UInt8] = []
  private var optionalDepth = 0
  private var start = 0

  init(cursor: TokenCursor, style: TokenCursor.ListStyle) {
    self.cursor = cursor
    self.style = style
  }

  mutating func run() throws(SignatureMismatch) {
    open.append(TokenCursor.closer(of: cursor.mark()))
    cursor.position += 1
    start = cursor.position
    while !cursor.isAtEnd {
      if try step() { return }
      cursor.position += 1
    }
    throw SignatureMismatch()
  }

  /// Looks at one token; true where it closes the list.
  private mutating func step() throws(SignatureMismatch) -> Bool {
    let mark = cursor.mark()
    switch mark {
    case 0: return false
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ">"): return try close(mark)
    case style.separator where open.count == 1: endItem()
    case UInt8(ascii: "[") where open.count == 1 && opensOptional():
      endItem()
      optionalDepth += 1
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): open.append(TokenCursor.closer(of: mark))
    case UInt8(ascii: "<") where style.hasAngles || open == [UInt8(ascii: ">")]: open.append(UInt8(ascii: ">"))
    default: break
    }
    return false
  }

  /// `[, b]` and `[b]` hold what may be left out; `b[]` does not.
  private func opensOptional() -> Bool {
    style.hasOptional && (cursor.position == start || cursor.mark(1) == style.separator)
  }

  private mutating func close(_ mark: UInt8) throws(SignatureMismatch) -> Bool {
    if mark == UInt8(ascii: ">") {
      guard open.last == mark, !cursor.isArrowHead() else { return false }
    } else {
      // What looked like an angle was a sign.
      while open.last == UInt8(ascii: ">"), open.count > 1 { open.removeLast() }
    }
    if mark == UInt8(ascii: "]"), open.count == 1, optionalDepth > 0 {
      endItem()
      optionalDepth -= 1
      return false
    }
    guard open.last == mark else { throw SignatureMismatch() }
    open.removeLast()
    guard open.isEmpty else { return false }
    endItem()
    cursor.position += 1
    return true
  }

  private mutating func endItem() {
    if cursor.position > start {
      items.append(ListItem(range: start..<cursor.position, isOptional: optionalDepth > 0))
    }
    start = cursor.position + 1
  }
}
