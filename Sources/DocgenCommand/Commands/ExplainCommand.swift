import DocgenLint
import DocgenSupport

/// `docgen explain`: prints the page of documentation of a rule.
struct ExplainCommand: Command {
  static let description = CommandDescription(
    name: "explain", summary: "Explain a rule of 'docgen lint', or list the rules of a group",
    discussion: [
      """
      Prints what the rule finds, why it matters, an example, and how to put things right: laid out on a terminal, as \
      Markdown elsewhere.
      """
    ],
    positionals: [
      .init(
        placeholder: "RULE", help: "The name of the rule or group.", isRequired: true, known: { RuleCatalog.selectors })
    ],
    optionGroups: [
      .init(
        title: "Output",
        options: [
          UserLanguage.option.description, TerminalOptions.color.description, TerminalOptions.noColor.description,
        ])
    ],
    examples: [
      .init(arguments: "explain requirement", explanation: "List the rules of a group."),
      .init(arguments: "explain mismatched-parameter-name", explanation: "Explain a rule that a finding names."),
      .init(arguments: "explain missing-parameter --language de", explanation: "Explain it in German."),
    ])

  /// What is explained.
  private enum Subject {
    case rule(Rule)
    case group(RuleGroup)
  }

  private let subject: Subject
  private let language: String?
  private let color: ColorChoice

  init(_ arguments: ParsedArguments) throws(UsageError) {
    let name = arguments.positionals.first ?? ""
    if let rule = RuleCatalog.rule(named: name) {
      subject = .rule(rule)
    } else if let group = RuleGroup(rawValue: name) {
      subject = .group(group)
    } else {
      throw .unknownRule(name, suggestion: RuleCatalog.suggestion(for: name))
    }
    language = try arguments.value(UserLanguage.option)
    let color = try arguments.value(TerminalOptions.color) ?? .auto
    self.color = arguments.isSet(TerminalOptions.noColor) ? .never : color
  }

  func run(_ console: Console) throws(CommandFailure) -> ExitStatus {
    let catalog = try UserLanguage().catalog(language, console.environment)
    switch subject {
    case .rule(let rule): return explain(rule, in: catalog.language, on: console)
    case .group(let group):
      RuleList(groups: [group]).write(catalog, to: console)
      return .success
    }
  }

  private func explain(_ rule: Rule, in language: String, on console: Console) -> ExitStatus {
    guard let page = RulePages.page(of: rule, in: language) else {
      // A test sees to it that every rule has one.
      return console.print(rule.summary + "\n")
    }
    guard console.isTerminal || color == .always else { return console.print(page.markdown) }
    // Long lines are hard to read, however wide the terminal is.
    let text = MarkdownText(width: min(console.width, 100), styles: console.styles(color))
    console.output.write(text.text(of: page.document))
    return .success
  }
}
