import DocgenLint
import DocgenMarkup
import DocgenModel
import DocgenSupport
import DocgenTestSupport
import Testing

@testable import DocgenCommand

@Suite struct RulePageTests {
  /// The page of a rule in a language.
  struct Page: CustomTestStringConvertible, Sendable {
    let page: RulePage
    var testDescription: String { "\(page.rule.id) in \(page.language)" }
  }

  /// The pages that there are.
  static let pages: [Page] = RuleCatalog.all.flatMap { rule in
    RulePages.languages.compactMap { language in
      RulePages.page(of: rule, in: language).flatMap { $0.language == language ? Page(page: $0) : nil }
    }
  }

  @Test func everyRuleHasAPageInEveryLanguage() {
    #expect(RulePages.languages.contains(RulePage.sourceLanguage))
    for rule in RuleCatalog.all {
      for language in RulePages.languages where RulePages.page(of: rule, in: language)?.language != language {
        let page = "the page '\(RulePages.path(of: rule, in: language))' is missing"
        if language == RulePage.sourceLanguage { Issue.record("\(page)") } else { Translations.lacks(page) }
      }
    }
  }

  @Test func everyPageHasARule() {
    for path in EmbeddedFiles.paths(below: "content") {
      let name = path.split(separator: "/").last?.dropLast(3) ?? ""
      #expect(name == "index" || RuleCatalog.rule(named: String(name)) != nil, "\(path) explains no rule")
    }
  }

  /// A rule stands in the file of its name, in the folder of its group; acronyms are in capitals there.
  @Test func everyRuleHasAFile() throws {
    let folder = SharedData.packageFolder + "/Sources/DocgenLint/Rules"
    var files: [String: String] = [:]
    for group in try FileSystem.list(folder) where group.kind == .folder {
      for file in try FileSystem.list(folder + "/" + group.name) {
        let bytes = try FileSystem.read("\(folder)/\(group.name)/\(file.name)")
        guard String(decoding: bytes, as: UTF8.self).contains("static let rule = Rule(") else { continue }
        files[file.name.dropLast(".swift".count).lowercased()] = group.name
      }
    }
    for rule in RuleCatalog.all {
      let group = files.removeValue(forKey: Self.typeName(rule.id).lowercased())
      #expect(group == Self.typeName(rule.group.rawValue), "\(rule.id)")
    }
    #expect(files.isEmpty, "RuleCatalog does not list what these files hold")
  }

  private static func typeName(_ name: String) -> String {
    name.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  @Test(arguments: pages)
  func saysWhatTheRuleSays(_ argument: Page) throws {
    let page = argument.page
    let rule = page.rule
    #expect(page.frontMatter.problems.isEmpty)
    #expect(page.frontMatter.string("title")?.value == rule.id)
    if page.language == RulePage.sourceLanguage { #expect(page.summary == rule.summary) }
    let fix = try #require(page.fixSafety, "'fix' is none, unsafe or safe")
    #expect(fix == RulePages.page(of: rule)?.fixSafety)
    let document = page.document
    let paragraph = try #require(document.children(of: 0).first { document.nodes[$0].kind == .paragraph })
    let codes = document.children(of: paragraph).filter { document.nodes[$0].kind == .code }
    #expect(
      codes.map { document.text(of: $0).string } == [rule.group.rawValue, rule.defaultSeverity.rawValue, fix.rawValue])
  }

  @Test(arguments: pages)
  func hasTheFixedHeadings(_ argument: Page) {
    let page = argument.page
    let document = page.document
    let headings = document.children(of: 0).filter { document.nodes[$0].kind == .heading }
    let titles = headings.map { document.text(of: $0).string }
    #expect(headings.map { document.nodes[$0].level } == [1] + RulePage.Section.allCases.map { _ in 2 })
    #expect(titles.first == page.rule.id)
    if page.language == RulePage.sourceLanguage {
      #expect(titles.dropFirst() == ["What it does", "Why", "Example", "Use instead", "Fix safety", "Options"])
    } else {
      let anchors = headings.dropFirst().map { heading in
        document.children(of: heading).lazy.compactMap { document.attribute("name", of: document.nodes[$0]) }.first
      }
      #expect(anchors == RulePage.Section.allCases.map(\.anchor))
    }
    for section in RulePage.Section.allCases { #expect(page.sections[section]?.isEmpty == false) }
  }

  /// A page shows the findings in its own language.
  @Test(arguments: pages)
  func findsWhatTheExampleSays(_ argument: Page) throws {
    let page = argument.page
    let example = RuleExample(page)
    #expect(!example.findings.isEmpty)
    let messages = try MessageCatalog.read(page.language, from: .builtIn)
    let diagnostics = try LintFixture(files: example.wrong.files, links: example.wrong.links).lint(
      LintSettings(rules: [page.rule])
    ).diagnostics
    let findings = diagnostics.map { finding in
      let location = finding.location
      return "\(location.file):\(location.start.line):\(location.start.column): "
        + "\(messages.text(finding.severity.label))[\(finding.rule)]: \(messages.text(finding.message))\n"
    }.joined()
    if Snapshot.isRecording, findings != example.findings {
      try record(findings, insteadOf: example.findings, in: page)
    } else {
      #expect(findings == example.findings)
    }
  }

  /// Writes the findings into the file of a page; the pages that are built in show them after the next build.
  private func record(_ findings: String, insteadOf old: String, in page: RulePage) throws {
    let path = SharedData.packageFolder + "/" + RulePages.path(of: page.rule, in: page.language)
    let text = String(decoding: try FileSystem.read(path), as: UTF8.self)
    let new = text.replacing("```text\n\(old)```", with: "```text\n\(findings)```")
    #expect(new != text, "'\(path)' does not hold the findings that are built in")
    try FileSystem.write(Array(new.utf8), to: path)
  }

  @Test(arguments: pages)
  func offersTheFixThatThePagePromises(_ argument: Page) throws {
    let page = argument.page
    let wrong = RuleExample(page).wrong
    let fixture = LintFixture(files: wrong.files, links: wrong.links)
    let diagnostics = try fixture.lint(LintSettings(rules: [page.rule])).diagnostics
    let offered = Set(diagnostics.map { $0.fix?.applicability.rawValue ?? RulePage.FixSafety.never.rawValue })
    #expect(offered == [page.fixSafety?.rawValue])
  }

  @Test(arguments: pages)
  func findsNothingInWhatToUseInstead(_ argument: Page) throws {
    let page = argument.page
    let example = RuleExample(page)
    #expect(example.right != example.wrong)
    let findings = try LintFixture(files: example.right.files, links: example.right.links).findings()
    #expect(findings.isEmpty)
  }

  @Test func listsEveryRule() throws {
    for language in RulePages.languages {
      let path = "content/\(language)/rules/index.md"
      let text = String(decoding: try #require(EmbeddedFiles.bytes(path), "\(path) is missing"), as: UTF8.self)
      for page in Self.pages.map(\.page) where page.language == language {
        let cells = [
          "[\(page.rule.id)](\(page.rule.id).md)", "`\(page.rule.defaultSeverity.rawValue)`",
          "`\((page.fixSafety ?? .never).rawValue)`", page.summary,
        ]
        let row = "| " + cells.joined(separator: " | ") + " |\n"
        let isListed = text.contains(row)
        #expect(isListed, "\(path) lacks the row of \(page.rule.id); run 'make embedded', and build")
      }
    }
  }

  /// The navigation has the rules in their order, and none twice.
  @Test(arguments: RulePages.languages)
  func listsEveryRuleInTheNavigation(of language: String) throws {
    let bytes = try FileSystem.read("\(SharedData.packageFolder)/content/\(language)/rules/toc.yml")
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { $0.drop { $0 == " " } }
    let pages = lines.filter { $0.hasPrefix("href: ") }.map { $0.dropFirst("href: ".count) }
    #expect(pages == ["index.md"] + RuleCatalog.all.map { "\($0.id).md" })
  }
}
