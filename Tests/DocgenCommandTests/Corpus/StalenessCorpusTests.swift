import DocgenSupport
import DocgenTestSupport
import Testing

@testable import DocgenCommand

/// Real pages with a made history: three commits of the source, with known changes of every class between them.
@Suite(.enabled(if: Corpus.isAvailable, Comment(rawValue: Corpus.whySkipped)))
struct StalenessCorpusTests {
  /// From light to heavy; the heaviest change since the translation counts.
  private enum Change: Int, CaseIterable {
    case none
    case metadata
    case cosmetic
    case prose
    case facts

    var name: String? { self == .none ? nil : "\(self)" }

    /// The page as it was before the change; `nil` if the page has no place for it.
    func undone(in page: [UInt8]) -> [UInt8]? {
      let text = String(decoding: page, as: UTF8.self)
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      switch self {
      case .none: break
      case .metadata:
        guard let date = lines.firstIndex(where: { $0.hasPrefix("ms.date:") }) else { return nil }
        lines[date] = "ms.date: 01/02/2003"
      case .cosmetic: lines += ["", "<!-- checked -->", ""]
      case .prose:
        guard let heading = lines.firstIndex(where: { $0.hasPrefix("# ") }) else { return nil }
        lines.insert(contentsOf: ["", "An older sentence.", ""], at: heading + 1)
      case .facts:
        guard let requirements = lines.firstIndex(where: { $0.hasPrefix("## Requirements") }),
          let row = lines[requirements...].firstIndex(where: {
            $0.hasPrefix("| Header<br/>") && $0.hasSuffix(".h</dt> </dl> |")
          })
        else { return nil }
        lines[row] = String(lines[row].dropLast(".h</dt> </dl> |".count)) + "Old.h</dt> </dl> |"
      }
      return Array(lines.joined(separator: "\n").utf8)
    }
  }

  private struct Page {
    var id: String
    /// What happened between the first and the second commit, and between the second and the third.
    var changes: [Change]
    var isDeleted: Bool
  }

  @Test func classesEveryPage() throws {
    let root = try #require(Corpus.root)
    let git = try GitFixture()
    var pages: [Page] = []
    var versions: [[String: [UInt8]]] = [[:], [:], [:]]
    for (index, path) in Corpus.pages(every: 61).enumerated() where path.hasPrefix(root + "/en/") {
      let file = String(path.dropFirst(root.utf8.count + 4))
      var page = Page(id: file, changes: [.none, .none], isDeleted: index % 25 == 24)
      var text = try FileSystem.read(path)
      if !page.isDeleted { versions[2][file] = text }
      for (step, choice) in [(1, index % 5), (0, index / 5 % 5)] {
        if let change = Change(rawValue: choice), let older = change.undone(in: text) {
          text = older
          page.changes[step] = change
        }
        versions[step][file] = text
      }
      pages.append(page)
    }
    var commits: [String] = []
    for version in versions {
      for page in pages {
        if let text = version[page.id] {
          try git.folder.write(text, to: "content/en/" + page.id)
        } else {
          try FileSystem.remove(git.path + "/content/en/" + page.id)
        }
      }
      commits.append(try git.commit())
    }
    var expected: [String: String] = [:]
    for (index, page) in pages.enumerated() {
      for (offset, locale) in ["de", "fr"].enumerated() {
        guard let text = try? FileSystem.read("\(root)/\(locale)/\(page.id)") else { continue }
        let step = (index + offset) % 3
        guard let translation = Self.translated(text, at: commits[step]) else { continue }
        try git.folder.write(translation, to: "content/\(locale)/\(page.id)")
        let heaviest = page.changes[step...].max { $0.rawValue < $1.rawValue } ?? .none
        expected["\(locale)/\(page.id)"] = page.isDeleted ? (step < 2 ? "deleted" : nil) : heaviest.name
      }
    }
    #expect(Set(expected.values) == ["facts", "prose", "cosmetic", "metadata", "deleted"])
    let run = Invocation([
      "lint", "--content", git.path + "/content", "--source-locale", "en", "--rule", "stale-translation", "--format",
      "json",
    ])
    #expect(run.messages == "")
    var found: [String: String] = [:]
    for diagnostic in try #require(try JSONReader.read(Array(run.output.utf8))["diagnostics"]?.items) {
      found[diagnostic["file"]?.string ?? ""] = diagnostic["change"]?.string
    }
    for file in Set(expected.keys).union(found.keys).sorted() {
      #expect(found[file] == expected[file], "\(file)")
    }
  }

  /// A translation that says which commit it was made of; `nil` for one that says nothing of the kind.
  private static func translated(_ page: [UInt8], at commit: String) -> [UInt8]? {
    let key = Array("ms.sourcegitcommit: ".utf8)
    guard let place = page.withUnsafeBytes({ ByteSearch.firstIndex(of: key, in: $0) }) else { return nil }
    let start = place + key.count
    let end = page[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? page.count
    return Array(page[..<start] + Array(commit.utf8) + page[end...])
  }
}
