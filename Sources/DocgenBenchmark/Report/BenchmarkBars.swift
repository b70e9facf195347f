import DocgenSupport

/// What is promised of lint.
package enum BenchmarkBars {
  /// What a result falls short of, each in one sentence.
  package static func failures(_ result: BenchmarkResult) -> [String] {
    var failures: [String] = []
    let errors = result.total(errorsOnly: true)
    if errors.cases == 0 { failures.append("no damage was done that is an error") }
    if errors.found * 100 < errors.cases * 99 {
      failures.append("\(errors.found) of \(errors.cases) damages that are errors are found, fewer than 99 in 100")
    }
    if errors.line * 100 < errors.found * 98 {
      failures.append("\(errors.line) of \(errors.found) findings are in the right line, fewer than 98 in 100")
    }
    let alarms = result.changeTotal.alarms
    if alarms > 0 { failures.append("\(alarms) equivalent mutations raise an alarm") }
    if result.falseAlarms(.error) > 0.2 {
      failures.append("\(result.falseAlarms(.error)) errors for 100 clean translations, more than 0.2")
    }
    return failures
  }
}
