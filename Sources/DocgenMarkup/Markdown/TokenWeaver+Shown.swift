import DocgenSupport

/// What single tokens show.
extension TokenWeaver {
  /// A token in place of a block.
  mutating func appendBlock(_ number: Int) {
    let token = document.tokens[number]
    switch token.meaning.display {
    case .nothing, .hidden, .alert, .block, .tabs, .tab: return
    case .include:
      append(.token, at: token.span, payload: Int32(number)) { _ in }
    case .code: appendCode(token)
    case .text, .link, .image, .video, .file, .math, .mathml, .reference:
      append(.paragraph, at: token.span) { $0.appendInline(number) }
    }
  }

  private mutating func appendCode(_ token: Token) {
    guard var range = token.rawContent else { return }
    let bytes = document.source.bytes
    while range.lowerBound < range.upperBound, bytes[range.lowerBound] <= 0x20 {
      range = range.lowerBound + 1..<range.upperBound
    }
    while range.lowerBound < range.upperBound, bytes[range.upperBound - 1] <= 0x20 {
      range = range.lowerBound..<range.upperBound - 1
    }
    var payload: Int32 = -1
    if !token.meaning.kind.isEmpty {
      payload = Int32(truncatingIfNeeded: document.infoStrings.count)
      document.infoStrings.append(Located(token.meaning.kind, at: SourceSpan(at: token.span.start)))
    }
    append(.codeBlock, at: token.span, payload: payload) { $0.append(Node(.text, at: SourceSpan(range))) }
  }

  /// A token within a line.
  mutating func appendInline(_ number: Int) {
    let token = document.tokens[number]
    if document.isFootnote(token) {
      if !token.isDefinition { append(.token, at: token.span, payload: Int32(number)) { _ in } }
      return
    }
    switch token.role == .end ? .nothing : token.meaning.display {
    case .nothing, .hidden, .alert, .block, .tabs, .tab: append(Node(.ignored, at: token.span))
    case .include: append(.token, at: token.span, payload: Int32(number)) { _ in }
    case .mathml: append(.token, at: token.span, payload: Int32(number)) { _ in }
    case .reference:
      guard let name = token.arguments.first else { return }
      appendText(Self.name(name.value), at: name.span)
    case .text: appendShown(number)
    case .link, .video: appendLink(number)
    case .image:
      guard let target = token.target else { return append(Node(.ignored, at: token.span)) }
      appendTarget(.image, [target.value], target.span, number) { $0.appendShown(number) }
    case .file:
      guard let target = token.target else { return append(Node(.ignored, at: token.span)) }
      append(.code, at: token.span) { $0.append(Node(.text, at: target.span)) }
    case .math:
      guard let source = token.arguments.first else { return }
      append(.code, at: token.span, level: 1) { $0.append(Node(.text, at: source.span)) }
    case .code:
      guard let content = token.rawContent else { return append(Node(.ignored, at: token.span)) }
      append(.code, at: token.span) { $0.append(Node(.text, at: SourceSpan(content))) }
    }
  }

  private mutating func appendTarget(
    _ kind: Node.Kind, _ addresses: [String], _ span: SourceSpan, _ number: Int, _ content: (inout TokenWeaver) -> Void
  ) {
    let payload = Int32(truncatingIfNeeded: document.links.count)
    document.links.append(
      LinkTarget(
        destination: addresses[0], title: "", span: span, alternatives: Array(addresses.dropFirst()), token: number))
    append(kind, at: document.tokens[number].span, payload: payload, content)
  }

  private mutating func appendLink(_ number: Int) {
    let token = document.tokens[number]
    guard let target = token.target else {
      appendShown(number)
      return
    }
    let addresses = token.meaning.addresses(of: CharacterReference.decoded(target.value))
    guard !addresses.isEmpty else {
      appendShown(number)
      return
    }
    appendTarget(.link, addresses, target.span, number) { $0.appendShown(number) }
  }

  /// The text of a token.
  mutating func appendShown(_ number: Int) {
    let token = document.tokens[number]
    guard
      let text = token.text ?? (token.meaning.display == .link || token.meaning.display == .video ? token.target : nil)
    else { return }
    let meaning = token.meaning
    var shown = CharacterReference.decoded(text.value)
    if let words = meaning.words[shown.lowercased()], let set = document.tokenSet {
      shown = words[set.language] ?? words["en"] ?? shown
    }
    if !meaning.format.isEmpty, text == token.target {
      shown = meaning.format.replacing("{}", with: shown)
    }
    if meaning.isCode, !TokenMeaning.isSentence(text.value) {
      append(.code, at: text.span) { $0.appendText(shown, at: text.span, isAside: meaning.isAside) }
    } else if meaning.display.isOfBlocks {
      appendTitle(shown, at: text.span)
    } else {
      appendText(shown, at: text.span, isAside: meaning.isAside)
    }
  }

  mutating func appendText(_ text: String, at span: SourceSpan, isAside: Bool = false) {
    var node = Node(.text, at: span)
    if isAside { node.flags.insert(.aside) }
    if !document.source.bytes[span.range].elementsEqual(text.utf8) {
      node.payload = Int32(truncatingIfNeeded: document.replacements.count)
      document.replacements.append(Array(text.utf8))
    }
    append(node)
  }

  /// The name that a reference means, without what it says about how to show it.
  private static func name(_ reference: String) -> String {
    var name = Array(reference.utf8.prefix { $0 != UInt8(ascii: "?") })
    for (mark, byte) in [("%2A", UInt8(ascii: "*")), ("%60", UInt8(ascii: "`")), ("%23", UInt8(ascii: "#"))] {
      while let found = ByteSearch.firstIndex(of: Array(mark.utf8), in: name, from: 0) {
        name.replaceSubrange(found..<found + mark.utf8.count, with: [byte])
      }
    }
    while name.last == UInt8(ascii: "*") { name.removeLast() }
    return String(decoding: name, as: UTF8.self)
  }
}

extension TokenMeaning {
  /// The addresses that an argument may mean, the first to be tried first.
  public func addresses(of target: String) -> [String] {
    if routes.isEmpty { return [target] }
    let bytes = Array(target.utf8)
    for route in routes {
      guard bytes.count >= route.prefix.count + route.suffix.count, bytes.starts(with: route.prefix),
        bytes.suffix(route.suffix.count).elementsEqual(route.suffix)
      else { continue }
      var name: [UInt8] = []
      for byte in bytes[route.prefix.count..<bytes.count - route.suffix.count] {
        if let replacement = replacements.first(where: { $0.from == byte }) {
          name += replacement.to
        } else {
          name.append(byte)
        }
      }
      let text = String(decoding: name, as: UTF8.self)
      return route.addresses.map { $0.replacing("{}", with: text) }
    }
    return []
  }
}

extension String {
  /// The text with another in place of each place of a mark.
  fileprivate func replacing(_ mark: String, with text: String) -> String {
    var result: [UInt8] = []
    let (bytes, mark) = (Array(utf8), Array(mark.utf8))
    var start = 0
    while let found = ByteSearch.firstIndex(of: mark, in: bytes, from: start) {
      result += bytes[start..<found] + text.utf8
      start = found + mark.count
    }
    return String(decoding: result + bytes[start...], as: UTF8.self)
  }
}
