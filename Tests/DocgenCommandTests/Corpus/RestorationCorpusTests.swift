import DocgenModel
import DocgenSupport
import DocgenTestSupport
import Foundation
import Testing

/// What lint can safely fix on real pages, the site shows as the source says it, and the Markdown beside it says too.
///
/// A few pages of the corpus are looked at, and all of them where `DOCGEN_WHOLE_CORPUS` is set.
@Suite(.enabled(if: Corpus.isAvailable, "\(Corpus.whySkipped)")) struct RestorationCorpusTests {
  /// The rules about facts, and what their findings are about.
  private static let kinds = [
    "mismatched-parameter-name": "parameters", "mismatched-parameter-direction": "directions",
    "mismatched-return-code-name": "return-code names", "mismatched-return-code-value": "return-code values",
    "mismatched-member-name": "member names", "mismatched-member-type": "types",
    "mismatched-requirement": "requirements", "misnamed-title": "titles", "mismatched-signature": "signatures",
  ]
  /// Folders in which facts of all kinds are damaged, with every how many of their pages are looked at.
  private static let sample = [("HyperV_v2", 83), ("Controls", 149), ("gdi", 61)]

  private struct Finding: Decodable {
    struct Edit: Decodable {
      var text: String
    }
    struct Fix: Decodable {
      var applicability: String
      var edits: [Edit]
    }
    var rule: String
    var file: String
    var line: Int
    var expected: String?
    var fix: Fix?
  }

  private struct Report: Decodable {
    var diagnostics: [Finding]
  }

  /// A folder with the pages to look at.
  private static func content() throws -> (folder: TemporaryFolder, content: String) {
    let corpus = try #require(Corpus.root)
    if ProcessInfo.processInfo.environment["DOCGEN_WHOLE_CORPUS"] != nil {
      return (try TemporaryFolder(["site/config.yml": ""]), corpus)
    }
    var files = ["site/config.yml": ""]
    for (folder, step) in sample {
      let names = try FileSystem.list(corpus + "/de/" + folder).map(\.name).filter { $0.hasSuffix(".md") }
      for index in stride(from: 0, to: names.count, by: step) {
        for locale in ["en", "de", "fr"] {
          let path = "\(locale)/\(folder)/\(names[index])"
          guard let bytes = try? FileSystem.read(corpus + "/" + path) else { continue }
          files["content/" + path] = String(decoding: bytes, as: UTF8.self)
        }
      }
    }
    let folder = try TemporaryFolder(files)
    return (folder, folder.path + "/content")
  }

  /// The findings that lint can fix safely.
  private static func findings(_ content: String, _ folder: TemporaryFolder) throws -> [Finding] {
    let run = try run(
      "lint --config \(folder.path)/site/config.yml --content \(content) --source-locale en --format json")
    let report = try JSONDecoder().decode(Report.self, from: Data(run.utf8))
    return report.diagnostics.filter { $0.fix?.applicability == "safe" }
  }

  /// What the release binary prints, or where there is none the code under test.
  private static func run(_ arguments: String) throws -> String {
    let arguments = arguments.split(separator: " ").map(String.init)
    if let binary = SharedData.binary {
      let run = try ProgramRun(binary, arguments, in: "/")
      try #require(run.status < 2, "\(run.messages)")
      return String(decoding: run.output, as: UTF8.self)
    }
    let run = Invocation(arguments)
    try #require(run.status.rawValue < 2, "\(run.messages)")
    return run.output
  }

  @Test func showsWhatLintCanSafelyFix() throws {
    let (folder, content) = try Self.content()
    let site = folder.path + "/public"
    _ = try Self.run(
      "build --config \(folder.path)/site/config.yml --content \(content) --source-locale en --output \(site) --quiet")
    let all = try Self.findings(content, folder)
    let findings = all.filter { Self.kinds[$0.rule] != nil }
    #expect(findings.count > 100)
    var shown: [String: Int] = [:]
    var counts: [String: Int] = [:]
    var missing: [String] = []
    for (file, findings) in Dictionary(grouping: findings, by: \.file).sorted(by: { $0.key < $1.key }) {
      let html = String(decoding: try FileSystem.read(site + "/" + file.dropLast(3) + ".html"), as: UTF8.self)
      var texts = Marks.texts(of: "fact-corrected", in: html).map(Self.plain)
      for finding in findings {
        let kind = Self.kinds[finding.rule] ?? ""
        counts[kind, default: 0] += 1
        let expected = Self.plain(finding.expected ?? "")
        let written = (finding.fix?.edits ?? []).map { Self.plain($0.text) }
        // Words of the page's language may stand beside names, and directions are shown as signs.
        guard
          let index = texts.firstIndex(of: expected) ?? texts.firstIndex(of: written.joined())
            ?? texts.firstIndex(where: { text in
              kind == "directions" || text.contains(expected) || written.allSatisfy { text.contains($0) }
            })
        else {
          let isTitle = kind == "titles" && html.contains("<title>") && Self.plain(Self.title(html)).contains(expected)
          if isTitle { shown[kind, default: 0] += 1 } else { missing.append("\(file):\(finding.line) \(expected)") }
          continue
        }
        shown[kind, default: 0] += 1
        if kind != "requirements", kind != "signatures" { texts.remove(at: index) }
      }
    }
    for (kind, count) in counts.sorted(by: { $0.key < $1.key }) {
      let share = Double(shown[kind] ?? 0) / Double(count)
      #expect(share >= 0.995, "\(kind): \(shown[kind] ?? 0) of \(count); \(missing.prefix(5))")
    }
    try Self.checkTwins(content, site, damaged: Set(all.map(\.file)))
  }

  /// The Markdown beside the pages has nothing left to be fixed, and is the file where nothing was damaged.
  private static func checkTwins(_ content: String, _ site: String, damaged: Set<String>) throws {
    var files: [String: String] = [:]
    func collect(_ path: String) throws {
      for entry in try FileSystem.list(site + "/" + path) {
        let child = path + "/" + entry.name
        if entry.kind == .folder {
          try collect(child)
        } else if child.hasSuffix(".md") {
          let bytes = try FileSystem.read(site + "/" + child)
          files["content/" + child] = String(decoding: bytes, as: UTF8.self)
          if damaged.contains(child) { continue }
          #expect(try FileSystem.read(content + "/" + child) == bytes, "\(child)")
        }
      }
    }
    for locale in ["en", "de", "fr"] { try collect(locale) }
    files["site/config.yml"] = ""
    let twins = try TemporaryFolder(files)
    let left = try findings(twins.path + "/content", twins).filter { kinds[$0.rule] != nil }
    #expect(left.isEmpty, "\(left.prefix(5).map { "\($0.file):\($0.line) \($0.rule)" })")
  }

  private static func title(_ html: String) -> String {
    guard let start = html.firstRange(of: "<title>"), let end = html.firstRange(of: "</title>") else { return "" }
    return String(html[start.upperBound..<end.lowerBound])
  }

  /// Letters and digits alone: how a place is written is no difference.
  private static func plain(_ text: String) -> String {
    String(
      decoding: text.utf8.filter { $0 > 0x7F || Identifier.isNameByte($0) && $0 != UInt8(ascii: "_") }, as: UTF8.self
    )
    .lowercased()
  }
}
