import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Tokens that nothing in Markdown stands for: blocks with their marks, included files, footnotes.
extension HTMLWriter {
  mutating func writeToken(_ index: Int, _ node: Node) {
    guard let token = document.token(of: node) else { return }
    if document.isFootnote(token) {
      writeFootnote(index, token)
      return
    }
    let place = document.place(of: node)
    if place == .alone {
      switch token.meaning.display {
      case .include: writeIncluded(token)
      case .mathml: buffer.append(MathMLCleaner.cleaned(document.source.bytes[token.span.range]))
      default: writeTabTitle(index)
      }
      return
    }
    guard !isPhrasing else { return }
    // An end without a name is that of its start.
    let display = place == .end ? token.partner.map { document.tokens[$0].meaning.display } : nil
    switch (place, display ?? token.meaning.display) {
    case (.groupStart, _), (.start, .tabs):
      tabs.openGroup()
      open("tabs")
    case (.groupEnd, _), (.end, .tabs):
      tabs.closeGroup()
      close("div")
    case (.start, .tab): openTab(index)
    case (.end, .tab): close(tabs.closeTab() ? "details" : "div")
    case (.start, .alert): openAlert(AlertKind.allCases.first { $0.name == token.meaning.kind } ?? .note)
    case (.end, .alert): close("aside")
    default: break
    }
  }

  private mutating func open(_ className: StaticString) {
    startLine()
    buffer.append("<div class=\"")
    buffer.append(className)
    buffer.append("\">\n")
  }

  /// Opens a tab; of those of a group, one is shown at a time, and at first the first.
  private mutating func openTab(_ index: Int) {
    let isNamed = !isInvisible(content(of: index))
    let place = tabs.openTab(isNamed: isNamed)
    guard isNamed else {
      open("tab")
      return
    }
    startLine()
    buffer.append("<details class=\"tab\"")
    if let group = place.group { buffer.append(" name=\"docgen:tabs-\(group)\"") }
    if place.isFirst { buffer.append(" open") }
    buffer.append("><summary class=\"tab-title\">")
    phrasing { $0.writeChildren(of: index) }
    buffer.append("</summary>\n")
  }

  private mutating func close(_ name: StaticString) {
    flushOriginals()
    startLine()
    closeBlock(name)
  }

  private mutating func writeTabTitle(_ index: Int) {
    guard !isInvisible(content(of: index)) else { return }
    if isPhrasing {
      writeChildren(of: index)
      return
    }
    startLine()
    buffer.append("<p class=\"tab-title\">")
    phrasing { $0.writeChildren(of: index) }
    buffer.append("</p>\n")
  }

  // MARK: Included files

  /// Writes what another file holds; within a line, its text.
  private mutating func writeIncluded(_ token: Token) {
    guard let target = token.target, let inclusion = links.inclusion(token.meaning.addresses(of: target.value)),
      let style
    else { return }
    var writer = HTMLWriter(inclusion.document, style: style, links: inclusion.links)
    writer.usedIDs = usedIDs
    writer.tabs.count = tabs.count
    writer.isPhrasing = isPhrasing
    writer.isInLink = isInLink
    writer.headingLevels = headingLevels
    writer.buffer = buffer
    writer.writeDocument()
    usedIDs = writer.usedIDs
    tabs.count = writer.tabs.count
    headingLevels = writer.headingLevels
    missingLinks += writer.missingLinks
    unpublishedLinks += writer.unpublishedLinks
    missingImages += writer.missingImages
    buffer = writer.buffer
  }

  // MARK: Footnotes

  private mutating func writeFootnote(_ index: Int, _ token: Token) {
    guard let name = token.arguments.first?.value.lowercased() else { return }
    if token.isDefinition {
      if footnotes.definitions[name] == nil { footnotes.definitions[name] = index }
      if !footnotes.order.contains(name) { footnotes.unused.append(name) }
      return
    }
    var number = footnotes.order.firstIndex(of: name)
    if number == nil {
      number = footnotes.order.count
      footnotes.order.append(name)
    }
    buffer.append("<sup class=\"footnote\">")
    if let number, !isInLink {
      buffer.append("<a href=\"#fn-\(number + 1)\"")
      if usedIDs.insert("fnref-\(number + 1)").inserted { appendAttribute("id", "fnref-\(number + 1)") }
      buffer.append(">\(number + 1)</a>")
    } else if let number {
      buffer.append("\(number + 1)")
    }
    buffer.append("</sup>")
  }

  /// Writes the footnotes that the text has marks of, in the order of these, and then the others.
  package mutating func writeFootnotes() {
    guard isSite, !footnotes.definitions.isEmpty else { return }
    startLine()
    buffer.append("<ol class=\"footnotes\">\n")
    var written = 0
    func writeContent(_ writer: inout HTMLWriter, _ name: String) {
      if let index = writer.footnotes.definitions[name] { writer.writeChildren(of: index) }
    }
    // A note may hold marks of others.
    while written < footnotes.order.count {
      let name = footnotes.order[written]
      written += 1
      startLine()
      buffer.append("<li id=\"fn-\(written)\">")
      writeContent(&self, name)
      if usedIDs.contains("fnref-\(written)") { buffer.append("<a href=\"#fnref-\(written)\">↩</a>") }
      buffer.append("</li>\n")
    }
    for name in footnotes.unused where !footnotes.order.contains(name) {
      buffer.append("<li>")
      writeContent(&self, name)
      buffer.append("</li>\n")
    }
    buffer.append("</ol>\n")
    footnotes = Footnotes()
  }

  /// The groups of tabs of a page.
  struct Tabs {
    /// The number of groups so far, which each is known by.
    var count = 0
    /// The groups around the place, and whether each has a tab already.
    private var groups: [(number: Int, hasTab: Bool)] = []
    /// Whether each of the tabs around the place has a title.
    private var open: [Bool] = []

    mutating func openGroup() {
      count += 1
      groups.append((count, false))
    }

    mutating func closeGroup() { _ = groups.popLast() }

    /// The group of a tab that starts, and whether it is the first there; a tab without group stands alone.
    mutating func openTab(isNamed: Bool) -> (group: Int?, isFirst: Bool) {
      open.append(isNamed)
      guard let group = groups.last else { return (nil, true) }
      if isNamed { groups[groups.count - 1].hasTab = true }
      return (group.number, !group.hasTab)
    }

    /// Whether the tab that ends has a title.
    mutating func closeTab() -> Bool { open.popLast() ?? false }
  }

  /// The footnotes of a page.
  struct Footnotes {
    /// The names, in the order of the marks.
    var order: [String] = []
    /// The nodes of the notes, by name.
    var definitions: [String: Int] = [:]
    /// The notes that no mark before them leads to.
    var unused: [String] = []
  }
}
