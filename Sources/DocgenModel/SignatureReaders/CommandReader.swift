import DocgenSupport

/// Reads the syntax of PowerShell's commands, one declaration for each parameter set:
/// `Get-Box [[-Path] <String[]>] [-Force] [<CommonParameters>]`.
struct CommandReader: SignatureReader {
  var cursor: TokenCursor

  /// Whether a block of unknown language is the syntax of a command: `Verb-Noun`, and an option or brackets after it.
  static func isSyntax(_ cursor: TokenCursor) -> Bool {
    guard let end = nameEnd(in: cursor, at: cursor.position), cursor.isCapital(cursor.position) else { return false }
    guard end < cursor.tokens.count else { return true }
    switch cursor[end].mark {
    case UInt8(ascii: "["), UInt8(ascii: "-"): return true
    case UInt8(ascii: "<"): return end + 1 < cursor.tokens.count && cursor[end + 1].kind == .identifier
    default: return nameEnd(in: cursor, at: end) != nil && cursor[end].startsLine
    }
  }

  /// The index after `Verb-Noun` or `Module\Verb-Noun`, which nothing separates; `nil` if there is none.
  private static func nameEnd(in cursor: TokenCursor, at start: Int) -> Int? {
    var index = start
    let tokens = cursor.tokens
    func isGlued(_ index: Int) -> Bool { tokens[index - 1].span.end == tokens[index].span.start }
    while index + 2 < tokens.count, tokens[index].kind == .identifier,
      tokens[index + 1].mark == UInt8(ascii: "\\")
        || tokens[index + 1].mark == UInt8(ascii: "."), isGlued(index + 1), isGlued(index + 2)
    {
      index += 2
    }
    guard index + 2 < tokens.count, tokens[index].kind == .identifier, tokens[index + 1].mark == UInt8(ascii: "-"),
      tokens[index + 2].kind == .identifier, isGlued(index + 1), isGlued(index + 2)
    else { return nil }
    return index + 3
  }

  mutating func statement() throws(SignatureMismatch) -> Declaration? {
    let start = cursor.position
    if cursor.token(isCaseInsensitively: "function") || cursor.token(isCaseInsensitively: "filter") {
      return try function(from: start)
    }
    var command = declaration(.command, try takeCommandName(), from: start)
    while !cursor.isAtEnd, !startsCommand() {
      guard let parameter = try parameter() else { continue }
      command.parameters.append(parameter)
    }
    // A command that is called, with values of one's own, is a program.
    guard command.parameters.isEmpty || isSyntax(command) else { throw SignatureMismatch() }
    command.span = cursor.span(from: start)
    return command
  }

  private func isSyntax(_ command: Declaration) -> Bool {
    command.parameters.contains { $0.direction != nil || $0.isVariadic || $0.type != nil }
      && !command.parameters.contains { $0.name == nil && !$0.isVariadic && $0.type == nil }
  }

  private mutating func takeCommandName() throws(SignatureMismatch) -> Located<String> {
    guard let end = Self.nameEnd(in: cursor, at: cursor.position) ?? plainNameEnd(),
      let name = cursor.written(from: cursor.position, to: end)
    else { throw SignatureMismatch() }
    cursor.position = end
    return name
  }

  /// `mkdir [[-Path] <String[]>]`: a name without a hyphen, before an option or brackets.
  private func plainNameEnd() -> Int? {
    guard cursor.isIdentifier(), cursor.startsLine() else { return nil }
    switch cursor.mark(1) {
    case UInt8(ascii: "["), UInt8(ascii: "<"), UInt8(ascii: "-"): return cursor.position + 1
    case UInt8(ascii: ":") where cursor[cursor.position + 1].startsLine == false: return nil
    default: return cursor.position + 1 == cursor.tokens.count || cursor.startsLine(1) ? cursor.position + 1 : nil
    }
  }

  private func startsCommand() -> Bool {
    cursor.startsLine() && cursor.isIdentifier()
  }

  // MARK: Parameters

  /// `-Name <Type>`, `[-Name <Type>]`, `[[-Name] <Type>]`, `[-Switch]`, `[<CommonParameters>]`.
  private mutating func parameter() throws(SignatureMismatch) -> ParameterDeclaration? {
    let start = cursor.position
    var parameter = ParameterDeclaration(span: cursor.span(of: start..<start + 1))
    let isOptional = cursor.mark() == UInt8(ascii: "[") && !isBracketedName()
    if isOptional {
      parameter.direction = Located(.optional, at: parameter.span)
      cursor.position += 1
    }
    if cursor.mark() == UInt8(ascii: "<"), cursor.token(1, isCaseInsensitively: "commonparameters") {
      cursor.position += 1
      parameter.name = try cursor.takeName()
      parameter.isVariadic = true
      try cursor.expect(UInt8(ascii: ">"))
    } else {
      try takeName(of: &parameter)
      try takeType(of: &parameter)
    }
    if isOptional { try cursor.expect(UInt8(ascii: "]")) }
    parameter.span = cursor.span(from: start)
    return parameter
  }

  /// `[-Path]`, which may be left out where the value stands in its place.
  private func isBracketedName() -> Bool {
    guard cursor.mark(1) == UInt8(ascii: "-"), let end = cursor.closing() else { return false }
    return end < cursor.tokens.count && cursor[end].mark == UInt8(ascii: "<")
  }

  private mutating func takeName(of parameter: inout ParameterDeclaration) throws(SignatureMismatch) {
    let isPositional = cursor.mark() == UInt8(ascii: "[") && isBracketedName()
    if isPositional {
      parameter.qualifiers.append(
        Qualifier(name: Located("positional", at: cursor.span(of: cursor.position..<cursor.position + 3))))
      cursor.position += 1
    }
    guard cursor.take(UInt8(ascii: "-")) else {
      // A value without a name: `<ScriptBlock>`.
      guard cursor.mark() == UInt8(ascii: "<") || cursor.mark() == UInt8(ascii: "{") else { throw SignatureMismatch() }
      return
    }
    parameter.name = try cursor.takeName()
    if isPositional { try cursor.expect(UInt8(ascii: "]")) }
  }

  /// `<String[]>`, or the values that there are: `{A | B}`.
  private mutating func takeType(of parameter: inout ParameterDeclaration) throws(SignatureMismatch) {
    guard cursor.mark() == UInt8(ascii: "<") || cursor.mark() == UInt8(ascii: "{") else { return }
    let inside = try cursor.skipBrackets()
    parameter.type = cursor.written(inside)
    if cursor.mark() == UInt8(ascii: "["), cursor.mark(1) == UInt8(ascii: "]") {
      parameter.arraySuffix = cursor.written(from: cursor.position, to: cursor.position + 2)
      cursor.position += 2
    }
    // The values that a type has may follow it.
    if cursor.mark() == UInt8(ascii: "{") { _ = try cursor.skipBrackets() }
  }

  // MARK: Functions

  /// `function Get-Box { param([String] $Path = '.', [switch] $Force) … }`.
  private mutating func function(from start: Int) throws(SignatureMismatch) -> Declaration {
    cursor.position += 1
    var function = declaration(.function, try takeCommandName(), from: start)
    if cursor.mark() == UInt8(ascii: "(") { function.parameters = try takeDeclared() }
    guard cursor.mark() == UInt8(ascii: "{"), let end = cursor.closing() else { throw SignatureMismatch() }
    while cursor.position < end - 1, !cursor.token(isCaseInsensitively: "param") {
      cursor.position += 1
    }
    if cursor.position < end - 1 {
      cursor.position += 1
      function.parameters = try takeDeclared()
    }
    cursor.position = end
    function.span = cursor.span(from: start)
    return function
  }

  private mutating func takeDeclared() throws(SignatureMismatch) -> [ParameterDeclaration] {
    var result: [ParameterDeclaration] = []
    for item in try cursor.takeList() {
      guard let name = item.range.first(where: { isVariable($0) }) else { throw SignatureMismatch() }
      var parameter = ParameterDeclaration(item, in: cursor)
      parameter.name = cursor.located(name)
      if name > item.range.lowerBound, cursor[name - 1].mark == UInt8(ascii: "]") {
        let open = item.range.prefix { $0 < name }.last {
          cursor[$0].mark == UInt8(ascii: "[") && isTypeStart($0, item)
        }
        if let open { parameter.type = cursor.written(from: open + 1, to: name - 1) }
      }
      if name + 2 < item.range.upperBound, cursor[name + 1].mark == UInt8(ascii: "=") {
        parameter.defaultValue = cursor.written(from: name + 2, to: item.range.upperBound)
      }
      result.append(parameter)
    }
    return result
  }

  /// The bracket that opens a type, and not that of an array in it.
  private func isTypeStart(_ index: Int, _ item: ListItem) -> Bool {
    index == item.range.lowerBound || cursor[index - 1].mark == UInt8(ascii: "]")
      || cursor[index - 1].span.end < cursor[index].span.start
  }

  private func isVariable(_ index: Int) -> Bool {
    cursor[index].kind == .identifier && cursor.bytes(cursor[index]).first == UInt8(ascii: "$")
  }
}

extension TokenCursor {
  /// The token begins with a capital.
  fileprivate func isCapital(_ index: Int) -> Bool {
    index < tokens.count && bytes(tokens[index]).first.map { (0x41...0x5A).contains($0) } ?? false
  }
}
