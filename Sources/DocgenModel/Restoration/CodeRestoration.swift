import DocgenMarkup
import DocgenSupport

/// Makes the edits that give a code block the tokens of its counterpart in the source.
///
/// Only what lies between the tokens that both have at their starts and at their ends is written, so that comments
/// elsewhere stay in the translation's language.
struct CodeRestoration {
  private let source: LocalizedPage
  private let translation: LocalizedPage
  private let wanted: [SignatureToken]
  private let found: [SignatureToken]
  private let sourceBlock: CodeBlock
  private let block: CodeBlock

  init(
    _ pair: PageAlignment, from sourceBlock: CodeBlock, _ wanted: Signature, to block: CodeBlock, _ found: Signature
  ) {
    source = pair.source
    translation = pair.translation
    self.wanted = wanted.tokens
    self.found = found.tokens
    self.sourceBlock = sourceBlock
    self.block = block
  }

  /// The edits; they are safe where the blocks stand for each other beyond doubt and no comment goes.
  func restoration(isCertain: Bool) -> Restoration? {
    guard let (wantedSpan, foundSpan, tokens) = difference().map(withLineBreaks) else { return nil }
    let isOfLines =
      [source.source.bytes[wantedSpan.range], translation.source.bytes[foundSpan.range]].contains {
        $0.contains(0x0A) || $0.allSatisfy { $0 <= 0x20 }
      }
    if !isCertain, isOfLines,
      holdsComment(beside: wantedSpan, in: source, sourceBlock)
        || holdsComment(beside: foundSpan, in: translation, block)
    {
      return nil
    }
    var text = Array(source.source.bytes[wantedSpan.range])
    // Lines that the source has elsewhere, or not at all, are for a writer to remove.
    let lines = translation.source.bytes[foundSpan.range].count { $0 == 0x0A }
    if sourceBlock.signature == nil, lines > text.count(where: { $0 == 0x0A }) + 1 { return nil }
    if text.contains(0x0A) || text.contains(0x0D) {
      guard isVerbatim(sourceBlock, in: source), isVerbatim(block, in: translation) else { return nil }
      text = withLineEnds(text)
    }
    return Restoration(
      [withoutEqualSpaces(TextEdit(foundSpan, apart(text, at: foundSpan)))],
      isSafe: isCertain && !holdsComment(foundSpan, tokens))
  }

  /// An edit without the spaces and line ends at its edges that are there already.
  private func withoutEqualSpaces(_ edit: TextEdit) -> TextEdit {
    var text = edit.text[...]
    var removed = translation.source.bytes[edit.span.range]
    while let first = text.first, first <= 0x20, removed.first == first {
      text.removeFirst()
      removed.removeFirst()
    }
    while let last = text.last, last <= 0x20, removed.last == last {
      text.removeLast()
      removed.removeLast()
    }
    return TextEdit(SourceSpan(removed.startIndex..<removed.endIndex), Array(text))
  }

  /// What has to be written in place of what, and the tokens of the translation within it.
  private func difference() -> (SourceSpan, SourceSpan, ArraySlice<SignatureToken>)? {
    var start = 0
    while start < min(wanted.count, found.count), areEqual(wanted[start], found[start]) { start += 1 }
    var tail = 0
    while tail < min(wanted.count, found.count) - start,
      areEqual(wanted[wanted.count - 1 - tail], found[found.count - 1 - tail])
    {
      tail += 1
    }
    let (wantedEnd, foundEnd) = (wanted.count - tail, found.count - tail)
    guard start < wantedEnd || start < foundEnd else { return nil }
    if start < wantedEnd, start < foundEnd {
      return (
        SourceSpan(start: wanted[start].span.start, end: wanted[wantedEnd - 1].span.end),
        SourceSpan(start: found[start].span.start, end: found[foundEnd - 1].span.end), found[start..<foundEnd]
      )
    }
    // Tokens too many or too few go or come with the whitespace before them; the first with those after it.
    guard start > 0 else {
      guard wantedEnd < wanted.count, foundEnd < found.count else { return nil }
      return (
        SourceSpan(start: wanted[0].span.start, end: wanted[wantedEnd].span.start),
        SourceSpan(start: found[0].span.start, end: found[foundEnd].span.start), found[0..<foundEnd]
      )
    }
    return (
      SourceSpan(start: wanted[start - 1].span.end, end: wanted[wantedEnd - 1].span.end),
      SourceSpan(start: found[start - 1].span.end, end: found[foundEnd - 1].span.end), found[start..<foundEnd]
    )
  }

  private typealias Difference = (wanted: SourceSpan, found: SourceSpan, tokens: ArraySlice<SignatureToken>)

  /// A difference with the whitespace before and after it, where only the source has line breaks there.
  private func withLineBreaks(_ difference: Difference) -> Difference {
    guard isVerbatim(sourceBlock, in: source), isVerbatim(block, in: translation) else { return difference }
    var (own, other) = (difference.wanted, difference.found)
    func lineBreaks(_ page: LocalizedPage, _ gap: Range<Int>) -> Bool? {
      let text = page.source.bytes[gap]
      return text.allSatisfy { $0 <= 0x20 } ? text.contains(0x0A) : nil
    }
    func space(_ page: LocalizedPage, before index: Int, _ limit: SourceSpan) -> Int {
      var start = index
      while start > Int(limit.start), page.source.bytes[start - 1] <= 0x20 { start -= 1 }
      return start
    }
    func space(_ page: LocalizedPage, after index: Int, _ limit: SourceSpan) -> Int {
      var end = index
      while end < Int(limit.end), page.source.bytes[end] <= 0x20 { end += 1 }
      return end
    }
    let before = (
      space(source, before: Int(own.start), sourceBlock.span), space(translation, before: Int(other.start), block.span)
    )
    if lineBreaks(source, before.0..<Int(own.start)) == true,
      lineBreaks(translation, before.1..<Int(other.start)) == false
    {
      own.start = Int32(truncatingIfNeeded: before.0)
      other.start = Int32(truncatingIfNeeded: before.1)
    } else if isGapOfOne(before.0..<Int(own.start), before.1..<Int(other.start)) {
      own.start = Int32(truncatingIfNeeded: before.0)
      other.start = Int32(truncatingIfNeeded: before.1)
    }
    let after = (
      space(source, after: Int(own.end), sourceBlock.span), space(translation, after: Int(other.end), block.span)
    )
    if lineBreaks(source, Int(own.end)..<after.0) == true, lineBreaks(translation, Int(other.end)..<after.1) == false {
      own.end = Int32(truncatingIfNeeded: after.0)
      other.end = Int32(truncatingIfNeeded: after.1)
    } else if isGapOfOne(Int(own.end)..<after.0, Int(other.end)..<after.1) {
      own.end = Int32(truncatingIfNeeded: after.0)
      other.end = Int32(truncatingIfNeeded: after.1)
    }
    return (own, other, difference.tokens)
  }

  /// Whether space is there in one of both alone, where signs may have to touch what is before: `{{-`, `bind-address`.
  private func isGapOfOne(_ own: Range<Int>, _ other: Range<Int>) -> Bool {
    own.isEmpty != other.isEmpty && !source.source.bytes[own].contains(0x0A)
  }

  private func areEqual(_ wanted: SignatureToken, _ found: SignatureToken) -> Bool {
    wanted.kind == .placeholder && found.kind == .placeholder
      || source.source.bytes[wanted.span.range] == translation.source.bytes[found.span.range]
  }

  /// Whether there is more between tokens than spaces.
  private func holdsComment(_ span: SourceSpan, _ tokens: ArraySlice<SignatureToken>) -> Bool {
    var index = span.range.lowerBound
    for token in tokens {
      if translation.source.bytes[index..<max(index, Int(token.span.start))].contains(where: { $0 > 0x20 }) {
        return true
      }
      index = Int(token.span.end)
    }
    return translation.source.bytes[index..<max(index, Int(span.end))].contains { $0 > 0x20 }
  }

  /// Whether a comment stands at the edge of a part of a block, which may be about what is written or goes.
  private func holdsComment(beside part: SourceSpan, in page: LocalizedPage, _ block: CodeBlock) -> Bool {
    let tokens = page === source ? wanted : found
    let bytes = page.source.bytes
    let first = tokens.last { $0.span.end <= part.start }?.span.end ?? block.span.start
    let last = tokens.first { $0.span.start >= part.end }?.span.start ?? block.span.end
    return bytes[Int(first)..<max(Int(first), Int(part.start))].contains { $0 > 0x20 }
      || bytes[Int(part.end)..<max(Int(part.end), Int(last))].contains { $0 > 0x20 }
  }

  /// Whether the lines of a block start where its text does, with no indentation or mark of a quote before them.
  private func isVerbatim(_ block: CodeBlock, in page: LocalizedPage) -> Bool {
    let nodes = page.document.nodes
    let texts = nodes[block.node + 1..<Int(nodes[block.node].end)]
    return zip(texts, texts.dropFirst()).allSatisfy { $0.span.end == $1.span.start }
  }

  /// A text with spaces where its words would grow together with those beside it.
  private func apart(_ text: [UInt8], at span: SourceSpan) -> [UInt8] {
    let bytes = translation.source.bytes
    func isName(_ byte: UInt8?) -> Bool { byte.map { Identifier.isNameByte($0) || $0 >= 0x80 } ?? false }
    let before = span.start > 0 ? bytes[Int(span.start) - 1] : nil
    let after = Int(span.end) < bytes.count ? bytes[Int(span.end)] : nil
    if text.isEmpty { return isName(before) && isName(after) ? [0x20] : [] }
    return (isName(before) && isName(text.first) ? [0x20] : []) + text
      + (isName(text.last) && isName(after) ? [0x20] : [])
  }

  /// A text with the line ends that the block has.
  private func withLineEnds(_ text: [UInt8]) -> [UInt8] {
    let bytes = translation.source.bytes[..<Int(block.span.start)]
    let lineEnd: [UInt8] = bytes.last == 0x0A && bytes.dropLast().last == 0x0D ? [0x0D, 0x0A] : [0x0A]
    var result: [UInt8] = []
    for byte in text where byte != 0x0D {
      if byte == 0x0A { result += lineEnd } else { result.append(byte) }
    }
    return result
  }
}

extension PageAlignment {
  /// What gives a code block the tokens of its counterpart; comments elsewhere stay in the translation's language.
  ///
  /// - Parameters:
  ///   - sourceBlock: The block of the source.
  ///   - wanted: Its tokens.
  ///   - block: The block of the translation.
  ///   - found: Its tokens.
  ///   - isCertain: Whether the two stand for each other beyond doubt.
  /// - Returns: `nil` if markup stands in the way; it is safe where no comment goes.
  package func restoration(
    ofCode sourceBlock: CodeBlock, _ wanted: Signature, at block: CodeBlock, _ found: Signature, isCertain: Bool
  ) -> Restoration? {
    CodeRestoration(self, from: sourceBlock, wanted, to: block, found).restoration(isCertain: isCertain)
  }

  /// What puts the language of the source's fence after that of the translation.
  package func restoration(ofLanguage source: CodeBlock, at block: CodeBlock, isCertain: Bool) -> Restoration? {
    let node = translation.document.nodes[block.node]
    guard node.kind == .codeBlock, node.flags.contains(.fenced) else { return nil }
    var span = block.infoString?.span ?? SourceSpan(at: endOfFence(node.span))
    if source.infoString == nil { span.start = endOfFence(node.span) }
    let text = source.infoString.map { Array(self.source.source.bytes[$0.span.range]) } ?? []
    return Restoration([TextEdit(span, text)], isSafe: isCertain)
  }

  private func endOfFence(_ span: SourceSpan) -> Int32 {
    let bytes = translation.source.bytes
    var end = Int(span.start)
    let mark = end < bytes.count ? bytes[end] : 0
    while end < bytes.count, bytes[end] == mark, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") { end += 1 }
    return Int32(truncatingIfNeeded: end)
  }
}
