import DocgenMarkup
import DocgenSupport

/// Code that one page has in one block and the other in several that follow each other: a command and what it prints.
struct JoinedCode {
  typealias Pair = (source: CodeBlock, translation: CodeBlock)

  private let source: LocalizedPage
  private let translation: LocalizedPage

  init(_ source: LocalizedPage, _ translation: LocalizedPage) {
    self.source = source
    self.translation = translation
  }

  /// Blocks that follow each other may stand in one, so that what is left of it is looked at again; more than a few do not.
  private static let rounds = 4

  /// Takes the blocks without counterpart that stand at the start or end of the counterpart of one beside them out of
  /// their lists, and lets each stand for its part of that.
  ///
  /// - Complexity: O(*n* log *n*) in the blocks, and the text of those without counterpart.
  func split(_ pairs: inout [Pair], _ missing: inout [CodeBlock], _ extra: inout [CodeBlock]) {
    if missing.isEmpty, extra.isEmpty { return }
    var ofSource = Dictionary(pairs.enumerated().map { ($1.source.node, $0) }, uniquingKeysWith: min)
    var ofTranslation = Dictionary(pairs.enumerated().map { ($1.translation.node, $0) }, uniquingKeysWith: min)
    for _ in 0..<Self.rounds {
      let before = pairs.count
      missing.removeAll { block in
        guard let part = part(of: block, in: source, ofSource, translation, { pairs[$0].translation.span }) else {
          return false
        }
        pairs[part.pair].translation.span = part.rest
        ofSource[block.node] = pairs.count
        pairs.append((block, CodeBlock(part.own, of: pairs[part.pair].translation)))
        return true
      }
      extra.removeAll { block in
        guard let part = part(of: block, in: translation, ofTranslation, source, { pairs[$0].source.span }) else {
          return false
        }
        pairs[part.pair].source.span = part.rest
        ofTranslation[block.node] = pairs.count
        pairs.append((CodeBlock(part.own, of: pairs[part.pair].source), block))
        return true
      }
      if pairs.count == before { break }
    }
    pairs.sort { ($0.source.node, $0.source.span.start) < ($1.source.node, $1.source.span.start) }
  }

  /// The part of the block of the other page that a block is, and what is left of that.
  ///
  /// - Parameters:
  ///   - block: The block.
  ///   - page: Its page.
  ///   - pairOfNode: The pairs of the blocks of its page.
  ///   - other: The other page.
  ///   - span: Where the block of the other page stands that is of a pair.
  /// - Returns: `nil` if it is no part of the block beside it.
  private func part(
    of block: CodeBlock, in page: LocalizedPage, _ pairOfNode: [Int: Int], _ other: LocalizedPage,
    _ span: (Int) -> SourceSpan
  ) -> (pair: Int, own: SourceSpan, rest: SourceSpan)? {
    let blocks = page.facts.codeBlocks
    let place = blocks.partitioningIndex { $0.node >= block.node }
    guard place < blocks.count, blocks[place].node == block.node else { return nil }
    for (neighbour, isBefore) in [(place + 1, true), (place - 1, false)] where blocks.indices.contains(neighbour) {
      guard let pair = pairOfNode[blocks[neighbour].node] else { continue }
      let whole = span(pair)
      var lines = CodeLines(of: block.span, in: page)
      var others = CodeLines(of: whole, in: other)
      guard let last = isBefore ? others.takeFirst(&lines) : others.takeLast(&lines), let rest = others.rest else {
        continue
      }
      return isBefore
        ? (pair, SourceSpan(start: whole.start, end: last.end), SourceSpan(start: rest.start, end: whole.end))
        : (pair, SourceSpan(start: last.start, end: whole.end), SourceSpan(start: whole.start, end: rest.end))
    }
    return nil
  }
}

extension CodeBlock {
  /// A part of a block.
  fileprivate init(_ part: SourceSpan, of block: CodeBlock) {
    self = block
    span = part
  }
}

/// The lines of a block that are not empty, each without the spaces around it and the prompt before a command, from either
/// end.
private struct CodeLines {
  private let bytes: [UInt8]
  private var start: Int
  private var end: Int

  init(of span: SourceSpan, in page: LocalizedPage) {
    bytes = page.source.bytes
    (start, end) = (Int(span.start), Int(span.end))
    trim()
  }

  private mutating func trim() {
    while start < end, bytes[start] <= 0x20 { start += 1 }
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
  }

  /// What is left; `nil` if it is nothing.
  var rest: SourceSpan? { start < end ? SourceSpan(start..<end) : nil }

  /// Takes all lines of another block from the start, if they stand there.
  ///
  /// - Returns: The last line taken; `nil` if the lines are others, or there is none.
  mutating func takeFirst(_ lines: inout CodeLines) -> SourceSpan? {
    var last: SourceSpan?
    while let line = lines.popFirst() {
      guard let own = popFirst(), text(own).elementsEqual(lines.text(line)) else { return nil }
      last = own
    }
    return last
  }

  /// Takes all lines of another block from the end, if they stand there.
  ///
  /// - Returns: The first line taken; `nil` if the lines are others, or there is none.
  mutating func takeLast(_ lines: inout CodeLines) -> SourceSpan? {
    var first: SourceSpan?
    while let line = lines.popLast() {
      guard let own = popLast(), text(own).elementsEqual(lines.text(line)) else { return nil }
      first = own
    }
    return first
  }

  private mutating func popFirst() -> SourceSpan? {
    guard start < end else { return nil }
    let line = start
    var index = start
    while index < end, !isLineEnd(bytes[index]) { index += 1 }
    start = index
    while index > line, bytes[index - 1] <= 0x20 { index -= 1 }
    trim()
    return SourceSpan(line..<index)
  }

  private mutating func popLast() -> SourceSpan? {
    guard start < end else { return nil }
    let line = end
    var index = end
    while index > start, !isLineEnd(bytes[index - 1]) { index -= 1 }
    end = index
    while index < line, bytes[index] <= 0x20 { index += 1 }
    trim()
    return SourceSpan(index..<line)
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  /// A line without the prompt of a shell.
  private func text(_ span: SourceSpan) -> ArraySlice<UInt8> {
    let text = bytes[span.range]
    return text.first == UInt8(ascii: "$") && text.dropFirst().first == 0x20
      ? text.dropFirst(2).drop { $0 == 0x20 } : text
  }
}
