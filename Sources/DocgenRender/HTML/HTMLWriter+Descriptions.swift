import DocgenMarkup
import DocgenSupport

/// Description lists: terms and what describes them.
extension HTMLWriter {
  /// Writes a list as far as it is one: HTML wants a description for each term and a term for each description.
  ///
  /// Terms alone are a plain list, as pages write it for links; descriptions alone are blocks.
  mutating func writeDescriptionList(_ index: Int, _ node: Node) {
    if isPhrasing {
      writeItemsAsText(of: index)
      return
    }
    var hasTerm = false
    var hasDescription = false
    for child in document.children(of: index) {
      if isTerm(child) { hasTerm = true } else if !isNothing(child) { hasDescription = true }
    }
    guard hasTerm || hasDescription else { return }
    if !hasDescription, isInTable {
      // The value of a cell, or its lines.
      for child in document.children(of: index) where isTerm(child) && !isInvisible(content(of: child)) {
        openBlock("div", nodes[child])
        writeUnwrapped(content(of: child))
        closeBlock("div")
      }
      return
    }
    if !hasDescription {
      openBlock("ul", node)
      for child in document.children(of: index) where isTerm(child) && !isInvisible(content(of: child)) {
        openBlock("li", nodes[child])
        writeUnwrapped(content(of: child))
        closeBlock("li")
      }
      startLine()
      closeBlock("ul")
      return
    }
    writeEntries(of: index, node)
  }

  private mutating func writeEntries(of index: Int, _ node: Node) {
    var isOpen = false
    var isAfterTerm = false
    for child in document.children(of: index) where !isNothing(child) {
      if isTerm(child) {
        if !isOpen { openBlock("dl", node) }
        isOpen = true
        isAfterTerm = true
        writeTerm(child)
      } else {
        openBlock(isOpen ? "dd" : "div", isDescription(child) ? nodes[child] : node)
        if isDescription(child) { writeChildren(of: child) } else { write(child) }
        flushOriginals()
        closeBlock(isOpen ? "dd" : "div")
        isAfterTerm = false
      }
    }
    if isAfterTerm { buffer.append("<dd></dd>\n") }
    if isOpen { closeBlock("dl") }
  }

  /// Writes a list of Markdown whose items are terms with lists of descriptions below them.
  mutating func writeTerms(_ terms: Set<Int>, of list: Int) {
    startLine()
    buffer.append("<dl>\n")
    var isAfterTerm = false
    for item in document.children(of: list) where nodes[item].kind == .item {
      let descriptions = terms.contains(item) ? document.descriptions(ofItem: item) : nil
      startLine()
      buffer.append("<dt")
      if let anchor = anchors.term(item), usedIDs.insert(anchor).inserted {
        appendAttribute("id", anchor)
        factAnchors[item] = anchor
      } else {
        appendRowAnchor(item)
      }
      buffer.append(">")
      writeTermContent(content(of: item).lowerBound..<(descriptions ?? content(of: item).upperBound))
      closeBlock("dt")
      isAfterTerm = descriptions == nil
      if let descriptions { writeDescriptions(of: descriptions) }
    }
    if isAfterTerm { buffer.append("<dd></dd>\n") }
    buffer.append("</dl>\n")
  }

  private mutating func writeDescriptions(of list: Int) {
    let isTight = nodes[list].flags.contains(.tight)
    for item in document.children(of: list) where nodes[item].kind != .comment {
      startLine()
      buffer.append("<dd>")
      // The colon says what the element does.
      if let start = document.startOfDescription(item) { textStart = max(textStart, start) }
      writeItemContent(item, isTight: isTight)
      closeBlock("dd")
    }
  }

  mutating func writeTerm(_ index: Int) {
    startLine()
    buffer.append("<dt")
    if document.attribute("id", of: nodes[index]) != nil || !appendRowAnchor(index) {
      appendCommonAttributes(nodes[index])
    }
    buffer.append(">")
    writeTermContent(content(of: index))
    closeBlock("dt")
  }

  mutating func writeTermContent(_ range: Range<Int>) {
    let outer = isInTerm
    isInTerm = true
    writeUnwrapped(range)
    isInTerm = outer
  }

  func isTerm(_ index: Int) -> Bool { nodes[index].kind == .element && nodes[index].tag == .dt }

  func isDescription(_ index: Int) -> Bool { nodes[index].kind == .element && nodes[index].tag == .dd }

  /// Whether a child of a list is nothing a reader sees.
  func isNothing(_ index: Int) -> Bool {
    switch nodes[index].kind {
    case .comment, .ignored: true
    case .text: nodes[index].flags.contains(.whitespace)
    default: false
    }
  }
}
