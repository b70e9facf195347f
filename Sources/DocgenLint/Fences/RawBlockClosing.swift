import DocgenMarkup
import DocgenModel
import DocgenSupport

/// The end mark that a block of raw HTML lacks: where it belongs, and the fix that writes it there.
struct RawBlockClosing {
  private let page: LocalizedPage
  private let block: RawBlock
  /// The lines of the block that are not empty, without the markers of block quotes.
  private let lines: [Range<Int>]

  init(_ page: LocalizedPage, _ block: RawBlock) {
    self.page = page
    self.block = block
    lines = Self.lines(of: block, in: page)
  }

  /// The mark that ends the block.
  var endMark: String { block.tag.map { "</\($0.name)>" } ?? "-->" }

  /// The fix: it is safe where all lines up to the end are those of the counterpart.
  func fix(like counterpart: RawBlock, in other: LocalizedPage) -> Restoration? {
    var (wanted, marks) = wanted(counterpart, other)
    guard !marks.isEmpty, let first = wanted.first else { return nil }
    let bytes = page.source.bytes
    let hasOwnLine = wanted.last?.isEmpty ?? false
    if hasOwnLine { wanted.removeLast() }
    guard lines.count >= wanted.count else { return nil }
    var own = lines.prefix(wanted.count).map { Self.comparable(bytes[$0]) }
    guard let last = own.last, let end = wanted.last, own.first == first || wanted.count == 1 else { return nil }
    // The mark may stand there and be none.
    let rest = last.starts(with: end) ? last[end.count...] : []
    if !rest.isEmpty, EndMarks.areLike(rest, marks) { own[own.count - 1] = end }
    let areEqual = own == wanted
    guard areEqual || wanted.count > 2 && FenceComparison.start(own, with: wanted) else { return nil }
    let line = lines[wanted.count - 1]
    if own.last != last {
      return Restoration(
        [TextEdit(SourceSpan(Self.tail(of: line, after: end.count, in: bytes)), marks)], isSafe: areEqual)
    }
    let next = lines.dropFirst(wanted.count).first
    if let next, EndMarks.areLike(bytes[next], marks) {
      return Restoration([TextEdit(SourceSpan(next), marks)], isSafe: areEqual)
    }
    let lineEnd = LinePrefix.lineEnd(after: line.upperBound, in: bytes)
    let prefix = LinePrefix.continuing(Int(block.span.start), in: bytes)
    let text = hasOwnLine ? lineEnd + prefix + marks : marks
    return Restoration([TextEdit(SourceSpan(line.upperBound..<line.upperBound), text)], isSafe: areEqual)
  }

  /// The counterpart's lines without its end marks, and those; the last line is empty where they have it to themselves.
  private func wanted(_ counterpart: RawBlock, _ other: LocalizedPage) -> (lines: [[UInt8]], marks: [UInt8]) {
    let bytes = other.source.bytes
    let lines = Self.lines(of: counterpart, in: other)
    guard let last = lines.last else { return ([], []) }
    let start = EndMarks.start(in: bytes[last])
    let marks = Array(bytes[start..<last.upperBound])
    guard String(decoding: marks, as: UTF8.self).lowercased().hasSuffix(endMark) else { return ([], []) }
    return (
      lines.dropLast().map { Self.comparable(bytes[$0]) } + [Self.comparable(bytes[last.lowerBound..<start])], marks
    )
  }

  private static func lines(of block: RawBlock, in page: LocalizedPage) -> [Range<Int>] {
    let bytes = page.source.bytes
    return LinePrefix.lines(of: block.span.range, in: bytes).filter { line in
      bytes[line].contains { $0 > 0x20 }
    }
  }

  private static func comparable(_ text: ArraySlice<UInt8>) -> [UInt8] { text.filter { $0 > 0x20 } }

  /// The part of a line after so many bytes that are no whitespace.
  private static func tail(of line: Range<Int>, after count: Int, in bytes: [UInt8]) -> Range<Int> {
    var (index, seen) = (line.lowerBound, 0)
    while index < line.upperBound, seen < count {
      if bytes[index] > 0x20 { seen += 1 }
      index += 1
    }
    return index..<line.upperBound
  }
}

/// The marks that end elements and comments, whole or torn.
enum EndMarks {
  /// Where the end tags at the end of a line start, or the end of a comment; the end of the line where it has none.
  static func start(in line: ArraySlice<UInt8>) -> Int {
    if line.suffix(3).elementsEqual("-->".utf8) { return line.endIndex - 3 }
    var start = line.endIndex
    while start > line.startIndex, line[start - 1] == UInt8(ascii: ">"),
      let open = line[..<start].lastIndex(of: UInt8(ascii: "<")), open + 2 < start, line[open + 1] == UInt8(ascii: "/"),
      line[open + 2..<start - 1].allSatisfy(isLetter)
    {
      start = open
    }
    return start
  }

  /// Whether a text is end marks, and spaces or line ends around them.
  static func areAll(of text: [UInt8]) -> Bool {
    let lines = text.split { $0 <= 0x20 }.filter { !$0.allSatisfy { $0 == UInt8(ascii: ">") } }
    return !lines.isEmpty && lines.allSatisfy { $0.count > 2 && start(in: $0) == $0.startIndex }
  }

  /// Whether a text is what became of marks: nothing of them, or their letters, with signs that stand for theirs.
  static func areLike(_ text: ArraySlice<UInt8>, _ marks: [UInt8]) -> Bool {
    let letters = text.filter(isLetter).map(ASCIICase.lowercased)
    guard letters.isEmpty || letters == marks.filter(isLetter).map(ASCIICase.lowercased) else { return false }
    var isMark = false
    var index = text.startIndex
    while index < text.endIndex {
      if isLetter(text[index]) || text[index] <= 0x20 {
        index += 1
      } else if let sign = signs.first(where: { text[index...].starts(with: $0) }) {
        isMark = true
        index += sign.count
      } else {
        return false
      }
    }
    return isMark && (!letters.isEmpty || marks.allSatisfy { !isLetter($0) })
  }

  /// Signs of the marks, and those that keyboards and translation make of them.
  private static let signs: [[UInt8]] = [
    "<", ">", "/", "-", "＜", "＞", "／", "‹", "›", "–", "—", "−", "－", "→", "\\", "&lt;", "&gt;",
  ].map { Array($0.utf8) }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
