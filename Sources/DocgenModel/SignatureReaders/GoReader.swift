import DocgenSupport

/// Reads Go.
struct GoReader: SignatureReader {
  var cursor: TokenCursor
  private var level = 0

  init(cursor: TokenCursor) { self.cursor = cursor }

  mutating func statement() throws(SignatureMismatch) -> Declaration? {
    let start = cursor.position
    if cursor.token(isOneOf: ["package", "import"]) {
      cursor.position += 1
      if cursor.mark() == UInt8(ascii: "("), let end = cursor.closing() { cursor.position = end }
      while !cursor.isLineEnd { cursor.position += 1 }
      return nil
    }
    let declaration = try body(from: start)
    return try completed(declaration, from: start, isMember: level > 0)
  }

  private mutating func body(from start: Int) throws(SignatureMismatch) -> Declaration {
    if level > 0 { return try method(from: start) }
    if cursor.takeWord("func") { return try function(from: start) }
    if cursor.takeWord("type") { return try type(from: start) }
    if cursor.token(isOneOf: ["const", "var"]) { return try variable(from: start) }
    throw SignatureMismatch()
  }

  /// A method of an interface, or a type that is part of it.
  private mutating func method(from start: Int) throws(SignatureMismatch) -> Declaration {
    guard cursor.isIdentifier(), cursor.mark(1) == UInt8(ascii: "(") else {
      var part = declaration(.typeAlias, nil, from: start)
      part.type = cursor.takeText(to: .init(isLine: true))
      guard part.type != nil else { throw SignatureMismatch() }
      return part
    }
    var method = declaration(.method, try cursor.takeName(), from: start)
    try takeCall(of: &method)
    return method
  }

  private mutating func function(from start: Int) throws(SignatureMismatch) -> Declaration {
    var function = declaration(.function, nil, from: start)
    if cursor.mark() == UInt8(ascii: "(") {
      function.kind = .method
      let receiver = try cursor.skipBrackets()
      var type = receiver.filter { cursor[$0].kind == .identifier }
      if let bracket = receiver.first(where: { cursor[$0].mark == UInt8(ascii: "[") }) {
        type.removeAll { $0 > bracket }
      }
      function.owner = type.last.map { cursor.located($0) }
    }
    try takePath(into: &function)
    if cursor.mark() == UInt8(ascii: "[") { _ = try cursor.skipBrackets() }
    try takeCall(of: &function)
    return function
  }

  /// Parameters, results and body.
  private mutating func takeCall(of function: inout Declaration) throws(SignatureMismatch) {
    function.parameters = try takeParameters()
    if !cursor.isLineEnd, cursor.mark() != UInt8(ascii: "{") {
      function.type = cursor.takeText(to: .init(marks: [UInt8(ascii: "{"), UInt8(ascii: ";")], isLine: true))
    }
    try skipBody()
  }

  private mutating func type(from start: Int) throws(SignatureMismatch) -> Declaration {
    var type = declaration(.typeAlias, try cursor.takeName(), from: start)
    if cursor.mark() == UInt8(ascii: "["), cursor.isIdentifier(1), !cursor.startsLine() {
      _ = try cursor.skipBrackets()
    }
    _ = cursor.take(UInt8(ascii: "="))
    if cursor.takeWord("struct") {
      type.kind = .structure
      if cursor.mark() == UInt8(ascii: "{") { type.members = try fields() }
    } else if cursor.takeWord("interface") {
      type.kind = .interface
      level += 1
      defer { level -= 1 }
      try members(of: &type, level: level)
    } else if cursor.takeWord("func") {
      type.kind = .callback
      try takeCall(of: &type)
    } else {
      type.type = cursor.takeText(to: .init(marks: [UInt8(ascii: ";")], isLine: true))
      guard type.type != nil else { throw SignatureMismatch() }
    }
    return type
  }

  /// The fields of a structure, one or more of a type on a line, with their tags.
  private mutating func fields() throws(SignatureMismatch) -> [Declaration] {
    try cursor.expect(UInt8(ascii: "{"))
    var result: [Declaration] = []
    while !cursor.take(UInt8(ascii: "}")) {
      if cursor.isAtEnd { throw SignatureMismatch() }
      if cursor.take(UInt8(ascii: ";")) { continue }
      result += try field()
    }
    return result
  }

  private mutating func field() throws(SignatureMismatch) -> [Declaration] {
    let start = cursor.position
    var names: [Located<String>] = []
    while cursor.isIdentifier(), cursor.mark(1) == UInt8(ascii: ",") {
      names.append(try cursor.takeName())
      cursor.position += 1
    }
    if cursor.isIdentifier(), cursor.position + 1 < cursor.tokens.count, !cursor.startsLine(1),
      cursor.mark(1) != UInt8(ascii: "."), cursor.mark(1) != UInt8(ascii: "}")
    {
      names.append(try cursor.takeName())
    }
    let type = cursor.takeText(to: .init(marks: [UInt8(ascii: "`"), UInt8(ascii: ";")], isLine: true))
    if cursor.take(UInt8(ascii: "`")) {
      while !cursor.isAtEnd, !cursor.take(UInt8(ascii: "`")) { cursor.position += 1 }
    }
    guard cursor.position > start else { throw SignatureMismatch() }
    // A type alone is embedded, and gives the field its name.
    if names.isEmpty, let type { names = [type] }
    return names.map { name in
      var field = declaration(.field, name, from: start)
      field.type = type
      return field
    }
  }

  private mutating func variable(from start: Int) throws(SignatureMismatch) -> Declaration {
    let kind: Declaration.Kind = cursor.token(is: "const") ? .constant : .variable
    cursor.position += 1
    if cursor.mark() == UInt8(ascii: "(") { return try group(kind, from: start) }
    return try variable(kind, from: start)
  }

  private mutating func variable(_ kind: Declaration.Kind, from start: Int) throws(SignatureMismatch) -> Declaration {
    var variable = declaration(kind, try cursor.takeName(), from: start)
    while cursor.take(UInt8(ascii: ",")) { variable.otherNames.append(try cursor.takeName()) }
    if !cursor.isLineEnd, cursor.mark() != UInt8(ascii: "="), cursor.mark() != UInt8(ascii: ")") {
      variable.type = cursor.takeText(to: .init(marks: [UInt8(ascii: "="), UInt8(ascii: ";")], isLine: true))
    }
    if cursor.take(UInt8(ascii: "=")) { variable.value = cursor.takeText(to: .init(isLine: true, hasAngles: false)) }
    variable.span = cursor.span(from: start)
    return variable
  }

  /// `const ( A = iota; B )`.
  private mutating func group(_ kind: Declaration.Kind, from start: Int) throws(SignatureMismatch) -> Declaration {
    var group = declaration(kind == .constant ? .enumeration : .namespace, nil, from: start)
    try cursor.expect(UInt8(ascii: "("))
    while !cursor.take(UInt8(ascii: ")")) {
      if cursor.isAtEnd { throw SignatureMismatch() }
      if cursor.take(UInt8(ascii: ";")) { continue }
      group.members.append(try variable(kind, from: cursor.position))
    }
    return group
  }

  /// `a, b int, c ...string`: names without a type have that of the next; where none has two words, all are types.
  private mutating func takeParameters() throws(SignatureMismatch) -> [ParameterDeclaration] {
    let items = try cursor.takeList()
    let areNamed = items.contains { isNamed($0.range) }
    var result: [ParameterDeclaration] = []
    for item in items.reversed() {
      var parameter = ParameterDeclaration(item, in: cursor)
      var type = item.range
      if areNamed {
        parameter.name = cursor.located(item.range.lowerBound)
        type = item.range.dropFirst()
      }
      if type.isEmpty {
        parameter.type = result.last?.type
        parameter.isVariadic = result.last?.isVariadic ?? false
      } else {
        parameter.isVariadic =
          cursor[type.lowerBound].length == 3 && cursor[type.lowerBound].mark == UInt8(ascii: ".")
        parameter.type = cursor.written(parameter.isVariadic ? type.dropFirst() : type)
      }
      result.append(parameter)
    }
    return result.reversed()
  }

  private func isNamed(_ range: Range<Int>) -> Bool {
    guard range.count > 1, cursor[range.lowerBound].kind == .identifier else { return false }
    let words: [StaticString] = ["func", "chan", "map", "struct", "interface"]
    guard !cursor.token(range.lowerBound - cursor.position, isOneOf: words) else { return false }
    return cursor[range.lowerBound + 1].mark != UInt8(ascii: ".")
      || cursor[range.lowerBound + 1].length == 3
  }
}
