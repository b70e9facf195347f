import DocgenLint
import DocgenSupport

/// Lists rules for people: the severity of each, what may be done about its findings, and what it finds.
struct RuleList {
  let groups: [RuleGroup]

  /// Writes the list in the language of a catalog.
  func write(_ catalog: MessageCatalog, to console: Console) {
    let column = 2 + (groups.flatMap(RuleCatalog.rules(in:)).map(\.id.utf8.count).max() ?? 0) + 2
    let severityWidth = Severity.allCases.map { DisplayWidth.of(catalog.text($0.label)) }.max() ?? 0
    var separator = ""
    for group in groups {
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
}

extension String {
  /// The text without whitespace at its start.
  fileprivate var withoutIndentation: String { String(drop { $0 == " " }) }
}
