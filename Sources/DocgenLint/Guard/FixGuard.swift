import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Judges whether edits of a page change slots alone, and lose no text.
///
/// It looks at bytes, text and outline, and knows nothing of facts or of which stand for each other: so it judges every
/// fix, whatever made it. What an edit takes away has to be as small as a name or value is beside what comes in its
/// place, in one block, and no sentence; all other text has to be read from the changed page as before.
final class FixGuard {
  /// Bytes of the page, and those that take their place.
  struct Edit {
    var span: SourceSpan
    var text: [UInt8]

    init(_ span: SourceSpan, _ text: [UInt8]) {
      self.span = span
      self.text = text
    }
  }

  private let page: LocalizedPage
  private lazy var segments = TextSegments(page.document)
  /// The text that was looked at last, for one block has often several names to fix.
  private var last: (index: Int, slot: ProseSlot)?

  /// Makes a guard of a page as it is.
  init(_ page: LocalizedPage) { self.page = page }

  /// Whether edits, in the order of the file, may be made as far as the page itself tells.
  ///
  /// - Complexity: O(*e* log *n*) with *e* edits, and the sizes of the blocks that they change; the first call O(*n*).
  func allows(_ edits: [Edit]) -> Bool {
    if edits.allSatisfy(changesSpacesAlone) { return true }
    if areOfFences(edits) { return edits.allSatisfy { $0.span.start >= page.frontMatter.bodyStart } }
    var changes: [Int: [Edit]] = [:]
    for edit in edits {
      guard Int(edit.span.end) <= page.source.bytes.count else { return false }
      if edit.span.end <= page.frontMatter.bodyStart {
        guard allowsInMetadata(edit) else { return false }
        continue
      }
      guard edit.span.start >= page.frontMatter.bodyStart, let touched = segments.touched(by: edit.span) else {
        return false
      }
      // Where links lead, attributes and markers are no text.
      guard let segment = touched else {
        guard !holdsLineEnd(edit), CodeSlot.holdsFewWords(page.source.bytes[edit.span.range]) else { return false }
        continue
      }
      changes[segment, default: []].append(edit)
    }
    return changes.allSatisfy { allows($0.value, in: $0.key) }
  }

  /// Whether a page that was read again with edits made has all text outside of them, in the same outline.
  ///
  /// - Complexity: O(*n*) in the size of both pages.
  func isKept(_ edits: [Edit], in new: LocalizedPage) -> Bool {
    guard allows(edits) else { return false }
    let survival = TextSurvival(from: page, to: new, edits)
    if areOfFences(edits) {
      return survival.isComplete(withFences: true) && FenceEdits.improve(page.document, new.document)
    }
    return survival.isComplete(withFences: false) && Outline(page.document) == Outline(new.document)
  }

  /// Whether edits set the fences of code blocks, so that text becomes code or code becomes text.
  func areOfFences(_ edits: [Edit]) -> Bool { FenceEdits.areOfFences(edits, in: page.source.bytes) }

  /// Whether an edit takes and writes nothing but spaces and backslashes within a line, as in most of the torn names:
  /// then all text is still there.
  private func changesSpacesAlone(_ edit: Edit) -> Bool {
    guard Int(edit.span.end) <= page.source.bytes.count else { return false }
    let old = page.source.bytes[edit.span.range]
    var index = old.startIndex
    for byte in edit.text where !Self.isSpacing(byte) {
      while index < old.endIndex, Self.isSpacing(old[index]) { index += 1 }
      guard index < old.endIndex, old[index] == byte, byte >= 0x20 else { return false }
      index += 1
    }
    return old[index...].allSatisfy(Self.isSpacing)
  }

  private static func isSpacing(_ byte: UInt8) -> Bool { byte == 0x20 || byte == UInt8(ascii: "\\") }

  // MARK: By place

  private func allows(_ edits: [Edit], in index: Int) -> Bool {
    let segment = segments.all[index]
    switch segment.kind {
    case .prose(let isPipeCell):
      if edits.contains(where: holdsLineEnd(inText:)) { return false }
      if isPipeCell, edits.contains(where: { !hasPipe($0.span) }) { return false }
      let slot = last?.index == index ? last?.slot : nil
      let prose = slot ?? ProseSlot(page.document, segment.nodes)
      last = (index, prose)
      return prose.allows(edits, in: page.source.bytes)
    case .code:
      if let block = FencedBlock(segment.node, in: page.document), !block.isClosed { return false }
      return edits.allSatisfy { CodeSlot.allows(page.source.bytes[$0.span.range], becoming: $0.text[...]) }
    case .comment: return false
    }
  }

  private func allowsInMetadata(_ edit: Edit) -> Bool {
    let old = page.source.bytes[edit.span.range]
    return CodeSlot.sentences(in: old).isSubset(of: CodeSlot.sentences(in: edit.text[...]))
  }

  /// A line of a table without a bar is prose that stands right after it.
  private func hasPipe(_ span: SourceSpan) -> Bool {
    let bytes = page.source.bytes
    let start = LinePrefix.start(of: Int(span.start), in: bytes)
    return bytes[start...].prefix { $0 != 0x0A && $0 != 0x0D }.contains(UInt8(ascii: "|"))
  }

  private func holdsLineEnd(inText edit: Edit) -> Bool { edit.text.contains { $0 == 0x0A || $0 == 0x0D } }

  private func holdsLineEnd(_ edit: Edit) -> Bool {
    holdsLineEnd(inText: edit) || page.source.bytes[edit.span.range].contains { $0 == 0x0A || $0 == 0x0D }
  }
}

/// The markup of a page, blocks and what is set within them, in its order and as it is nested.
private struct Outline: Equatable {
  private var marks: [Mark] = []

  private struct Mark: Equatable {
    var kind: Node.Kind
    var tag: HTMLTag
    var level: UInt8
    var depth: Int
  }

  init(_ document: Document) {
    var ends: [Int] = []
    for (index, node) in document.nodes.enumerated() {
      while let end = ends.last, end <= index { ends.removeLast() }
      switch node.kind {
      case .text, .softBreak, .ignored: continue
      default: break
      }
      marks.append(Mark(kind: node.kind, tag: node.tag, level: node.level, depth: ends.count))
      ends.append(Int(node.end))
    }
  }
}
