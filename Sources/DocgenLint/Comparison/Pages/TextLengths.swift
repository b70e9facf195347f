import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Tells by their lengths whether texts are lost, or only stand in other paragraphs than in the source.
struct TextLengths {
  private let pair: TranslationPair
  private let source: PageInventory
  private let translation: PageInventory
  private let ratio: Double
  /// The run of the translation by that of the source.
  private let partners: [Int: Int]

  /// Shorter texts may be left out for many reasons.
  private static let shortest = 30.0
  /// Shorter texts are not looked at for their end.
  private static let shortestWhole = 160.0
  /// What is left of a text that is cut short, at most.
  private static let cutShare = 0.5

  init(_ pair: TranslationPair) {
    self.pair = pair
    source = pair.prose.source
    translation = pair.prose.translation
    let texts = pair.prose.texts
    ratio = texts.ratio
    partners =
      texts.gaps.isEmpty ? [:] : Dictionary(texts.pairs.map { ($0.source, $0.translation) }) { first, _ in first }
  }

  /// Whether a run of the source is prose that no other rule compares: no fact, heading, cell or item.
  func isPlain(_ run: Int) -> Bool { Self.isPlain(run, source) }

  private static func isPlain(_ index: Int, _ inventory: PageInventory) -> Bool {
    let run = inventory.runs[index]
    guard run.kind == .paragraph, !run.isFact else { return false }
    let nodes = inventory.page.document.nodes
    // The blocks around a run are before it.
    var around = run.node - 1
    while around > 0 {
      if Int(nodes[around].end) > run.node {
        switch nodes[around].kind {
        case .item, .alert, .tableCell, .element, .token: return false
        default: break
        }
      }
      if nodes[around].kind == .heading { break }
      around -= 1
      if run.node - around > 64 { break }
    }
    return true
  }

  private func expected(_ runs: Range<Int>) -> Double {
    runs.reduce(0) { $0 + Double(source.runs[$1].span.range.count) } * ratio
  }

  private func length(_ runs: Range<Int>) -> Double {
    runs.reduce(0) { $0 + Double(translation.runs[$1].span.range.count) }
  }

  /// What stands before and after a gap, as long as both belong to the section.
  private func neighbors(of gap: ProsePair.TextGap) -> (expected: Double, actual: Double) {
    var result = (expected: 0.0, actual: 0.0)
    for run in [gap.gap.source.lowerBound - 1, gap.gap.source.upperBound]
    where gap.section.sourceRuns.contains(run) {
      guard let partner = partners[run] else { continue }
      result.expected += expected(run..<run + 1)
      result.actual += length(partner..<partner + 1)
    }
    return result
  }

  /// Whether texts of the source stand nowhere: neither in the gap nor in the paragraphs beside it.
  func isLost(_ gap: ProsePair.TextGap) -> Bool {
    let wanted = gap.gap.source.filter(isPlain).reduce(0) { $0 + expected($1..<$1 + 1) }
    guard wanted >= Self.shortest else { return false }
    // What is no prose in the gap is the matter of other rules.
    guard gap.gap.source.allSatisfy(isPlain) else { return false }
    let around = neighbors(of: gap)
    let found = length(gap.gap.translation) + max(0, around.actual - around.expected)
    return found < wanted * 0.4
  }

  /// Whether texts of the translation are not those of the paragraphs beside them, taken apart.
  func isAdded(_ gap: ProsePair.TextGap) -> Bool {
    guard gap.gap.source.isEmpty, !gap.gap.translation.isEmpty,
      gap.gap.translation.allSatisfy({ Self.isPlain($0, translation) })
    else { return false }
    let found = length(gap.gap.translation)
    let around = neighbors(of: gap)
    return found >= Self.shortest && around.expected - around.actual < found * 0.4
  }

  /// Whether a text has much less than is usual, and fewer sentences.
  func isCutShort(_ texts: ProsePair.TextPair) -> Bool {
    let wanted = expected(texts.source..<texts.source + 1)
    let found = length(texts.translation..<texts.translation + 1)
    guard wanted >= Self.shortestWhole, found < wanted * Self.cutShare,
      !source.runs[texts.source].isFact, texts.isCertain
    else { return false }
    return Self.sentences(translation.runs[texts.translation], translation)
      < Self.sentences(source.runs[texts.source], source)
  }

  /// The number of sentences of a run, by the marks at their ends.
  private static func sentences(_ run: ProseRun, _ inventory: PageInventory) -> Int {
    let bytes = inventory.page.source.bytes
    var count = 1
    for index in run.span.range where index + 2 < Int(run.span.end) {
      switch bytes[index] {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): if bytes[index + 1] == 0x20 { count += 1 }
      // The full stop of scripts without spaces.
      case 0xE3: if bytes[index + 1] == 0x80, bytes[index + 2] == 0x82 { count += 1 }
      default: continue
      }
    }
    return count
  }

  /// Where what is lost belongs: after the text before it, or at the heading of its section.
  func place(of gap: ProsePair.TextGap) -> SourceSpan {
    var run = gap.gap.source.lowerBound - 1
    while gap.section.sourceRuns.contains(run) {
      if let partner = partners[run] { return SourceSpan(at: translation.runs[partner].span.start) }
      run -= 1
    }
    return pair.placeOfMissing(node: source.runs[gap.gap.source.lowerBound].node)
  }
}
