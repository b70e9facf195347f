import DocgenSupport

/// Writes findings as a Checkstyle report, in the form of its version 4.3 that other programs read.
struct CheckstyleReporter: Reporter {
  func write(_ report: LintReport, to output: Output) {
    var writer = XMLWriter()
    writer.declaration()
    writer.begin("checkstyle", ["version": "4.3"])
    var file: String?
    for diagnostic in report.diagnostics {
      if output.isClosed { return }
      if diagnostic.location.file != file {
        if file != nil { writer.end() }
        file = diagnostic.location.file
        writer.begin("file", ["name": report.paths.path(diagnostic.location.file)])
      }
      writer.element(
        "error",
        [
          "line": String(diagnostic.location.start.line), "column": String(diagnostic.location.start.column),
          "severity": Self.severity(diagnostic.severity), "message": report.catalog.text(diagnostic.message),
          "source": "docgen.\(diagnostic.group).\(diagnostic.rule)",
        ])
      output.write(writer.take())
    }
    if file != nil { writer.end() }
    writer.end()
    output.write(writer.take())
  }

  private static func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "info"
    }
  }
}
