import DocgenMarkup
import DocgenModel
import DocgenSupport

/// The texts of a translation and its source beside each other.
final class ProsePair {
  let sourceContext: PageContext
  let context: PageContext
  private let alignment: PageAlignment
  /// The sections that stand for each other, with what comes before the first.
  private(set) lazy var sectionPairs: [SectionPair] = makeSectionPairs()

  /// Which texts stand for which.
  private(set) lazy var texts: Texts = makeTexts()

  /// Texts that stand in another place of the other page.
  private(set) lazy var moved = MovedTexts(self)

  /// Which links and images stand for each other.
  private(set) lazy var links = LinkAlignment(source.links, translation.links, of: alignment)

  /// How many bytes of the page may still be searched for what its blocks lack: hostile pages lack much, in large sections.
  private var searchableBytes = 16_000_000

  /// Whether a text of the page's section may be searched; `false` once the page had its share.
  func maySearch(_ count: Int) -> Bool {
    searchableBytes -= count
    return searchableBytes >= 0
  }

  /// Whether a text of the page or its source holds a literal; `true` once the page had its share of searches.
  func holds(_ text: [UInt8], _ literal: [UInt8], allowsSpaces: Bool) -> Bool {
    !maySearch(text.count) || LiteralSearch.range(of: literal, in: text, allowsSpaces: allowsSpaces) != nil
  }

  /// The place of a section of the translation in its file, with the marks at both ends; `nil` if it has no text.
  func range(of section: SectionPair) -> Range<Int>? {
    guard let first = section.runs.first, let last = section.runs.last else { return nil }
    let start = max(0, Int(translation.runs[first].span.start) - Self.marks)
    let end = min(translation.page.source.bytes.count, Int(translation.runs[last].span.end) + Self.marks)
    return start < end ? start..<end : nil
  }

  /// Marks may stand before the first word and after the last.
  private static let marks = 16

  /// The links that lead elsewhere, or that only one of both has.
  ///
  /// What stands in sections that may be about other things is not compared.
  private(set) lazy var linkDifferences = links.differences.filter { difference in
    !(difference.source.map { alignment.isUncertain(sourceSection: $0.section) } ?? false)
      && !(difference.translation.map { alignment.isUncertain(section: $0.section) } ?? false)
  }

  init(source: PageContext, translation: PageContext, _ alignment: PageAlignment) {
    sourceContext = source
    context = translation
    self.alignment = alignment
  }

  /// Whether a place in the source holds a name or value that rules about facts compare.
  ///
  /// - Complexity: O(log *n*) in the facts of the page.
  func isFact(_ span: SourceSpan) -> Bool {
    // The last that starts before the end of the place, and with it all before.
    let next = factSpans.partitioningIndex { $0.start >= span.end }
    return next > 0 && factSpans[next - 1].end > span.start
  }

  /// The names and values of lists that both pages have, which may stand apart from their entries: in order, each with
  /// the last end of all up to it.
  private lazy var factSpans: [SourceSpan] = {
    let facts = sourceContext.page.facts
    let translated = context.page.facts
    var spans = facts.members.flatMap { [$0.dataType, $0.access, $0.value].compactMap { $0?.span } }
    spans += facts.returnCodes.flatMap { [$0.value, $0.alternateValue].compactMap { $0?.span } }
    if !translated.members.isEmpty { spans += facts.members.map(\.name.span) }
    if !translated.returnCodes.isEmpty { spans += facts.returnCodes.compactMap { $0.name?.span } }
    if !translated.parameters.isEmpty { spans += facts.parameters.map(\.name.span) }
    spans.sort { $0.start < $1.start }
    for index in spans.indices.dropFirst() { spans[index].end = max(spans[index].end, spans[index - 1].end) }
    return spans
  }()

  var source: PageInventory { sourceContext.inventory }
  var translation: PageInventory { context.inventory }

  /// A section of the translation with its source.
  struct SectionPair {
    /// The index of the section; -1 is what stands before the first.
    var source: Int
    var translation: Int
    var sourceRuns: Range<Int>
    var runs: Range<Int>
    /// The blocks of both are of the same kinds, so that those in the same place stand for each other.
    var isParallel: Bool
  }

  /// The run of the translation in the place of one of the source; `nil` if the blocks do not correspond.
  func counterpart(ofRun run: Int) -> Int? {
    let section = source.runs[run].section
    guard let number = pairOfSection[section], case let pair = sectionPairs[number], pair.isParallel else { return nil }
    return pair.runs.lowerBound + run - pair.sourceRuns.lowerBound
  }

  /// The section of the translation that stands for one of the source.
  func section(inPlaceOf section: Int) -> Int? { pairOfSection[section].map { sectionPairs[$0].translation } }

  /// The number of the pair of each section of the source.
  private lazy var pairOfSection = Dictionary(
    sectionPairs.enumerated().map { ($1.source, $0) }, uniquingKeysWith: { first, _ in first })

  /// The last run of the source whose block holds a node.
  func run(ofSourceNode node: Int) -> Int? {
    let run = runOfNode[node]
    return run < 0 ? nil : Int(run)
  }

  private lazy var runOfNode: [Int32] = {
    let nodes = source.page.document.nodes
    var result = [Int32](repeating: -1, count: nodes.count)
    var blocks: Set<Int> = []
    for (index, run) in source.runs.enumerated().reversed() where blocks.insert(run.node).inserted {
      for node in run.node..<Int(nodes[run.node].end) where result[node] < 0 { result[node] = Int32(index) }
    }
    return result
  }()

  private func makeSectionPairs() -> [SectionPair] {
    let (source, translation) = (self.source, self.translation)
    // Of sections that no more than their places pair, nothing tells that they are about the same.
    let pairs = sections.pairs.filter { $0.certainty > .byPlace }
    return [Alignment.Pair(source: -1, translation: -1)].appending(pairs).map { pair in
      let sourceRuns = source.runs(ofSection: pair.source)
      let runs = translation.runs(ofSection: pair.translation)
      return SectionPair(
        source: pair.source, translation: pair.translation, sourceRuns: sourceRuns, runs: runs,
        isParallel: sourceRuns.count == runs.count
          && zip(sourceRuns, runs).allSatisfy { source.runs[$0].kind == translation.runs[$1].kind })
    }
  }

  /// Which sections stand for which.
  var sections: Alignment { alignment.sections }
}

extension Array {
  fileprivate func appending(_ other: [Element]) -> [Element] { self + other }
}
