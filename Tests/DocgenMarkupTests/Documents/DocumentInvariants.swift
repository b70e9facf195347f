import DocgenMarkup
import DocgenSupport

/// What is true of the document of any page, however broken; each violation is one line of text.
struct DocumentInvariants {
  /// Nesting is flattened beyond this depth, so that later stages may recurse; a few levels may be implied below it.
  private static let depthLimit = 410

  private let document: Document
  private let bytes: [UInt8]
  private let bodyStart: Int
  private(set) var problems: [String] = []

  /// All violations of one document, which was parsed with or without assembling HTML.
  static func problems(of document: Document, from bodyStart: Int) -> [String] {
    var checker = DocumentInvariants(document, from: bodyStart)
    checker.checkNesting()
    checker.checkTexts()
    checker.checkTargets()
    return checker.problems
  }

  init(_ document: Document, from bodyStart: Int) {
    self.document = document
    self.bytes = document.source.bytes
    self.bodyStart = bodyStart
  }

  private mutating func report(_ message: String, at offset: Int32) {
    let position = LineTable(bytes).position(of: offset)
    problems.append("\(position.line):\(position.column): \(message)")
  }

  // MARK: Nesting

  /// Subtrees are ranges of nodes inside one another; the place of each node lies inside that of its parent.
  private mutating func checkNesting() {
    let nodes = document.nodes
    guard nodes.first?.kind == .document, nodes.first?.end == Int32(nodes.count) else {
      return report("the first node is not the whole document", at: 0)
    }
    var open: [Int] = []
    for index in nodes.indices {
      let node = nodes[index]
      while let last = open.last, nodes[last].end <= index { open.removeLast() }
      if node.end <= index { report("\(node.kind) ends before it starts", at: node.span.start) }
      if node.span.start > node.span.end { report("\(node.kind) has a reversed span", at: node.span.start) }
      if let parent = open.last {
        let outer = nodes[parent]
        if node.end > outer.end { report("\(describe(node)) ends after \(describe(outer))", at: node.span.start) }
        if node.span.start < outer.span.start || endWithoutWhitespace(node) > outer.span.end {
          report("\(describe(node)) is not inside of \(describe(outer))", at: node.span.start)
        }
      } else if index > 0 {
        report("\(node.kind) is outside of the document", at: node.span.start)
      }
      if node.end > index + 1 { open.append(index) }
      if open.count > Self.depthLimit { report("\(node.kind) is nested too deeply", at: node.span.start) }
    }
  }

  /// The line end of the last line of code is part of its text, although the block ends before it; so are the space
  /// lines at the end of HTML.
  private func endWithoutWhitespace(_ node: Node) -> Int32 {
    var end = node.span.end
    guard node.kind == .text else { return end }
    if node.flags.contains(.whitespace) { return 0 }
    while end > 0, bytes[Int(end) - 1] <= 0x20 { end -= 1 }
    return end
  }

  private func describe(_ node: Node) -> String {
    let lines = LineTable(bytes)
    let start = lines.position(of: node.span.start)
    let end = lines.position(of: node.span.end)
    let name = node.kind == .element ? "<\(node.tag.name)>" : "\(node.kind)"
    return "\(name) @\(start.line):\(start.column)-\(end.line):\(end.column)"
  }

  // MARK: Text

  /// Texts follow one another in the file; what is not the file's bytes takes the place of a character reference, of a
  /// line end or of a tab.
  private mutating func checkTexts() {
    var last: Int32 = Int32(bodyStart)
    for node in document.nodes where node.kind == .text {
      if node.span.start < last { report("\(describe(node)) overlaps the text before", at: node.span.start) }
      last = max(last, node.span.end)
      guard node.span.range.upperBound <= bytes.count else {
        report("\(describe(node)) is not in the file", at: node.span.start)
        continue
      }
      if isInsideCharacter(node.span.start) || isInsideCharacter(node.span.end) {
        report("\(describe(node)) cuts a character", at: node.span.start)
      }
      if node.payload >= 0, !isReplaceable(bytes[node.span.range]) {
        report("\(describe(node)) has lost its place", at: node.span.start)
      }
      if node.payload < 0, node.span.isEmpty { report("\(describe(node)) is empty", at: node.span.start) }
    }
  }

  private func isInsideCharacter(_ offset: Int32) -> Bool {
    Int(offset) < bytes.count && bytes[Int(offset)] & 0xC0 == 0x80
  }

  private func isReplaceable(_ source: ArraySlice<UInt8>) -> Bool {
    if source.first == UInt8(ascii: "&") { return source.count >= 3 && source.last == UInt8(ascii: ";") }
    return !source.isEmpty && source.allSatisfy { (0x09...0x0D).contains($0) }
  }

  /// Link targets and info strings are at their places.
  private mutating func checkTargets() {
    for node in document.nodes {
      if let link = document.link(of: node) {
        // A tag within the link's text may end it before its target.
        if link.span.start < node.span.start {
          report("the target of \(describe(node)) is before it", at: link.span.start)
        }
        expect(link.destination, at: link.span, "target", mayBeElsewhere: true)
      }
      if let info = document.infoString(of: node) { expect(info.value, at: info.span, "info string") }
    }
  }

  private mutating func expect(_ value: String, at span: SourceSpan, _ name: String, mayBeElsewhere: Bool = false) {
    if mayBeElsewhere, span.isEmpty { return }
    let source = document.source.text(span)
    if source.utf8.contains(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "&") }) { return }
    // Autolinks of mail addresses get a scheme; characters that a URL may not hold are escaped by renderers only.
    if source != value, "mailto:" + source != value {
      report("the \(name) '\(value)' is '\(source)' in the file", at: span.start)
    }
  }

  // MARK: Nothing is lost

  /// The words of the file that no text of the document holds and that are no markup either.
  static func lostWords(of document: Document, from bodyStart: Int) -> [String] {
    var markup = MarkupBytes(document.source.bytes, from: bodyStart)
    markup.markTargets(of: document)
    var isKept = markup.isMarkup
    for node in document.nodes where node.kind == .text {
      for index in node.span.range.clamped(to: 0..<isKept.count) { isKept[index] = true }
    }
    let bytes = document.source.bytes
    let lines = LineTable(bytes)
    var lost: [String] = []
    var index = bodyStart
    while index < bytes.count {
      guard !isKept[index], MarkupBytes.isWord(bytes[index]) else {
        index += 1
        continue
      }
      var end = index
      while end < bytes.count, !isKept[end], MarkupBytes.isWord(bytes[end]) { end += 1 }
      let position = lines.position(of: Int32(index))
      let word = String(decoding: bytes[index..<end], as: UTF8.self)
      lost.append("\(position.line):\(position.column): '\(word)' is lost")
      index = end
    }
    return lost
  }
}
