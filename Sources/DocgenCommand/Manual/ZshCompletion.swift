/// The completion script of zsh, made for `_arguments`.
struct ZshCompletion {
  let commands: [CommandDescription]
  let options: [OptionDescription]

  var script: String {
    var lines = [
      "#compdef docgen",
      "# Completes command lines of docgen in zsh. Source it, or put it as '_docgen' into a folder of $fpath.",
      "",
      "_docgen() {",
      "  local curcontext=$curcontext state line ret=1",
      "  local -a commands=(",
    ]
    lines += commands.map { "    " + Shell.quoted("\($0.name):\($0.summary)") }
    lines += ["  )", "  _arguments -C \\"]
    lines += options.flatMap(specifications).map { "    \($0) \\" }
    lines += [
      "    '1: :->command' \\", "    '*:: :->arguments' && ret=0", "",
      "  case $state in",
      "    command) _describe -t commands command commands && ret=0 ;;",
      "    arguments)", "      case $words[1] in",
    ]
    for command in commands {
      lines.append("        \(command.name))")
      var parts = command.options.flatMap(specifications)
      parts += command.positionals.map(specification)
      lines.append("          _arguments -s \\")
      lines += parts.dropLast().map { "            \($0) \\" }
      lines += parts.suffix(1).map { "            \($0) && ret=0" }
      lines.append("          ;;")
    }
    lines += [
      "      esac", "      ;;", "  esac", "  return ret", "}", "",
      // The function's own file runs it, whoever sources the file wants it known.
      "if [[ $funcstack[1] == _docgen ]]; then", "  _docgen \"$@\"", "else", "  compdef _docgen docgen", "fi",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  /// What `_arguments` is told of an option, for each way to write it.
  private func specifications(_ option: OptionDescription) -> [String] {
    option.spellings.map { spelling in
      let excluded = option.isRepeatable ? "*" : "(\(option.spellings.joined(separator: " ")))"
      let isLong = spelling.hasPrefix("--")
      let value =
        option.placeholder.map { ":" + Self.escaped($0) + ":" + Self.action(option.completion ?? .none) } ?? ""
      let attached = option.takesValue ? (isLong ? "=" : "+") : ""
      return Shell.quoted("\(excluded)\(spelling)\(attached)[\(Self.escaped(option.help))]\(value)")
    }
  }

  private func specification(_ positional: CommandDescription.Positional) -> String {
    let completion = ValueCompletion(words: positional.known(), placeholder: positional.placeholder)
    let place = positional.isRepeatable ? "*" : "1"
    return Shell.quoted("\(place):\(Self.escaped(positional.placeholder)):\(Self.action(completion))")
  }

  private static func action(_ completion: ValueCompletion) -> String {
    switch completion {
    case .none: " "
    case .words(let words): "(\(words.joined(separator: " ")))"
    case .files: "_files"
    case .folders: "_files -/"
    }
  }

  /// Text without what ends a part of a specification.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      if "\\[]:".contains(character) { result += "\\" }
      result.append(character)
    }
    return result
  }
}
