import DocgenLint
import DocgenSupport

/// `docgen rules`: lists the rules of `docgen lint`.
struct RulesCommand: Command {
  /// The forms in which the rules are listed.
  enum Format: String, CaseIterable, Sendable {
    case text
    case json
  }

  private static let format = Option<Format>.choice(
    "format", short: "f", placeholder: "FORMAT", help: "Write the list as FORMAT.", default: "text")

  static let description = CommandDescription(
    name: "rules", summary: "List the rules of 'docgen lint'",
    discussion: [
      """
      Lists every rule with the severity of its findings, and with what 'docgen lint --fix' may do about them: 'safe' \
      fixes are made, 'unsafe' ones only where '--unsafe' allows it.
      """
    ],
    optionGroups: [
      .init(title: "Output", options: [format.description, UserLanguage.outputOption.description])
    ],
    examples: [
      .init(arguments: "rules", explanation: "List the rules by group."),
      .init(arguments: "rules --format json", explanation: "Write the list for other programs."),
    ])

  private let format: Format
  private let language: String?

  init(_ arguments: ParsedArguments) throws(UsageError) {
    format = try arguments.value(Self.format) ?? .text
    language = try arguments.value(UserLanguage.outputOption)
  }

  func run(_ console: Console) throws(CommandFailure) -> ExitStatus {
    let catalog = try UserLanguage().catalog(language, format == .text ? console.environment : nil)
    switch format {
    case .text: RuleList(groups: RuleGroup.allCases).write(catalog, to: console)
    case .json: writeJSON(catalog.language, to: console.output)
    }
    return .success
  }

  private func writeJSON(_ language: String, to output: Output) {
    var writer = JSONWriter(isIndented: true)
    writer.object { writer in
      writer.member("schema", "docgen-rules/1")
      writer.key("rules")
      writer.array { writer in
        for rule in RuleCatalog.all {
          let page = RulePages.page(of: rule, in: language)
          writer.object { writer in
            writer.member("rule", rule.id)
            writer.member("group", rule.group.rawValue)
            writer.member("severity", rule.defaultSeverity.rawValue)
            writer.member("fix", (page?.fixSafety ?? .never).rawValue)
            writer.member("summary", page?.summary ?? rule.summary)
          }
        }
      }
    }
    output.write(writer.buffer)
  }
}
