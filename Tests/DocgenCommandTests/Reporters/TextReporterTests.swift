import DocgenSupport
import DocgenTestSupport
import Testing

@testable import DocgenCommand

@Suite struct ReporterTests {
  @Test func showsBothPlaces() throws {
    let findings = try Findings()
    let report = LintReport(contentFolder: findings.folder.path, pages: 2, diagnostics: [Findings.name])
    let text = Findings.written { TextReporter(showsSummary: false).write(report, to: $0) }
    #expect(
      text == """
        de/HyperV_v2/cim-job-killjob.md:42:2: error[mismatched-parameter-name]: the parameter is called \
        'Deleteonkill' here; write 'DeleteOnKill' as in the source
          42 | *Deleteonkill* \\[ in\\]
             |  ^^^^^^^^^^^^
          en/HyperV_v2/cim-job-killjob.md:35 | *DeleteOnKill* \\[in\\]


        """)
  }

  @Test func writesText() throws {
    let findings = try Findings()
    Snapshot.expect(
      Findings.written { TextReporter(width: 80).write(findings.report, to: $0) }, "reporters/text.txt")
  }

  @Test func writesConciseText() throws {
    let findings = try Findings()
    Snapshot.expect(
      Findings.written { TextReporter(isConcise: true).write(findings.report, to: $0) }, "reporters/concise.txt")
  }

  @Test func writesColors() throws {
    let findings = try Findings()
    let reporter = TextReporter(width: 80, styles: Styles(isColored: true))
    let text = Findings.written { reporter.write(findings.report, to: $0) }
    let escapes = text.split(separator: "\u{1B}", omittingEmptySubsequences: false)
    Snapshot.expect(escapes.joined(separator: "<ESC>"), "reporters/colors.txt")
  }

  @Test func writesJSON() throws {
    let findings = try Findings()
    Snapshot.expect(Findings.written { JSONReporter().write(findings.report, to: $0) }, "reporters/findings.json")
  }

  @Test func writesNoFindings() {
    let report = LintReport(contentFolder: ".", pages: 1, diagnostics: [])
    #expect(
      Findings.written { TextReporter().write(report, to: $0) } == "1 page: 0 errors, 0 warnings, 0 notes\n")
    #expect(
      Findings.written { JSONReporter().write(report, to: $0) } == """
        {"schema":"docgen-diagnostics/1",
        "summary":{"pages":1,"errors":0,"warnings":0,"notes":0,"byRule":{},"fixable":{"safe":0,"unsafe":0}},
        "diagnostics":[]}

        """)
  }

  @Test func sortsFindingsWhateverTheirOrder() throws {
    let report = try Findings().report
    let reversed = LintReport(contentFolder: "", pages: 2535, diagnostics: report.diagnostics.reversed())
    #expect(reversed.diagnostics.map(\.message) == report.diagnostics.map(\.message))
    #expect(reversed.summary == report.summary)
  }

  @Test func endsWithFindingsFromTheFailingSeverityOn() throws {
    func status(_ severity: Severity, failingOn failing: Severity) throws -> DocgenCommand.ExitStatus {
      let finding = Findings.like(Findings.name, severity: severity)
      let report = LintReport(contentFolder: "", pages: 1, diagnostics: [finding], failingSeverity: failing)
      return try LintCommand(options: LintOptions()).write(
        report, to: Console(output: Output(descriptor: nil), errorOutput: Output(descriptor: nil)))
    }
    for severity in Severity.allCases {
      for failing in Severity.allCases {
        #expect(try status(severity, failingOn: failing) == (severity >= failing ? .findings : .success))
      }
    }
  }
}
