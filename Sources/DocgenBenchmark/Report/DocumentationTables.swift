import DocgenSupport

/// Writes the figures of a benchmark into the tables of a page, whose words are the page's own.
///
/// A table stands below a comment that names it: `<!-- benchmark: damage -->`, `<!-- benchmark: changes -->`, and
/// `<!-- benchmark: figures -->` for the sums, whose rows are in the page with a label each.
package enum DocumentationTables {
  /// The page with the figures of a result; all else is as it was.
  package static func written(_ result: BenchmarkResult, seed: UInt64, into page: String) -> String {
    var lines = page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    replace(below: "damage", in: &lines) { _ in
      result.damages.map { damage in
        let score = damage.score
        return cells([
          "`\(damage.kind.name)`", "\(score.cases)", BenchmarkReport.percent(score.found, score.cases),
          BenchmarkReport.percent(score.line, score.cases), BenchmarkReport.percent(score.column, score.cases),
        ])
      }
    }
    replace(below: "changes", in: &lines) { _ in
      result.changes.map { cells(["`\($0.name)`", "\($0.score.cases)", "\($0.score.alarms)"]) }
    }
    let errors = result.total(errorsOnly: true)
    let figures = [
      "\(result.pageCount)", "\(result.cleanCount)", "\(seed)", "\(errors.cases)",
      BenchmarkReport.percent(errors.found, errors.cases), BenchmarkReport.percent(errors.line, errors.cases),
      BenchmarkReport.percent(errors.column, errors.cases), "\(result.changeTotal.cases)",
      "\(result.changeTotal.alarms)",
      BenchmarkReport.decimal(result.falseAlarms(.error), 2),
    ]
    replace(below: "figures", in: &lines) { rows in
      zip(rows, figures).map { row, figure in
        let label = row.split(separator: "|").first.map { String($0).trimmed } ?? ""
        return cells([label, figure])
      }
    }
    return lines.joined(separator: "\n")
  }

  private static func cells(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }

  /// Replaces the rows of the table below a comment; its head stays.
  private static func replace(below name: String, in lines: inout [String], _ rows: ([String]) -> [String]) {
    guard let comment = lines.firstIndex(of: "<!-- benchmark: \(name) -->"),
      let head = lines[comment...].firstIndex(where: { $0.hasPrefix("|") }), head + 2 <= lines.count
    else { return }
    let end = lines[head...].firstIndex { !$0.hasPrefix("|") } ?? lines.count
    lines.replaceSubrange(head + 2..<end, with: rows(Array(lines[(head + 2)..<end])))
  }
}
