import DocgenMarkup
import DocgenModel
import DocgenSupport

/// The parts of a page whose facts were read: they are laid out by what they say, not by how the file writes it.
///
/// A list, table or block of code is laid out only when its facts account for all of it; else it is written as it
/// stands. So nothing of a page gets lost.
extension PageContent {
  /// Writes a block of the page.
  mutating func writeBlock(_ index: Int) {
    let node = document.nodes[index]
    switch node.kind {
    case .codeBlock: if writeSignature(index) { return }
    case .table: if writeRequirements(index) { return }
    case .element:
      switch node.tag {
      case .dl:
        if writeParameters(index) || writeReturnCodes(index) || writeMembers(index) { return }
      case .table: if writeRequirements(index) { return }
      default: break
      }
    default: break
    }
    writer.write(index)
  }

  var document: Document { page.document }

  func content(of index: Int) -> Range<Int> { index + 1..<Int(document.nodes[index].end) }

  /// The terms and descriptions of a list; `nil` if something else stands in it.
  func entries(of list: Int) -> [DescriptionEntry]? {
    var entries: [DescriptionEntry] = []
    for child in document.children(of: list) where !writer.isNothing(child) {
      if writer.isTerm(child) {
        entries.append(DescriptionEntry(term: child))
      } else if writer.isDescription(child), !entries.isEmpty {
        entries[entries.count - 1].descriptions.append(child)
      } else {
        return nil
      }
    }
    return entries.isEmpty ? nil : entries
  }

  /// A term of a description list with the `<dd>`s that follow it.
  struct DescriptionEntry {
    var term: Int
    var descriptions: [Int] = []
  }

  /// Whether a range holds something that plain text would lose: a link, an image, code, a list …
  func holdsMarkup(_ range: Range<Int>, allowsLists: Bool = false) -> Bool {
    range.contains { index in
      switch document.nodes[index].kind {
      case .text, .softBreak, .lineBreak, .paragraph, .emphasis, .strong, .comment, .ignored: false
      case .element:
        switch document.nodes[index].tag {
        case .br, .b, .i, .em, .strong, .span, .p: false
        case .dl, .dt, .dd: !allowsLists
        default: true
        }
      default: true
      }
    }
  }

  /// Opens the box of an entry with its anchor, or another one where that is taken; the result is the anchor.
  mutating func openEntry(_ anchor: String) -> String {
    var claimed = writer.claim(anchor)
    var number = 1
    while claimed == nil {
      number += 1
      claimed = writer.claim("\(anchor)-\(number)")
    }
    let id = claimed ?? anchor
    writer.buffer.append("<div")
    writer.appendAttribute("id", id)
    writer.buffer.append(">")
    return id
  }

  mutating func appendAnchorLink(_ anchor: String) {
    writer.appendAnchorLink(anchor, label: text.htmlStyle.anchorLabel)
  }

  /// Writes a name or value that no language changes.
  mutating func appendCode(_ code: String, class className: StaticString? = nil) {
    writer.buffer.append("<code")
    if let className {
      writer.buffer.append(" class=\"")
      writer.buffer.append(className)
      writer.buffer.append("\"")
    }
    writer.buffer.append(" translate=\"no\">")
    writer.buffer.appendText(code)
    writer.buffer.append("</code>")
  }

  /// Writes a fact of the page; where it is the source's, what the translation says follows after a sign.
  mutating func appendFact(_ fact: Located<String>, class className: StaticString? = nil) {
    appendRestored(fact.span) { $0.appendCode(fact.value, class: className) }
  }

  /// Writes what stands at a place, marked where it is a fact of the source.
  mutating func appendRestored(_ span: SourceSpan, _ body: (inout PageContent) -> Void) {
    let facts = writer.facts(in: span)
    guard !facts.isEmpty else {
      body(&self)
      return
    }
    writer.buffer.append("<span class=\"fact-corrected\">" as StaticString)
    body(&self)
    writer.buffer.append("</span>" as StaticString)
    writer.show(facts)
    writer.flushOriginals()
  }

  /// Writes the anchors that stand in a term which is itself not written.
  mutating func writeAnchors(in range: Range<Int>) {
    for index in range where document.nodes[index].kind == .element && document.nodes[index].payload >= 0 {
      for name in ["id", "name"] {
        guard let name = document.attribute(name, of: document.nodes[index]), let id = writer.claim(name) else {
          continue
        }
        writer.buffer.append("<span")
        writer.appendAttribute("id", id)
        writer.buffer.append("></span>")
      }
    }
  }
}
