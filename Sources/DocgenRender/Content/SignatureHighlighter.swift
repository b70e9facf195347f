import DocgenModel
import DocgenSupport

/// Writes the text of a signature with its tokens in elements whose classes tell what they are.
struct SignatureHighlighter {
  private let signature: Signature
  private let bytes: [UInt8]
  /// The words of the language; `nil` if they are not known.
  private let grammar: CodeGrammar?
  /// The places of names that are declared, and of types, in the order of the text.
  private var names: [SourceSpan] = []
  private var types: [SourceSpan] = []

  init(_ signature: Signature, bytes: [UInt8], grammar: CodeGrammar?) {
    self.signature = signature
    self.bytes = bytes
    self.grammar = grammar
    for declaration in signature.declarations { add(declaration, depth: 0) }
    names.sort { $0.start < $1.start }
    types.sort { $0.start < $1.start }
  }

  private mutating func add(_ declaration: Declaration, depth: Int) {
    if let name = declaration.name?.span, depth == 0 || declaration.isCallable { names.append(name) }
    if let owner = declaration.owner?.span { types.append(owner) }
    if let type = declaration.type?.span { types.append(type) }
    types += declaration.baseNames.map(\.span)
    for parameter in declaration.parameters {
      if let type = parameter.type?.span { types.append(type) }
    }
    guard depth < 8 else { return }
    for member in declaration.members { add(member, depth: depth + 1) }
  }

  /// Writes the text of a span; types that `typeAddress` knows by their names lead there.
  func write(_ span: SourceSpan, into buffer: inout ByteBuffer, typeAddress: (String) -> String?) {
    var position = Int(span.start)
    let end = min(Int(span.end), bytes.count)
    var nextName = 0
    var nextType = 0
    bytes.withUnsafeBufferPointer { bytes in
      for token in signature.tokens {
        let range = token.span.range
        guard range.lowerBound >= position, range.upperBound <= end else { continue }
        appendGap(UnsafeBufferPointer(rebasing: bytes[position..<range.lowerBound]), to: &buffer)
        let text = UnsafeBufferPointer(rebasing: bytes[range])
        position = range.upperBound
        while nextName < names.count, names[nextName].end <= token.span.start { nextName += 1 }
        while nextType < types.count, types[nextType].end <= token.span.start { nextType += 1 }
        let isName = nextName < names.count && names[nextName].start <= token.span.start
        let isType = nextType < types.count && types[nextType].start <= token.span.start
        let className = className(of: token.kind, text, isName: isName, isType: isType)
        if isType, !isName, token.kind == .identifier,
          let address = typeAddress(String(decoding: text, as: UTF8.self))
        {
          buffer.append("<a class=\"tok-type\" href=\"")
          buffer.appendAttributeValue(address)
          buffer.append("\">")
          buffer.appendCode(text)
          buffer.append("</a>")
        } else if let className {
          buffer.append("<span class=\"tok-")
          buffer.append(className)
          buffer.append("\">")
          buffer.appendCode(text)
          buffer.append("</span>")
        } else {
          buffer.appendCode(text)
        }
      }
      if position < end { appendGap(UnsafeBufferPointer(rebasing: bytes[position..<end]), to: &buffer) }
    }
  }

  private func className(
    of kind: SignatureToken.Kind, _ text: UnsafeBufferPointer<UInt8>, isName: Bool, isType: Bool
  ) -> StaticString? {
    switch kind {
    case .number: return "number"
    case .string: return "string"
    case .comment: return "comment"
    case .punctuation, .placeholder: return nil
    case .identifier:
      if isName { return "name" }
      let kind = grammar?.kind(of: text)
      return isType && kind != .keyword ? "type" : kind?.className
    }
  }

  /// What stands between tokens: whitespace, and comments.
  private func appendGap(_ text: UnsafeBufferPointer<UInt8>, to buffer: inout ByteBuffer) {
    guard let first = text.firstIndex(where: { $0 > 0x20 }), let last = text.lastIndex(where: { $0 > 0x20 }),
      text[first] < 0x80
    else {
      buffer.appendCode(text)
      return
    }
    buffer.appendCode(UnsafeBufferPointer(rebasing: text[..<first]))
    buffer.append("<span class=\"tok-comment\">")
    buffer.appendCode(UnsafeBufferPointer(rebasing: text[first...last]))
    buffer.append("</span>")
    buffer.appendCode(UnsafeBufferPointer(rebasing: text[(last + 1)...]))
  }
}
