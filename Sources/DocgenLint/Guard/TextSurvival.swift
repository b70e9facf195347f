import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Follows the text of a page, byte by byte, into the page with edits made.
struct TextSurvival {
  private let old: LocalizedPage
  private let new: LocalizedPage
  private let edits: [FixGuard.Edit]

  init(from old: LocalizedPage, to new: LocalizedPage, _ edits: [FixGuard.Edit]) {
    self.old = old
    self.new = new
    self.edits = edits
  }

  /// Whether all text outside of the edits is text in its new place, in order.
  ///
  /// Where fences are set, what was code may be read as markup, too, but as no part of a fence.
  func isComplete(withFences: Bool) -> Bool {
    var wanted = Self.places(in: new.document)
    let infoStrings = withFences ? Self.infoStrings(in: new.document) : []
    if withFences { wanted = [Bool](repeating: true, count: new.source.bytes.count) }
    for span in infoStrings { for offset in span.range where offset < wanted.count { wanted[offset] = false } }
    let text = Self.places(in: old.document)
    var shift = 0
    var offset = 0
    for edit in edits + [FixGuard.Edit(SourceSpan(at: Int32(truncatingIfNeeded: text.count)), [])] {
      while offset < Int(edit.span.start) {
        let place = offset + shift
        guard place < wanted.count, old.source.bytes[offset] == new.source.bytes[place] else { return false }
        if text[offset], !wanted[place], old.source.bytes[offset] > 0x20 { return false }
        offset += 1
      }
      shift += edit.text.count - edit.span.range.count
      offset = max(offset, Int(edit.span.end))
    }
    return offset + shift == new.source.bytes.count
  }

  /// Whether each byte of a file is text to a reader.
  private static func places(in document: Document) -> [Bool] {
    var places = [Bool](repeating: false, count: document.source.bytes.count)
    for node in document.nodes where node.kind == .text {
      for offset in node.span.range { places[offset] = true }
    }
    return places
  }

  /// Info strings of several words, which may be text that a fence swallowed.
  private static func infoStrings(in document: Document) -> [SourceSpan] {
    document.nodes.compactMap { node in
      guard let span = document.infoString(of: node)?.span else { return nil }
      return document.source.bytes[span.range].contains { $0 == 0x20 } ? span : nil
    }
  }
}
