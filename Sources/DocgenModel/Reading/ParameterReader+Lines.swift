import DocgenMarkup
import DocgenSupport

extension ParameterReader {
  /// Reads paragraphs of which the source tells that each begins with a name: damage may have taken its marks, moved the line
  /// break before it, or joined it to its description.
  mutating func read(terms: [Int], in range: Range<Int>) {
    for (index, block) in terms.enumerated() {
      let end = index + 1 < terms.count ? terms[index + 1] : range.upperBound
      let content = document.content(of: block)
      if let term = document.markedTerm(in: content), isTerm(term) || term.lineEnd != nil {
        add(line: term, in: block, upTo: end)
        continue
      }
      let rest = document.afterFirstLine(of: block)
      let line = block + 1..<(rest.isEmpty ? content.upperBound : rest.lowerBound)
      if let mark = document.firstMarked(in: line) {
        add(document.text(of: mark), node: block, description: Int(document.nodes[mark].end)..<end)
      } else {
        // Nothing tells where the name ends, or whether any is left.
        let place = SourceSpan(at: document.nodes[block].span.start)
        var parameter = Parameter(name: Located("", at: place), node: block, description: content.lowerBound..<end)
        (parameter.owner, parameter.isOfTemplate) = (owner, isOfTemplate)
        append(parameter)
      }
    }
  }

  /// Reads a paragraph whose first line is a marked name.
  mutating func add(line term: MarkedTerm, in block: Int, upTo end: Int) {
    let rest = document.afterFirstLine(of: block)
    let description = (term.lineEnd == nil ? Int(document.nodes[block].end) : rest.lowerBound)..<end
    let before = parameters.count
    for name in names(of: term, in: block) { add(name, node: block, description: description) }
    guard parameters.count > before else { return }
    if let words = term.parenthesis { readDirection(in: words) }
    readLeadingDirection(term.lineEnd == nil ? description : rest)
  }

  /// The names on the line that a paragraph begins with.
  private func names(of term: MarkedTerm, in block: Int) -> [InlineText] {
    if !term.others.isEmpty { return [term.name] + term.others.map { document.text(of: $0) } }
    if term.parenthesis != nil || term.tail == .separator { return [term.name] }
    let line = term.lineEnd == nil ? document.text(of: block) : document.firstLine(of: block)
    return [line.bytes.first == UInt8(ascii: "\"") ? term.name : line]
  }

  /// Takes the direction of the last parameter from brackets that its description begins with: `[in] The window.`
  private mutating func readLeadingDirection(_ description: Range<Int>) {
    guard let last = parameters.indices.last, parameters[last].directionText == nil,
      let paragraph = document.paragraphs(in: description).first
    else { return }
    let text = document.text(in: paragraph)
    guard text.bytes.first == UInt8(ascii: "["), let close = text.bytes.firstIndex(of: UInt8(ascii: "]")) else {
      return
    }
    let words = text.located(1..<close)
    if direction(words.value) != nil || vocabulary.isLostDirection(words.value) {
      setDirection(words, ofParameter: last)
    }
  }
}
