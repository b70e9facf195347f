import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Finds the code blocks of a page that are not closed, or that the wrong fence closes.
///
/// A fence that is lost turns all that follow it around: what was an end becomes a start. So of such blocks the first
/// is found, and the next only after a block that is again the same as one of the counterpart.
struct FenceComparison {
  private let page: FencedPage
  private let other: FencedPage?
  /// The counterpart's blocks by their text, each with its places.
  private var counterparts: [[[UInt8]]: [Int]] = [:]
  private var broken: [Int] = []
  private var faults: [FenceFault] = []

  /// Finds the faults of a page; the counterpart is the same page in another language.
  static func faults(of page: LocalizedPage, beside counterpart: LocalizedPage?) -> [FenceFault] {
    let raw = RawBlockComparison.fault(of: page, beside: counterpart)
    if page.facts.codeBlocks.isEmpty, counterpart?.facts.codeBlocks.isEmpty ?? true { return raw.map { [$0] } ?? [] }
    var comparison = FenceComparison(FencedPage(page), counterpart.map(FencedPage.init))
    let faults = comparison.compare()
    guard let raw else { return faults }
    // What raw HTML swallowed is neither code nor marks.
    return faults.filter { $0.place.start < raw.place.start } + [raw]
  }

  private init(_ page: FencedPage, _ other: FencedPage?) {
    self.page = page
    self.other = other
  }

  private mutating func compare() -> [FenceFault] {
    broken = page.broken(beside: other)
    guard !broken.isEmpty else { return other.flatMap { fault(within: $0) }.map { [$0] } ?? [] }
    guard let other else { return broken.map { fault(at: page.blocks[$0]) } }
    for (index, block) in other.blocks.enumerated() where block.isClosed {
      counterparts[other.comparableLines(block), default: []].append(index)
    }
    walk(other)
    return faults
  }

  // MARK: Blocks

  private mutating func walk(_ other: FencedPage) {
    let brokenBlocks = Set(broken)
    var (index, next) = (0, 0)
    while index < page.blocks.count, let last = broken.last, index <= last {
      let counterpart = next < other.blocks.count ? other.blocks[next] : nil
      if let match = counterpartIndex(of: index, from: next), !brokenBlocks.contains(index) {
        next = match + 1
        index += 1
      } else if brokenBlocks.contains(index) || counterpart.map({ isTurned(index, $0, other) }) ?? false {
        let resumed = resume(after: index, from: next + 1, brokenBlocks)
        var fault = fault(at: page.blocks[index], beside: counterpart)
        if let resumed {
          fault.region.end = page.blocks[resumed.index].opening.start
          fault.counterpartRegion?.end = other.blocks[resumed.counterpart].opening.start
        } else if index + 1 < page.blocks.count {
          fault.region.end = Int32(truncatingIfNeeded: page.bytes.count)
        }
        faults.append(fault)
        index = resumed?.index ?? page.blocks.count
        next = resumed?.counterpart ?? other.blocks.count
      } else {
        next = min(next + 1, other.blocks.count)
        index += 1
      }
    }
  }

  /// The first block of the counterpart from an index on that has the text of one of the page.
  private func counterpartIndex(of index: Int, from next: Int) -> Int? {
    let lines = page.comparableLines(page.blocks[index])
    guard !lines.isEmpty, let places = counterparts[lines] else { return nil }
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < next { low = middle + 1 } else { high = middle }
    }
    return low < places.count ? places[low] : nil
  }

  /// The first block after a faulty one that is the same as one of the counterpart.
  private func resume(after index: Int, from next: Int, _ broken: Set<Int>) -> (index: Int, counterpart: Int)? {
    for later in page.blocks.indices.dropFirst(index + 1) where !broken.contains(later) {
      if let match = counterpartIndex(of: later, from: next) { return (later, match) }
    }
    return nil
  }

  /// Whether a block that has an end holds more than its counterpart, or nothing of it.
  private func isTurned(_ index: Int, _ counterpart: FencedBlock, _ other: FencedPage) -> Bool {
    let block = page.blocks[index]
    let (own, wanted) = (page.comparableLines(block), other.comparableLines(counterpart))
    guard !wanted.isEmpty else { return false }
    if own.count > wanted.count, Self.start(own, with: wanted) { return true }
    return block.info.isEmpty && Set(wanted).isDisjoint(with: own)
  }

  /// Whether at least half of the lines at the start of a block are those of its counterpart.
  static func start(_ own: [[UInt8]], with wanted: [[UInt8]]) -> Bool {
    let equal = zip(own, wanted).count { $0 == $1 }
    return equal > 0 && equal * 2 >= wanted.count
  }

  private func fault(at block: FencedBlock, beside counterpart: FencedBlock? = nil) -> FenceFault {
    let node = page.document.nodes[block.node]
    let closing = String(decoding: [UInt8](repeating: block.mark, count: block.length), as: UTF8.self)
    var fault = FenceFault(
      kind: block.isClosed ? .late : .open, place: block.opening, fence: closing, region: node.span)
    guard let other, let counterpart, counterpart.isClosed else {
      fault.fix = FenceClosing(page, block, equalTo: []).fix
      return fault
    }
    let wanted = other.comparableLines(counterpart)
    fault.counterpart = counterpart.opening
    fault.counterpartRegion = SourceSpan(
      start: counterpart.opening.start, end: Int32(truncatingIfNeeded: other.bytes.count))
    let opening = FenceOpening(page, block, counterpart, wanted, other)
    if block.info.isEmpty, !Self.start(page.comparableLines(block), with: wanted), opening.isLikely {
      fault.kind = .reversed
      fault.place = opening.place ?? block.opening
      fault.fence = other.document.source.text(counterpart.opening)
      fault.region.start = opening.start
      fault.fix = opening.fix
    } else {
      fault.fix = FenceClosing(page, block, equalTo: wanted).fix
    }
    return fault
  }

  // MARK: Marks within lines

  /// Marks that make no block, where the counterpart has more blocks.
  private func fault(within other: FencedPage) -> FenceFault? {
    guard page.blocks.count < other.blocks.count else { return nil }
    let infoStrings = other.infoStrings
    let lines = FenceLines(page, infoStrings: infoStrings)
    guard !lines.isEmpty, let marks = lines.first(besides: FenceLines(other, infoStrings: infoStrings)) else {
      return nil
    }
    let own = Set(page.blocks.map(page.comparableLines))
    let following = page.bytes[marks.marks.upperBound...].prefix(Self.reach).filter { $0 > 0x20 }
    let candidates = other.blocks.lazy.map { ($0, other.comparableLines($0)) }
      .filter { !own.contains($0.1) && Self.holds(following, aLineOf: $0.1) }
      .map { block, lines in (block, FencePair(page, marks, lines, block)) }
    guard let (counterpart, pair) = candidates.first(where: { $0.1.fix != nil }) ?? candidates.first else { return nil }
    let start = LinePrefix.start(of: marks.marks.lowerBound, in: page.bytes)
    return FenceFault(
      kind: .within, place: SourceSpan(marks.marks), fence: other.document.source.text(counterpart.opening),
      counterpart: counterpart.opening, region: SourceSpan(start..<pair.end),
      counterpartRegion: other.document.nodes[counterpart.node].span, fix: pair.fix)
  }

  /// How far after marks the code is looked for that they stood before.
  private static let reach = 2_000

  /// Whether a line of a block stands in the text after marks; those of other texts are what they are, such as quotes around
  /// nothing.
  private static func holds(_ text: [UInt8], aLineOf lines: [[UInt8]]) -> Bool {
    let telling = lines.lazy.filter { $0.count >= fewestBytes }
    return telling.isEmpty || telling.contains { ByteSearch.firstIndex(of: $0, in: text, from: 0) != nil }
  }

  /// Shorter lines stand in all code.
  private static let fewestBytes = 4
}
