import DocgenMarkup
import DocgenSupport
import DocgenTestSupport
import Testing

/// The guide says what the limits are.
@Suite struct LimitsTests {
  @Test(arguments: ["en", "de", "fr"])
  func guideTellsTheLimits(locale: String) throws {
    let path = SharedData.packageFolder + "/content/\(locale)/guide/writing-a-reference-page.md"
    let page = String(decoding: try FileSystem.read(path), as: UTF8.self)
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("| ") }.map(Self.numbers)
    let limits = [
      Limits.pageBytes >> 20, Limits.nesting, Limits.elementNesting, Limits.headings, Limits.tableColumns,
      Limits.filledCells,
      Limits.tableCells, Limits.referenceBytes, Limits.yamlNesting, Limits.yamlRepetitions, Limits.redirectSteps,
      Limits.contentsNesting, Limits.alignedPairs,
    ]
    for limit in limits { #expect(rows.contains { $0.contains(limit) }, "\(limit)") }
  }

  /// The numbers of a row, whatever stands between their groups of digits.
  private static func numbers(_ row: Substring) -> [Int] {
    row.split(separator: "|").map { cell in
      Int(cell.prefix { !($0 == "o" || $0 == "M") }.filter(\.isASCII).filter(\.isNumber)) ?? 0
    }
  }
}
