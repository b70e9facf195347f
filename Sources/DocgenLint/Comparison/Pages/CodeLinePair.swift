import DocgenModel
import DocgenSupport

/// The lines around the first difference of two blocks of code, and what a reader is best told of them.
struct CodeLinePair {
  /// What is other about the lines.
  enum Difference: Equatable {
    /// A part of the line, up to the spaces around it.
    case changed(String, expected: String)
    /// The line of the source that the translation lacks; what follows is the same.
    case missing(String)
    /// The line that the source lacks; what follows is the same.
    case extra(String)
  }

  private let source: [UInt8]
  private let translation: [UInt8]
  private let sourceBlock: Range<Int>
  private let block: Range<Int>
  /// Longer texts are cut.
  private static let longest = 80

  /// What was read of both, comments aside.
  private let sourceTokens: [SignatureToken]
  private let tokens: [SignatureToken]

  /// Compares two blocks of pages.
  init(
    _ source: CodeBlock, _ sourceTokens: Signature, in sourceFile: SourceFile, _ translation: CodeBlock,
    _ tokens: Signature, in file: SourceFile
  ) {
    self.source = sourceFile.bytes
    self.translation = file.bytes
    sourceBlock = source.span.range
    block = translation.span.range
    self.sourceTokens = sourceTokens.tokens
    self.tokens = tokens.tokens
  }

  /// What differs at two places that were found first.
  ///
  /// - Complexity: O(*n*) in the lengths of the lines.
  func difference(at expected: SourceSpan, _ actual: SourceSpan) -> Difference {
    let own = Self.line(around: expected.range, in: source, of: sourceBlock)
    let other = Self.line(around: actual.range, in: translation, of: block)
    let (ownText, otherText) = (Self.text(own, source), Self.text(other, translation))
    let nextOwn = Self.nextLine(after: own, in: source, of: sourceBlock).map { Self.text($0, source) }
    let nextOther = Self.nextLine(after: other, in: translation, of: block).map { Self.text($0, translation) }
    // All lines before are the same, so that one more of either comes before what is the same again.
    if ownText != otherText {
      if let nextOwn, nextOwn == otherText, nextOther != ownText { return .missing(Self.shown(ownText)) }
      if let nextOther, nextOther == ownText, nextOwn != otherText { return .extra(Self.shown(otherText)) }
    }
    let parts = changedParts(own, other)
    return .changed(
      Self.shown(Array(translation[parts.translation])), expected: Self.shown(Array(source[parts.source])))
  }

  /// From the first token that differs to the last, each with what it is joined to; the whole lines where that leaves
  /// nothing of one.
  private func changedParts(_ own: Range<Int>, _ other: Range<Int>) -> (source: Range<Int>, translation: Range<Int>) {
    let (ownTokens, otherTokens) = (Self.tokens(sourceTokens, in: own), Self.tokens(tokens, in: other))
    func isSame(_ own: Range<Int>, _ other: Range<Int>) -> Bool { source[own].elementsEqual(translation[other]) }
    let start = zip(ownTokens, otherTokens).prefix { isSame($0, $1) }.count
    let end = zip(ownTokens[start...].reversed(), otherTokens[start...].reversed()).prefix { isSame($0, $1) }.count
    let (first, second) = (
      ownTokens[start..<(ownTokens.count - end)], otherTokens[start..<(otherTokens.count - end)]
    )
    guard let ownStart = first.first, let ownEnd = first.last, let otherStart = second.first, let otherEnd = second.last
    else { return (own, other) }
    return (
      Self.widened(ownStart.lowerBound..<ownEnd.upperBound, within: own, source),
      Self.widened(otherStart.lowerBound..<otherEnd.upperBound, within: other, translation)
    )
  }

  /// The places of the tokens on a line.
  private static func tokens(_ tokens: [SignatureToken], in line: Range<Int>) -> ArraySlice<Range<Int>> {
    let first = tokens.partitioningIndex { Int($0.span.start) >= line.lowerBound }
    return tokens[first...].prefix { Int($0.span.end) <= line.upperBound }.map(\.span.range)[...]
  }

  /// A place with the rest of the name, option, path or address that it is a part of.
  private static func widened(_ place: Range<Int>, within line: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
    var (start, end) = (place.lowerBound, place.upperBound)
    func isJoining(_ byte: UInt8) -> Bool {
      Identifier.isNameByte(byte) || byte >= 0x80 || "-./:#@$".utf8.contains(byte)
    }
    if isJoining(bytes[start]) { while start > line.lowerBound, isJoining(bytes[start - 1]) { start -= 1 } }
    if isJoining(bytes[end - 1]) { while end < line.upperBound, isJoining(bytes[end]) { end += 1 } }
    return start..<end
  }

  /// The line around a place, without the spaces at its ends and its line end.
  private static func line(around place: Range<Int>, in bytes: [UInt8], of block: Range<Int>) -> Range<Int> {
    var start = place.lowerBound
    while start > block.lowerBound, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start -= 1 }
    return trimmed(start, in: bytes, of: block)
  }

  private static func nextLine(after line: Range<Int>, in bytes: [UInt8], of block: Range<Int>) -> Range<Int>? {
    var start = line.upperBound
    while start < block.upperBound, bytes[start] <= 0x20 { start += 1 }
    return start < block.upperBound ? trimmed(start, in: bytes, of: block) : nil
  }

  private static func trimmed(_ start: Int, in bytes: [UInt8], of block: Range<Int>) -> Range<Int> {
    var (start, end) = (start, start)
    while end < block.upperBound, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    while start < end, bytes[start] <= 0x20 { start += 1 }
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }

  private static func text(_ line: Range<Int>, _ bytes: [UInt8]) -> [UInt8] { Array(bytes[line]) }

  private static func shown(_ text: [UInt8]) -> String {
    if text.count <= longest { return String(decoding: text, as: UTF8.self) }
    var end = longest
    while end > 0, text[end] & 0xC0 == 0x80 { end -= 1 }
    return String(decoding: text[..<end], as: UTF8.self) + "…"
  }
}
