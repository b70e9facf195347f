import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Blocks of code.
extension HTMLWriter {
  mutating func writeCodeBlock(_ index: Int, _ node: Node) {
    if isPhrasing {
      buffer.append("<code>")
      writeChildren(of: index)
      buffer.append("</code>")
      return
    }
    startLine()
    let info = document.infoString(of: node)?.value ?? ""
    guard isSite else {
      buffer.append("<pre><code")
      if let language = info.split(whereSeparator: { $0.isWhitespace }).first {
        buffer.append(" class=\"language-")
        buffer.appendEscaped(String(language))
        buffer.append("\"")
      }
      buffer.append(">")
      writeChildren(of: index)
      buffer.append("</code></pre>\n")
      return
    }
    let grammar = openCode(info: info, className: "code", isTranslated: true)
    let options = FenceOptions(info: info)
    if !restoredFacts.isEmpty, !facts(in: node.span).isEmpty {
      writeChildren(of: index)
    } else {
      withCode(of: index) { $0.writeCode($1, grammar, options) }
    }
    closeCode()
  }

  /// Calls a function with the text of a block, which is not copied where it lies in one piece.
  private mutating func withCode(of index: Int, _ body: (inout HTMLWriter, UnsafeBufferPointer<UInt8>) -> Void) {
    let pieces = document.children(of: index)
    var iterator = pieces.makeIterator()
    if let first = iterator.next(), iterator.next() == nil, nodes[first].kind == .text, nodes[first].payload < 0 {
      let range = nodes[first].span.range.clamped(to: 0..<document.source.bytes.count)
      document.source.bytes.withUnsafeBufferPointer { body(&self, UnsafeBufferPointer(rebasing: $0[range])) }
      return
    }
    var text: [UInt8] = []
    for piece in content(of: index) {
      switch nodes[piece].kind {
      case .text: document.withText(of: nodes[piece]) { text.append(contentsOf: $0) }
      case .softBreak, .lineBreak: text.append(0x0A)
      default: break
      }
    }
    text.withUnsafeBufferPointer { body(&self, $0) }
  }

  /// Opens a block of code; the language is shown and told to scripts.
  ///
  /// - Returns: How its code is told apart, where that is known.
  @discardableResult
  mutating func openCode(info: String, className: StaticString, isTranslated: Bool) -> CodeGrammar? {
    let language = CodeLanguage(info: info)
    buffer.append("<div class=\"")
    buffer.append(className)
    buffer.append("\"")
    if let name = language.name {
      buffer.append(" data-language=\"")
      buffer.appendAttributeValue(name)
      buffer.append("\"")
    }
    buffer.append(">")
    if let title = FenceOptions(info: info).title {
      buffer.append("<p class=\"code-title\">")
      buffer.appendText(title)
      buffer.append("</p>")
    }
    buffer.append(isTranslated ? "<pre tabindex=\"0\"><code" : "<pre tabindex=\"0\" translate=\"no\"><code")
    if let token = language.token {
      buffer.append(" class=\"language-")
      buffer.appendAttributeValue(token)
      buffer.append("\"")
    }
    buffer.append(">")
    return language.grammar
  }

  mutating func closeCode() {
    buffer.append("</code></pre></div>\n")
    flushOriginals()
  }

  /// Writes code with its tokens in elements, and with its lines in such where something is said of them.
  private mutating func writeCode(
    _ text: UnsafeBufferPointer<UInt8>, _ grammar: CodeGrammar?, _ options: FenceOptions
  ) {
    let tokens = grammar.map { CodeScanner.tokens(of: text, $0) } ?? []
    guard options.concernsLines else {
      _ = writeCode(text, 0..<text.count, tokens[...])
      return
    }
    var rest = tokens[...]
    var start = 0
    var number = 1
    while start < text.count {
      let end = text[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? text.count
      let isMarked = options.marks(number)
      let hasElement = isMarked || options.firstNumber != nil
      if hasElement { buffer.append(isMarked ? "<mark class=\"line\"" : "<span class=\"line\"") }
      if let first = options.firstNumber { appendAttribute("data-line", String(first &+ number &- 1)) }
      if hasElement { buffer.append(">") }
      rest = writeCode(text, start..<end, rest)
      if hasElement { buffer.append(isMarked ? "</mark>" : "</span>") }
      start = end
      number += 1
    }
  }

  /// Writes a part of a text.
  ///
  /// - Returns: The tokens that are after it or go on there.
  private mutating func writeCode(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ tokens: ArraySlice<CodeToken>
  ) -> ArraySlice<CodeToken> {
    var rest = tokens
    var position = range.lowerBound
    while let token = rest.first, token.start < range.upperBound {
      let start = max(token.start, position)
      let end = min(token.end, range.upperBound)
      buffer.appendCode(UnsafeBufferPointer(rebasing: text[position..<start]))
      buffer.append("<span class=\"tok-")
      buffer.append(token.kind.className)
      buffer.append("\">")
      buffer.appendCode(UnsafeBufferPointer(rebasing: text[start..<end]))
      buffer.append("</span>")
      position = end
      if token.end > range.upperBound { break }
      rest.removeFirst()
    }
    if position < range.upperBound {
      buffer.appendCode(UnsafeBufferPointer(rebasing: text[position..<range.upperBound]))
    }
    return rest
  }
}

extension ByteBuffer {
  /// Appends code: as text, but with plain spaces, so that what a reader copies runs.
  mutating func appendCode(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var index = 0
    while index + 1 < text.count {
      let length = Self.lengthOfNoBreakSpace(text, at: index)
      if length > 0 {
        appendText(UnsafeBufferPointer(rebasing: text[start..<index]))
        append(0x20)
        start = index + length
      }
      index += max(length, 1)
    }
    appendText(UnsafeBufferPointer(rebasing: text[start...]))
  }

  /// The bytes of a no-break space, wide or narrow; 0 for anything else.
  @inline(__always)
  private static func lengthOfNoBreakSpace(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let byte = text[index]
    if byte < 0xC2 { return 0 }
    if byte == 0xC2, text[index + 1] == 0xA0 { return 2 }
    return byte == 0xE2 && index + 2 < text.count && text[index + 1] == 0x80 && text[index + 2] == 0xAF ? 3 : 0
  }
}
