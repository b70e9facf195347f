import DocgenMarkup
import DocgenSupport

/// The page of documentation of one rule, in one language.
///
/// The pages are content of the project's own site, `content/<language>/rules/<rule>.md`, and compiled in.
package struct RulePage: Sendable {
  /// The sections that every page has, in their order.
  package enum Section: Int, Sendable, CaseIterable {
    case whatItDoes
    case why
    case example
    case useInstead
    case fixSafety
    case options

    /// The anchor of the heading, the same in every language.
    package var anchor: String {
      switch self {
      case .whatItDoes: "what-it-does"
      case .why: "why"
      case .example: "example"
      case .useInstead: "use-instead"
      case .fixSafety: "fix-safety"
      case .options: "options"
      }
    }
  }

  /// Whether findings of the rule can be fixed by the program.
  package enum FixSafety: String, Sendable, CaseIterable {
    /// There is no fix.
    case never = "none"
    /// Every fix needs somebody to look at it.
    case unsafe
    /// Where the fact and its place are certain, the fix may be made unseen.
    case safe
  }

  /// The language in which every rule has a page.
  package static let sourceLanguage = MessageCatalog.source.language

  /// The rule that the page explains.
  package let rule: Rule
  /// The language of the page, which is the name of its folder.
  package let language: String
  /// The page.
  package let source: SourceFile
  /// The metadata of the page.
  package let frontMatter: FrontMatter

  /// Takes a page as the page of a rule.
  package init(rule: Rule, language: String, source: SourceFile) {
    self.rule = rule
    self.language = language
    self.source = source
    frontMatter = FrontMatter.read(source.bytes)
  }

  /// What the rule finds, in one sentence.
  package var summary: String { frontMatter.string("description")?.value ?? rule.summary }

  /// Whether findings can be fixed; `nil` if the page does not say it.
  package var fixSafety: FixSafety? { frontMatter.string("fix").flatMap { FixSafety(rawValue: $0.value) } }

  /// The page without its front matter, as Markdown.
  package var markdown: String {
    let bytes = source.bytes[min(Int(frontMatter.bodyStart), source.bytes.count)...]
    return String(decoding: bytes.drop { $0 == 0x0A || $0 == 0x0D }, as: UTF8.self)
  }

  /// The page as a tree.
  package var document: Document { MarkdownParser.parse(source, from: Int(frontMatter.bodyStart)) }

  /// The Markdown of each section without its heading.
  ///
  /// - Complexity: O(*n*) in the length of the page, which is parsed.
  package var sections: [Section: String] {
    let document = document
    guard !document.nodes.isEmpty else { return [:] }
    let headings = document.children(of: 0).map { document.nodes[$0] }.filter { $0.kind == .heading && $0.level == 2 }
    var sections: [Section: String] = [:]
    for (section, heading) in zip(Section.allCases, headings) {
      let next = section.rawValue + 1
      let end = next < headings.count ? Int(headings[next].span.start) : source.bytes.count
      var text = source.bytes[Int(heading.span.end)..<end]
      while let first = text.first, first == 0x0A || first == 0x0D { text.removeFirst() }
      while let last = text.last, last == 0x0A || last == 0x0D { text.removeLast() }
      sections[section] = String(decoding: text, as: UTF8.self)
    }
    return sections
  }
}

/// The pages of documentation that are compiled in.
package enum RulePages {
  /// The languages that have pages, in the order of their names.
  package static let languages: [String] = {
    var languages: [String] = []
    for path in EmbeddedFiles.paths(below: "content") {
      let parts = path.split(separator: "/")
      guard parts.count == 4, parts[2] == "rules" else { continue }
      let language = String(parts[1])
      if languages.last != language { languages.append(language) }
    }
    return languages
  }()

  /// The path of a rule's page from the project's root.
  package static func path(of rule: Rule, in language: String) -> String { "content/\(language)/rules/\(rule.id).md" }

  /// The page of a rule in a language; where it has none, in the language that has all; `nil` if there is no page.
  package static func page(of rule: Rule, in language: String = RulePage.sourceLanguage) -> RulePage? {
    for language in [language, RulePage.sourceLanguage] {
      let path = path(of: rule, in: language)
      guard let bytes = EmbeddedFiles.bytes(path) else { continue }
      return RulePage(rule: rule, language: language, source: SourceFile(path: path, bytes: bytes))
    }
    return nil
  }
}
