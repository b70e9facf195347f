/// Writes pages of the manual, in the macros of `man`, from the descriptions of commands.
struct ManualPage {
  /// The day that the page names, such as 2026-11-30.
  let date: String

  private static let program = HelpText.program
  private static let longestLine = 78

  /// The page of the program: its commands and what all of them share.
  func program(_ commands: [CommandDescription], options: [OptionDescription]) -> String {
    var roff = heading(Self.program, summary: HelpText.abstract)
    roff += ".SH SYNOPSIS\n.B \(Self.program)\n.I command\n.RI [ options ]\n"
    roff += ".SH COMMANDS\n"
    for command in commands {
      roff += ".TP\n.BR \(Self.escaped(Self.name(of: command))) (1)\n\(Self.text(command.summary)).\n"
    }
    roff += ".SH OPTIONS\n" + entries(options)
    roff += ".SH ENVIRONMENT\n"
    for (name, text) in Self.environment { roff += ".TP\n.B \(name)\n\(Self.text(text))\n" }
    roff += ".SH FILES\n"
    for (name, text) in Self.files { roff += ".TP\n.I \(Self.escaped(name))\n\(Self.text(text))\n" }
    return roff + exitStatus
  }

  /// The page of one command.
  func command(_ command: CommandDescription) -> String {
    var roff = heading(Self.name(of: command), summary: command.summary)
    roff += ".SH SYNOPSIS\n.B \(Self.program) \(command.name)\n"
    if !command.optionGroups.isEmpty { roff += ".RI [ options ]\n" }
    for positional in command.positionals {
      let name = positional.placeholder + (positional.isRepeatable ? " .\\|.\\|." : "")
      roff += positional.isRequired ? ".I \(name)\n" : ".RI [ \"\(name)\" ]\n"
    }
    roff += ".SH DESCRIPTION\n"
    let paragraphs = command.discussion.isEmpty ? [command.summary + "."] : command.discussion
    roff += paragraphs.map { Self.text($0) + "\n" }.joined(separator: ".PP\n")
    for positional in command.positionals {
      roff += ".TP\n.I \(positional.placeholder)\n\(Self.text(positional.help))\n"
    }
    roff += ".SH OPTIONS\n"
    let groups = command.allOptionGroups
    for group in groups {
      if groups.count > 1 { roff += ".SS \(Self.text(group.title))\n" }
      roff += entries(group.options)
    }
    roff += exitStatus
    if !command.examples.isEmpty { roff += ".SH EXAMPLES\n" }
    for example in command.examples {
      roff += ".TP\n.B \(Self.escaped("\(Self.program) \(example.arguments)"))\n\(Self.text(example.explanation))\n"
    }
    return roff + ".SH SEE ALSO\n.BR \(Self.program) (1)\n"
  }

  /// The file of a command's page; `nil` for that of the program.
  static func fileName(_ command: CommandDescription?) -> String { (command.map(name) ?? program) + ".1" }

  private static func name(of command: CommandDescription) -> String { program + "-" + command.name }

  private func heading(_ name: String, summary: String) -> String {
    let source = "\(Self.program) \(Version.current)"
    // What stands after the dash is no sentence.
    let lead = summary.prefix(1).lowercased() + summary.dropFirst()
    return """
      .TH \(Self.escaped(name.uppercased())) 1 \(date) "\(source)" "User Commands"
      .SH NAME
      \(Self.escaped(name)) \\- \(Self.escaped(lead.hasSuffix(".") ? String(lead.dropLast()) : lead))

      """
  }

  private func entries(_ options: [OptionDescription]) -> String {
    options.map { option in
      let value = option.placeholder.map { " \\fI\(Self.escaped($0))\\fR" } ?? ""
      let names = (option.short.map { ["-\($0)"] } ?? []) + option.names.map { "--\($0)" }
      let terms = names.map { "\\fB\(Self.escaped($0))\\fR" }.joined(separator: ", ")
      return ".TP\n\(terms)\(value)\n\(Self.text(HelpText.help(option)))\n"
    }.joined()
  }

  private var exitStatus: String {
    ".SH EXIT STATUS\n"
      + ExitStatus.allCases.map { ".TP\n.B \($0.rawValue)\n\(Self.text($0.explanation))\n" }.joined()
  }

  private static let environment = [
    ("LC_ALL, LC_MESSAGES, LANG", "The language that findings are told in, where no option names one."),
    ("NO_COLOR", "Where it is set, text has no colours."),
  ]
  private static let files = [
    ("site/config.yml", "The configuration, here or in a folder above."),
    ("locales", "Words of the languages, beside those that are built in."),
  ]

  /// Sentences, each of which begins a line as formatters want it.
  private static func text(_ text: String) -> String {
    let sentences = escaped(text).replacing(". ", with: ".\n").split(separator: "\n")
    let lines = sentences.flatMap { HelpText.wrapped(String($0), indent: 0, width: longestLine) }
    // A line that begins with a dot is a command.
    return lines.map { $0.hasPrefix(".") ? "\\&" + $0 : $0 }.joined(separator: "\n")
  }

  /// Text without what formatters read as commands, or turn into other characters.
  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\e").replacing("-", with: "\\-").replacing("'", with: "\\(aq")
      .replacing("`", with: "\\(ga").replacing("~", with: "\\(ti").replacing("^", with: "\\(ha")
  }
}
