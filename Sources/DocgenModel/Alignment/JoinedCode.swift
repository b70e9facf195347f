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

  /// Takes the blocks without counterpart that stand at the start or end of the counterpart of one beside them out of
  /// their lists, and lets each stand for its part of that.
  ///
  /// - Complexity: O(*n*) in the blocks without counterpart and the text of those beside them.
  func split(_ pairs: inout [Pair], _ missing: inout [CodeBlock], _ extra: inout [CodeBlock]) {
    if missing.isEmpty, extra.isEmpty { return }
    // Blocks that follow each other may stand in one, so that what is left of it is looked at again.
    var isAgain = true
    while isAgain {
      isAgain = false
      missing.removeAll { block in
        guard let part = part(of: block, in: source, beside: pairs.map(\.source), pairs.map(\.translation), translation)
        else { return false }
        pairs[part.pair].translation.span = part.rest
        pairs.append((block, CodeBlock(part.own, of: pairs[part.pair].translation)))
        isAgain = true
        return true
      }
      extra.removeAll { block in
        guard let part = part(of: block, in: translation, beside: pairs.map(\.translation), pairs.map(\.source), source)
        else { return false }
        pairs[part.pair].source.span = part.rest
        pairs.append((CodeBlock(part.own, of: pairs[part.pair].source), block))
        isAgain = true
        return true
      }
    }
    pairs.sort { ($0.source.node, $0.source.span.start) < ($1.source.node, $1.source.span.start) }
  }

  /// The part of the block of the other page that a block is, and what is left of that.
  private func part(
    of block: CodeBlock, in page: LocalizedPage, beside own: [CodeBlock], _ others: [CodeBlock], _ other: LocalizedPage
  ) -> (pair: Int, own: SourceSpan, rest: SourceSpan)? {
    let blocks = page.facts.codeBlocks
    guard let place = blocks.firstIndex(where: { $0.node == block.node }) else { return nil }
    for (neighbour, isBefore) in [(place + 1, true), (place - 1, false)] where blocks.indices.contains(neighbour) {
      guard let pair = own.firstIndex(where: { $0.node == blocks[neighbour].node }) else { continue }
      let text = Lines(of: block.span, in: page)
      let whole = Lines(of: others[pair].span, in: other)
      guard text.lines.count < whole.lines.count else { continue }
      if isBefore, text.isPrefix(of: whole) {
        let (first, next) = (whole.lines[text.lines.count - 1], whole.lines[text.lines.count])
        return (
          pair, SourceSpan(start: others[pair].span.start, end: first.end),
          SourceSpan(start: next.start, end: others[pair].span.end)
        )
      }
      if !isBefore, text.isSuffix(of: whole) {
        let (first, last) = (
          whole.lines[whole.lines.count - text.lines.count], whole.lines[whole.lines.count - text.lines.count - 1]
        )
        return (
          pair, SourceSpan(start: first.start, end: others[pair].span.end),
          SourceSpan(start: others[pair].span.start, end: last.end)
        )
      }
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

/// The lines of a block that are not empty, each without the spaces around it and the prompt before a command.
private struct Lines {
  let lines: [SourceSpan]
  private let page: LocalizedPage

  init(of span: SourceSpan, in page: LocalizedPage) {
    self.page = page
    let bytes = page.source.bytes
    var lines: [SourceSpan] = []
    var start = Int(span.start)
    while start < Int(span.end) {
      var end = start
      while end < Int(span.end), bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      var (first, last) = (start, end)
      while first < last, bytes[first] <= 0x20 { first += 1 }
      while last > first, bytes[last - 1] <= 0x20 { last -= 1 }
      if first < last { lines.append(SourceSpan(first..<last)) }
      start = end + 1
    }
    self.lines = lines
  }

  func isPrefix(of other: Lines) -> Bool { areEqual(lines[...], other.lines.prefix(lines.count), other) }

  func isSuffix(of other: Lines) -> Bool { areEqual(lines[...], other.lines.suffix(lines.count), other) }

  private func areEqual(_ own: ArraySlice<SourceSpan>, _ others: ArraySlice<SourceSpan>, _ other: Lines) -> Bool {
    !own.isEmpty && own.count == others.count
      && zip(own, others).allSatisfy { text($0).elementsEqual(other.text($1)) }
  }

  /// A line without the prompt of a shell.
  private func text(_ span: SourceSpan) -> ArraySlice<UInt8> {
    let text = page.source.bytes[span.range]
    return text.first == UInt8(ascii: "$") && text.dropFirst().first == 0x20
      ? text.dropFirst(2).drop { $0 == 0x20 } : text
  }
}
