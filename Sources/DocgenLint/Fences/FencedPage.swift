import DocgenMarkup
import DocgenModel
import DocgenSupport

/// The fenced blocks of a page, and which of them hold what is not theirs.
struct FencedPage {
  let document: Document
  let blocks: [FencedBlock]
  /// How many headings the page has, by their levels.
  let headingCounts: [Int]

  var bytes: [UInt8] { document.source.bytes }

  init(_ page: LocalizedPage) {
    document = page.document
    blocks = page.facts.codeBlocks.compactMap { FencedBlock($0.node, in: page.document) }
    headingCounts = page.facts.sections.reduce(into: [Int](repeating: 0, count: 7)) { $0[min($1.level, 6)] += 1 }
  }

  /// The blocks that have no end, or that hold fences or headings that the other page's blocks do not.
  ///
  /// - Complexity: O(*n*) in the bytes of the blocks.
  func broken(beside other: FencedPage?) -> [Int] {
    guard !blocks.isEmpty else { return [] }
    // A comment in code may look like a heading: only such count as the page has fewer of.
    let lacking = other.map { zip(headingCounts, $0.headingCounts).map { $0 < $1 } } ?? []
    let lacksHeadings = lacking.contains(true)
    var foreign: [[UInt8]: Int]?
    return blocks.indices.filter { index in
      let block = blocks[index]
      if !block.isClosed { return true }
      guard let other, lacksHeadings || holdsMarks(block) else { return false }
      var known = foreign ?? other.markupInCode()
      defer { foreign = known }
      // Each line that the other page's code has as well is taken once.
      return markup(in: block).reduce(false) { result, line in
        if line.first == UInt8(ascii: "#"), !lacking[min(line.count, 6)] { return result }
        let count = known[line, default: 0]
        known[line] = count - 1
        return count > 0 ? result : true
      }
    }
  }

  /// Whether as many marks as the block's fence has stand in its text.
  private func holdsMarks(_ block: FencedBlock) -> Bool {
    let marks = [UInt8](repeating: block.mark, count: block.length)
    return bytes.withUnsafeBytes {
      ByteSearch.firstIndex(of: marks, in: UnsafeRawBufferPointer(rebasing: $0[block.text(in: document)])) != nil
    }
  }

  /// The lines of all blocks that would be fences or headings outside of code, and how often each is there.
  private func markupInCode() -> [[UInt8]: Int] {
    blocks.reduce(into: [:]) { counts, block in
      for line in markup(in: block) { counts[line, default: 0] += 1 }
    }
  }

  /// The lines of a block that would be opening fences, or headings after an empty line, outside of code.
  ///
  /// What names a heading is its level, for its words are each language's own.
  private func markup(in block: FencedBlock) -> [[UInt8]] {
    var isAfterBlankLine = true
    return block.lines(in: document).compactMap { line in
      defer { isAfterBlankLine = line.isEmpty }
      let text = bytes[line]
      let level = text.prefix { $0 == UInt8(ascii: "#") }
      if isAfterBlankLine, (1...6).contains(level.count), text.dropFirst(level.count).first == 0x20 {
        return Array(level)
      }
      guard let fence = FenceMarks(startOf: line, in: bytes), !fence.rest.isEmpty,
        fence.marks.count >= block.length, bytes[fence.marks].allSatisfy({ $0 == block.mark }),
        !bytes[fence.rest].contains(0x60)
      else { return nil }
      return Array(bytes[fence.marks.lowerBound..<fence.rest.upperBound])
    }
  }

  /// The info strings of the blocks that have one.
  var infoStrings: Set<[UInt8]> {
    Set(blocks.lazy.filter { !$0.info.isEmpty }.map { Array(bytes[$0.info.range]) })
  }

  /// The lines of a block as they count in comparisons: without white space; empty ones are left out.
  func comparableLines(_ block: FencedBlock) -> [[UInt8]] {
    block.lines(in: document).compactMap { line in
      let text = bytes[line].filter { $0 > 0x20 }
      return text.isEmpty ? nil : text
    }
  }
}
