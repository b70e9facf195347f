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
    case .text: writeText(catalog, to: console)
    case .json: writeJSON(catalog.language, to: console.output)
    }
    return .success
  }

  private func writeText(_ catalog: MessageCatalog, to console: Console) {
    let column = 2 + (RuleCatalog.all.map(\.id.utf8.count).max() ?? 0) + 2
    let severityWidth = Severity.allCases.map { DisplayWidth.of(catalog.text($0.label)) }.max() ?? 0
    var separator = ""
    for group in RuleGroup.allCases {
      let rules = RuleCatalog.rules(in: group)
      guard !rules.isEmpty else { continue }
      var buffer = ByteBuffer()
      buffer.append(separator)
      separator = "\n"
      console.styles(.auto).append(.heading, to: &buffer) { $0.append(group.rawValue) }
      buffer.append(0x0A)
      for rule in rules {
        let page = RulePages.page(of: rule, in: catalog.language)
        let fix = page?.fixSafety ?? .never
        let severity = catalog.text(rule.defaultSeverity.label)
        buffer.append(Self.padded("  " + rule.id, to: column))
        console.styles(.auto).append(Styles.Style(rule.defaultSeverity), to: &buffer) {
          $0.append(severity)
        }
        buffer.append(Self.padded("", to: severityWidth + 2 - DisplayWidth.of(severity)))
        buffer.append(Self.padded(fix == .never ? "-" : fix.rawValue, to: 8))
        let summary = page?.summary ?? rule.summary
        // Only people need lines that fit; programs want one line for each rule.
        let width = console.isTerminal ? console.width : .max
        buffer.append(
          HelpText.wrapped(summary, indent: column + severityWidth + 10, width: width).joined(separator: "\n")
            .withoutIndentation)
        buffer.append(0x0A)
      }
      console.output.write(buffer)
    }
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.utf8.count))
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

extension String {
  /// The text without whitespace at its start.
  fileprivate var withoutIndentation: String { String(drop { $0 == " " }) }
}
