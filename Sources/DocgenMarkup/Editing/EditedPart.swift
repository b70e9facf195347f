import DocgenSupport

/// A part of a page between two empty lines, with edits in it.
struct EditedPart {
  /// The place before the edits.
  let span: SourceSpan

  private init(_ span: SourceSpan) { self.span = span }

  /// The parts that hold the edits of the body; `nil` if they are most of the page.
  static func parts(around edits: [TextEdit], of file: SourceFile, bodyStart: Int) -> [EditedPart]? {
    var parts: [EditedPart] = []
    var size = 0
    let bytes = file.bytes
    for edit in edits where edit.span.range.upperBound > bodyStart {
      let range = edit.span.range
      guard range.lowerBound >= bodyStart, range.upperBound <= bytes.count, !bytes[range].contains(angle),
        !edit.text.contains(angle)
      else { return nil }
      if let last = parts.last, range.upperBound <= last.span.range.upperBound { continue }
      let start = self.start(before: range.lowerBound, bytes, bodyStart)
      let end = self.end(after: range.upperBound, bytes)
      // What is indented belongs to a block above.
      if start < (parts.last?.span.range.upperBound ?? 0) || bytes[start] == 0x20 || bytes[start] == 0x09 { return nil }
      parts.append(EditedPart(SourceSpan(start..<end)))
      size += end - start
    }
    return size < (bytes.count - bodyStart) / 8 * 7 ? parts : nil
  }

  private static func start(before offset: Int, _ bytes: [UInt8], _ bodyStart: Int) -> Int {
    var start = offset
    while start > bodyStart, bytes[start - 1] != 0x0A { start -= 1 }
    while start > bodyStart {
      var line = start - 1
      while line > bodyStart, bytes[line - 1] != 0x0A { line -= 1 }
      if isWhitespace(bytes[line..<start]) { break }
      start = line
    }
    return start
  }

  private static func end(after offset: Int, _ bytes: [UInt8]) -> Int {
    var end = offset
    while true {
      let start = end
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      end = min(end + 1, bytes.count)
      if start > offset, isWhitespace(bytes[start..<end]) { return start }
      if end == bytes.count { return end }
    }
  }

  private static func isWhitespace(_ line: ArraySlice<UInt8>) -> Bool { line.allSatisfy { $0 <= 0x20 } }

  /// The text that takes the place of that of the document; `nil` if the part has other markup than the document has there,
  /// or other text in any run that has no edit in it.
  func replacements(
    in document: Document, _ markup: MarkupSteps, _ shift: EditShift, _ file: SourceFile
  ) -> [DocumentEditor.Replacement]? {
    // A raw block goes on beyond empty lines: a part of one is not what it seems to be alone.
    guard let place = shift.moved(span), !document.rawBlocks.contains(where: { $0.span.overlaps(span) }) else {
      return nil
    }
    let part = MarkdownParser.parse(
      SourceFile(path: "", bytes: Array(file.bytes[place.range])),
      options: MarkdownParser.Options(headingIDs: document.headingIDSyntaxes, tokens: document.tokenSet))
    // Ids are no text.
    guard part.headingIDs.isEmpty, !document.headingIDs.contains(where: { $0.span.overlaps(span) }) else { return nil }
    let (steps, newSteps) = (markup.steps(in: span), MarkupSteps(part).steps)
    guard part.exceededLimits.isEmpty, part.droppedTags.isEmpty, part.rawBlocks.isEmpty, part.unpairedTags.isEmpty,
      part.tokens.isEmpty,
      steps.count == newSteps.count
    else { return nil }
    var replacements: [DocumentEditor.Replacement] = []
    for (step, newStep) in zip(steps, newSteps) {
      guard step.isText == newStep.isText, step.form == newStep.form else { return nil }
      if !step.isText {
        let (node, newNode) = (document.nodes[step.nodes.lowerBound], part.nodes[newStep.nodes.lowerBound])
        guard shift.moved(node.span.start) == newNode.span.start + place.start,
          node.span.end > span.end || shift.moved(node.span.end) == newNode.span.end + place.start,
          Self.areEqual(node, in: document, newNode, in: part)
        else { return nil }
        continue
      }
      if shift.changes(Self.written(step.nodes, in: document)) {
        // The spaces beside are no part of either.
        guard let old = shift.moved(Self.written(step.nodes, in: document)),
          old.start == Self.written(newStep.nodes, in: part).start + place.start,
          old.end == Self.written(newStep.nodes, in: part).end + place.start,
          // A tag that means nothing alone may end an element around.
          Self.countAngles(step.nodes, in: document) == Self.countAngles(newStep.nodes, in: part)
        else { return nil }
        replacements.append(Self.replacement(of: step.nodes, by: newStep.nodes, of: part, at: place.start))
      } else if !Self.areEqual(step.nodes, in: document, newStep.nodes, in: part, shift, place.start) {
        return nil
      }
    }
    return replacements
  }

  private static func countAngles(_ nodes: Range<Int>, in document: Document) -> Int {
    nodes.reduce(0) { count, index in
      document.withText(of: document.nodes[index]) { count + $0.count { $0 == angle } }
    }
  }

  private static let angle = UInt8(ascii: "<")

  /// Where the nodes of a run stand in the file, with the backslash before the first.
  private static func written(_ nodes: Range<Int>, in document: Document) -> SourceSpan {
    let first = document.nodes[nodes.lowerBound]
    let start = first.span.start - (first.flags.contains(.escaped) ? 1 : 0)
    return SourceSpan(start: start, end: document.nodes[nodes.upperBound - 1].span.end)
  }

  private static func areEqual(_ node: Node, in document: Document, _ other: Node, in part: Document) -> Bool {
    guard node.kind == other.kind, node.tag == other.tag, node.level == other.level, node.flags == other.flags else {
      return false
    }
    switch node.kind {
    case .orderedList: return node.payload == other.payload
    case .element: return document.attributes(of: node) == part.attributes(of: other)
    case .link, .image:
      let (link, newLink) = (document.link(of: node), part.link(of: other))
      return link?.destination == newLink?.destination && link?.title == newLink?.title
    case .codeBlock: return document.infoString(of: node)?.value == part.infoString(of: other)?.value
    default: return true
    }
  }

  private static func areEqual(
    _ nodes: Range<Int>, in document: Document, _ others: Range<Int>, in part: Document, _ shift: EditShift,
    _ start: Int32
  ) -> Bool {
    nodes.count == others.count
      && zip(nodes, others).allSatisfy { index, other in
        let (node, newNode) = (document.nodes[index], part.nodes[other])
        guard node.flags == newNode.flags, shift.moved(node.span.start) == newNode.span.start + start,
          shift.moved(node.span.end) == newNode.span.end + start, (node.payload < 0) == (newNode.payload < 0)
        else { return false }
        return node.payload < 0
          || document.replacements[Int(node.payload)] == part.replacements[Int(newNode.payload)]
      }
  }

  private static func replacement(
    of nodes: Range<Int>, by others: Range<Int>, of part: Document, at start: Int32
  ) -> DocumentEditor.Replacement {
    DocumentEditor.Replacement(
      nodes: nodes,
      texts: part.nodes[others].map { node in
        var node = node
        let replacement = node.payload < 0 ? nil : part.replacements[Int(node.payload)]
        node.span = SourceSpan(start: node.span.start + start, end: node.span.end + start)
        return (node, replacement)
      })
  }
}
