import DocgenSupport
import DocgenTestSupport

@testable import DocgenCommand

/// Findings in a made-up content folder, for the tests of reporters.
struct Findings {
  let folder: TemporaryFolder
  let report: LintReport

  /// Findings as they come from pages, in no order, with all that a finding can have.
  init() throws {
    folder = try TemporaryFolder([
      "de/HyperV_v2/cim-job-killjob.md": Self.page([
        1: "---", 42: "*Deleteonkill* \\[ in\\]\r", 76: "\t**DMTF Reserved**\t(8 )  ",
        80: "Größe: `漢字` e\u{301}: `uMsg`",
      ]),
      "en/HyperV_v2/cim-job-killjob.md": "\u{FEFF}"
        + Self.page([35: "*DeleteOnKill* \\[in\\]", 72: "8..32767 (DMTF Reserved)"]),
    ])
    report = LintReport(
      contentFolder: folder.path, pages: 2535,
      diagnostics: [
        Self.value, Self.name,
        Diagnostic(
          rule: "missing-translation", group: "pairing", severity: .note, page: "hyperv_v2/cim-job", locale: "fr",
          message: "the page has no translation in 'fr'", location: Self.place("en/HyperV_v2/cim-job.md", 1, 1, 1)),
        Diagnostic(
          rule: "missing-parameter", group: "parameter", severity: .error, page: Self.page, locale: "de",
          message: "the parameter 'Timeout' is missing; the text is \"\u{1B}[31mred\u{7}\" \\ \u{202E}",
          location: Self.place(Self.german, 80, 14, 14), expected: "Timeout"),
        Diagnostic(
          rule: "mismatched-requirement", group: "requirement", severity: .warning, page: Self.page, locale: "de",
          message: "the file is gone", location: Self.place("de/gone.md", 3, 5, 9),
          related: [.init(location: Self.place("en/gone.md", 2, 1, 1), message: "the source value")]),
      ],
      pagesByLocale: ["de": [Self.page, "gone", "hyperv_v2/index"], "en": [Self.page], "fr": []], paths: Self.paths)
  }

  /// Paths in a repository that is nowhere on disk.
  static let paths = RepositoryPaths(contentFolder: "docs/content", workingFolder: "/nowhere/project")

  /// Findings with all that formats have to escape, in paths, messages and values.
  static let torture = LintReport(
    contentFolder: "content", pages: 3,
    diagnostics: [
      "a b,c:d%e", "x\"y'z<&>", "ünï😀", "bell\u{7}esc\u{1B}", "]]>", "#?&=;", "line\nbreak",
    ].enumerated().map { number, name in
      Diagnostic(
        rule: "mismatched-requirement", group: "requirement", severity: Severity.allCases[number % 3], page: name,
        locale: "de",
        message: "100% of '\(name)': first\nsecond\r\nthird\ttab ::error::x \u{0}\u{1B}[31m\u{FFFE}\u{FFFF} |`*_<b>@me",
        location: place("de/\(name).md", number + 1, 3, 5), expected: "\(name)\n", actual: "\\",
        related: [.init(location: place("en/\(name).md", 2, 1, 4), message: "the \"source\" value")])
    }, pagesByLocale: ["de": ["a b,c:d%e", "other"]], paths: paths)

  static let name = Diagnostic(
    rule: "mismatched-parameter-name", group: "parameter", severity: .error, page: page, locale: "de",
    message: "the parameter is called '\(names.actual)' here; write '\(names.expected)' as in the source",
    location: place(german, 42, 2, 14), expected: names.expected, actual: names.actual, damage: .case,
    related: [.init(location: place(english, 35, 2, 14), message: "the source name")],
    fix: Diagnostic.Fix(
      .safe,
      edits: [
        .init(
          span: SourceSpan(start: 42, end: 54), start: place(german, 42, 2, 14).start,
          end: place(german, 42, 2, 14).end, text: "DeleteOnKill")
      ]))

  private static let names = (expected: "DeleteOnKill", actual: "Deleteonkill")

  /// A finding whose message does not hold all that was expected.
  static let value = Diagnostic(
    rule: "mismatched-return-code-value", group: "return-value", severity: .error, page: page, locale: "de",
    message: "return code 'DMTF Reserved': the value '8' is none of the source's",
    location: place(german, 76, 21, 23), expected: "8..32767", actual: "8", damage: .lost,
    related: [.init(location: place(english, 72, 1, 9), message: "the source value")])

  /// A finding like another but for some of its parts.
  static func like(
    _ other: Diagnostic, rule: String? = nil, severity: Severity? = nil, expected: String? = nil,
    fix: Diagnostic.Fix? = nil
  ) -> Diagnostic {
    Diagnostic(
      rule: rule ?? other.rule, group: other.group, severity: severity ?? other.severity, page: other.page,
      locale: other.locale,
      message: other.message, location: other.location, slot: other.slot, expected: expected ?? other.expected,
      actual: other.actual, damage: other.damage, change: other.change, related: other.related, fix: fix ?? other.fix)
  }

  static let page = "hyperv_v2/cim-job-killjob"
  static let german = "de/HyperV_v2/cim-job-killjob.md"
  static let english = "en/HyperV_v2/cim-job-killjob.md"

  static func place(_ file: String, _ line: Int, _ column: Int, _ endColumn: Int) -> SourceLocation {
    SourceLocation(
      file: file, start: SourcePosition(line: line, column: column), end: SourcePosition(line: line, column: endColumn))
  }

  /// A page with text on some of its lines.
  static func page(_ lines: [Int: String]) -> String {
    (1...(lines.keys.max() ?? 1)).map { (lines[$0] ?? "") + "\n" }.joined()
  }

  /// What a reporter writes of a report.
  static func written(_ reporter: some Reporter, _ report: LintReport) -> String {
    written { reporter.write(report, to: $0) }
  }

  /// What a reporter writes.
  static func written(_ write: (Output) -> Void) -> String {
    let output = Output(descriptor: nil)
    write(output)
    output.flush()
    return String(decoding: output.collected, as: UTF8.self)
  }
}
