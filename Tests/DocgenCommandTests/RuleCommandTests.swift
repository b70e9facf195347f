import DocgenLint
import DocgenSupport
import DocgenTestSupport
import Testing

@testable import DocgenCommand

@Suite struct RuleCommandTests {
  private static func output(
    _ arguments: String, environment: [String: String] = [:], isTerminal: Bool = false, colors: Bool = false
  ) -> String {
    var console = Console(output: Output(descriptor: nil), errorOutput: Output(descriptor: nil))
    console.width = 80
    console.environment = Environment(environment)
    console.isTerminal = isTerminal
    console.allowsColor = colors
    #expect(Program.run(arguments.split(separator: " ").map(String.init), on: console) == .success)
    return String(decoding: console.output.collected, as: UTF8.self)
  }

  @Test func printsThePageAsMarkdownToPrograms() throws {
    let rule = try #require(RuleCatalog.rule(named: "missing-parameter"))
    let page = try #require(RulePages.page(of: rule))
    let text = Self.output("explain missing-parameter")
    #expect(text == page.markdown)
    #expect(text.hasPrefix("# missing-parameter\n\nGroup: `parameter`."))
  }

  @Test func laysThePageOutOnATerminal() {
    let plain = Self.output("explain mismatched-return-code-name", isTerminal: true)
    Snapshot.expect(plain, "rules/explained.txt")
    let widest =
      plain.split(separator: "\n").filter { !$0.hasPrefix("    ") }.map { DisplayWidth.of(String($0)) }.max() ?? 0
    #expect((70...80).contains(widest))
    let colored = Self.output("explain mismatched-return-code-name", isTerminal: true, colors: true)
    #expect(colored.contains("\u{1B}[1mWhat it does\u{1B}[0m"))
    #expect(colored.contains("such as \u{1B}[36mE_FAIL\u{1B}[0m."))
    #expect(Self.output("explain missing-parameter --color always").hasPrefix("\u{1B}[1mmissing-parameter\u{1B}[0m"))
    #expect(Self.output("explain missing-parameter --no-color", isTerminal: true, colors: true).hasPrefix("missing"))
  }

  @Test(arguments: [
    ("", [:], "What it does"), (" --language de", [:], "Was sie prüft"), (" --language fr_CA", [:], "Pourquoi"),
    ("", ["LANG": "de_AT.UTF-8"], "Was sie prüft"), ("", ["LC_ALL": "C", "LANG": "de_DE"], "What it does"),
    ("", ["LC_ALL": "", "LC_MESSAGES": "fr", "LANG": "de"], "Pourquoi"), ("", ["LANG": "it_IT"], "What it does"),
    (" --language en", ["LANG": "de"], "What it does"),
  ])
  func speaksTheLanguageOfTheUser(arguments: String, environment: [String: String], heading: String) {
    let text = Self.output("explain missing-parameter" + arguments, environment: environment)
    #expect(text.contains(heading + "\n"))
  }

  @Test func listsTheRulesOfAGroup() {
    let lines = Self.output("explain requirement").split(separator: "\n")
    #expect(lines.first == "requirement")
    #expect(lines.count == 1 + RuleCatalog.rules(in: .requirement).count)
    #expect(lines[1].hasPrefix("  missing-requirement"))
    #expect(Self.output("explain requirement --language de").contains("Fehler"))
  }

  @Test func listsTheRules() throws {
    Snapshot.expect(Self.output("rules", isTerminal: true), "rules/list.txt")
    let lines = Self.output("rules --language de").split(separator: "\n")
    for rule in RuleCatalog.all {
      let page = try #require(RulePages.page(of: rule, in: "de"))
      #expect(lines.contains { $0.hasPrefix("  \(rule.id) ") && $0.hasSuffix(page.summary) })
    }
  }

  @Test func listsTheRulesForPrograms() throws {
    let list = try JSONReader.read(Array(Self.output("rules --format json").utf8))
    #expect(list["schema"] == .string("docgen-rules/1"))
    let rules = try #require(list["rules"]?.items)
    #expect(rules.map { $0["rule"]?.string } == RuleCatalog.all.map(\.id))
    #expect(rules.map { $0["severity"]?.string } == RuleCatalog.all.map(\.defaultSeverity.rawValue))
    #expect(rules.map { $0["group"]?.string } == RuleCatalog.all.map(\.group.rawValue))
    #expect(rules.map { $0["summary"]?.string } == RuleCatalog.all.map(\.summary))
    #expect(rules.allSatisfy { ["none", "unsafe", "safe"].contains($0["fix"]?.string ?? "") })
  }
}
