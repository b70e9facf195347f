import DocgenSupport

/// Reads requests to HTTP endpoints: the method, the path, and the parameters in the path and the query.
///
///     GET https://api.example.com/v1/boxes/{id}?expand={expand}
struct RequestReader: SignatureReader {
  var cursor: TokenCursor

  mutating func statement() throws(SignatureMismatch) -> Declaration? {
    let start = cursor.position
    guard cursor.token(isOneOf: Self.methods), !cursor.startsLine(1) else { throw SignatureMismatch() }
    let method = Qualifier(name: try cursor.takeName())
    let target = takeTarget()
    guard !target.isEmpty, isTarget(target.lowerBound) else { throw SignatureMismatch() }
    var endpoint = declaration(.endpoint, nil, from: start)
    let query = target.first { cursor[$0].mark == UInt8(ascii: "?") } ?? target.upperBound
    // `{?page,size}` is a template of queries.
    let isTemplate =
      query > target.lowerBound && query < target.upperBound && cursor[query - 1].mark == UInt8(ascii: "{")
    let path = target.lowerBound..<(isTemplate ? query - 1 : query)
    endpoint.name = cursor.written(path)
    endpoint.qualifiers = [method]
    endpoint.parameters = pathParameters(path)
    if isTemplate {
      endpoint.parameters += (query + 1..<target.upperBound).filter { cursor[$0].kind == .identifier }
        .map { parameter($0..<$0 + 1) }
    } else if query < target.upperBound {
      endpoint.parameters += queryParameters(query + 1..<target.upperBound)
    }
    endpoint.span = cursor.span(from: start)
    skipRest()
    return endpoint
  }

  private static let methods: [StaticString] = [
    "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "MERGE", "LIST",
  ]

  /// The tokens of the address: up to a space outside of placeholders, and on the lines below that continue the query.
  private mutating func takeTarget() -> Range<Int> {
    let start = cursor.position
    var depth = 0
    while !cursor.isAtEnd {
      let mark = cursor.mark()
      let isSpaced = cursor.position > start && !cursor.isGlued() && depth == 0
      if isSpaced, !cursor.startsLine() || mark != UInt8(ascii: "&") && mark != UInt8(ascii: "?") { break }
      if mark == UInt8(ascii: "{") { depth += 1 }
      if mark == UInt8(ascii: "}") { depth = max(0, depth - 1) }
      cursor.position += 1
    }
    return start..<cursor.position
  }

  /// A path or an address, and no word of a sentence.
  private func isTarget(_ index: Int) -> Bool {
    let token = cursor[index]
    if token.mark == UInt8(ascii: "/") || token.mark == UInt8(ascii: "{") || token.mark == UInt8(ascii: "*") {
      return true
    }
    guard token.kind == .identifier || token.kind == .placeholder, index + 1 < cursor.tokens.count else { return false }
    let next = cursor[index + 1]
    return next.span.start == token.span.end
      && (next.mark == UInt8(ascii: ":") || next.mark == UInt8(ascii: "/") || next.mark == UInt8(ascii: "."))
  }

  /// The version of the protocol, headers and body, up to the next request.
  private mutating func skipRest() {
    while !cursor.isAtEnd, !(cursor.startsLine() && cursor.token(isOneOf: Self.methods)) { cursor.position += 1 }
  }

  // MARK: Parameters

  /// `{id}`, `:id` after a slash, `<id>`.
  private func pathParameters(_ range: Range<Int>) -> [ParameterDeclaration] {
    var result: [ParameterDeclaration] = []
    var index = range.lowerBound
    let lastBrace = range.last { cursor[$0].mark == UInt8(ascii: "}") } ?? range.lowerBound
    while index < range.upperBound {
      let token = cursor[index]
      if index < lastBrace, let inside = braces(at: index, in: range) {
        result.append(parameter(inside))
        index = inside.upperBound
      } else if token.kind == .placeholder {
        result.append(placeholder(index))
      } else if token.mark == UInt8(ascii: ":"), index > range.lowerBound, index + 1 < range.upperBound,
        cursor[index - 1].mark == UInt8(ascii: "/"), cursor[index + 1].kind == .identifier
      {
        result.append(parameter(index + 1..<index + 2))
      }
      index += 1
    }
    return result
  }

  private func braces(at index: Int, in range: Range<Int>) -> Range<Int>? {
    guard cursor[index].mark == UInt8(ascii: "{"), index + 1 < range.upperBound,
      cursor[index + 1].mark != UInt8(ascii: "{"),
      let end = (index..<range.upperBound).first(where: { cursor[$0].mark == UInt8(ascii: "}") }),
      end > index + 1
    else { return nil }
    return index + 1..<end
  }

  private func parameter(_ range: Range<Int>) -> ParameterDeclaration {
    ParameterDeclaration(name: cursor.written(range), span: cursor.span(of: range))
  }

  private func placeholder(_ index: Int) -> ParameterDeclaration {
    let span = cursor[index].span
    var name = cursor.located(index)
    name.value = String(name.value.dropFirst().dropLast())
    name.span = SourceSpan(start: span.start + 1, end: span.end - 1)
    return ParameterDeclaration(name: name, span: span)
  }

  /// `expand={expand}&$top=10`, or a template of names: `{?page,size}`.
  private func queryParameters(_ range: Range<Int>) -> [ParameterDeclaration] {
    var result: [ParameterDeclaration] = []
    var start = range.lowerBound
    for index in range where cursor[index].mark == UInt8(ascii: "&") || index == range.upperBound - 1 {
      let end = cursor[index].mark == UInt8(ascii: "&") ? index : index + 1
      if end > start { result.append(queryParameter(start..<end)) }
      start = index + 1
    }
    return result
  }

  private func queryParameter(_ range: Range<Int>) -> ParameterDeclaration {
    let isOptional = cursor[range.lowerBound].mark == UInt8(ascii: "[")
    let start = isOptional ? range.lowerBound + 1 : range.lowerBound
    let sign = range.first { cursor[$0].mark == UInt8(ascii: "=") } ?? range.upperBound
    var parameter = ParameterDeclaration(
      ListItem(range: range, isOptional: isOptional), in: cursor)
    parameter.name = cursor.written(from: start, to: max(start, sign))
    if sign + 1 < range.upperBound { parameter.defaultValue = cursor.written(from: sign + 1, to: range.upperBound) }
    return parameter
  }
}
