import DocgenSupport

/// The content of a block: where its bytes stand in the file, and text made of them.
extension CmarkReader {
  /// Finds the lines of a block's content in the file: each is the rest of a line, after prefixes.
  ///
  /// Returns the line after the content.
  @discardableResult
  mutating func mapLines(
    of content: UnsafeBufferPointer<UInt8>, from firstLine: Int, to lastLine: Int, isText: Bool = false
  ) -> Int {
    map.reset()
    var line = min(max(0, firstLine), lines.starts.count - 1)
    if isText { line = lines.firstTextLine(of: content, from: line, to: min(lastLine, lines.starts.count - 1)) }
    var start = 0
    while start < content.count {
      let end = content.endOfLine(from: start)
      if line < lines.starts.count {
        let lineEnd = lines.end(of: line)
        var source = lineEnd - (end - start)
        defer { mapLineEnd(at: end, source: lineEnd) }
        let spaces = spacesOfTab(content, start..<end, at: source, ofLine: line)
        if spaces > 0 {
          map.append(start: start, source: source + spaces - 1, kind: .tab)
          map.append(start: start + spaces, source: source + spaces)
        } else {
          if end == content.count || source < lines.starts[line] {
            // Spaces at the end of the content were cut.
            source = max(lines.starts[line], lines.trimmedEnd(of: line) - lines.trimmedLength(content, start..<end))
          }
          map.append(start: start, source: source)
        }
      }
      start = end + 1
      line += 1
    }
    return line
  }

  /// The library has LF for each line end, be it CRLF or a lone CR in the file.
  private mutating func mapLineEnd(at end: Int, source: Int) {
    guard source < file.count, file[source] == 0x0D else { return }
    if source + 1 < file.count, file[source + 1] == 0x0A {
      map.append(start: end, source: source + 1)
    } else {
      map.append(start: end, source: source, kind: .carriageReturn)
    }
  }

  /// How many spaces at the start of a line of content stand for the rest of one tab; 0 where the line is verbatim.
  private func spacesOfTab(
    _ content: UnsafeBufferPointer<UInt8>, _ text: Range<Int>, at source: Int, ofLine line: Int
  ) -> Int {
    var spaces = 0
    for index in 0..<min(3, text.count) {
      guard content[text.lowerBound + index] == 0x20 else { break }
      if source + index >= lines.starts[line], file[source + index] == 0x09 { spaces = index + 1 }
    }
    return spaces
  }

  /// The content of a heading begins after its marks.
  mutating func mapHeading(at start: Int) {
    map.reset()
    var source = start
    while source < file.count, file[source] == UInt8(ascii: "#") { source += 1 }
    while source < file.count, file[source] == 0x20 || file[source] == 0x09 { source += 1 }
    map.append(start: 0, source: source)
  }

  /// Emits a range of a block's content as text, one node for each segment of the file.
  mutating func emitText(_ range: Range<Int>) {
    var start = max(range.lowerBound, droppedEnd)
    while start < range.upperBound {
      var end = min(range.upperBound, map.segmentEnd(of: start))
      let source = min(map.source(of: start), file.count)
      let kind = map.kind(of: start)
      if kind.isReplaced {
        let text = [UInt8](repeating: kind == .tab ? 0x20 : 0x0A, count: end - start)
        emitReplacement(text, for: SourceSpan(source..<source + 1))
        events[events.count - 1].node.flags.insert(.whitespace)
      } else {
        if kind == .escaped { end = start + 1 }
        var node = Node(.text, at: SourceSpan(source..<min(source + end - start, file.count)))
        if isWhitespace(node.span.range) { node.flags.insert(.whitespace) }
        if kind == .escaped { node.flags.insert(.escaped) }
        // The library ends each file with a line end.
        if !node.span.isEmpty { leaf(node) }
      }
      start = end
    }
  }

  private func isWhitespace(_ range: Range<Int>) -> Bool {
    for index in range where file[index] > 0x20 { return false }
    return true
  }

  /// Emits text that differs from what stands in the file.
  mutating func emitReplacement(_ text: [UInt8], for range: Range<Int>) {
    guard range.lowerBound >= droppedEnd else { return }
    let start = map.source(of: range.lowerBound)
    emitReplacement(text, for: SourceSpan(start..<start + range.count))
  }

  private mutating func emitReplacement(_ text: [UInt8], for span: SourceSpan) {
    var node = Node(.text, at: span)
    node.payload = Int32(truncatingIfNeeded: replacements.count)
    replacements.append(text)
    leaf(node)
  }
}
