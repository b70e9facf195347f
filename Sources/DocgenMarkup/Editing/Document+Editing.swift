import DocgenSupport

extension Document {
  /// The document of an edited file, for which only the parts of the page around the edits are parsed.
  ///
  /// A part goes from one empty line to the next. It is parsed alone after its edits: where it has the markup that the
  /// document has there, and the text but for what was edited, the new text takes the place of the old.
  ///
  /// - Parameters:
  ///   - edits: In the order of the file, apart from each other.
  ///   - file: The file with the edits made.
  ///   - bodyStart: Where the body starts in the file of this document.
  /// - Returns: `nil` if the whole page has to be parsed to know it.
  /// - Complexity: O(*n*) in the nodes, and the parser's for the parts.
  public func editing(_ edits: [TextEdit], as file: SourceFile, bodyStart: Int32) -> Document? {
    guard let shift = EditShift(edits), exceededLimits.isEmpty, !holdsReferences,
      let parts = DocumentPart.parts(around: edits, of: source, bodyStart: Int(bodyStart))
    else { return nil }
    let walk = DocumentWalk(self)
    var replacements: [DocumentEditor.Replacement] = []
    for part in parts {
      guard let own = part.replacements(in: self, walk, shift, file) else { return nil }
      replacements += own
    }
    var editor = DocumentEditor(self, shift, file: file)
    return editor.replace(replacements)
  }

  /// Whether `]:` occurs: what a definition of a reference says counts in all of the page.
  private var holdsReferences: Bool {
    ByteSearch.firstIndex(of: Array("]:".utf8), in: source.bytes, from: 0) != nil
  }
}

/// Where places of a file are after edits.
private struct EditShift {
  private let edits: [SourceSpan]
  /// By how many bytes all that stands after each edit moves.
  private let shifts: [Int32]

  /// `nil` for edits that add text between two bytes: which side it belongs to is not told.
  init?(_ edits: [TextEdit]) {
    var shifts: [Int32] = []
    var shift: Int32 = 0
    for edit in edits {
      if edit.span.isEmpty { return nil }
      shift += Int32(truncatingIfNeeded: edit.text.count) - (edit.span.end - edit.span.start)
      shifts.append(shift)
    }
    self.edits = edits.map(\.span)
    self.shifts = shifts
  }

  /// `nil` within an edit.
  func moved(_ offset: Int32) -> Int32? {
    var (low, high) = (0, edits.count)
    while low < high {
      let middle = (low + high) / 2
      if edits[middle].end <= offset { low = middle + 1 } else { high = middle }
    }
    if low < edits.count, edits[low].start < offset { return nil }
    return low == 0 ? offset : offset + shifts[low - 1]
  }

  /// Whether a place holds an edit or a part of one.
  func changes(_ span: SourceSpan) -> Bool {
    var (low, high) = (0, edits.count)
    while low < high {
      let middle = (low + high) / 2
      if edits[middle].end <= span.start { low = middle + 1 } else { high = middle }
    }
    return low < edits.count && edits[low].start < span.end
  }

  /// `nil` for a place that starts or ends within an edit.
  func moved(_ span: SourceSpan) -> SourceSpan? {
    guard let start = moved(span.start), let end = moved(span.end) else { return nil }
    return SourceSpan(start: start, end: end)
  }
}

/// The markup of a document and the runs of text between, in order.
private struct DocumentWalk {
  /// A node of markup, or text nodes that stand side by side.
  struct Step {
    var nodes: Range<Int>
    /// Where the first of them starts.
    var start: Int32
    var isText: Bool
    /// How text is written there, as far as the blocks around tell.
    var form: TextForm
  }

  private(set) var steps: [Step] = []

  /// Goes through a document; what does not stand in the file and blanks between markup are left out.
  init(_ document: Document) {
    let nodes = document.nodes
    var open: [(end: Int, form: TextForm)] = []
    var index = min(1, nodes.count)
    steps.reserveCapacity(nodes.count)
    while index < nodes.count {
      let node = nodes[index]
      while let last = open.last, last.end <= index { open.removeLast() }
      let form = open.last?.form ?? .html
      if node.kind != .text {
        open.append((Int(node.end), TextForm(within: node.kind) ?? form))
        if !node.flags.contains(.implied) || node.kind != .element {
          steps.append(Step(nodes: index..<index + 1, start: node.span.start, isText: false, form: form))
        }
        index += 1
        continue
      }
      let limit = open.last?.end ?? nodes.count
      var run = index..<index
      while index < limit, nodes[index].kind == .text {
        if !nodes[index].flags.contains(.blank) { run = run.isEmpty ? index..<index + 1 : run.lowerBound..<index + 1 }
        index += 1
      }
      if !run.isEmpty {
        steps.append(Step(nodes: run, start: nodes[run.lowerBound].span.start, isText: true, form: form))
      }
    }
  }

  /// The steps that start within a place; those of a document whose nodes are not in the order of the file are not all.
  func steps(in span: SourceSpan) -> ArraySlice<Step> {
    var (low, high) = (0, steps.count)
    while low < high {
      let middle = (low + high) / 2
      if steps[middle].start < span.start { low = middle + 1 } else { high = middle }
    }
    let first = low
    while low < steps.count, steps[low].start < span.end { low += 1 }
    return steps[first..<low]
  }
}

/// A part of a page between two empty lines, with edits in it.
private struct DocumentPart {
  /// The place before the edits.
  let span: SourceSpan

  private init(_ span: SourceSpan) { self.span = span }

  /// The parts that hold the edits of the body; `nil` if they are most of the page.
  static func parts(around edits: [TextEdit], of file: SourceFile, bodyStart: Int) -> [DocumentPart]? {
    var parts: [DocumentPart] = []
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
      parts.append(DocumentPart(SourceSpan(start..<end)))
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
      if isBlank(bytes[line..<start]) { break }
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
      if start > offset, isBlank(bytes[start..<end]) { return start }
      if end == bytes.count { return end }
    }
  }

  private static func isBlank(_ line: ArraySlice<UInt8>) -> Bool { line.allSatisfy { $0 <= 0x20 } }

  /// The text that takes the place of that of the document; `nil` if the part has other markup than the document has there,
  /// or other text in any run that has no edit in it.
  func replacements(
    in document: Document, _ walk: DocumentWalk, _ shift: EditShift, _ file: SourceFile
  ) -> [DocumentEditor.Replacement]? {
    guard let place = shift.moved(span) else { return nil }
    let part = MarkdownParser.parse(SourceFile(path: "", bytes: Array(file.bytes[place.range])))
    let (steps, newSteps) = (walk.steps(in: span), DocumentWalk(part).steps)
    guard part.exceededLimits.isEmpty, part.droppedTags.isEmpty, steps.count == newSteps.count else { return nil }
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
        // The blanks beside are no part of either.
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

/// Puts runs of text in the places of others.
private struct DocumentEditor {
  struct Replacement {
    /// The nodes that go, by their indices.
    var nodes: Range<Int>
    /// The nodes that come, with what they say if that is not what stands in the file.
    var texts: [(node: Node, replacement: [UInt8]?)]
  }

  private let document: Document
  private let shift: EditShift
  private var result: Document

  init(_ document: Document, _ shift: EditShift, file: SourceFile) {
    self.document = document
    self.shift = shift
    result = Document(source: file)
  }

  /// - Returns: `nil` if markup starts or ends within an edit.
  mutating func replace(_ replacements: [Replacement]) -> Document? {
    guard moveTables(), moveNodes(replacements) else { return nil }
    return result
  }

  private mutating func moveTables() -> Bool {
    result.replacements = document.replacements
    result.attributes = document.attributes
    result.links = document.links
    for index in result.links.indices {
      guard let span = shift.moved(result.links[index].span) else { return false }
      result.links[index].span = span
    }
    for info in document.infoStrings {
      guard let span = shift.moved(info.span) else { return false }
      result.infoStrings.append(Located(info.value, at: span))
    }
    for tag in document.droppedTags {
      guard let span = shift.moved(tag.span) else { return false }
      result.droppedTags.append(Document.DroppedTag(tag: tag.tag, span: span))
    }
    return true
  }

  private mutating func moveNodes(_ replacements: [Replacement]) -> Bool {
    let sorted = replacements.sorted { $0.nodes.lowerBound < $1.nodes.lowerBound }
    // The new index of each node, and of the end.
    var moved = [Int32](repeating: 0, count: document.nodes.count + 1)
    result.nodes.reserveCapacity(document.nodes.count)
    var next = 0
    var index = 0
    while index < document.nodes.count {
      if next < sorted.count, sorted[next].nodes.lowerBound == index {
        append(sorted[next].texts)
        while index < sorted[next].nodes.upperBound {
          index += 1
          moved[index] = Int32(truncatingIfNeeded: result.nodes.count)
        }
        next += 1
        continue
      }
      moved[index] = Int32(truncatingIfNeeded: result.nodes.count)
      var node = document.nodes[index]
      guard let span = shift.moved(node.span) else { return false }
      node.span = span
      result.nodes.append(node)
      index += 1
      moved[index] = Int32(truncatingIfNeeded: result.nodes.count)
    }
    for index in result.nodes.indices where result.nodes[index].end >= 0 {
      result.nodes[index].end = moved[Int(result.nodes[index].end)]
    }
    // Those of new text were told by their own numbers.
    for index in result.nodes.indices where result.nodes[index].end < 0 {
      result.nodes[index].end = Int32(truncatingIfNeeded: index + 1)
    }
    return next == sorted.count
  }

  private mutating func append(_ texts: [(node: Node, replacement: [UInt8]?)]) {
    for (text, replacement) in texts {
      var node = text
      if let replacement {
        node.payload = Int32(truncatingIfNeeded: result.replacements.count)
        result.replacements.append(replacement)
      }
      node.end = -1
      result.nodes.append(node)
    }
  }
}
