import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Blocks of Markdown.
extension HTMLWriter {
  mutating func writeParagraph(_ index: Int) {
    if isPhrasing {
      // Text that a blank line separates from what is before it, within an element that holds only lines.
      if buffer.bytes.last.map({ $0 > 0x20 }) ?? false { buffer.append("\n\n") }
      writeChildren(of: index)
      return
    }
    startLine()
    buffer.append("<p")
    appendRowAnchor(index)
    buffer.append(">")
    phrasing { $0.writeChildren(of: index) }
    buffer.append("</p>\n")
    flushOriginals()
  }

  mutating func writeBlock(_ index: Int, _ name: StaticString) {
    if isPhrasing {
      writeChildren(of: index)
      return
    }
    startLine()
    buffer.append(UInt8(ascii: "<"))
    buffer.append(name)
    buffer.append(">\n")
    writeChildren(of: index)
    flushOriginals()
    startLine()
    buffer.append("</")
    buffer.append(name)
    buffer.append(">\n")
  }

  mutating func writeAlert(_ index: Int, _ node: Node) {
    guard let style, !isPhrasing, let kind = AlertKind(rawValue: node.level) else {
      writeBlock(index, "blockquote")
      return
    }
    openAlert(kind, style)
    writeChildren(of: index)
    buffer.append("</aside>\n")
  }

  private mutating func openAlert(_ kind: AlertKind, _ style: HTMLStyle) {
    startLine()
    buffer.append("<aside class=\"alert alert-")
    buffer.append(kind.name)
    buffer.append("\"><p class=\"alert-title\">")
    buffer.appendText(style.alertTitles[Int(kind.rawValue)])
    buffer.append("</p>\n")
  }

  /// Opens a box whose content follows.
  mutating func openAlert(_ kind: AlertKind) {
    if let style { openAlert(kind, style) }
  }

  mutating func writeThematicBreak() {
    guard !isPhrasing else { return }
    startLine()
    buffer.append(isSite ? "<hr>\n" : "<hr />\n")
  }

  // MARK: Headings

  mutating func writeHeading(_ index: Int, level: Int) {
    if isPhrasing {
      writeChildren(of: index)
      return
    }
    guard isSite else {
      startLine()
      buffer.append("<h\(level)>")
      writeChildren(of: index)
      buffer.append("</h\(level)>\n")
      return
    }
    guard !isInvisible(content(of: index)) else { return }
    startLine()
    if isInTerm {
      buffer.append("<p><strong>")
      phrasing { $0.writeChildren(of: index) }
      buffer.append("</strong></p>\n")
      flushOriginals()
      return
    }
    // The title of the page is the only heading of level 1, and no level is left out below it.
    let level = max(2, level)
    while let last = headingLevels.last, last >= level { headingLevels.removeLast() }
    headingLevels.append(level)
    let name: StaticString =
      switch headingLevels.count {
      case ...2: "h2"
      case 3: "h3"
      case 4: "h4"
      case 5: "h5"
      default: "h6"
      }
    lastHeading = index
    buffer.append("<")
    buffer.append(name)
    let anchor = anchors.heading(index) ?? document.headingID(of: index).flatMap { claim($0.value) }
    if let anchor {
      buffer.append(" id=\"")
      buffer.appendAttributeValue(anchor)
      buffer.append("\"")
    }
    buffer.append(">")
    if let alias = headingAliases[index] {
      buffer.append("<span id=\"")
      buffer.appendAttributeValue(alias)
      buffer.append("\"></span>")
    }
    phrasing { $0.writeChildren(of: index) }
    if let anchor {
      // The link is named by its heading.
      buffer.append("<a class=\"anchor\" href=\"#")
      buffer.appendAttributeValue(URLText.encodedAnchor(anchor))
      buffer.append("\"")
      appendAttribute("aria-labelledby", anchor)
      buffer.append("></a>")
    }
    buffer.append("</")
    buffer.append(name)
    buffer.append(">\n")
    flushOriginals()
  }

  /// The link beside a heading or entry, to itself.
  mutating func appendAnchorLink(_ anchor: String, label: String) {
    buffer.append("<a class=\"anchor\" href=\"#")
    buffer.appendAttributeValue(URLText.encodedAnchor(anchor))
    buffer.append("\" aria-label=\"")
    buffer.appendAttributeValue(label)
    buffer.append("\"></a>")
  }

  // MARK: Lists

  mutating func writeList(_ index: Int, _ node: Node) {
    if isPhrasing {
      writeItemsAsText(of: index)
      return
    }
    if isSite, case let terms = document.terms(ofList: index), !terms.isEmpty {
      writeTerms(Set(terms), of: index)
      return
    }
    startLine()
    let isOrdered = node.kind == .orderedList
    if isOrdered, node.payload != 1 {
      buffer.append("<ol start=\"\(node.payload)\">\n")
    } else {
      buffer.append(isOrdered ? "<ol>\n" : "<ul>\n")
    }
    for child in document.children(of: index) where nodes[child].kind != .comment {
      if nodes[child].kind == .item {
        writeItem(child, nodes[child], isTight: node.flags.contains(.tight))
      } else {
        // A list that lost its items to the limit of nesting.
        buffer.append("<li>")
        write(child)
        buffer.append("</li>\n")
      }
    }
    buffer.append(isOrdered ? "</ol>\n" : "</ul>\n")
  }

  mutating func writeItem(_ index: Int, _ node: Node, isTight: Bool) {
    startLine()
    buffer.append("<li")
    appendRowAnchor(index)
    buffer.append(">")
    if node.flags.contains(.task) {
      let isChecked = node.flags.contains(.checked)
      if isSite {
        buffer.append(isChecked ? "<span class=\"task\">☑</span> " : "<span class=\"task\">☐</span> ")
      } else {
        buffer.append(isChecked ? "<input checked=\"\"" : "<input")
        buffer.append(" disabled=\"\" type=\"checkbox\"> ")
      }
    }
    writeItemContent(index, isTight: isTight)
    buffer.append("</li>\n")
  }

  /// Writes what an item holds; without space between them, its paragraphs are lines of text.
  mutating func writeItemContent(_ index: Int, isTight: Bool) {
    for child in document.children(of: index) {
      if isTight, nodes[child].kind == .paragraph {
        phrasing { $0.writeChildren(of: child) }
        flushOriginals()
      } else {
        write(child)
      }
    }
    flushOriginals()
  }

  /// Items where no list may stand, separated by spaces.
  mutating func writeItemsAsText(of index: Int) {
    for child in document.children(of: index) {
      write(child)
      if buffer.bytes.last.map({ $0 > 0x20 }) ?? false { buffer.append(0x20) }
    }
  }
}
