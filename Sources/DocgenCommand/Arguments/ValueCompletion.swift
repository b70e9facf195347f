/// What a shell offers in the place of a value.
enum ValueCompletion: Equatable, Sendable {
  /// Nothing: only the user knows.
  case none
  case words([String])
  case files
  case folders

  /// What fits the words that are known, or the word that stands for the value in the help text.
  init(words: [String], placeholder: String) {
    if !words.isEmpty {
      self = .words(words)
    } else {
      switch placeholder {
      case "DIR": self = .folders
      case "FILE", "PATH": self = .files
      default: self = .none
      }
    }
  }
}

extension OptionDescription {
  /// What a shell offers for the value; `nil` for a flag.
  var completion: ValueCompletion? {
    placeholder.map { ValueCompletion(words: choices.isEmpty ? known : choices, placeholder: $0) }
  }

  /// All ways to write the option: `--output`, `-o`.
  var spellings: [String] { names.map { "--\($0)" } + (short.map { ["-\($0)"] } ?? []) }
}

extension CommandDescription {
  /// What a shell offers where no option stands.
  var positionalCompletion: ValueCompletion {
    positionals.first.map { ValueCompletion(words: $0.known(), placeholder: $0.placeholder) } ?? .none
  }
}
