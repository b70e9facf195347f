import DocgenMarkup
import DocgenModel
import DocgenSupport

/// The closing fence that a block lacks: where it belongs, and the fix that writes it there.
///
/// Nothing but marks and line ends is written or goes, so that all text stays.
struct FenceClosing {
  private let bytes: [UInt8]
  private let document: Document
  private let block: FencedBlock
  private let lines: [Range<Int>]
  /// The lines of the counterpart's block.
  private let wanted: [[UInt8]]

  /// Takes the lines of the counterpart's block; none where there is no counterpart.
  init(_ page: FencedPage, _ block: FencedBlock, equalTo wanted: [[UInt8]]) {
    bytes = page.bytes
    document = page.document
    self.block = block
    self.wanted = wanted
    lines = block.lines(in: page.document)
  }

  /// The fix; it is safe where all lines of the block are those of the counterpart's.
  var fix: Restoration? {
    guard let (last, gluedMarks, areEqual) = lastLine() else { return closingAtMarks() }
    if let gluedMarks {
      return Restoration([TextEdit(SourceSpan(gluedMarks), lineEnd + prefix(of: last) + fence)], isSafe: areEqual)
    }
    let next = last + 1
    if next < lines.count, let marks = FenceMarks(startOf: lines[next], in: bytes) {
      return Restoration([edit(marks, line: next)], isSafe: areEqual)
    }
    if let edit = closingAfterContainer(last) { return Restoration([edit], isSafe: areEqual) }
    guard areEqual || next >= lines.count || lines[next].isEmpty else { return closingAtMarks() }
    let end = SourceSpan(at: Int32(truncatingIfNeeded: lines[last].upperBound))
    return Restoration([TextEdit(end, lineEnd + prefix(of: last) + fence)], isSafe: areEqual)
  }

  /// The line that the counterpart's block ends with, the marks at its end, and whether all lines are equal.
  private func lastLine() -> (line: Int, marks: Range<Int>?, areEqual: Bool)? {
    var own: [[UInt8]] = []
    var marks: Range<Int>?
    for (index, line) in lines.enumerated() where own.count < wanted.count {
      var text = line
      let isLast = own.count + 1 == wanted.count
      if isLast, let end = FenceMarks(within: line, in: bytes), end.rest.isEmpty, end.marks.lowerBound > line.lowerBound
      {
        text = line.lowerBound..<end.marks.lowerBound
        if bytes[text].lazy.filter({ $0 > 0x20 }).elementsEqual(wanted[own.count]) { marks = end.marks }
        if marks == nil { text = line }
      }
      let comparable = bytes[text].filter { $0 > 0x20 }
      if comparable.isEmpty { continue }
      own.append(comparable)
      guard own.count == wanted.count else { continue }
      let areEqual = own == wanted
      return areEqual || FenceComparison.start(own, with: wanted) ? (index, marks, areEqual) : nil
    }
    return nil
  }

  /// The only other hint at an end: a line of marks, as a fence has.
  private func closingAtMarks() -> Restoration? {
    let known = Set(wanted)
    for (index, line) in lines.enumerated() {
      guard let marks = FenceMarks(startOf: line, in: bytes), marks.rest.isEmpty,
        !known.contains(bytes[line].filter { $0 > 0x20 })
      else { continue }
      return Restoration([edit(marks, line: index)], isSafe: false)
    }
    return nil
  }

  /// Writes the fence in the place of marks; what stands after them begins a paragraph.
  private func edit(_ marks: FenceMarks, line: Int) -> TextEdit {
    let start = lines[line].lowerBound
    // An opening fence belongs to the next block.
    if opensBlock(marks) {
      return TextEdit(SourceSpan(start..<start), fence + lineEnd + lineEnd + prefix(of: line))
    }
    guard !marks.rest.isEmpty else { return TextEdit(SourceSpan(start..<marks.marks.upperBound), fence) }
    let text = fence + lineEnd + prefix(of: line) + lineEnd + prefix(of: line)
    return TextEdit(SourceSpan(start..<marks.rest.lowerBound), text)
  }

  /// Whether marks with a word after them are right where they are: another fence follows that ends their block.
  private func opensBlock(_ marks: FenceMarks) -> Bool {
    guard marks.rest.lowerBound == marks.marks.upperBound, !marks.rest.isEmpty,
      marks.marks.count >= 3, bytes[marks.marks].allSatisfy({ $0 == block.mark })
    else { return false }
    return !bytes[marks.rest].contains(0x20)
  }

  /// The fence stands after the container, whose marker its line lost: `> ` in a block quote.
  private func closingAfterContainer(_ last: Int) -> TextEdit? {
    guard !block.isClosed, last + 1 >= lines.count else { return nil }
    let start = lines[last].upperBound + LinePrefix.lineEnd(after: lines[last].upperBound, in: bytes).count
    guard start < bytes.count else { return nil }
    let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
    guard let marks = FenceMarks(startOf: start..<end, in: bytes), marks.rest.isEmpty else { return nil }
    return TextEdit(SourceSpan(start..<marks.marks.upperBound), prefix(of: last) + fence)
  }

  private var fence: [UInt8] { [UInt8](repeating: block.mark, count: block.length) }

  private var lineEnd: [UInt8] { LinePrefix.lineEnd(after: block.lineEnd, in: bytes) }

  /// The markers of the containers before a line.
  private func prefix(of line: Int) -> ArraySlice<UInt8> {
    let start = lines[line].lowerBound
    return bytes[LinePrefix.start(of: start, in: bytes)..<start]
  }
}
