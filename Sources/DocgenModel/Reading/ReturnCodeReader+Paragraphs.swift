import DocgenMarkup
import DocgenSupport

/// Codes in sub-headings and at the start of paragraphs: `### E_PENDING (0x8000000A)`, `[EINTR]`, `**S_OK**: done`.
extension ReturnCodeReader {
  /// Reads a sub-heading of a section of codes.
  ///
  /// - Returns: Whether it is one.
  mutating func read(heading section: Section, allowsAnyTerm: Bool) -> Bool {
    var text = document.text(of: section.heading)
    text.dropMarker()
    guard allowsAnyTerm || isCode(text) else { return false }
    var code = emptyCode(section.heading, container: section.heading, description: section.content)
    code.span = text.span
    read(term: text, into: &code)
    add(code)
    return true
  }

  /// Reads paragraphs that begin with a code which is set apart: in brackets, or marked and followed by nothing, a colon
  /// or a dash.
  mutating func readParagraphs(_ range: Range<Int>) {
    var entries: [(block: Int, text: InlineText, end: Int)] = []
    for block in document.children(in: range) where document.nodes[block].kind == .paragraph {
      let content = document.content(of: block)
      if let text = bracketed(content) {
        entries.append((block, text, content.lowerBound + 1))
      } else if let term = document.markedTerm(in: content), term.tail == .nothing || term.tail == .separator,
        isCode(term.name, isMarked: true) || (allowsAnyTerm && vocabulary.alert(term.name.string) == nil)
      {
        var text = term.name
        if let words = term.parenthesis, codeValue(words.bytes) != nil { text = valued(content) ?? text }
        entries.append((block, text, term.end))
      }
    }
    for (index, entry) in entries.enumerated() {
      let end = index + 1 < entries.count ? entries[index + 1].block : range.upperBound
      var code = emptyCode(entry.block, container: entry.block, description: entry.end..<max(entry.end, end))
      code.span = entry.text.span
      read(term: entry.text, into: &code)
      if let name = code.name, isShortName(name.value.utf8) { code.isSymbolic = true }
      add(code)
    }
  }

  /// The text of a term up to the parenthesis after it.
  private func valued(_ content: Range<Int>) -> InlineText? {
    var text = document.text(in: content)
    guard let close = text.bytes.firstIndex(of: UInt8(ascii: ")")) else { return nil }
    text.truncate(to: close + 1)
    return text
  }

  /// The name in brackets that a paragraph begins with: `[EINTR]`, as the manuals of Unix have it.
  private func bracketed(_ content: Range<Int>) -> InlineText? {
    var text = document.text(in: content)
    guard text.bytes.first == UInt8(ascii: "["), let close = text.bytes.firstIndex(of: UInt8(ascii: "]")) else {
      return nil
    }
    text.truncate(to: close)
    text.removeFirst(1)
    return allowsAnyTerm || isCode(text, isMarked: true) ? text : nil
  }

  /// Whether a text is a code with or without its value; set apart, a short name in capitals is one, too.
  func isCode(_ text: InlineText, isMarked: Bool = false) -> Bool {
    var name = text.bytes[...]
    if codeValue(name) != nil || statusNumber(name) != nil { return true }
    if name.last == UInt8(ascii: ")"), let open = name.lastIndex(of: UInt8(ascii: "(")), open > 0,
      codeValue(name[(open + 1)..<(name.endIndex - 1)]) != nil
    {
      name = name[..<open]
      while name.last == 0x20 { name.removeLast() }
    }
    if Identifier.isSymbolicExpression(name) { return true }
    return isMarked && isShortName(name)
  }

  /// Capitals and digits, as few as three: `EIO`, `E2BIG`.
  func isShortName(_ name: some Collection<UInt8>) -> Bool {
    name.count > 2 && name.first.map { (0x41...0x5A).contains($0) } ?? false
      && name.allSatisfy { (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_") }
  }
}
