import DocgenSupport

/// Writes findings as workflow commands, which GitHub shows as annotations beside the lines.
///
/// GitHub keeps ten annotations of each severity from one step and drops the rest unseen. Where there are more, each rule
/// gets its share in turn, and one more annotation says what is not shown.
struct GitHubReporter: Reporter, MessageSource {
  struct Messages: MessageSet {
    let more = MessageForm<Message, Int>("{1} (and {2} more of this rule)")
    let rule = MessageForm<String, Int>("{1} {2}")
    let notShown = MessageForm<Int, Message>("{1:# more finding|# more findings} not shown beside the lines: {2}")
  }

  private static let limit = 10

  func write(_ report: LintReport, to output: Output) {
    let selection = Selection(report.diagnostics, limit: Self.limit)
    for annotation in selection.annotations {
      if output.isClosed { return }
      let diagnostic = report.diagnostics[annotation.index]
      var buffer = ByteBuffer(capacity: 256)
      append(diagnostic, file: report.paths.path(diagnostic.location.file), to: &buffer)
      var message = diagnostic.message
      if annotation.hidden > 0 { message = Self.messages.more(message, annotation.hidden) }
      WorkflowText.append(report.catalog.text(message), to: &buffer)
      buffer.append(0x0A)
      output.write(buffer)
    }
    guard selection.hidden > 0 else { return }
    let rules = Message.listed(selection.hiddenByRule.map { Self.messages.rule($0.rule, $0.count) }) ?? .empty
    let message = Self.messages.notShown(selection.hidden, rules)
    output.write("::notice title=docgen lint::\(report.catalog.text(message))\n")
  }

  /// The command with its properties, up to the message.
  private func append(_ diagnostic: Diagnostic, file: String, to buffer: inout ByteBuffer) {
    let location = diagnostic.location
    switch diagnostic.severity {
    case .error: buffer.append("::error file=" as StaticString)
    case .warning: buffer.append("::warning file=" as StaticString)
    case .note: buffer.append("::notice file=" as StaticString)
    }
    WorkflowText.append(file, to: &buffer, isProperty: true)
    buffer.append(",line=\(location.start.line)")
    // GitHub takes columns within one line only.
    if location.start.line == location.end.line { buffer.append(",col=\(location.start.column)") }
    buffer.append(",endLine=\(location.end.line)")
    if location.start.line == location.end.line { buffer.append(",endColumn=\(location.end.column)") }
    buffer.append(",title=" as StaticString)
    WorkflowText.append(diagnostic.rule, to: &buffer, isProperty: true)
    buffer.append("::" as StaticString)
  }
}

extension GitHubReporter {
  /// Which findings become annotations.
  struct Selection {
    struct Annotation: Equatable {
      /// The index of the finding.
      var index: Int
      /// The findings of the same rule and severity that are not shown; told at the last one that is.
      var hidden = 0
    }

    /// In the order of the findings.
    private(set) var annotations: [Annotation] = []
    private(set) var hiddenByRule: [LintSummary.RuleCount] = []

    var hidden: Int { hiddenByRule.reduce(0) { $0 + $1.count } }

    /// Takes up to a number of findings of each severity.
    ///
    /// - Complexity: O(*n*) in the number of findings.
    init(_ diagnostics: [Diagnostic], limit: Int) {
      var bySeverity: [Severity: [Int]] = [:]
      for (index, diagnostic) in diagnostics.enumerated() { bySeverity[diagnostic.severity, default: []].append(index) }
      let overflows = bySeverity.values.contains { $0.count > limit }
      var hidden: [String: Int] = [:]
      for severity in Severity.allCases {
        // The annotation that tells of the others is a notice.
        let room = severity == .note && overflows ? limit - 1 : limit
        select(bySeverity[severity] ?? [], of: diagnostics, limit: room, hidden: &hidden)
      }
      annotations.sort { $0.index < $1.index }
      hiddenByRule = hidden.map { LintSummary.RuleCount(rule: $0.key, count: $0.value) }
        .sorted { ($1.count, $0.rule) < ($0.count, $1.rule) }
    }

    /// Takes the first finding of each rule, then the second of each, until the limit is reached.
    private mutating func select(
      _ indices: [Int], of diagnostics: [Diagnostic], limit: Int, hidden: inout [String: Int]
    ) {
      guard indices.count > limit else {
        annotations += indices.map { Annotation(index: $0) }
        return
      }
      let byRule = Dictionary(grouping: indices) { diagnostics[$0].rule }
      let rules = byRule.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
      var taken = [Int](repeating: 0, count: rules.count)
      var room = limit
      var round = 0
      while room > 0 {
        for (number, rule) in rules.enumerated() where room > 0 && round < rule.value.count {
          taken[number] += 1
          room -= 1
        }
        round += 1
      }
      for (rule, count) in zip(rules, taken) {
        let rest = rule.value.count - count
        if rest > 0 { hidden[rule.key, default: 0] += rest }
        annotations += rule.value.prefix(count).enumerated().map { number, index in
          Annotation(index: index, hidden: number == count - 1 ? rest : 0)
        }
      }
    }
  }
}

/// Text as it stands in a workflow command.
enum WorkflowText {
  /// Appends text, escaped as the runner reads it; what a log would not show is spelled out.
  static func append(_ text: String, to buffer: inout ByteBuffer, isProperty: Bool = false) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": buffer.append("%25" as StaticString)
      case "\r": buffer.append("%0D" as StaticString)
      case "\n": buffer.append("%0A" as StaticString)
      case ":" where isProperty: buffer.append("%3A" as StaticString)
      case "," where isProperty: buffer.append("%2C" as StaticString)
      default: _ = VisibleText.append(scalar, to: &buffer)
      }
    }
  }
}
