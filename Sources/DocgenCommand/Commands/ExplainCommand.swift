import DocgenLint
import DocgenSupport

/// `docgen explain`: prints the page of documentation of a rule.
struct ExplainCommand: Command {
  static let description = CommandDescription(
    name: "explain", summary: "Explain a rule of 'docgen lint'",
    discussion: [
      """
      Prints what the rule finds, why it matters, an example, and how to put things right: laid out on a terminal, as \
      Markdown elsewhere.
      """
    ],
    positionals: [.init(placeholder: "RULE", help: "The name of the rule.", isRequired: true)],
    optionGroups: [
      .init(
        title: "Output",
        options: [
          UserLanguage.option.description, TerminalOptions.color.description, TerminalOptions.noColor.description,
        ])
    ],
    examples: [
      .init(arguments: "explain mismatched-parameter-name", explanation: "Explain a rule that a finding names."),
      .init(arguments: "explain missing-parameter --language de", explanation: "Explain it in German."),
    ])

  private let rule: Rule
  private let language: String?
  private let color: ColorChoice

  init(_ arguments: ParsedArguments) throws(UsageError) {
    let name = arguments.positionals.first ?? ""
    guard let rule = RuleCatalog.rule(named: name) else {
      throw .unknownRule(name, suggestion: Suggestions.nearest(to: name, among: RuleCatalog.all.map(\.id)))
    }
    self.rule = rule
    language = try arguments.value(UserLanguage.option)
    let color = try arguments.value(TerminalOptions.color) ?? .auto
    self.color = arguments.isSet(TerminalOptions.noColor) ? .never : color
  }

  func run(_ console: Console) throws(CommandFailure) -> ExitStatus {
    let language = try UserLanguage().catalog(language, console.environment).language
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
