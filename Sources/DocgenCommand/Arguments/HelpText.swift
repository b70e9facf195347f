/// Writes help from the descriptions of commands.
struct HelpText {
  /// The columns of a line.
  let width: Int

  static let program = "docgen"
  static let abstract = "Localized documentation and API reference sites: one model for every language."
  /// Longer terms have their explanation on the next line.
  private static let longestTerm = 26
  /// The lines of a screen.
  static let mostLines = 24

  init(width: Int) {
    self.width = min(max(width, 80), 100)
  }

  /// The help of the program: its commands and what all of them share.
  func overview(_ commands: [CommandDescription], options: [OptionDescription]) -> String {
    var lines = wrapped(Self.abstract, indent: 0)
    lines += ["", "Usage: \(Self.program) <command> [options]"]
    lines += ["", "Commands:"] + entries(commands.map { ($0.name, $0.summary + ".") })
    lines += ["", "Options:"] + entries(options.map { (term($0), Self.help($0)) })
    lines += ["", "Exit status:"] + entries(ExitStatus.allCases.map { (String($0.rawValue), $0.explanation) })
    lines += ["", "Run '\(Self.program) help <command>' for the options of a command."]
    return lines.joined(separator: "\n") + "\n"
  }

  /// The help of one command: all of it, or where that is more than a screen, the options that are used most.
  func page(_ command: CommandDescription, isComplete: Bool = false) -> String {
    let lines = completePage(command)
    let isShort = isComplete || lines.count <= Self.mostLines
    return (isShort ? lines : ShortHelp(text: self, command: command).lines(Self.mostLines)).joined(separator: "\n")
      + "\n"
  }

  private func completePage(_ command: CommandDescription) -> [String] {
    var lines = wrapped(command.summary + ".", indent: 0)
    lines += ["", "Usage: " + usage(command)]
    for paragraph in command.discussion { lines += [""] + wrapped(paragraph, indent: 0) }
    if !command.positionals.isEmpty {
      lines += ["", "Arguments:"] + entries(command.positionals.map { ($0.placeholder, $0.help) })
    }
    for group in command.allOptionGroups {
      lines += ["", "\(group.title):"] + entries(group.options.map { (term($0), Self.help($0)) })
    }
    if !command.examples.isEmpty { lines += ["", "Examples:"] }
    for example in command.examples {
      lines += ["  \(Self.program) \(example.arguments)"] + wrapped(example.explanation, indent: 6)
    }
    return lines
  }

  /// The command line in short.
  func usage(_ command: CommandDescription) -> String {
    var words = [Self.program, command.name]
    if !command.optionGroups.isEmpty { words.append("[options]") }
    for positional in command.positionals {
      let name = positional.placeholder + (positional.isRepeatable ? "..." : "")
      words.append(positional.isRequired ? name : "[\(name)]")
    }
    return words.joined(separator: " ")
  }

  /// An option with its names and the word for its value.
  func term(_ option: OptionDescription) -> String {
    let short = option.short.map { "-\($0), " } ?? "    "
    let names = option.names.map { "--\($0)" }.joined(separator: ", ")
    return short + names + (option.placeholder.map { " \($0)" } ?? "")
  }

  /// What an option does, with its values and what holds without it.
  static func help(_ option: OptionDescription) -> String {
    var remarks: [String] = []
    if !option.choices.isEmpty { remarks.append("One of: " + option.choices.joined(separator: ", ") + ".") }
    if option.isRepeatable { remarks.append("May be repeated.") }
    if let defaultText = option.defaultText { remarks.append("Default: \(defaultText).") }
    return ([option.help] + remarks).joined(separator: " ")
  }

  /// Terms on the left, their explanations in a column on the right.
  func entries(_ entries: [(term: String, text: String)]) -> [String] {
    let column = 2 + min(entries.map(\.term.count).max() ?? 0, Self.longestTerm) + 2
    var lines: [String] = []
    for (term, text) in entries {
      var explanation = wrapped(text, indent: column)
      let lead = "  " + term
      if lead.count + 2 <= column, !explanation.isEmpty {
        explanation[0] = lead + explanation[0].dropFirst(lead.count)
        lines += explanation
      } else {
        lines += [lead] + explanation
      }
    }
    return lines
  }

  /// Text in lines that fit the width.
  func wrapped(_ text: String, indent: Int) -> [String] { Self.wrapped(text, indent: indent, width: width) }

  /// Text in lines that fit, broken at spaces.
  static func wrapped(_ text: String, indent: Int, width: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, indent + line.count + 1 + word.count > width {
        lines.append(margin + line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return line.isEmpty ? lines : lines + [margin + line]
  }
}
