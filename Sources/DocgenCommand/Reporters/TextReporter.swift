import DocgenSupport

/// Writes findings for people: what is wrong, the line it stands on, and the line of the source beside it.
struct TextReporter {
  /// One line for each finding.
  var isConcise = false
  var showsSummary = true
  /// The columns that lines of source are cut to.
  var width = 120
  var styles = Styles(isColored: false)

  func write(_ report: LintReport, to output: Output) {
    var sources = SourceLines(contentFolder: report.contentFolder)
    for diagnostic in report.diagnostics {
      if output.isClosed { return }
      var buffer = ByteBuffer(capacity: 512)
      appendHeadline(diagnostic, to: &buffer)
      if !isConcise {
        appendExcerpt(diagnostic, from: &sources, to: &buffer)
        for related in diagnostic.related { append(related, from: &sources, to: &buffer) }
        buffer.append(0x0A)
      }
      output.write(buffer)
    }
    guard showsSummary else { return }
    var buffer = ByteBuffer()
    if isConcise, !report.diagnostics.isEmpty { buffer.append(0x0A) }
    append(report.summary, to: &buffer)
    output.write(buffer)
  }

  private func appendHeadline(_ diagnostic: Diagnostic, to buffer: inout ByteBuffer) {
    let start = diagnostic.location.start
    styles.append(.place, to: &buffer) { buffer in
      VisibleText.append(diagnostic.location.file, to: &buffer)
      buffer.append(":\(start.line):\(start.column):")
    }
    buffer.append(0x20)
    styles.append(Styles.Style(diagnostic.severity), to: &buffer) { buffer in
      buffer.append(diagnostic.severity.rawValue)
      buffer.append("[" as StaticString)
      buffer.append(diagnostic.rule)
      buffer.append("]" as StaticString)
    }
    buffer.append(": " as StaticString)
    VisibleText.append(diagnostic.message, to: &buffer)
    buffer.append(0x0A)
  }

  /// The line of the finding with carets under the marked place.
  private func appendExcerpt(
    _ diagnostic: Diagnostic, from sources: inout SourceLines, to buffer: inout ByteBuffer
  ) {
    let location = diagnostic.location
    // What is said of a whole file has no place in it.
    if location.start == location.end, location.start == SourcePosition(line: 1, column: 1) { return }
    guard let line = sources.line(location.start.line, of: location.file) else { return }
    let number = String(location.start.line)
    let excerpt = Excerpt(of: line, marking: Self.marked(location), width: width - number.utf8.count - 5)
    styles.append(.gutter, to: &buffer) { $0.append("  \(number) |") }
    buffer.append(0x20)
    buffer.append(excerpt.text.bytes)
    buffer.append("\n" as StaticString)
    styles.append(.gutter, to: &buffer) { buffer in
      appendBlanks(number.utf8.count + 3, to: &buffer)
      buffer.append(UInt8(ascii: "|"))
    }
    appendBlanks(excerpt.markStart + 1, to: &buffer)
    styles.append(Styles.Style(diagnostic.severity), to: &buffer) { buffer in
      for _ in 0..<excerpt.markWidth { buffer.append(UInt8(ascii: "^")) }
      guard let expected = diagnostic.expected, !expected.isEmpty else { return }
      let used = number.utf8.count + 5 + excerpt.markStart + excerpt.markWidth
      let label = Excerpt(of: expected, marking: 0..<0, width: max(24, width - used - " expected ''".utf8.count))
      buffer.append(" expected '" as StaticString)
      buffer.append(label.text.bytes)
      buffer.append(UInt8(ascii: "'"))
    }
    buffer.append(0x0A)
  }

  /// The line of another place that explains the finding.
  private func append(_ related: Diagnostic.Related, from sources: inout SourceLines, to buffer: inout ByteBuffer) {
    let location = related.location
    var place = ByteBuffer()
    VisibleText.append(location.file, to: &place)
    place.append(":\(location.start.line)")
    buffer.append("  " as StaticString)
    styles.append(.gutter, to: &buffer) { $0.append(place.bytes) }
    if let line = sources.line(location.start.line, of: location.file) {
      let excerpt = Excerpt(
        of: line, marking: Self.marked(location), width: max(24, width - place.string.unicodeScalars.count - 5))
      styles.append(.gutter, to: &buffer) { $0.append(" |" as StaticString) }
      buffer.append(0x20)
      buffer.append(excerpt.text.bytes)
    }
    buffer.append(0x0A)
  }

  private func append(_ summary: LintSummary, to buffer: inout ByteBuffer) {
    buffer.append(
      summary.allPages.map { "\(grouped(summary.pages)) of " + counted($0, "page") } ?? counted(summary.pages, "page"))
    buffer.append(": " as StaticString)
    buffer.append(
      [counted(summary.errors, "error"), counted(summary.warnings, "warning"), counted(summary.notes, "note")]
        .joined(separator: ", "))
    var silent: [String] = []
    if summary.suppressed > 0 { silent.append("\(grouped(summary.suppressed)) suppressed") }
    if summary.baselined > 0 { silent.append("\(grouped(summary.baselined)) in the baseline") }
    if !silent.isEmpty { buffer.append("; " + silent.joined(separator: ", ")) }
    buffer.append(0x0A)
    guard summary.byRule.count > 1 else { return }
    let entries = summary.byRule.sorted { ($1.count, $0.rule) < ($0.count, $1.rule) }
    let numbers = entries.map { grouped($0.count) }
    let column = numbers.map(\.utf8.count).max() ?? 0
    for (entry, number) in zip(entries, numbers) {
      appendBlanks(2 + column - number.utf8.count, to: &buffer)
      buffer.append("\(number)  \(entry.rule)\n")
    }
  }

  private func appendBlanks(_ count: Int, to buffer: inout ByteBuffer) {
    for _ in 0..<max(0, count) { buffer.append(0x20) }
  }

  /// The marked scalars of the first line of a place, counted from 0.
  private static func marked(_ location: SourceLocation) -> Range<Int> {
    let start = max(0, location.start.column - 1)
    let end = location.end.line > location.start.line ? Int.max : location.end.column - 1
    return start..<max(start, end)
  }
}

/// A number with its noun: "1 page", "2,535 pages".
func counted(_ number: Int, _ noun: String) -> String {
  "\(grouped(number)) \(noun)\(number == 1 ? "" : "s")"
}
