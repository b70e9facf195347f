import DocgenModel
import DocgenSupport
import DocgenTestSupport
import Testing

@testable import DocgenLint

/// Changes of one page, each classed.
///
/// `changes.txt` holds them: below a name, what stands in the page after `<<<` and what took its place after `>>>`; ⏎ and
/// ␍ are ends of lines.
struct SourceChangeTests {
  struct Change {
    var name: String
    var replacements: [(was: String, now: String)] = []
  }

  private let page: String
  private let changes: [Change]
  private let reader: PageReader
  private let words: TranslationWords

  init() throws {
    let folder = Snapshot.fixtures(for: #filePath) + "/staleness/"
    page = String(decoding: try FileSystem.read(folder + "page.md"), as: UTF8.self)
    let vocabulary = try VocabularySource.builtIn.vocabulary("en")
    reader = PageReader(vocabularies: [vocabulary])
    words = TranslationWords(source: vocabulary, translation: vocabulary)
    var changes: [Change] = []
    var isNew = false
    for line in String(decoding: try FileSystem.read(folder + "changes.txt"), as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      if line.hasPrefix("=== ") {
        changes.append(Change(name: String(line.dropFirst(4))))
      } else if line == "<<<" {
        changes[changes.count - 1].replacements.append(("", ""))
        isNew = false
      } else if line == ">>>" {
        isNew = true
      } else if let last = changes.last?.replacements.indices.last {
        let text = line.split(separator: "⏎", omittingEmptySubsequences: false).joined(separator: "\n")
          .split(separator: "␍", omittingEmptySubsequences: false).joined(separator: "\r")
        if isNew {
          changes[changes.count - 1].replacements[last].now += text
        } else {
          changes[changes.count - 1].replacements[last].was += text
        }
      }
    }
    self.changes = changes
  }

  private func read(_ text: String) -> LocalizedPage {
    reader.read(SourceFile(path: "en/page.md", bytes: Array(text.utf8)), locale: 0)
  }

  private func changed(_ change: Change) -> String {
    change.replacements.reduce(page) { text, replacement in
      replacement.was.isEmpty ? text : text.replacingAll(replacement.was, by: replacement.now)
    }
  }

  @Test func classesChangesByTheirMeaning() {
    let old = read(page)
    var report = ""
    for change in changes {
      let new = read(changed(change))
      let lines = LineTable(new.source.bytes)
      let result = SourceChange.between(old, new, words)
      report += "\(change.name): \(result.kind.rawValue)"
      report += result.keys.isEmpty ? "\n" : " (\(result.keys.joined(separator: ", ")))\n"
      for detail in result.details {
        let start = lines.position(of: detail.span.start)
        report += "  \(start.line):\(start.column) \(detail.value)\n"
      }
    }
    Snapshot.expect(report, "staleness/changes.expected")
  }

  /// A change backwards is of the same class, unless it is none.
  @Test func classesChangesBackwards() {
    let old = read(page)
    for change in changes {
      let new = read(changed(change))
      #expect(
        SourceChange.between(new, old, words).kind == SourceChange.between(old, new, words).kind, "\(change.name)")
    }
  }
}

extension String {
  fileprivate func replacingAll(_ part: String, by replacement: String) -> String {
    let bytes = Array(utf8)
    let places = bytes.withUnsafeBytes { ByteSearch.indices(of: Array(part.utf8), in: $0) }
    var result: [UInt8] = []
    var end = 0
    for place in places {
      result += bytes[end..<place] + Array(replacement.utf8)
      end = place + part.utf8.count
    }
    return String(decoding: result + bytes[end...], as: UTF8.self)
  }
}
