import DocgenSupport
import DocgenTestSupport
import Testing

@testable import DocgenCommand

@Suite struct StatisticsReporterTests {
  @Test func countsFindings() throws {
    let report = try Findings().report
    Snapshot.expect(Findings.written(LintStatisticsReporter(), report), "reporters/statistics.txt")
    Snapshot.expect(Findings.written(LintStatisticsJSONReporter(), report), "reporters/statistics.json")
  }

  @Test func addsUp() throws {
    for report in [try Findings().report, Findings.torture] {
      let statistics = LintStatistics(report.diagnostics)
      for rows in [statistics.rules, statistics.byLocale, statistics.folders] {
        #expect(rows.reduce(0) { $0 + $1.total } == report.diagnostics.count)
        #expect(rows.allSatisfy { $0.bySeverity.values.reduce(0, +) == $0.total })
      }
    }
  }

  @Test func saysOnlyTheSumWhereThereIsNothing() {
    let report = LintReport(contentFolder: ".", pages: 1, diagnostics: [])
    #expect(Findings.written(LintStatisticsReporter(), report) == "1 page: 0 errors, 0 warnings, 0 notes\n")
    #expect(Findings.written(LintStatisticsReporter(showsSummary: false), report).isEmpty)
  }
}
