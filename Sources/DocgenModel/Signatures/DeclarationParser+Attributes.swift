import DocgenSupport

extension DeclarationParser {
  /// One bracketed list: `[in, out]`, `[Abstract, Version("2.22.0")]`, `[size_is(n)]`, `[assembly: X]`.
  mutating func parseAttributes(
    into qualifiers: inout [Qualifier], direction: inout Located<ParameterDirection>?
  ) throws(SignatureMismatch) {
    try cursor.expect(UInt8(ascii: "["))
    while !cursor.take(UInt8(ascii: "]")) {
      if cursor.isAtEnd { throw SignatureMismatch() }
      if cursor.take(UInt8(ascii: ",")) || skipComment() { continue }
      guard cursor.isIdentifier() else { throw SignatureMismatch() }
      if let flag = bracketDirection() {
        add(flag, at: cursor.tokens[cursor.position].span, to: &direction)
        cursor.position += 1
        continue
      }
      let start = cursor.position
      cursor.position += 1
      while cursor.isIdentifier() || cursor.mark() == UInt8(ascii: ".") || cursor.mark() == UInt8(ascii: "-") {
        cursor.position += 1
      }
      guard let name = cursor.joined(start..<cursor.position) else { throw SignatureMismatch() }
      var value: Located<String>?
      switch cursor.mark() {
      case UInt8(ascii: "("), UInt8(ascii: "{"):
        let inside = try skipBrackets()
        value = cursor.joined(inside)
      case UInt8(ascii: "="):
        cursor.position += 1
        let inside = try skipExpression(to: UInt8(ascii: ","), or: UInt8(ascii: "]"))
        value = cursor.joined(inside)
      default: break
      }
      // The flavours of a MOF qualifier (`: ToSubclass DisableOverride`) and the target of a C# attribute.
      if cursor.take(UInt8(ascii: ":")) {
        while cursor.isIdentifier() { cursor.position += 1 }
        if cursor.mark() == UInt8(ascii: "(") { _ = try skipBrackets() }
      }
      qualifiers.append(Qualifier(name: name, value: value))
    }
  }

  /// The direction that the current token says inside of brackets; case does not count.
  private func bracketDirection() -> ParameterDirection? {
    let mark = cursor.mark(1)
    guard mark == UInt8(ascii: ",") || mark == UInt8(ascii: "]") || mark == 0 else { return nil }
    let token = cursor.tokens[cursor.position]
    switch token.length {
    case 2: return cursor.token(isCaseInsensitively: "in") ? .in : nil
    case 3: return cursor.token(isCaseInsensitively: "out") ? .out : nil
    case 5: return cursor.token(isCaseInsensitively: "inout") ? .inOut : nil
    case 6: return cursor.token(isCaseInsensitively: "retval") ? .returnValue : nil
    case 8:
      if cursor.token(isCaseInsensitively: "optional") { return .optional }
      return cursor.token(isCaseInsensitively: "reserved") ? .reserved : nil
    default: return nil
    }
  }

  func add(_ flag: ParameterDirection, at span: SourceSpan, to direction: inout Located<ParameterDirection>?) {
    if let old = direction {
      direction = Located(old.value.union(flag), at: old.span.union(span))
    } else {
      direction = Located(flag, at: span)
    }
  }

  /// The next tokens are an attribute list and not the bounds of an array.
  func isAttributeList() -> Bool {
    guard cursor.mark() == UInt8(ascii: "["), cursor.isIdentifier(1) else { return false }
    for word: StaticString in ["in", "out", "optional", "retval", "size_is", "string", "unique", "annotation", "ref"]
    where cursor.token(1, isCaseInsensitively: word) { return true }
    return false
  }

  /// Takes an annotation (`_In_reads_(n)`, `__in_ecount(n)`, `OUT`) at the current position; false where there is none.
  mutating func takeAnnotation(
    into qualifiers: inout [Qualifier], direction: inout Located<ParameterDirection>?
  ) throws(SignatureMismatch) -> Bool {
    guard cursor.isIdentifier() else { return false }
    let token = cursor.tokens[cursor.position]
    let flag: ParameterDirection
    switch token.word {
    case .inWord: flag = .in
    case .outWord: flag = .out
    case .inOutWord: flag = .inOut
    case .optionalWord: flag = .optional
    case .reserved: flag = .reserved
    case .none:
      guard let found = annotationDirection(of: cursor.bytes(token)) else { return false }
      if found.isEmpty, !cursor.isIdentifier(1), cursor.mark(1) != UInt8(ascii: "(") { return false }
      flag = found
    default: return false
    }
    // A word such as `IN` may itself be a name: `DWORD IN)`.
    if token.word != .none, cursor.bytes(token)[0] != UInt8(ascii: "_") {
      let next = cursor.mark(1)
      if token.word != .optionalWord, !cursor.isIdentifier(1), next != UInt8(ascii: "[") { return false }
    }
    let index = cursor.position
    cursor.position += 1
    var value: Located<String>?
    if cursor.mark() == UInt8(ascii: "(") {
      let inside = try skipBrackets()
      value = cursor.joined(inside)
      // `FARPROC _Name_(…);` is a function.
      if flag.isEmpty, cursor.isAtEnd || cursor.mark() == UInt8(ascii: ";") {
        cursor.position = index
        return false
      }
    }
    if !flag.isEmpty { add(flag, at: token.span, to: &direction) }
    if value != nil || flag.isEmpty { qualifiers.append(Qualifier(name: cursor.located(index), value: value)) }
    return true
  }

  /// The direction in the name of a source annotation: `_Out_writes_opt_`, `__in_bcount`, `__deref_out_opt`, `_COM_Outptr_`.
  ///
  /// Nil for a name that is no annotation, empty for one that says nothing about the direction.
  func annotationDirection(of name: UnsafeBufferPointer<UInt8>) -> ParameterDirection? {
    guard name.count >= 4, name[0] == UInt8(ascii: "_") else { return nil }
    let isOld = name[1] == UInt8(ascii: "_") && name[2] >= UInt8(ascii: "a") && name[2] <= UInt8(ascii: "z")
    let isRPC = name.count > 7 && name[1] == UInt8(ascii: "_") && name[2] == UInt8(ascii: "R")
    let isNew =
      name[1] >= UInt8(ascii: "A") && name[1] <= UInt8(ascii: "Z") && name[name.count - 1] == UInt8(ascii: "_")
    guard isOld || isNew || isRPC else { return nil }
    var result: ParameterDirection = []
    var isKnown = isNew
    var start = 0
    var index = 0
    // The parts between the underscores.
    while index <= name.count {
      if index == name.count || name[index] == UInt8(ascii: "_") {
        let part = UnsafeBufferPointer(rebasing: name[start..<index])
        if let flag = Self.partDirection(part) {
          result.formUnion(flag)
          isKnown = true
        }
        start = index + 1
      }
      index += 1
    }
    return isKnown ? result : nil
  }

  private static func partDirection(_ part: UnsafeBufferPointer<UInt8>) -> ParameterDirection? {
    func has(_ text: StaticString) -> Bool {
      guard part.count == text.utf8CodeUnitCount else { return false }
      for index in 0..<part.count where part[index] | 0x20 != text.utf8Start[index] { return false }
      return true
    }
    switch part.count {
    case 2: return has("in") ? .in : nil
    case 3:
      if has("out") { return .out }
      return has("opt") ? .optional : nil
    case 5: return has("inout") ? .inOut : nil
    case 6:
      if has("outptr") { return .out }
      return has("retval") ? .out : nil
    case 8:
      if has("reserved") { return .reserved }
      return has("optional") ? .optional : nil
    default: return nil
    }
  }

  /// Takes a direction from a comment: `/* [in] */`, `/*[out, retval]*/`.
  mutating func takeComment(direction: inout Located<ParameterDirection>?) -> Bool {
    guard !cursor.isAtEnd, cursor.tokens[cursor.position].kind == .comment else { return false }
    let token = cursor.tokens[cursor.position]
    cursor.position += 1
    let bytes = cursor.bytes(token)
    guard bytes.count < 64, bytes.contains(UInt8(ascii: "[")) else { return true }
    var isInside = false
    var word: [UInt8] = []
    for byte in bytes {
      let lowered = byte | 0x20
      if isInside, lowered >= UInt8(ascii: "a"), lowered <= UInt8(ascii: "z") {
        word.append(lowered)
        continue
      }
      if !word.isEmpty {
        switch String(decoding: word, as: UTF8.self) {
        case "in": add(.in, at: token.span, to: &direction)
        case "out": add(.out, at: token.span, to: &direction)
        case "optional": add(.optional, at: token.span, to: &direction)
        case "retval": add(.returnValue, at: token.span, to: &direction)
        default: break
        }
        word.removeAll(keepingCapacity: true)
      }
      if byte == UInt8(ascii: "[") { isInside = true }
      if byte == UInt8(ascii: "]") { isInside = false }
    }
    return true
  }
}
