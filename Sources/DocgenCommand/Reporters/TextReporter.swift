import DocgenSupport

/// Writes findings for people: what is wrong, the line it stands on, and the line of the source beside it.
struct TextReporter: Reporter, MessageSource {
  struct Messages: MessageSet {
    let expected = MessageForm<String>("expected '{1}'")
    let worst = MessageForm<Int, Int>("the {1} worst of {2:# finding|# findings} are shown")
  }

  /// One line for each finding.
  var isConcise = false
  var showsSummary = true
  /// The columns that lines of source are cut to.
  var width = 120
  var styles = Styles(isColored: false)
  var links = TerminalLinks.none
  /// The paths of files as a user opens them; `nil` for those below the content folder.
  var paths: WorkingPaths?

  /// So many findings of one line show it; the others have their places alone.
  private static let excerptsOfLine = 16

  func write(_ report: LintReport, to output: Output) {
    var sources = SourceLines(report.contents)
    var previous: SourceLocation?
    var countOfLine = 0
    var explained = FoldedFindings(report)
    for diagnostic in report.diagnostics {
      if output.isClosed { return }
      let location = diagnostic.location
      let isSameLine = previous.map { $0.start.line == location.start.line && $0.file == location.file } ?? false
      countOfLine = isSameLine ? countOfLine + 1 : 1
      previous = location
      var buffer = ByteBuffer(capacity: 512)
      appendHeadline(diagnostic, report.catalog, to: &buffer)
      if !isConcise {
        if countOfLine <= Self.excerptsOfLine {
          appendExcerpt(diagnostic, report.catalog, from: &sources, to: &buffer)
          for related in diagnostic.related { append(related, from: &sources, to: &buffer) }
          if let message = explained.takeMessage(diagnostic) {
            buffer.append("  \(report.catalog.text(message))\n")
          }
        }
        buffer.append(0x0A)
      }
      output.write(buffer)
    }
    guard showsSummary else { return }
    var buffer = ByteBuffer()
    if isConcise, !report.diagnostics.isEmpty { buffer.append(0x0A) }
    append(report.summary, report.catalog, to: &buffer)
    if let fixes = FixSummary(report).message { buffer.append(report.catalog.text(fixes) + "\n") }
    output.write(buffer)
  }

  private func appendHeadline(_ diagnostic: Diagnostic, _ catalog: MessageCatalog, to buffer: inout ByteBuffer) {
    let start = diagnostic.location.start
    styles.append(.place, to: &buffer) { buffer in
      links.append(diagnostic.location.file, to: &buffer) { buffer in
        VisibleText.append(shown(diagnostic.location.file), to: &buffer)
        buffer.append(":\(start.line):\(start.column)")
      }
      buffer.append(UInt8(ascii: ":"))
    }
    buffer.append(0x20)
    styles.append(Styles.Style(diagnostic.severity), to: &buffer) { buffer in
      buffer.append(catalog.text(diagnostic.severity.label))
      buffer.append("[" as StaticString)
      buffer.append(diagnostic.rule)
      buffer.append("]" as StaticString)
    }
    buffer.append(": " as StaticString)
    VisibleText.append(catalog.text(diagnostic.message), to: &buffer)
    buffer.append(0x0A)
  }

  /// The line of the finding with carets under the marked place.
  private func appendExcerpt(
    _ diagnostic: Diagnostic, _ catalog: MessageCatalog, from sources: inout SourceLines, to buffer: inout ByteBuffer
  ) {
    let location = diagnostic.location
    // What is said of a whole file has no place in it.
    if location.start == location.end, location.start == SourcePosition(line: 1, column: 1) { return }
    let number = String(location.start.line)
    guard let excerpt = Self.excerpt(at: location, from: &sources, width: width - number.utf8.count - 5) else { return }
    styles.append(.gutter, to: &buffer) { $0.append("  \(number) |") }
    buffer.append(0x20)
    buffer.append(excerpt.text.bytes)
    buffer.append("\n" as StaticString)
    styles.append(.gutter, to: &buffer) { buffer in
      appendSpaces(number.utf8.count + 3, to: &buffer)
      buffer.append(UInt8(ascii: "|"))
    }
    appendSpaces(excerpt.markStart + 1, to: &buffer)
    styles.append(Styles.Style(diagnostic.severity), to: &buffer) { buffer in
      for _ in 0..<excerpt.markWidth { buffer.append(UInt8(ascii: "^")) }
      // What the message says already is not said again.
      guard let expected = diagnostic.expected, !expected.isEmpty, !diagnostic.message.names(expected) else { return }
      let used = number.utf8.count + 5 + excerpt.markStart + excerpt.markWidth
      let room = width - used - 1 - DisplayWidth.of(catalog.text(Self.expected("")))
      let label = Excerpt(of: expected, marking: 0..<0, width: max(24, room))
      buffer.append(" " + catalog.text(Self.expected(label.text.string)))
    }
    buffer.append(0x0A)
  }

  private static func excerpt(
    at location: SourceLocation, from sources: inout SourceLines, width: Int
  ) -> Excerpt? {
    let marked = marked(location)
    let scalars = Excerpt.scalars(around: marked.lowerBound, width: width)
    return sources.line(location.start.line, of: location.file, scalars: scalars).map {
      Excerpt(of: $0, from: scalars.lowerBound, marking: marked, width: width)
    }
  }

  private static func expected(_ value: String) -> Message { Self.messages.expected(value) }

  /// The line of another place that explains the finding.
  private func append(_ related: Diagnostic.Related, from sources: inout SourceLines, to buffer: inout ByteBuffer) {
    let location = related.location
    var place = ByteBuffer()
    VisibleText.append(shown(location.file), to: &place)
    place.append(":\(location.start.line)")
    buffer.append("  " as StaticString)
    styles.append(.gutter, to: &buffer) { buffer in
      links.append(location.file, to: &buffer) { $0.append(place.bytes) }
    }
    let room = max(24, width - place.string.unicodeScalars.count - 5)
    if let excerpt = Self.excerpt(at: location, from: &sources, width: room) {
      styles.append(.gutter, to: &buffer) { $0.append(" |" as StaticString) }
      buffer.append(0x20)
      buffer.append(excerpt.text.bytes)
    }
    buffer.append(0x0A)
  }

  private func append(_ summary: LintSummary, _ catalog: MessageCatalog, to buffer: inout ByteBuffer) {
    if let shown = summary.shown {
      buffer.append(
        catalog.text(Self.messages.worst(shown, summary.count)))
      buffer.append(0x0A)
    }
    buffer.append(catalog.text(summary.headline))
    buffer.append(0x0A)
    guard summary.byRule.count > 1 else { return }
    let entries = summary.byFrequency
    let numbers = entries.map { catalog.text($0.count) }
    let column = numbers.map(DisplayWidth.of).max() ?? 0
    for (entry, number) in zip(entries, numbers) {
      appendSpaces(2 + column - DisplayWidth.of(number), to: &buffer)
      buffer.append("\(number)  \(entry.rule)\n")
    }
  }

  private func shown(_ file: String) -> String { paths?.path(file) ?? file }

  private func appendSpaces(_ count: Int, to buffer: inout ByteBuffer) {
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
func counted(_ number: Int, _ noun: String, plural: String? = nil) -> String {
  "\(grouped(number)) \(number == 1 ? noun : plural ?? noun + "s")"
}
