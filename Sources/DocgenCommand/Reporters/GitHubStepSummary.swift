import DocgenSupport

/// Writes a Markdown summary of findings for the page of a workflow's run.
struct GitHubStepSummary: MessageSource {
  struct Messages: MessageSet {
    let rule = PlainMessage("Rule")
    let findings = PlainMessage("Findings")
    let place = PlainMessage("Place")
    let severity = PlainMessage("Severity")
    let finding = PlainMessage("Finding")
    let more = MessageForm<Int>("and {1:# more finding|# more findings}, the lightest last")
  }

  /// GitHub refuses more than 1 MiB of a step; this many findings stay well below it.
  private static let listed = 200
  private static let longestMessage = 500

  /// The address below which the files are shown (`https://github.com/owner/name/blob/0123abc`), where it is known.
  var filesAddress: String?

  /// - Parameter environment: Of the workflow's step.
  init(environment: Environment = Environment()) {
    guard let server = environment["GITHUB_SERVER_URL"], let repository = environment["GITHUB_REPOSITORY"],
      let commit = environment["GITHUB_SHA"]
    else { return }
    filesAddress = "\(server)/\(repository)/blob/\(commit)"
  }

  func write(_ report: LintReport, to output: Output) {
    let summary = report.summary
    output.write("## docgen lint\n\n")
    let catalog = report.catalog
    output.write(catalog.text(summary.headline) + "\n")
    guard !report.diagnostics.isEmpty else { return }
    output.write(
      "\n| \(catalog.text(Self.messages.rule)) | \(catalog.text(Self.messages.findings)) |\n| --- | ---: |\n")
    for entry in summary.byFrequency { output.write("| `\(entry.rule)` | \(catalog.text(entry.count)) |\n") }
    let headings: [Message] = [Self.messages.place, Self.messages.severity, Self.messages.rule, Self.messages.finding]
    output.write("\n| \(headings.map(catalog.text).joined(separator: " | ")) |\n| --- | --- | --- | --- |\n")
    let heaviestFirst = Severity.allCases.reversed().lazy.flatMap { severity in
      report.diagnostics.lazy.filter { $0.severity == severity }
    }
    for diagnostic in heaviestFirst.prefix(Self.listed) { output.write(row(diagnostic, report)) }
    let rest = report.diagnostics.count - Self.listed
    guard rest > 0 else { return }
    let more = Self.messages.more(rest)
    output.write("\n\(catalog.text(more))\n")
  }

  private func row(_ diagnostic: Diagnostic, _ report: LintReport) -> String {
    let location = diagnostic.location
    let file = report.paths.path(location.file)
    var place = "\(Self.escaped(file)):\(location.start.line)"
    if let filesAddress, report.paths.areRelative {
      // Without 'plain' GitHub renders Markdown files, which have no lines.
      place = "[\(place)](\(filesAddress)/\(URIText.path(file))?plain=1#L\(location.start.line))"
    }
    let message = String(report.catalog.text(diagnostic.message).unicodeScalars.prefix(Self.longestMessage))
    let severity = report.catalog.text(diagnostic.severity.label)
    return "| \(place) | \(severity) | `\(diagnostic.rule)` | \(Self.escaped(message)) |\n"
  }

  /// Text that Markdown shows as it is, on one line.
  private static func escaped(_ text: String) -> String {
    var buffer = ByteBuffer(capacity: text.utf8.count + 16)
    for scalar in VisibleText.string(text).unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "{", "}", "[", "]", "<", ">", "(", ")", "#", "+", "!", "|", "~", "&", "@", ":", "$":
        buffer.append(UInt8(ascii: "\\"))
        buffer.append(String(scalar))
      default: buffer.append(String(scalar))
      }
    }
    return buffer.string
  }
}
