import DocgenModel
import DocgenSupport
import DocgenTestSupport
import Testing

/// The table of the guide that lists the dialects.
@Suite struct DialectGuideTests {
  private static let root = Snapshot.fixtures(for: #filePath) + "/../../.."

  /// The code in each cell of each row.
  private static func rows(_ language: String) throws -> [[Set<String>]] {
    let text = String(decoding: try FileSystem.read(root + "/content/\(language)/guide/dialects.md"), as: UTF8.self)
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| `") && $0.split(separator: "|").count == 4 }
    return rows.map { row in
      row.split(separator: "|").map { cell in
        let parts = cell.split(separator: "`", omittingEmptySubsequences: false)
        return Set(parts.indices.filter { $0 % 2 == 1 }.map { String(parts[$0]) })
      }
    }
  }

  private static func trimmed(_ text: String) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  @Test(arguments: ["en", "de", "fr"])
  func listsWhatTheDataSay(_ language: String) throws {
    let rows = try Self.rows(language)
    let names = DialectSource.builtIn.names
    #expect(rows.count == names.count)
    let common = Dialect.common
    for row in rows {
      let name = try #require(row[0].first)
      #expect(names.contains(name))
      let dialect = try DialectSource.builtIn.dialect([name])
      let evidence = dialect.evidence
      let marks = evidence.keys + evidence.files + evidence.texts + evidence.lines
      #expect(row[1] == Set(marks.map(Self.trimmed)), "\(name)")
      let inherited = name == "common" ? [] : Self.keys(of: common)
      #expect(row[2] == Self.keys(of: dialect).subtracting(inherited), "\(name)")
    }
  }

  private static func keys(of dialect: Dialect) -> Set<String> {
    Set(DialectKeys.Role.allCases.flatMap { dialect.keys.names(of: $0) } + dialect.kinds.map(\.key))
  }
}
