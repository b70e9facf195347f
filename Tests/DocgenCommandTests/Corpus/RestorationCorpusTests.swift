import DocgenModel
import DocgenSupport
import DocgenTestSupport
import Foundation
import Testing

/// What lint can safely fix on real pages, the site shows as the source says it, and the Markdown beside it says too.
///
/// A few pages of the corpus are looked at, and all of all styles where `DOCGEN_WHOLE_CORPUS` is set; then the figures by
/// kind are printed, with the exceptions.
@Suite(.serialized, .enabled(if: Corpus.isAvailable, "\(Corpus.whySkipped)")) struct RestorationCorpusTests {
  /// The rules about facts, and what their findings are about.
  private static let kinds = [
    "mismatched-parameter-name": "parameters", "mismatched-parameter-direction": "directions",
    "mismatched-return-code-name": "return-code names", "mismatched-return-code-value": "return-code values",
    "mismatched-member-name": "member names", "mismatched-member-type": "types",
    "mismatched-requirement": "requirements", "misnamed-title": "titles", "mismatched-signature": "signatures",
  ]
  private static let isWhole = ProcessInfo.processInfo.environment["DOCGEN_WHOLE_CORPUS"] != nil
  /// Folders in which facts of all kinds are damaged, with every how many of their pages are looked at.
  private static let sample = [("HyperV_v2", 83), ("Controls", 149), ("gdi", 61)]
  /// The share of each kind that has to be shown.
  private static let share = 0.995

  struct Finding: Decodable {
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
    var message: String
    var expected: String?
    var fix: Fix?
  }

  private struct Report: Decodable {
    var diagnostics: [Finding]
  }

  /// Pages to look at.
  struct Content: CustomTestStringConvertible, Sendable {
    var name: String
    /// The folder; `nil` for a sample of the corpus.
    var folder: String?
    var testDescription: String { name }

    static let all: [Content] =
      if RestorationCorpusTests.isWhole {
        [("win32", Corpus.root), ("content", SharedData.packageFolder + "/content")].map(Content.init)
          + ["cpp", "win32-ru"].map { Content(name: $0, folder: Corpus.folder(ofStyle: $0)) }
      } else {
        [Content(name: "sample", folder: nil)]
      }
  }

  /// A folder for what is built, and the pages.
  private static func folder(_ content: Content) throws -> (folder: TemporaryFolder, content: String) {
    let corpus = try #require(Corpus.root)
    var files = ["site/config.yml": ""]
    if isWhole { return (try TemporaryFolder(files), try #require(content.folder)) }
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

  /// The findings that lint can fix safely in some locales.
  private static func findings(_ content: String, _ locales: [String], _ folder: TemporaryFolder) throws -> [Finding] {
    let chosen = locales.map { " --locale " + $0 }.joined()
    let run = try run(
      "lint --config \(folder.path)/site/config.yml --content \(content) --source-locale en\(chosen) --format json")
    let report = try JSONDecoder().decode(Report.self, from: Data(run))
    return report.diagnostics.filter { $0.fix?.applicability == "safe" }
  }

  /// What the release binary prints, or where there is none the code under test.
  private static func run(_ arguments: String) throws -> [UInt8] {
    let arguments = arguments.split(separator: " ").map(String.init)
    if let binary = SharedData.binary {
      let run = try ProgramRun(binary, arguments, in: "/")
      try #require(run.status < 2, "\(run.messages)")
      return run.output
    }
    let run = Invocation(arguments)
    try #require(run.status.rawValue < 2, "\(run.messages)")
    return Array(run.output.utf8)
  }

  @Test(arguments: Content.all) func showsWhatLintCanSafelyFix(_ pages: Content) throws {
    try #require(!Self.isWhole || SharedData.binary != nil, "DOCGEN_BINARY names no release binary")
    let (folder, content) = try Self.folder(pages)
    let site = folder.path + "/public"
    let locales = try FileSystem.list(content).filter { $0.kind == .folder }.map(\.name)
    _ = try Self.run(
      "build --config \(folder.path)/site/config.yml --content \(content) --source-locale en --output \(site) --quiet")
    let all = try Self.findings(content, locales, folder)
    let findings = all.filter { Self.kinds[$0.rule] != nil }
    if !Self.isWhole { #expect(findings.count > 100) }
    let files = Dictionary(grouping: findings, by: \.file).sorted { $0.key < $1.key }
    let results = Parallel.map(count: files.count, jobs: ProcessorCount.available) { index in
      let (file, findings) = files[index]
      return Self.missing(
        findings, in: Self.html(of: site + "/" + file.dropLast(3)), locale: String(file.prefix { $0 != "/" }))
    }
    var missing = Dictionary(grouping: results.flatMap(\.self)) { Self.kinds[$0.rule] ?? "" }
    for (kind, findings) in Dictionary(grouping: findings, by: { Self.kinds[$0.rule] ?? "" }).sorted(by: {
      $0.key < $1.key
    }) {
      let exceptions = (missing.removeValue(forKey: kind) ?? []).map { "\($0.file):\($0.line) \($0.message)" }
      let shown = findings.count - exceptions.count
      if Self.isWhole {
        print("\(pages.name): \(kind): \(shown) of \(findings.count)")
        for exception in exceptions { print("  \(exception)") }
      }
      #expect(Double(shown) >= Self.share * Double(findings.count), "\(kind): \(shown); \(exceptions.prefix(5))")
    }
    try Self.checkTwins(content, site, locales, damaged: Set(all.map(\.file)))
  }

  /// A page of the site; one that is long is several files.
  private static func html(of path: String) -> String {
    var bytes = (try? FileSystem.read(path + ".html")) ?? []
    var number = 2
    while let part = try? FileSystem.read("\(path)~\(number).html") {
      bytes += part
      number += 1
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The findings of a page whose value from the source its HTML does not show, marked.
  private static func missing(_ findings: [Finding], in html: String, locale: String) -> [Finding] {
    var texts = Marks.texts(of: "fact-corrected", in: html).map(plain)
    let whole = texts
    lazy var terms = Marks.elements("dt", in: html)
    lazy var title = plain(self.title(html))
    return findings.filter { finding in
      let expected = plain(finding.expected ?? "")
      let written = (finding.fix?.edits ?? []).map { plain($0.text) }
      switch kinds[finding.rule] {
      case "directions": return !showsDirection(finding, terms, locale)
      // Values say all of what several findings are about, and stand for others that say the same.
      case "requirements", "signatures":
        return !whole.contains { text in text.contains(expected) || written.allSatisfy { text.contains($0) } }
      case let kind:
        // Words of the page's language may stand beside names.
        guard
          let index = texts.firstIndex(of: expected) ?? texts.firstIndex(of: written.joined())
            ?? texts.firstIndex(where: { text in
              text.contains(expected) || written.allSatisfy { text.contains($0) }
            })
        else { return !(kind == "titles" && title.contains(expected)) }
        texts.remove(at: index)
        return false
      }
    }
  }

  /// Whether the term of the parameter that a finding is about has the direction of the source, marked, in words of the
  /// page's language.
  private static func showsDirection(_ finding: Finding, _ terms: [Substring], _ locale: String) -> Bool {
    guard let source = vocabularies["en"],
      let start = finding.message.firstRange(of: "parameter '")?.upperBound,
      let end = finding.message[start...].firstIndex(of: "'")
    else { return false }
    let vocabulary = vocabularies[locale] ?? source
    let name = ">\(finding.message[start..<end])</code>"
    let wanted = Set(
      Self.words(finding.expected ?? "").flatMap { word in
        guard let key = source.direction(word) else { return [word] }
        return Self.words(vocabulary.interfaceText("direction-\(key)") ?? vocabulary.interfaceText(key) ?? word)
      })
    return !wanted.isEmpty
      && terms.contains { term in
        guard term.contains(name) else { return false }
        let badges = Marks.texts(of: "badge", in: String(term))
        let marks = Marks.texts(of: "fact-corrected", in: String(term))
        return Set(badges.flatMap(Self.words)) == wanted
          && marks.contains { mark in badges.contains { mark.contains($0) } }
      }
  }

  /// The words of a direction.
  private static func words(_ text: String) -> [String] {
    text.split { $0 == "," || $0 == " " }.map(String.init)
  }

  private static let vocabularies: [String: Vocabulary] = ["en", "de", "fr", "ru"].reduce(into: [:]) {
    $0[$1] = try? VocabularySource.builtIn.vocabulary($1)
  }

  /// The Markdown beside the pages has nothing left to be fixed, and is the file where nothing was damaged.
  private static func checkTwins(_ content: String, _ site: String, _ locales: [String], damaged: Set<String>) throws {
    var twins = 0
    func compare(_ path: String) throws {
      for entry in try FileSystem.list(site + "/" + path) {
        let child = path + "/" + entry.name
        if entry.kind == .folder {
          try compare(child)
        } else if child.hasSuffix(".md") {
          twins += 1
          if damaged.contains(child) { continue }
          #expect(try FileSystem.read(content + "/" + child) == FileSystem.read(site + "/" + child), "\(child)")
        }
      }
    }
    for locale in locales { try compare(locale) }
    #expect(twins > 0)
    let folder = try TemporaryFolder(["site/config.yml": ""])
    let left = try findings(site, locales, folder).filter { kinds[$0.rule] != nil }
    if isWhole { for finding in left { print("  left: \(finding.file):\(finding.line) \(finding.message)") } }
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
