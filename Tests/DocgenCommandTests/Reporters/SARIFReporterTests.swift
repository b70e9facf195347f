import DocgenLint
import DocgenSupport
import DocgenTestSupport
import Testing

@testable import DocgenCommand

@Suite struct SARIFReporterTests {
  private static func log(_ report: LintReport) throws -> JSONValue {
    try JSONReader.read(Array(Findings.written(SARIFReporter(), report).utf8))
  }

  /// All but the rules, which are documentation.
  @Test func writesResults() throws {
    let text = Findings.written(SARIFReporter(), try Findings().report)
    let results = text.split(separator: "\n").drop { !$0.hasPrefix("\"columnKind\"") }.joined(separator: "\n")
    Snapshot.expect(results + "\n", "reporters/results.sarif")
  }

  @Test func describesEveryRule() throws {
    let driver = try #require(try Self.log(Findings.torture)["runs"]?.items?.first?["tool"]?["driver"])
    #expect(driver["name"] == .string("docgen") && driver["semanticVersion"] == .string(Version.current))
    let rules = try #require(driver["rules"]?.items)
    #expect(rules.map { $0["id"]?.string } == RuleCatalog.all.map(\.id))
    for (item, rule) in zip(rules, RuleCatalog.all) {
      #expect(item["shortDescription"]?["text"]?.string == rule.summary)
      #expect(item["defaultConfiguration"]?["level"]?.string == rule.defaultSeverity.rawValue)
      #expect(item["help"]?["text"]?.string?.isEmpty == false)
      #expect(item["help"]?["markdown"]?.string?.hasPrefix("# \(rule.id)\n") == true)
    }
  }

  /// What the specification demands of results beyond what its schema can say.
  @Test func writesWhatReadersTake() throws {
    let report = Findings.torture
    let log = try Self.log(report)
    #expect(log.members?.map(\.name) == ["$schema", "version", "runs"])
    #expect(log["version"] == .string("2.1.0"))
    let run = try #require(log["runs"]?.items?.first)
    #expect(run["columnKind"] == .string("unicodeCodePoints"))
    let rules = try #require(run["tool"]?["driver"]?["rules"]?.items)
    let results = try #require(run["results"]?.items)
    #expect(results.count == report.diagnostics.count)
    for (result, diagnostic) in zip(results, report.diagnostics) {
      #expect(result["ruleIndex"]?.integer.map { rules[$0]["id"] } == result["ruleId"])
      #expect(result["level"]?.string == diagnostic.severity.rawValue)
      #expect(result["message"]?["text"]?.string == diagnostic.message.description)
      let places = (result["locations"]?.items ?? []) + (result["relatedLocations"]?.items ?? [])
      #expect(places.count == 2)
      for place in places {
        let artifact = try #require(place["physicalLocation"]?["artifactLocation"])
        let uri = try #require(artifact["uri"]?.string)
        #expect(uri.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !":\"<>?#[]@&=+;,'\\^`{|}".utf8.contains($0) })
        #expect(run["originalUriBaseIds"]?[artifact["uriBaseId"]?.string ?? ""] != nil)
        let region = try #require(place["physicalLocation"]?["region"])
        for key in ["startLine", "startColumn", "endLine", "endColumn"] { #expect(region[key]?.integer ?? 0 >= 1) }
      }
      #expect(result["partialFingerprints"]?["docgenFact/v1"]?.string?.utf8.count == 32)
    }
  }

  @Test func offersFixes() throws {
    let (start, end) = (Findings.name.location.start, Findings.name.location.end)
    let fixed = Diagnostic.Fix(
      .unsafe,
      edits: [
        .init(span: SourceSpan(at: 1), start: start, end: start, text: "\"in\n"),
        .init(span: SourceSpan(2..<4), start: start, end: end, text: ""),
      ])
    let diagnostic = Findings.like(Findings.name, fix: fixed)
    let report = LintReport(contentFolder: ".", pages: 1, diagnostics: [diagnostic], paths: Findings.paths)
    let result = try #require(try Self.log(report)["runs"]?.items?.first?["results"]?.items?.first)
    let fix = try #require(result["fixes"]?.items?.first)
    #expect(fix["properties"]?["applicability"] == .string("unsafe"))
    let change = try #require(fix["artifactChanges"]?.items?.first)
    #expect(change["artifactLocation"] == result["locations"]?.items?.first?["physicalLocation"]?["artifactLocation"])
    let replacements = try #require(change["replacements"]?.items)
    #expect(replacements.map { $0["insertedContent"]?["text"] } == [.string("\"in\n"), .string("")])
    #expect(replacements.map { $0["deletedRegion"]?["endColumn"]?.integer } == [start.column, end.column])
  }

  @Test func namesNoIndexOfARuleItDoesNotKnow() throws {
    let diagnostic = Findings.like(Findings.name, rule: "not-in-the-catalog")
    let report = LintReport(contentFolder: ".", pages: 1, diagnostics: [diagnostic])
    let result = try #require(try Self.log(report)["runs"]?.items?.first?["results"]?.items?.first)
    #expect(result["ruleId"] == .string("not-in-the-catalog") && result["ruleIndex"] == nil)
  }
}
