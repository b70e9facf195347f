import DocgenMarkup
import DocgenSupport

/// Tables of Markdown and of HTML.
extension HTMLWriter {
  // MARK: Markdown

  mutating func writeTable(_ index: Int) {
    guard isSite else {
      writeReferenceTable(index)
      return
    }
    if isPhrasing {
      writeItemsAsText(of: index)
      return
    }
    let wasInTable = openTable(class: nil)
    var isBodyOpen = false
    for row in document.children(of: index) {
      let isHeader = nodes[row].flags.contains(.header)
      if isHeader, isInvisible(content(of: row)) { continue }
      if isHeader {
        buffer.append("<thead>\n")
      } else if !isBodyOpen {
        buffer.append("<tbody>\n")
        isBodyOpen = true
      }
      buffer.append("<tr")
      appendRowAnchor(row)
      buffer.append(">")
      for cell in document.children(of: row) { writeCell(cell, isHeader: isHeader) }
      buffer.append("</tr>\n")
      if isHeader { buffer.append("</thead>\n") }
    }
    if isBodyOpen { buffer.append("</tbody>\n") }
    closeTable(wasInTable)
  }

  /// Opens a table, in a box that scrolls unless it stands in another table; the result is for ``closeTable(_:)``.
  mutating func openTable(class className: StaticString?) -> Bool {
    startLine()
    if !isInTable {
      buffer.append("<div class=\"table-scroll\" role=\"group\" tabindex=\"0\"")
      let title = lastHeading.map { document.text(of: $0).string } ?? ""
      appendAttribute("aria-label", title.isEmpty ? style?.tableLabel ?? "" : title)
      buffer.append(">")
    }
    buffer.append("<table")
    if let className {
      buffer.append(" class=\"")
      buffer.append(className)
      buffer.append("\"")
    }
    buffer.append(">\n")
    defer { isInTable = true }
    return isInTable
  }

  mutating func closeTable(_ wasInTable: Bool) {
    isInTable = wasInTable
    buffer.append(wasInTable ? "</table>\n" : "</table></div>\n")
  }

  /// Writes the anchor of the fact that a row, paragraph or item is about, if it is one.
  @discardableResult
  mutating func appendRowAnchor(_ row: Int) -> Bool {
    guard !rowAnchors.isEmpty, let anchor = rowAnchors[row].flatMap({ claim($0) }) else { return false }
    appendAttribute("id", anchor)
    factAnchors[row] = anchor
    return true
  }

  private mutating func writeCell(_ index: Int, isHeader: Bool) {
    let isHeader = isHeader && !isInvisible(content(of: index))
    buffer.append(isHeader ? "<th scope=\"col\"" : "<td")
    switch nodes[index].alignment {
    case .none, .left: break
    case .center: buffer.append(" class=\"align-center\"")
    case .right: buffer.append(" class=\"align-right\"")
    }
    buffer.append(">")
    if isHeader { writeTermContent(content(of: index)) } else { writeUnwrapped(content(of: index)) }
    buffer.append(isHeader ? "</th>" : "</td>")
  }

  private mutating func writeReferenceTable(_ index: Int) {
    startLine()
    buffer.append("<table>\n")
    var isBodyOpen = false
    for row in document.children(of: index) {
      let isHeader = nodes[row].flags.contains(.header)
      if isHeader {
        buffer.append("<thead>\n")
      } else if !isBodyOpen {
        buffer.append("<tbody>\n")
        isBodyOpen = true
      }
      buffer.append("<tr>")
      for cell in document.children(of: row) {
        startLine()
        buffer.append(isHeader ? "<th" : "<td")
        switch nodes[cell].alignment {
        case .none: break
        case .left: buffer.append(" align=\"left\"")
        case .center: buffer.append(" align=\"center\"")
        case .right: buffer.append(" align=\"right\"")
        }
        buffer.append(">")
        writeChildren(of: cell)
        buffer.append(isHeader ? "</th>" : "</td>")
      }
      startLine()
      buffer.append("</tr>\n")
      if isHeader { buffer.append("</thead>\n") }
    }
    if isBodyOpen { buffer.append("</tbody>\n") }
    buffer.append("</table>\n")
  }

  // MARK: HTML

  mutating func writeTableElement(_ index: Int) {
    if isPhrasing {
      writeItemsAsText(of: index)
      return
    }
    guard !isInvisible(content(of: index)) else { return }
    let wasInTable = openTable(class: nil)
    if let caption = firstPart(of: index, .caption) {
      buffer.append("<caption>")
      writeUnwrapped(content(of: caption))
      buffer.append("</caption>\n")
    }
    writeRowGroup(index, "thead", heads: true)
    writeRowGroup(index, "tbody", heads: false)
    closeTable(wasInTable)
  }

  private func firstPart(of table: Int, _ tag: HTMLTag) -> Int? {
    document.children(of: table).first { nodes[$0].kind == .element && nodes[$0].tag == tag }
  }

  /// Writes the rows of the head, or all others in the order of the page.
  private mutating func writeRowGroup(_ table: Int, _ name: StaticString, heads: Bool) {
    var isOpen = false
    func open(_ buffer: inout ByteBuffer) {
      if isOpen { return }
      buffer.append("<")
      buffer.append(name)
      buffer.append(">\n")
      isOpen = true
    }
    for child in document.children(of: table) where !isNothing(child) {
      let node = nodes[child]
      let tag = node.kind == .element ? node.tag : .unknown
      if tag == .caption || tag == .colgroup || tag == .col { continue }
      guard (tag == .thead) == heads else { continue }
      if tag == .thead || tag == .tbody || tag == .tfoot {
        for row in document.children(of: child) where hasCells(row) {
          open(&buffer)
          writeRow(row)
        }
      } else if hasCells(child) {
        open(&buffer)
        writeRow(child)
      }
    }
    if isOpen {
      buffer.append("</")
      buffer.append(name)
      buffer.append(">\n")
    }
  }

  /// Whether a child of a table shows as a row: one with cells, or something that is put into one.
  private func hasCells(_ index: Int) -> Bool {
    guard !isNothing(index) else { return false }
    guard nodes[index].kind == .element, nodes[index].tag == .tr else { return true }
    return document.children(of: index).contains { !isNothing($0) }
  }

  private mutating func writeRow(_ index: Int) {
    let node = nodes[index]
    guard node.kind == .element, node.tag == .tr else {
      // Content that the limit of nesting has left without a row.
      buffer.append("<tr><td>")
      write(index)
      flushOriginals()
      buffer.append("</td></tr>\n")
      return
    }
    buffer.append("<tr")
    if document.attribute("id", of: node) != nil || !appendRowAnchor(index) { appendCommonAttributes(node) }
    buffer.append(">")
    for cell in document.children(of: index) where !isNothing(cell) { writeCellElement(cell) }
    buffer.append("</tr>\n")
  }

  private mutating func writeCellElement(_ index: Int) {
    let node = nodes[index]
    guard node.kind == .element, node.tag == .td || node.tag == .th else {
      buffer.append("<td>")
      write(index)
      flushOriginals()
      buffer.append("</td>")
      return
    }
    let isHeader = node.tag == .th && !isInvisible(content(of: index))
    buffer.append(isHeader ? "<th" : "<td")
    appendCommonAttributes(node)
    if let columns = number("colspan", of: node, in: 2...100) { buffer.append(" colspan=\"\(columns)\"") }
    if let rows = number("rowspan", of: node, in: 2...1000) { buffer.append(" rowspan=\"\(rows)\"") }
    if isHeader, let scope = document.attribute("scope", of: node)?.lowercased(),
      ["col", "row", "colgroup", "rowgroup"].contains(scope)
    {
      appendAttribute("scope", scope)
    }
    buffer.append(">")
    if isHeader { writeTermContent(content(of: index)) } else { writeUnwrapped(content(of: index)) }
    buffer.append(isHeader ? "</th>" : "</td>")
  }
}
