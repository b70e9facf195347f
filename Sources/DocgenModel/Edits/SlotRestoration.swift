import DocgenMarkup
import DocgenSupport

/// Makes the edits that let a damaged slot of a translation say what its counterpart in the source says.
///
/// This is the one place where text of the source is written into a translation, by fixes and by the site alike: it keeps
/// to the slot, writes in the form of the place (Markdown, code, HTML, front matter), and gives up where markup would have
/// to change.
package struct SlotRestoration {
  /// The slot in the source.
  package let source: Slot
  /// The slot in the translation.
  package let translation: Slot

  /// Takes the slots of both pages.
  package init(from source: Slot, to translation: Slot) {
    self.source = source
    self.translation = translation
  }

  /// The edits that make the whole slot equal to the source's.
  package func whole() -> [TextEdit]? {
    if source.text == translation.text { return nil }
    if translation.isOneRun {
      return translation.replacing(0..<translation.text.count, with: 0..<source.text.count, of: source)
        .map { [TextEdit($0.0, $0.1)] }
    }
    return whitespaceOnly() ?? difference() ?? collected()
  }

  /// The edits that write parts of the source's text in the place of parts of the translation's.
  package func parts(_ parts: [(source: Range<Int>, translation: Range<Int>)]) -> [TextEdit]? {
    var edits: [TextEdit] = []
    for part in parts {
      guard let edit = translation.replacing(part.translation, with: part.source, of: source) else { return nil }
      edits.append(TextEdit(edit.0, edit.1))
    }
    return edits
  }

  /// The edits that write the source's name over what became of it.
  func edits(of extent: NameExtent) -> [TextEdit]? {
    guard let edit = translation.replacing(extent.range, with: source.text.indices, of: source) else { return nil }
    var text = edit.1
    for range in extent.kinds.reversed() {
      guard let kind = translation.source(of: range) else { return nil }
      text = kind + [0x20] + text
    }
    for range in extent.numbers {
      guard let number = translation.source(of: range) else { return nil }
      text += [0x20] + number
    }
    var edits = [TextEdit(edit.0, text)]
    for torn in extent.torn {
      guard let edit = translation.replacing(torn, with: []) else { return nil }
      edits.append(TextEdit(edit.0, edit.1))
    }
    return edits
  }

  /// The edits that make the whole slot say a text that neither page has.
  package func writing(_ text: String) -> [TextEdit]? {
    translation.replacing(0..<translation.text.count, with: Array(text.utf8)).map { [TextEdit($0.0, $0.1)] }
  }

  // MARK: Text with markup within

  /// Leaves out spaces, where nothing else is wrong.
  private func whitespaceOnly() -> [TextEdit]? {
    var edits: [TextEdit] = []
    var index = 0
    for byte in source.text {
      while index < translation.text.count, translation.text[index] != byte, translation.text[index] == 0x20 {
        guard let edit = translation.replacing(index..<index + 1, with: []) else { return nil }
        edits.append(TextEdit(edit.0, edit.1))
        index += 1
      }
      guard index < translation.text.count, translation.text[index] == byte else { return nil }
      index += 1
    }
    return index == translation.text.count ? edits : nil
  }

  /// Writes what lies between the letters that both have at their starts and at their ends.
  private func difference() -> [TextEdit]? {
    let (wanted, found) = (source.text, translation.text)
    var start = 0
    while start < wanted.count, start < found.count, wanted[start] == found[start] { start += 1 }
    var tail = 0
    while tail < wanted.count - start, tail < found.count - start,
      wanted[wanted.count - 1 - tail] == found[found.count - 1 - tail]
    {
      tail += 1
    }
    // Neither cuts a character, and something has to be left to write over.
    while start > 0, Self.isInside(wanted, start) || Self.isInside(found, start) { start -= 1 }
    while tail > 0, Self.isInside(wanted, wanted.count - tail) || Self.isInside(found, found.count - tail) {
      tail -= 1
    }
    if start + tail == found.count {
      if start > 0 { start -= 1 } else { tail -= 1 }
      while start > 0, Self.isInside(found, start) { start -= 1 }
      while tail > 0, Self.isInside(found, found.count - tail) { tail -= 1 }
    }
    guard start >= 0, tail >= 0, start + tail < found.count else { return nil }
    return translation.replacing(start..<found.count - tail, with: wanted[start..<wanted.count - tail])
      .map { [TextEdit($0.0, $0.1)] }
  }

  /// Writes all of the text where the markup of the slot is, and takes away what stands beside: `De *niveau*`.
  private func collected() -> [TextEdit]? {
    guard source.isOneRun, let run = translation.innermostRun,
      let edit = translation.replacing(run, with: 0..<source.text.count, of: source)
    else { return nil }
    return [TextEdit(edit.0, edit.1)] + translation.spans(outside: run).map { TextEdit($0, []) }
  }

  /// Whether an index lies within a character of more than one byte.
  private static func isInside(_ text: [UInt8], _ index: Int) -> Bool {
    index < text.count && text[index] & 0xC0 == 0x80
  }
}
