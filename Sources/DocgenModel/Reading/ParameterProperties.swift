import DocgenMarkup
import DocgenSupport

extension PageFacts {
  /// Takes what a block of YAML below a parameter's heading states of it: `Required: False`.
  mutating func readParameterProperties(in file: SourceFile, _ vocabulary: Vocabulary) {
    guard codeBlocks.contains(where: \.isYAML) else { return }
    for index in parameters.indices {
      let range = parameters[index].description
      guard let first = codeBlock(in: range) else { continue }
      let blocks = codeBlocks[first...].prefix { $0.node < range.upperBound }
      // What comes before may be an example.
      guard let block = blocks.last(where: \.isYAML) else { continue }
      parameters[index].properties = ParameterProperties(block: block, file: file, vocabulary: vocabulary).read()
    }
  }
}

extension CodeBlock {
  fileprivate var isYAML: Bool { language == "yaml" || language == "yml" }
}

/// Reads a block of lines that are labels and values.
private struct ParameterProperties {
  let block: CodeBlock
  let file: SourceFile
  let vocabulary: Vocabulary

  /// The lines; none where one of them is neither a label with its value nor goes on with the value before.
  func read() -> [LabelledValue] {
    var result: [LabelledValue] = []
    var start = Int(block.span.start)
    let end = Int(block.span.end)
    while start < end {
      let close = file.bytes[start..<end].firstIndex(of: 0x0A) ?? end
      let line = trimmed(start..<close)
      if let value = value(line) {
        result.append(value)
      } else if !line.isEmpty {
        guard let last = result.indices.last, !result[last].value.value.isEmpty else { return [] }
        let whole = SourceSpan(start: result[last].value.span.start, end: Int32(truncatingIfNeeded: line.upperBound))
        result[last].value = Located(result[last].value.value + " " + located(line).value, at: whole)
      }
      start = close + 1
    }
    return result
  }

  private func value(_ line: Range<Int>) -> LabelledValue? {
    guard let colon = file.bytes[line].firstIndex(of: UInt8(ascii: ":")), colon > line.lowerBound,
      colon + 1 == line.upperBound || file.bytes[colon + 1] == 0x20
    else { return nil }
    let label = located(trimmed(line.lowerBound..<colon))
    let value = located(trimmed(colon + 1..<line.upperBound))
    return LabelledValue(
      key: vocabulary.propertyLabel(label.value), label: label, value: value, node: block.node, section: nil)
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, file.bytes[start] <= 0x20 { start += 1 }
    while end > start, file.bytes[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }

  private func located(_ range: Range<Int>) -> Located<String> {
    let span = SourceSpan(
      start: Int32(truncatingIfNeeded: range.lowerBound), end: Int32(truncatingIfNeeded: range.upperBound))
    return Located(file.text(span), at: span)
  }
}
