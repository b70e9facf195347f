import DocgenSupport

/// Writes findings as one JSON object, `docgen-diagnostics/1`: one finding a line.
struct JSONReporter: Reporter {
  func write(_ report: LintReport, to output: Output) {
    output.write("{\"schema\":\"docgen-diagnostics/1\",\n\"summary\":")
    output.write(summary(report))
    output.write(",\n\"diagnostics\":[")
    if !report.allDiagnostics.isEmpty { output.write("\n") }
    let (diagnostics, catalog) = (report.allDiagnostics, report.catalog)
    output.writeLines(count: diagnostics.count, separator: ",\n", jobs: report.jobs) { index, writer in
      writer.write(diagnostics[index], catalog)
    }
    output.write(report.allDiagnostics.isEmpty ? "]}\n" : "\n]}\n")
  }

  private func summary(_ report: LintReport) -> ByteBuffer {
    let summary = report.summary
    var writer = JSONWriter(isIndented: false)
    writer.object { writer in
      writer.member("pages", summary.pages)
      if let all = summary.allPages { writer.member("allPages", all) }
      writer.member("errors", summary.errors)
      writer.member("warnings", summary.warnings)
      writer.member("notes", summary.notes)
      if let shown = summary.shown { writer.member("shown", shown) }
      if summary.suppressed > 0 { writer.member("suppressed", summary.suppressed) }
      if summary.baselined > 0 { writer.member("baselined", summary.baselined) }
      if summary.folded > 0 { writer.member("folded", summary.folded) }
      writer.key("byRule")
      writer.object { writer in
        for entry in summary.byRule { writer.member(entry.rule, entry.count) }
      }
      writer.key("fixable")
      writer.object { writer in
        writer.member("safe", summary.safelyFixable)
        writer.member("unsafe", summary.unsafelyFixable)
      }
      if let fixes = report.fixes {
        writer.member("fixed", fixes.fixed)
        writer.member("fixedFiles", fixes.files)
      }
    }
    return writer.buffer
  }
}

/// Writes findings as JSON Lines: each line is a finding, as ``JSONReporter`` writes it.
struct JSONLinesReporter: Reporter {
  func write(_ report: LintReport, to output: Output) {
    let (diagnostics, catalog) = (report.allDiagnostics, report.catalog)
    output.writeLines(count: diagnostics.count, separator: "\n", jobs: report.jobs) { index, writer in
      writer.write(diagnostics[index], catalog)
    }
    if !diagnostics.isEmpty { output.write("\n") }
  }
}

extension JSONWriter {
  /// Writes a finding as an object of `docgen-diagnostics/1`.
  fileprivate mutating func write(_ diagnostic: Diagnostic, _ catalog: MessageCatalog) {
    object { writer in
      writer.member("rule", diagnostic.rule)
      writer.member("group", diagnostic.group)
      writer.member("severity", diagnostic.severity.rawValue)
      writer.member("page", diagnostic.page)
      writer.member("locale", diagnostic.locale)
      writer.member("message", catalog.text(diagnostic.message))
      writer.member("file", diagnostic.location.file)
      writer.member("line", diagnostic.location.start.line)
      writer.member("column", diagnostic.location.start.column)
      writer.member("endLine", diagnostic.location.end.line)
      writer.member("endColumn", diagnostic.location.end.column)
      if let expected = diagnostic.expected { writer.member("expected", expected) }
      if let actual = diagnostic.actual { writer.member("actual", actual) }
      if let damage = diagnostic.damage { writer.member("damage", damage.rawValue) }
      if let change = diagnostic.change { writer.member("change", change.rawValue) }
      if let explanation = diagnostic.foldedInto {
        writer.key("foldedInto")
        writer.object { writer in
          writer.member("rule", explanation.rule)
          writer.member("file", explanation.location.file)
          writer.member("line", explanation.location.start.line)
        }
      }
      writer.key("related")
      writer.array { writer in
        for related in diagnostic.related { writer.write(related, catalog) }
      }
      if let fix = diagnostic.fix {
        writer.key("fix")
        writer.write(fix)
      }
    }
  }

  private mutating func write(_ fix: Diagnostic.Fix) {
    object { writer in
      writer.member("applicability", fix.applicability.rawValue)
      writer.key("edits")
      writer.array { writer in
        for edit in fix.edits {
          writer.object { writer in
            writer.member("line", edit.start.line)
            writer.member("column", edit.start.column)
            writer.member("endLine", edit.end.line)
            writer.member("endColumn", edit.end.column)
            writer.member("text", edit.text)
          }
        }
      }
    }
  }

  private mutating func write(_ related: Diagnostic.Related, _ catalog: MessageCatalog) {
    object { writer in
      writer.member("file", related.location.file)
      writer.member("line", related.location.start.line)
      writer.member("column", related.location.start.column)
      writer.member("message", catalog.text(related.message))
    }
  }
}
