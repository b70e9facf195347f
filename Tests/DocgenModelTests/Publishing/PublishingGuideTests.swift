import DocgenModel
import DocgenSupport
import DocgenTestSupport
import Testing

/// The table of the guide that lists the keys.
@Suite struct PublishingGuideTests {
  private static let root = Snapshot.fixtures(for: #filePath) + "/../../.."

  /// The keys of each row, in the order of the rows.
  private static func rows(_ language: String) throws -> [[String]] {
    let path = root + "/content/\(language)/guide/publishing-a-site.md"
    let text = String(decoding: try FileSystem.read(path), as: UTF8.self)
    let section = text.split(separator: "\n## ").first { $0.contains("`sitemap.exclude`") }
    let rows = (section ?? "").split(separator: "\n").filter { $0.hasPrefix("| `") }
    return rows.map { row in
      let cell = row.dropFirst(2).prefix { $0 != "|" }
      // Keys stand before the colon, values after it.
      return cell.split(separator: ";").flatMap { part in
        part.prefix { $0 != ":" }.split(separator: "`").filter { $0.contains { $0.isLetter } }.map(String.init)
      }
    }
  }

  @Test(arguments: ["en", "de", "fr"])
  func listsWhatTheDataSay(_ language: String) throws {
    let expected = PublishingKeys.Meaning.allCases.filter(\.isHonoured).map { meaning in
      PublishingKeys.builtIn.definitions.filter { $0.meaning == meaning }.map(\.name)
    }
    #expect(try Self.rows(language).map(Set.init) == expected.map(Set.init))
  }
}
