import DocgenSupport

/// Writes findings as a JUnit report: a suite for each locale, a test case for each of its pages.
///
/// A page fails by findings of the failing severity or heavier; lighter ones stand in its output. Programs that read
/// such reports show one failure of a test case, so that all findings of a page are in one.
struct JUnitReporter: Reporter, MessageSource {
  struct Messages: MessageSet {
    let others = MessageForm<Message, Int>("{1}, and {2:# other finding|# other findings}")
  }

  func write(_ report: LintReport, to output: Output) {
    let suites = Suite.all(of: report)
    var writer = XMLWriter()
    writer.declaration()
    writer.begin(
      "testsuites",
      [
        "name": "docgen lint", "tests": String(suites.reduce(0) { $0 + $1.cases.count }),
        "failures": String(suites.reduce(0) { $0 + $1.failures }), "errors": "0", "time": "0",
      ])
    for suite in suites {
      writer.begin(
        "testsuite",
        [
          "name": suite.locale, "tests": String(suite.cases.count), "failures": String(suite.failures), "errors": "0",
          "skipped": "0", "time": "0",
        ])
      for page in suite.cases {
        if output.isClosed { return }
        write(page, of: suite, report, to: &writer)
        output.write(writer.take())
      }
      writer.end()
    }
    writer.end()
    output.write(writer.take())
  }

  private func write(_ page: Case, of suite: Suite, _ report: LintReport, to writer: inout XMLWriter) {
    let attributes: KeyValuePairs<StaticString, String?> = [
      "classname": suite.locale, "name": page.page, "time": "0",
    ]
    let findings = page.findings.map { report.diagnostics[$0] }
    guard !findings.isEmpty else {
      writer.element("testcase", attributes)
      return
    }
    writer.begin("testcase", attributes)
    let failures = findings.filter { $0.severity >= report.failingSeverity }
    if let first = failures.first {
      let others = failures.count - 1
      let message: Message =
        others > 0
        ? Self.messages.others(first.message, others) : first.message
      writer.element(
        "failure",
        [
          "type": first.rule, "message": report.catalog.text(message),
        ], text: lines(failures, report))
    }
    let others = findings.filter { $0.severity < report.failingSeverity }
    if !others.isEmpty { writer.element("system-out", [:], text: lines(others, report)) }
    writer.end()
  }

  private func lines(_ findings: [Diagnostic], _ report: LintReport) -> String {
    findings.map { finding in
      let start = finding.location.start
      return VisibleText.string(
        "\(report.paths.path(finding.location.file)):\(start.line):\(start.column): "
          + "\(finding.severity.rawValue)[\(finding.rule)]: \(report.catalog.text(finding.message))")
    }.joined(separator: "\n")
  }
}

extension JUnitReporter {
  /// A page in a locale.
  private struct Case {
    var page: String
    /// The indices of the findings, in their order.
    var findings: [Int] = []
  }

  /// The pages of a locale.
  private struct Suite {
    var locale: String
    var cases: [Case] = []
    var failures = 0

    /// The pages that were checked, by locale and page, and those that a locale lacks and that have findings.
    ///
    /// - Complexity: O(*n* log *n*) in the number of pages and findings.
    static func all(of report: LintReport) -> [Suite] {
      var findings: [String: [String: [Int]]] = [:]
      for (index, diagnostic) in report.diagnostics.enumerated() {
        findings[diagnostic.locale, default: [:]][diagnostic.page, default: []].append(index)
      }
      var pages = report.pages.mapValues(Set.init)
      for (locale, byPage) in findings { pages[locale, default: []].formUnion(byPage.keys) }
      return pages.sorted { $0.key < $1.key }.map { locale, pages in
        var suite = Suite(locale: locale)
        for page in pages.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
          let indices = findings[locale]?[page] ?? []
          if indices.contains(where: { report.diagnostics[$0].severity >= report.failingSeverity }) {
            suite.failures += 1
          }
          suite.cases.append(Case(page: page, findings: indices))
        }
        return suite
      }
    }
  }
}
