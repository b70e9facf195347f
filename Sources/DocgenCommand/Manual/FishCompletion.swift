/// The completion script of fish.
struct FishCompletion {
  let commands: [CommandDescription]
  let options: [OptionDescription]

  private static let start = #"""
    # Completes command lines of docgen in fish. Put it into ~/.config/fish/completions/docgen.fish.

    # Whether the first word that is no option is the given one; without one, whether there is none yet.
    function __docgen_command
        set --local words (commandline --tokenize --current-process --cut-at-cursor)
        for word in $words[2..-1]
            if not string match --quiet -- '-*' $word
                test "$word" = "$argv[1]"
                return
            end
        end
        test -z "$argv[1]"
    end

    complete --command docgen --no-files

    """#

  var script: String {
    var lines = options.map { line($0, when: "") }
    for command in commands {
      lines.append(
        "complete --command docgen --condition __docgen_command --arguments \(command.name) "
          + "--description \(Self.quoted(command.summary))")
    }
    for command in commands {
      switch command.positionalCompletion {
      case .none: break
      case let completion:
        lines.append(
          "complete --command docgen --condition \(Self.quoted("__docgen_command \(command.name)")) "
            + Self.value(completion, isRequired: false))
      }
      lines += command.options.map { line($0, when: " " + command.name) }
    }
    return Self.start + lines.joined(separator: "\n") + "\n"
  }

  private func line(_ option: OptionDescription, when command: String) -> String {
    var line = "complete --command docgen --condition \(Self.quoted("__docgen_command" + command))"
    if let short = option.short { line += " --short-option \(short)" }
    for name in option.names { line += " --long-option \(name)" }
    if let completion = option.completion { line += " " + Self.value(completion, isRequired: true) }
    return line + " --description \(Self.quoted(option.help))"
  }

  private static func value(_ completion: ValueCompletion, isRequired: Bool) -> String {
    let required = isRequired ? "--require-parameter " : ""
    switch completion {
    case .none: return required + "--no-files"
    case .words(let words): return required + "--no-files --arguments \(quoted(words.joined(separator: " ")))"
    case .files: return required + "--force-files"
    case .folders: return required + "--no-files --arguments '(__fish_complete_directories)'"
    }
  }

  /// In fish, a quote within quotes has a backslash before it.
  private static func quoted(_ text: String) -> String {
    "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
  }
}
