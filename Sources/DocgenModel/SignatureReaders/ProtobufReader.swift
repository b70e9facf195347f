import DocgenSupport

/// Reads Protocol Buffers: services, messages and enumerations.
struct ProtobufReader: SignatureReader {
  var cursor: TokenCursor
  private var level = 0
  private var isEnumeration = false

  init(cursor: TokenCursor) { self.cursor = cursor }

  private static let kinds: [(StaticString, Declaration.Kind)] = [
    ("service", .interface), ("message", .structure), ("enum", .enumeration), ("oneof", .union), ("extend", .structure),
  ]

  mutating func statement() throws(SignatureMismatch) -> Declaration? {
    let start = cursor.position
    if cursor.token(isOneOf: ["syntax", "edition", "package", "import", "option", "reserved", "extensions"]) {
      _ = cursor.skip(to: .init(marks: [UInt8(ascii: ";")]))
      return nil
    }
    let declaration = try body(from: start)
    return try completed(declaration, from: start, isMember: level > 0)
  }

  private mutating func body(from start: Int) throws(SignatureMismatch) -> Declaration {
    if cursor.token(is: "rpc"), cursor.isIdentifier(1) { return try call(from: start) }
    for (word, kind) in Self.kinds where cursor.token(is: word) && cursor.isIdentifier(1) {
      cursor.position += 1
      return try type(kind, from: start)
    }
    return try field(from: start)
  }

  private mutating func type(_ kind: Declaration.Kind, from start: Int) throws(SignatureMismatch) -> Declaration {
    var type = declaration(kind, nil, from: start)
    try takePath(into: &type)
    let outer = (level, isEnumeration)
    defer { (level, isEnumeration) = outer }
    level += 1
    isEnumeration = kind == .enumeration
    try members(of: &type, level: level)
    return type
  }

  /// `rpc Open(stream Request) returns (Response)`.
  private mutating func call(from start: Int) throws(SignatureMismatch) -> Declaration {
    cursor.position += 1
    var call = declaration(.method, try cursor.takeName(), from: start)
    call.parameters = try cursor.takeList().map { item in
      var parameter = ParameterDeclaration(item, in: cursor)
      parameter.type = cursor.written(item.range)
      return parameter
    }
    guard cursor.takeWord("returns") else { throw SignatureMismatch() }
    call.type = cursor.written(try cursor.skipBrackets())
    try skipBody()
    return call
  }

  /// `repeated T name = 1 [deprecated = true]`; in an enumeration `NAME = 1`.
  private mutating func field(from start: Int) throws(SignatureMismatch) -> Declaration {
    let range = cursor.skip(to: .init(marks: [UInt8(ascii: "="), UInt8(ascii: ";")]))
    guard let last = range.last, cursor[last].kind == .identifier, cursor.take(UInt8(ascii: "=")) else {
      throw SignatureMismatch()
    }
    guard range.count > 1 || isEnumeration || level == 0 else { throw SignatureMismatch() }
    var field = declaration(range.count > 1 ? .field : .enumerator, cursor.located(last), from: start)
    field.type = cursor.written(range.dropLast())
    field.value = cursor.takeText(to: .init(marks: [UInt8(ascii: ";"), UInt8(ascii: "[")], hasAngles: false))
    if cursor.mark() == UInt8(ascii: "[") {
      if let text = cursor.written(try cursor.skipBrackets()) { field.qualifiers.append(Qualifier(name: text)) }
    }
    try skipBody()
    return field
  }
}
