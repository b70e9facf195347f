import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Turns texts of one file into their exported form; places are worked out only where they are wanted.
struct Places {
  let file: SourceFile
  private let lines: LineTable?

  init(_ file: SourceFile, hasSpans: Bool) {
    self.file = file
    lines = hasSpans ? LineTable(file.bytes) : nil
  }

  func span(_ span: SourceSpan?) -> ExportedSpan? {
    guard let lines, let span else { return nil }
    var result = ExportedSpan()
    let start = lines.position(of: span.start)
    let end = span.isEmpty ? start : lines.position(of: span.end)
    result.start = Int(span.start)
    result.end = Int(max(span.start, span.end))
    (result.line, result.column) = (start.line, start.column)
    (result.endLine, result.endColumn) = (end.line, end.column)
    return result
  }

  func text(_ text: Located<String>) -> ExportedText { ExportedText(text.value, at: span(text.span)) }

  func text(_ text: Located<String>?) -> ExportedText? { text.map { self.text($0) } }

  func texts(_ texts: [Located<String>]) -> [ExportedText] { texts.map { text($0) } }

  func direction(_ direction: ParameterDirection?, at span: SourceSpan?) -> ExportedWords {
    guard let direction, !direction.isEmpty else { return ExportedWords() }
    let meanings: [ParameterDirection] = [.in, .out, .optional, .returnValue, .reserved]
    let words = zip(meanings, directionWords).filter { direction.contains($0.0) }.map(\.1)
    return ExportedWords(words, at: self.span(span))
  }

  func code(_ code: ReturnCode) -> ExportedReturnCode {
    var result = ExportedReturnCode()
    result.codeName = text(code.name)
    result.isSymbolic = code.isSymbolic
    result.value = text(code.value)
    result.alternateValue = text(code.alternateValue)
    result.span = span(code.span)
    return result
  }

  func labelledValue(_ value: LabelledValue, in document: Document) -> ExportedLabelledValue {
    var result = ExportedLabelledValue()
    result.key = value.key
    result.label = text(value.label)
    result.value = text(value.value)
    result.section = value.section
    result.span = span(document.nodes[value.node].span)
    return result
  }
}
