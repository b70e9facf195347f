import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Lists of parameters.
extension PageContent {
  /// Writes a list whose terms are parameters; false where it is none.
  mutating func writeParameters(_ list: Int) -> Bool {
    guard !index.parameters.isEmpty, let entries = entries(of: list),
      entries.allSatisfy({ index.parameters[$0.term] != nil })
    else { return false }
    writer.startLine()
    writer.buffer.append("<dl class=\"parameters\">\n")
    var isOpen = false
    var openAnchor = ""
    for (position, entry) in entries.enumerated() {
      guard let number = index.parameters[entry.term] else { continue }
      var anchor = index.anchor(ofParameter: number)
      if isOpen { anchor = "" } else { anchor = openEntry(anchor) }
      writer.factAnchors[entry.term] = isOpen ? openAnchor : anchor
      if !isOpen { openAnchor = anchor }
      writeTerm(of: number, at: entry.term, anchor: anchor)
      for description in entry.descriptions {
        writer.buffer.append("<dd>\n")
        writeDescription(content(of: description))
        writer.buffer.append("</dd>\n")
      }
      // Terms in a row share the description that follows the last of them.
      isOpen = entry.descriptions.isEmpty && position + 1 < entries.count
      if isOpen { continue }
      if entry.descriptions.isEmpty { writer.buffer.append("<dd></dd>\n") }
      writer.buffer.append("</div>\n")
    }
    writer.buffer.append("</dl>\n")
    return true
  }

  private mutating func writeTerm(of number: Int, at term: Int, anchor: String) {
    let parameter = page.facts.parameters[number]
    let range = content(of: term)
    writer.buffer.append("<dt>")
    let parts = [parameter.name.value, parameter.directionText?.value ?? ""]
    if !holdsMarkup(range), LetterCount(document.text(in: range)) == LetterCount(parts) {
      writeAnchors(in: range)
      appendFact(parameter.name)
      if let text = parameter.directionText { appendRestored(text.span) { $0.appendBadges(of: parameter) } }
    } else {
      writer.writeTermContent(range)
    }
    if !anchor.isEmpty { appendAnchorLink(anchor) }
    writer.buffer.append("</dt>\n")
  }

  private mutating func appendBadges(of parameter: Parameter) {
    guard let said = parameter.directionText?.value else { return }
    guard let direction = parameter.direction, !parameter.hasLostDirection, !direction.isEmpty else {
      appendBadge(said)
      return
    }
    appendBadges(direction)
    if vocabulary.direction(said) != nil { return }
    for word in said.utf8.split(whereSeparator: { ",;|".utf8.contains($0) }) {
      let word = String(decoding: word, as: UTF8.self)
      if !isInterfaceWord(word) { appendBadge(word) }
    }
  }

  private mutating func appendBadges(_ direction: ParameterDirection) {
    if direction.isSuperset(of: .inOut) {
      appendBadge(text["direction-in-out"])
    } else if direction.contains(.in) {
      appendBadge(text["direction-in"])
    } else if direction.contains(.out) {
      appendBadge(text["direction-out"])
    }
    if direction.contains(.optional) { appendBadge(text["optional"]) }
    if direction.contains(.returnValue) { appendBadge(text["retval"]) }
    if direction.contains(.reserved) { appendBadge(text["reserved"]) }
  }

  /// Whether a word for a direction has one of the interface in its place.
  private func isInterfaceWord(_ word: String) -> Bool {
    guard let key = vocabulary.direction(word) else { return false }
    return text.text("direction-\(key)") != nil || text.text(key) != nil
  }

  private mutating func appendBadge(_ words: String) {
    writer.buffer.append(" <span class=\"badge\">")
    writer.buffer.appendText(words)
    writer.buffer.append("</span>")
  }

  /// Writes what describes an entry; lists in it may be facts of their own.
  mutating func writeDescription(_ range: Range<Int>) {
    for child in document.children(in: range) { writeBlock(child) }
  }
}
