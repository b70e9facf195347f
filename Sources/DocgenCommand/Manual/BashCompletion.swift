/// The completion script of bash; it needs bash 4 and nothing else.
struct BashCompletion {
  let commands: [CommandDescription]
  let options: [OptionDescription]

  /// What is the same for all commands: `words`, `files` and `folders` are set by the cases between both parts.
  private static let start = #"""
    # Completes command lines of docgen in bash. Source it, or put it into ~/.local/share/bash-completion/completions/docgen.

    _docgen() {
      local word=${COMP_WORDS[COMP_CWORD]} previous='' command='' index
      local words='' kind='' IFS=$' \t\n'
      ((COMP_CWORD > 0)) && previous=${COMP_WORDS[COMP_CWORD - 1]}
      # '--option=value' arrives in three parts.
      if [[ $word == '=' ]]; then
        word=''
      elif [[ $previous == '=' ]]; then
        previous=${COMP_WORDS[COMP_CWORD - 2]}
      fi
      for ((index = 1; index < COMP_CWORD; index++)); do
        if [[ ${COMP_WORDS[index]} != -* ]]; then
          command=${COMP_WORDS[index]}
          break
        fi
      done
      COMPREPLY=()

      case $command:$previous in

    """#
  private static let end = #"""
      esac

      case $kind in
        '' | words) mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word") ;;
        files)
          compopt -o filenames 2>/dev/null
          mapfile -t COMPREPLY < <(compgen -f -- "$word")
          ;;
        folders)
          compopt -o filenames 2>/dev/null
          mapfile -t COMPREPLY < <(compgen -d -- "$word")
          ;;
      esac
    }

    complete -F _docgen docgen

    """#

  var script: String {
    var lines: [String] = []
    for command in commands {
      for option in command.options {
        guard let completion = option.completion else { continue }
        let patterns = option.spellings.map { "\(command.name):\($0)" }.joined(separator: " | ")
        lines.append("    \(patterns)) \(Self.assignment(completion)) ;;")
      }
    }
    lines += ["    *)", "      case $command in"]
    for command in commands {
      lines += Self.word(command.name, options: command.options, else: command.positionalCompletion)
    }
    lines += Self.word("''", options: options, else: .words(commands.map(\.name)))
    lines += ["      esac", "      ;;"]
    return Self.start + lines.joined(separator: "\n") + "\n" + Self.end
  }

  /// What is offered for a word that is no value of an option.
  private static func word(
    _ command: String, options: [OptionDescription], else completion: ValueCompletion
  ) -> [String] {
    let names = options.flatMap(\.spellings).joined(separator: " ")
    return [
      "        \(command))",
      "          if [[ $word == -* ]]; then words=\(Shell.quoted(names))",
      "          else \(assignment(completion)); fi",
      "          ;;",
    ]
  }

  private static func assignment(_ completion: ValueCompletion) -> String {
    switch completion {
    case .none: "kind=none"
    case .words(let words): "words=\(Shell.quoted(words.joined(separator: " ")))"
    case .files: "kind=files"
    case .folders: "kind=folders"
    }
  }
}
