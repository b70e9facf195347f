import DocgenMarkup
import DocgenSupport

/// Edits that set the fences of code blocks, or the end marks of raw HTML: they write marks, and take nothing away but
/// marks and white space.
enum FenceEdits {
  /// Whether edits are such, and at least one of them writes a fence.
  static func areOfFences(_ edits: [FixGuard.Edit], in bytes: [UInt8]) -> Bool {
    if areOfEndMarks(edits, in: bytes) { return true }
    var writesFence = false
    for edit in edits {
      guard Int(edit.span.end) <= bytes.count, FenceMarks.areAll(of: bytes[edit.span.range]) else { return false }
      // After the marks of an opening fence, the name of a language may stand.
      var hasName = false
      for line in edit.text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
        let text = line.drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
        if text.isEmpty { continue }
        guard let mark = text.first, mark == 0x60 || mark == 0x7E, !hasName else { return false }
        let marks = text.prefix { $0 == mark }
        let name = text.dropFirst(marks.count).drop { $0 == 0x20 }
        guard marks.count >= 3, !name.contains(where: { $0 == 0x20 || $0 == mark }) else { return false }
        hasName = !name.isEmpty
        writesFence = true
      }
    }
    return writesFence
  }

  /// Whether edits write end marks of elements or comments, where nothing was or what became of them.
  private static func areOfEndMarks(_ edits: [FixGuard.Edit], in bytes: [UInt8]) -> Bool {
    !edits.isEmpty
      && edits.allSatisfy { edit in
        guard Int(edit.span.end) <= bytes.count, EndMarks.areAll(of: edit.text) else { return false }
        let old = bytes[edit.span.range]
        return old.allSatisfy { $0 <= 0x20 } || EndMarks.areLike(old, edit.text)
      }
  }

  /// Whether a page has more of its code closed than before, and at least as many headings.
  static func improve(_ old: Document, _ new: Document) -> Bool {
    let (before, after) = (counts(old), counts(new))
    guard after.headings >= before.headings else { return false }
    return after.open < before.open || after.open == before.open && after.blocks > before.blocks
  }

  private static func counts(_ document: Document) -> (headings: Int, blocks: Int, open: Int) {
    let raw = document.rawBlocks
    var counts = (headings: 0, blocks: raw.count, open: raw.count { !$0.isClosed })
    for (index, node) in document.nodes.enumerated() {
      if node.kind == .heading { counts.headings += 1 }
      guard node.kind == .codeBlock, let block = FencedBlock(index, in: document) else { continue }
      counts.blocks += 1
      if !block.isClosed { counts.open += 1 }
    }
    return counts
  }
}
