import DocgenSupport

/// Writes the numbers of findings as tables: rules, locales and folders.
struct LintStatisticsReporter: Reporter, MessageSource {
  struct Messages: MessageSet {
    let rule = PlainMessage("rule")
    let locale = PlainMessage("locale")
    let folder = PlainMessage("folder")
    let errors = PlainMessage("errors")
    let warnings = PlainMessage("warnings")
    let notes = PlainMessage("notes")
    let total = PlainMessage("total")
  }

  var showsSummary = true

  func write(_ report: LintReport, to output: Output) {
    let statistics = LintStatistics(report.diagnostics)
    let catalog = report.catalog
    if !report.diagnostics.isEmpty {
      write(catalog.text(Self.messages.rule), statistics.rules, statistics, catalog, to: output)
      output.write("\n")
      write(catalog.text(Self.messages.locale), statistics.byLocale, statistics, catalog, hasLocales: false, to: output)
      output.write("\n")
      write(catalog.text(Self.messages.folder), statistics.folders, statistics, catalog, to: output)
    }
    guard showsSummary else { return }
    if !report.diagnostics.isEmpty { output.write("\n") }
    output.write(catalog.text(report.summary.headline) + "\n")
  }

  /// Writes one table; a locale's row has no use for columns of locales.
  private func write(
    _ title: String, _ rows: [LintStatistics.Row], _ statistics: LintStatistics, _ catalog: MessageCatalog,
    hasLocales: Bool = true, to output: Output
  ) {
    var table = TextTable()
    let severities: [Message] = [Self.messages.errors, Self.messages.warnings, Self.messages.notes]
    let total = catalog.text(Self.messages.total)
    table.append(
      [title] + severities.map(catalog.text) + (hasLocales ? statistics.locales : []) + [total])
    var totalRow = statistics.total
    totalRow.name = total
    for row in rows + [totalRow] {
      let severities = [Severity.error, .warning, .note].map { row.bySeverity[$0] ?? 0 }
      table.append(
        [row.name] + (severities + (hasLocales ? row.byLocale : []) + [row.total]).map { TextTable.cell($0, catalog) })
    }
    table.write(to: output)
  }
}

/// Writes the numbers of findings as one JSON object, `docgen-lint-statistics/1`.
struct LintStatisticsJSONReporter: Reporter {
  func write(_ report: LintReport, to output: Output) {
    let statistics = LintStatistics(report.diagnostics)
    var writer = JSONWriter(isIndented: true)
    writer.object { writer in
      writer.member("schema", "docgen-lint-statistics/1")
      writer.member("pages", report.summary.pages)
      write(statistics.total, statistics.locales, to: &writer)
      write("rules", "rule", statistics.rules, statistics.locales, to: &writer)
      write("locales", "locale", statistics.byLocale, [], to: &writer)
      write("folders", "folder", statistics.folders, statistics.locales, to: &writer)
    }
    output.write(writer.buffer)
  }

  private func write(
    _ key: String, _ nameKey: String, _ rows: [LintStatistics.Row], _ locales: [String], to writer: inout JSONWriter
  ) {
    writer.key(key)
    writer.array { writer in
      for row in rows {
        writer.object { writer in
          writer.member(nameKey, row.name)
          write(row, locales, to: &writer)
        }
      }
    }
  }

  /// The numbers as members of an open object.
  private func write(_ row: LintStatistics.Row, _ locales: [String], to writer: inout JSONWriter) {
    writer.member("errors", row.bySeverity[.error] ?? 0)
    writer.member("warnings", row.bySeverity[.warning] ?? 0)
    writer.member("notes", row.bySeverity[.note] ?? 0)
    writer.member("total", row.total)
    guard !locales.isEmpty else { return }
    writer.key("byLocale")
    writer.object { writer in
      for (locale, count) in zip(locales, row.byLocale) { writer.member(locale, count) }
    }
  }
}
