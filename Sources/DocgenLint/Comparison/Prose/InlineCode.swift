import DocgenMarkup
import DocgenModel
import DocgenSupport

/// A text in code within a line.
struct InlineCode {
  /// What is compared: each run of whitespace as one space, everything else byte for byte.
  let text: [UInt8]
  /// The place between the marks, without the spaces beside them.
  let span: SourceSpan
  /// The index of the run that it stands in.
  let run: Int

  /// Whether it holds what no fix can write within a line: marks of code, or bars that end a cell of a table.
  var hasMarks: Bool { text.contains(UInt8(ascii: "`")) || text.contains(UInt8(ascii: "|")) }

  /// What is compared, without what its placeholders say.
  var fixed: [UInt8] { CodePlaceholder.leftOut(of: text) }

  /// Whether it is words for readers, such as the text of a button, and nothing that a program reads: they begin with a capital
  /// or a number and have no sign between them.
  var isPhrase: Bool {
    guard let first = text.first, let second = text.dropFirst().first, text.contains(0x20) else { return false }
    let isStart = (0x30...0x39).contains(first) || (0x41...0x5A).contains(first) && (0x61...0x7A).contains(second)
    return isStart
      && text.allSatisfy {
        $0 >= 0x80 || $0 == 0x20 || $0 == UInt8(ascii: ",") || (0x30...0x39).contains($0)
          || (0x61...0x7A).contains($0 | 0x20)
      }
  }

  /// Whether it is a formula of which the operands are words for readers: `max(minimum size, argument)`.
  var isFormulaOfWords: Bool {
    guard text.contains(UInt8(ascii: "(")) || [" = ", " * ", " - ", " + "].contains(where: holds) else { return false }
    let parts = text.split { !($0 >= 0x80 || (0x61...0x7A).contains($0 | 0x20) || $0 == 0x20) }
    return parts.contains { part in part.split(separator: 0x20).count { $0.count > 1 } > 1 }
  }

  private func holds(_ part: String) -> Bool { ByteSearch.firstIndex(of: Array(part.utf8), in: text, from: 0) != nil }

  var string: String { String(decoding: text, as: UTF8.self) }
}

/// How often each code stands in some runs.
struct CodeCounts {
  let range: Range<Int>
  /// By all that it says.
  var texts: [[UInt8]: Int] = [:]
  /// By what it says without its placeholders.
  var fixed: [[UInt8]: Int] = [:]
}

extension PageInventory {
  /// The code within the lines of some runs, in the order of the page; none of it is a fact that other rules compare.
  ///
  /// - Complexity: O(*n*) in the bytes of the code.
  func code(inRuns range: Range<Int>) -> [InlineCode] {
    var result: [InlineCode] = []
    for index in range where !runs[index].isFact {
      for mark in marks[runs[index].marks] where mark.kind == .code {
        if let code = code(of: mark.node, inRun: index) { result.append(code) }
      }
    }
    return result
  }

  /// How often code stands in some runs, as it is and without what its placeholders say.
  func codeCounts(inRuns range: Range<Int>) -> CodeCounts {
    if let known = codeCounts, known.range == range { return known }
    var counts = CodeCounts(range: range)
    for code in code(inRuns: range) {
      counts.texts[code.text, default: 0] += 1
      counts.fixed[code.fixed, default: 0] += 1
    }
    codeCounts = counts
    return counts
  }

  private func code(of index: Int, inRun run: Int) -> InlineCode? {
    let node = page.document.nodes[index]
    let bytes = page.source.bytes
    var (start, end) = (Int(node.span.start), Int(node.span.end))
    guard start < end, end <= bytes.count else { return nil }
    if node.kind == .element {
      guard let open = bytes[start..<end].firstIndex(of: UInt8(ascii: ">")),
        let close = bytes[open..<end].lastIndex(of: UInt8(ascii: "<")), close > open
      else { return nil }
      (start, end) = (open + 1, close)
    } else {
      while start < end, bytes[start] == UInt8(ascii: "`"), bytes[end - 1] == UInt8(ascii: "`") {
        (start, end) = (start + 1, max(start + 1, end - 1))
      }
    }
    while start < end, Self.isWhitespace(bytes[start]) { start += 1 }
    while end > start, Self.isWhitespace(bytes[end - 1]) { end -= 1 }
    guard start < end else { return nil }
    // Elements may hold elements and character references, and lines begin with the marks of what they are in.
    let isOfLines = bytes[start..<end].contains(0x0A)
    let text =
      node.kind == .element || isOfLines
      ? Self.spaced(page.document.text(of: index).bytes[...].drop(while: Self.isWhitespace))
      : Self.spaced(bytes[start..<end])
    return text.isEmpty ? nil : InlineCode(text: text, span: SourceSpan(start..<end), run: run)
  }

  private static func isWhitespace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private static func spaced(_ text: ArraySlice<UInt8>) -> [UInt8] {
    guard zip(text, text.dropFirst()).contains(where: { (0x09...0x0D).contains($0) || $0 == 0x20 && $1 == 0x20 }) else {
      return Array(text)
    }
    var result: [UInt8] = []
    for byte in text {
      if !isWhitespace(byte) { result.append(byte) } else if result.last != 0x20 { result.append(0x20) }
    }
    return result
  }
}
