import DocgenSupport

/// Parses the form in which messages are shown: the name on a line of its own, then what `wParam` and `lParam` are.
///
///     WM_COMMAND
///
///         WPARAM wParam;
///         pnmh = (LPNMHDR) lParam;
struct MessageParser {
  var cursor: TokenCursor

  /// The message, or nil when the block has another form.
  mutating func parse() -> Declaration? {
    while !cursor.isAtEnd, cursor.tokens[cursor.position].kind == .comment { cursor.position += 1 }
    guard cursor.isIdentifier(), isMessageName(), cursor.startsLine(1) || cursor.mark(1) == UInt8(ascii: ";") else {
      return nil
    }
    var declaration = Declaration(
      kind: .message, name: cursor.located(cursor.position), span: cursor.tokens[cursor.position].span)
    cursor.position += 1
    _ = cursor.take(UInt8(ascii: ";"))
    while !cursor.isAtEnd {
      if cursor.take(UInt8(ascii: ";")) { continue }
      if cursor.tokens[cursor.position].kind == .comment {
        cursor.position += 1
        continue
      }
      guard let parameter = takeParameter() else { return nil }
      declaration.span = declaration.span.union(parameter.span)
      if let known = declaration.parameters.firstIndex(where: { $0.name?.value == parameter.name?.value }) {
        // `LOWORD(wParam)` and `HIWORD(wParam)` are one parameter, whose type neither of them says.
        declaration.parameters[known].type = nil
        declaration.parameters[known].span = declaration.parameters[known].span.union(parameter.span)
      } else {
        declaration.parameters.append(parameter)
      }
    }
    return declaration
  }

  /// Capitals, digits and at least one underscore.
  private func isMessageName() -> Bool {
    guard cursor.word() == .none else { return false }
    var hasUnderscore = false
    for byte in cursor.bytes(cursor.tokens[cursor.position]) {
      switch byte {
      case UInt8(ascii: "_"): hasUnderscore = true
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): break
      // The last part of a name may be in small letters (`ACM_OPENW`, `PSM_SETCURSELid`), the first may not.
      case UInt8(ascii: "a")...UInt8(ascii: "z"): if !hasUnderscore { return false }
      default: return false
      }
    }
    return hasUnderscore
  }

  /// `WPARAM wParam;`, `name = (TYPE) lParam;` or, the other way round, `lParam = (LPARAM) name;`.
  private mutating func takeParameter() -> ParameterDeclaration? {
    let start = cursor.position
    var assignment: Int?
    var message: Int?
    var typeRange: Range<Int>?
    let isAssigned = isMessageParameter() && cursor.mark(1) == UInt8(ascii: "=")
    repeat {
      if cursor.mark() == UInt8(ascii: "="), assignment == nil {
        assignment = cursor.position
      } else if isMessageParameter(), !isAssigned || message == nil {
        message = cursor.position
      } else if cursor.mark() == UInt8(ascii: "("), assignment == cursor.position - 1, let end = cursor.closing() {
        typeRange = cursor.position + 1..<end - 1
      }
      cursor.position += 1
    } while !cursor.isAtEnd && !cursor.startsLine() && cursor.mark() != UInt8(ascii: ";")
    let span = cursor.tokens[start].span.union(cursor.tokens[cursor.position - 1].span)
    if assignment != nil {
      guard let message, cursor.isIdentifier(start - cursor.position) else { return nil }
      var parameter = ParameterDeclaration(name: cursor.located(message), span: span)
      if let typeRange, isAssigned || typeRange.upperBound + 1 == message { parameter.type = cursor.joined(typeRange) }
      return parameter
    }
    guard cursor.position - start >= 2, let message, message == cursor.position - 1 else { return nil }
    return ParameterDeclaration(name: cursor.located(message), type: cursor.joined(start..<message), span: span)
  }

  /// `wParam` or `lParam`, or a name of one's own in their place (`WPARAM idTimer`).
  private func isMessageParameter() -> Bool {
    guard cursor.isIdentifier(), !cursor.token(0, is: "WPARAM"), !cursor.token(0, is: "LPARAM") else { return false }
    if cursor.token(isCaseInsensitively: "wparam") || cursor.token(isCaseInsensitively: "lparam") {
      return !cursor.isIdentifier(1) || cursor.startsLine(1)
    }
    return cursor.token(-1, is: "WPARAM") || cursor.token(-1, is: "LPARAM")
  }
}
