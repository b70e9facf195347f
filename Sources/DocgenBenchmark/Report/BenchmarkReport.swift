import DocgenSupport

/// The figures of a benchmark as text and as JSON.
package enum BenchmarkReport {
  /// A table for each of damage, equivalent mutations and clean translations.
  package static func text(_ result: BenchmarkResult) -> String {
    var rows = [["damage", "severity", "cases", "recall", "line", "column", "others"]]
    for damage in result.damages { rows.append(row(damage.kind.name, damage.kind.severity.rawValue, damage.score)) }
    rows.append(row("all errors", "", result.total(errorsOnly: true)))
    rows.append(row("all", "", result.total(errorsOnly: false)))
    var changes = [["equivalent mutation", "cases", "alarms"]]
    for change in result.changes { changes.append([change.name, "\(change.score.cases)", "\(change.score.alarms)"]) }
    changes.append(["all", "\(result.changeTotal.cases)", "\(result.changeTotal.alarms)"])
    return table(rows) + "\n" + table(changes) + "\n" + cleanLine(result)
  }

  private static func cleanLine(_ result: BenchmarkResult) -> String {
    let counts = Severity.allCases.reversed().map { "\(result.falseAlarms[$0, default: 0]) \($0.rawValue)s" }
    return "\(result.cleanCount) clean translations of \(result.pageCount) pages: \(counts.joined(separator: ", ")); "
      + "\(decimal(result.falseAlarms(.error), 2)) errors for each hundred\n"
  }

  private static func row(_ name: String, _ severity: String, _ score: Score) -> [String] {
    [
      name, severity, "\(score.cases)", percent(score.found, score.cases), percent(score.line, score.cases),
      percent(score.column, score.cases), score.alarms == 0 ? "-" : "\(score.alarms)",
    ]
  }

  /// A share in percent with one decimal, never rounded up to all.
  static func percent(_ part: Int, _ whole: Int) -> String {
    guard whole > 0 else { return "-" }
    let tenths = part * 1000 / whole
    return tenths % 10 == 0 ? "\(tenths / 10) %" : "\(tenths / 10).\(tenths % 10) %"
  }

  static func decimal(_ value: Double, _ digits: Int) -> String {
    let scale = (0..<digits).reduce(1) { scale, _ in scale * 10 }
    let scaled = Int((value * Double(scale)).rounded())
    let fraction = String(scaled % scale)
    return "\(scaled / scale).\(String(repeating: "0", count: digits - fraction.count))\(fraction)"
  }

  private static func table(_ rows: [[String]]) -> String {
    let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      row.enumerated().map { column, cell in
        let spaces = String(repeating: " ", count: widths[column] - cell.count)
        return column == 0 ? cell + spaces : "  " + spaces + cell
      }.joined() + "\n"
    }.joined()
  }

  /// Every case that went wrong, a line for each.
  package static func misses(_ result: BenchmarkResult) -> String {
    var lines: [String] = []
    for alarm in result.alarms { lines.append("clean \(alarm.what) \(alarm.page):\(alarm.detail)") }
    for damage in result.damages {
      for miss in damage.score.misses { lines.append("\(damage.kind.name) \(miss.what) \(miss.page) \(miss.detail)") }
    }
    for change in result.changes {
      for miss in change.score.misses { lines.append("\(change.name) \(miss.what) \(miss.page):\(miss.detail)") }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// The same figures as one object.
  package static func json(_ result: BenchmarkResult, seed: UInt64) -> String {
    var writer = JSONWriter(isIndented: true)
    writer.object { writer in
      writer.member("schema", "docgen-lint-benchmark/1")
      writer.member("seed", Int(truncatingIfNeeded: seed))
      writer.member("pages", result.pageCount)
      writer.member("translations", result.cleanCount)
      writer.key("falseAlarms")
      writer.object { writer in
        for severity in Severity.allCases { writer.member(severity.rawValue, result.falseAlarms[severity, default: 0]) }
      }
      writer.key("damages")
      writer.array { writer in
        for damage in result.damages {
          writer.object { writer in
            writer.member("kind", damage.kind.name)
            writer.member("group", damage.kind.group)
            writer.member("severity", damage.kind.severity.rawValue)
            writer.member("cases", damage.score.cases)
            writer.member("found", damage.score.found)
            writer.member("line", damage.score.line)
            writer.member("column", damage.score.column)
            writer.member("otherErrors", damage.score.alarms)
          }
        }
      }
      writer.key("equivalentMutations")
      writer.array { writer in
        for change in result.changes {
          writer.object { writer in
            writer.member("kind", change.name)
            writer.member("cases", change.score.cases)
            writer.member("alarms", change.score.alarms)
          }
        }
      }
    }
    return writer.buffer.string
  }
}
