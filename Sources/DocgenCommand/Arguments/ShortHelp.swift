/// The help of a command with many options, on one screen: those used most are explained, the others are named.
struct ShortHelp {
  let text: HelpText
  let command: CommandDescription

  /// So many lines at most, where the terminal is wide; examples fill what is left of them.
  func lines(_ limit: Int) -> [String] {
    var lines = text.wrapped(command.summary + ".", indent: 0)
    lines += ["", "Usage: " + text.usage(command), ""]
    let common = command.options.filter { command.commonOptions.contains($0.key) || $0.key == "help" }
    let others = command.options.filter { option in !common.contains { $0.key == option.key } }
    var entries = command.positionals.map { ($0.placeholder, $0.help) }
    entries += common.map { (text.term($0), Self.brief($0.help)) }
    lines += text.entries(entries)
    if !others.isEmpty {
      lines += text.wrapped("Others: " + others.map { "--\($0.key)" }.joined(separator: ", "), indent: 2)
    }
    let end = ["", "Run '\(HelpText.program) help \(command.name) --all' for what each of them does."]
    let room = limit - lines.count - end.count - 1
    if room > 0, !command.examples.isEmpty { lines += [""] + examples.prefix(room) }
    return lines + end
  }

  /// The first part of an explanation.
  private static func brief(_ help: String) -> String {
    let end = help.firstIndex { $0 == ";" || $0 == "," } ?? help.endIndex
    return end == help.endIndex ? help : help[..<end] + "."
  }

  /// The examples that fit a line each.
  private var examples: [String] {
    let shown = command.examples.map { ("\(HelpText.program) \($0.arguments)", $0.explanation) }
      .filter { 2 + $0.0.count + 2 + $0.1.count <= text.width }
    let column = shown.map(\.0.count).max() ?? 0
    let fitting = shown.filter { 2 + column + 2 + $0.1.count <= text.width }
    return fitting.map { "  " + $0.0 + String(repeating: " ", count: column - $0.0.count + 2) + $0.1 }
  }
}
