import DocgenModel
import DocgenSupport

/// Writes the text of a signature with its tokens in elements whose classes tell what they are.
struct SignatureHighlighter {
  private let signature: Signature
  private let bytes: [UInt8]
  /// The places of names that are declared, and of types, in the order of the text.
  private var names: [SourceSpan] = []
  private var types: [SourceSpan] = []

  init(_ signature: Signature, bytes: [UInt8]) {
    self.signature = signature
    self.bytes = bytes
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
        Self.appendGap(UnsafeBufferPointer(rebasing: bytes[position..<range.lowerBound]), to: &buffer)
        let text = UnsafeBufferPointer(rebasing: bytes[range])
        position = range.upperBound
        while nextName < names.count, names[nextName].end <= token.span.start { nextName += 1 }
        while nextType < types.count, types[nextType].end <= token.span.start { nextType += 1 }
        let isName = nextName < names.count && names[nextName].start <= token.span.start
        let isType = nextType < types.count && types[nextType].start <= token.span.start
        let className = Self.className(of: token.kind, text, isName: isName, isType: isType)
        if isType, !isName, token.kind == .identifier,
          let address = typeAddress(String(decoding: text, as: UTF8.self))
        {
          buffer.append("<a class=\"tok-type\" href=\"")
          buffer.appendAttributeValue(address)
          buffer.append("\">")
          buffer.appendText(text)
          buffer.append("</a>")
        } else if let className {
          buffer.append("<span class=\"tok-")
          buffer.append(className)
          buffer.append("\">")
          buffer.appendText(text)
          buffer.append("</span>")
        } else {
          buffer.appendText(text)
        }
      }
      if position < end { Self.appendGap(UnsafeBufferPointer(rebasing: bytes[position..<end]), to: &buffer) }
    }
  }

  private static func className(
    of kind: SignatureToken.Kind, _ text: UnsafeBufferPointer<UInt8>, isName: Bool, isType: Bool
  ) -> StaticString? {
    switch kind {
    case .number: "number"
    case .string: "string"
    case .comment: "comment"
    case .punctuation, .placeholder: nil
    case .identifier:
      if isName { "name" } else if isKeyword(text) { "keyword" } else if isType { "type" } else { nil }
    }
  }

  /// What stands between tokens: whitespace, and comments.
  private static func appendGap(_ text: UnsafeBufferPointer<UInt8>, to buffer: inout ByteBuffer) {
    guard let first = text.firstIndex(where: { $0 > 0x20 }), let last = text.lastIndex(where: { $0 > 0x20 }),
      text[first] < 0x80
    else {
      buffer.appendText(text)
      return
    }
    buffer.appendText(UnsafeBufferPointer(rebasing: text[..<first]))
    buffer.append("<span class=\"tok-comment\">")
    buffer.appendText(UnsafeBufferPointer(rebasing: text[first...last]))
    buffer.append("</span>")
    buffer.appendText(UnsafeBufferPointer(rebasing: text[(last + 1)...]))
  }

  private static let keywords: Set<String> = [
    "class", "struct", "union", "enum", "interface", "typedef", "namespace", "using", "template", "typename",
    "operator", "const", "volatile", "static", "virtual", "inline", "extern", "public", "private", "protected",
    "in", "out", "optional", "retval", "ref", "REF", "IN", "OUT", "OPTIONAL", "ByVal", "ByRef", "As", "Sub", "Function",
    "Property", "ReadOnly", "Public", "Const", "function", "var", "new", "return", "get", "set", "propget", "propput",
    "WINAPI", "CALLBACK", "APIENTRY", "STDMETHODCALLTYPE", "__stdcall", "__cdecl", "NTAPI", "dynamic", "key", "Key",
    "read", "write", "Dynamic", "Provider", "abstract", "Abstract", "unsigned", "signed", "this", "override", "event",
    "_In_", "_Out_", "_Inout_", "_In_opt_", "_Out_opt_", "_Inout_opt_", "_Reserved_", "_Outptr_", "_COM_Outptr_",
    "true", "false", "TRUE", "FALSE", "NULL", "null", "AMENDMENT", "amended", "Inherits", "Imports", "Event",
  ]

  private static func isKeyword(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.count <= 17 && keywords.contains(String(decoding: text, as: UTF8.self))
  }
}
