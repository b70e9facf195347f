import DocgenSupport

/// Writes findings as a code quality report of GitLab: one finding a line.
struct GitLabReporter: Reporter {
  func write(_ report: LintReport, to output: Output) {
    var separator = "[\n"
    for (key, diagnostic) in zip(FindingKey.keys(of: report.diagnostics), report.diagnostics) {
      if output.isClosed { return }
      output.write(separator)
      separator = ",\n"
      var writer = JSONWriter(isIndented: false)
      let location = diagnostic.location
      writer.object { writer in
        writer.member("description", report.catalog.text(diagnostic.message))
        writer.member("check_name", diagnostic.rule)
        // GitLab shows only one of several findings with the same fingerprint.
        writer.member("fingerprint", key.fingerprint)
        writer.member("severity", Self.severity(diagnostic.severity))
        writer.key("location")
        writer.object { writer in
          writer.member("path", report.paths.path(location.file))
          writer.key("lines")
          writer.object { writer in
            writer.member("begin", location.start.line)
            writer.member("end", location.end.line)
          }
        }
      }
      output.write(writer.buffer)
    }
    output.write(report.diagnostics.isEmpty ? "[]\n" : "\n]\n")
  }

  private static func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "major"
    case .warning: "minor"
    case .note: "info"
    }
  }
}
