import DocgenMarkup
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

  /// Each dialect has a page of its own, which tells the keys, files, links and tokens that its data have beside those of
  /// all dialects.
  @Test(arguments: ["en", "de", "fr"])
  func hasAPageForEach(_ language: String) throws {
    let common = Dialect.common
    for name in DialectSource.builtIn.names where name != "common" {
      let path = Self.root + "/content/\(language)/guide/dialects/\(name).md"
      let text = String(decoding: try FileSystem.read(path), as: UTF8.self)
      let own = try DialectSource.builtIn.dialect([name])
      let parents = ["powershell": "learn", "starlight": "docusaurus"]
      let parent = try parents[name].map { try DialectSource.builtIn.dialect([$0]) } ?? common
      var told = Self.keys(of: own).subtracting(Self.keys(of: parent))
      told.formUnion(
        Set(own.files.indexNames.map { $0 + ".md" }).subtracting(parent.files.indexNames.map { $0 + ".md" }))
      told.formUnion(Set(own.links.roots).subtracting(parent.links.roots))
      told.formUnion(Set(own.links.hosts).subtracting(parent.links.hosts))
      let missing = told.filter { !text.lowercased().contains("`\($0.lowercased())`") }.sorted()
      #expect(missing.isEmpty, "\(path)")
      let marks = own.tokens.syntaxes.filter { syntax in !parent.tokens.syntaxes.contains { $0.name == syntax.name } }
        .map { $0.form == .tag ? "<" : String(decoding: $0.open, as: UTF8.self) }
      #expect(marks.filter { !text.contains("`\($0)") } == [], "\(path)")
    }
  }

  private static func keys(of dialect: Dialect) -> Set<String> {
    Set(DialectKeys.Role.allCases.flatMap { dialect.keys.names(of: $0) } + dialect.kinds.map(\.key))
  }
}
