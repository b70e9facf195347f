import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Finds the first block of raw HTML that has no end, or that ends with another after it: all up to there is a part
/// of it.
struct RawBlockComparison {
  private let page: LocalizedPage
  private let other: LocalizedPage?
  /// The counterpart's block of the same kind with the same number, for each block.
  private let counterparts: [RawBlock?]

  /// Finds the fault of a page, if it has one; the counterpart is the same page in another language.
  static func fault(of page: LocalizedPage, beside counterpart: LocalizedPage?) -> FenceFault? {
    let blocks = page.document.rawBlocks
    if blocks.isEmpty { return nil }
    let comparison = RawBlockComparison(page, counterpart)
    guard let index = blocks.indices.first(where: comparison.isBroken) else { return nil }
    return comparison.fault(at: index)
  }

  private init(_ page: LocalizedPage, _ other: LocalizedPage?) {
    self.page = page
    self.other = other
    let others = Dictionary(grouping: other?.document.rawBlocks ?? [], by: \.tag)
    var numbers: [HTMLTag?: Int] = [:]
    counterparts = page.document.rawBlocks.map { block in
      let number = numbers[block.tag, default: 0]
      numbers[block.tag] = number + 1
      return others[block.tag].flatMap { number < $0.count ? $0[number] : nil }
    }
  }

  private func isBroken(_ index: Int) -> Bool {
    let block = page.document.rawBlocks[index]
    if !block.isClosed { return true }
    // A second start within the block is that of another, unless the counterpart has it as well.
    let starts = Self.startCount(of: block, in: page)
    guard starts > 1, let other, let counterpart = counterparts[index] else { return false }
    return starts > Self.startCount(of: counterpart, in: other)
  }

  /// How often what the block starts with stands in it at the start of a line.
  private static func startCount(of block: RawBlock, in page: LocalizedPage) -> Int {
    let bytes = page.source.bytes
    let start = bytes[block.opening.range].prefix { $0 != UInt8(ascii: ">") && $0 > 0x20 }
    return LinePrefix.lines(of: block.span.range, in: bytes).count { bytes[$0].starts(with: start) }
  }

  private func fault(at index: Int) -> FenceFault {
    let block = page.document.rawBlocks[index]
    let closing = RawBlockClosing(page, block)
    let opening = block.tag.map { "<\($0.name)>" } ?? "<!--"
    let counterpart = counterparts[index]
    let span = counterpart?.span ?? code(of: block)
    var fault = FenceFault(
      kind: .raw(opening), place: block.opening, fence: closing.endMark, region: block.span)
    let headings = Self.headings(of: page)
    let before = headings.count { $0.start < block.span.start }
    let after = headings.first { $0.start >= block.span.end }
    fault.region.end = after?.start ?? Int32(truncatingIfNeeded: page.source.bytes.count)
    guard let other else { return fault }
    let otherHeadings = Self.headings(of: other)
    let end = Int32(truncatingIfNeeded: other.source.bytes.count)
    let left = headings.count { $0.start >= block.span.end }
    let otherEnd = left > 0 && left <= otherHeadings.count ? otherHeadings[otherHeadings.count - left].start : end
    let otherStart = span?.start ?? (before < otherHeadings.count ? otherHeadings[before].start : end)
    fault.counterpartRegion = SourceSpan(start: otherStart, end: max(otherStart, otherEnd))
    if let counterpart {
      fault.counterpart = counterpart.opening
      if counterpart.isClosed { fault.fix = closing.fix(like: counterpart, in: other) }
    } else if let span {
      fault.counterpart = SourceSpan(at: span.start)
    }
    return fault
  }

  /// The block of code that stands in the counterpart where a `<pre>` stands here.
  private func code(of block: RawBlock) -> SourceSpan? {
    guard block.tag == .pre, let other else { return nil }
    let number = Self.code(of: page).count { $0.start < block.span.start }
    return Self.code(of: other).dropFirst(number).first
  }

  private static func code(of page: LocalizedPage) -> [SourceSpan] {
    let fences = page.document.nodes.filter { $0.kind == .codeBlock }.map(\.span)
    let raw = page.document.rawBlocks.filter { $0.tag == .pre }.map(\.span)
    return (fences + raw).sorted { $0.start < $1.start }
  }

  private static func headings(of page: LocalizedPage) -> [SourceSpan] {
    page.document.nodes.filter { $0.kind == .heading }.map(\.span)
  }
}
