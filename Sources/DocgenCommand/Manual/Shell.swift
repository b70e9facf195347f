/// A shell that completes command lines by a script.
enum Shell: String, CaseIterable, Sendable {
  case bash
  case zsh
  case fish

  /// The script that teaches the shell the commands of the program.
  func script(_ commands: [CommandDescription], options: [OptionDescription]) -> String {
    switch self {
    case .bash: BashCompletion(commands: commands, options: options).script
    case .zsh: ZshCompletion(commands: commands, options: options).script
    case .fish: FishCompletion(commands: commands, options: options).script
    }
  }

  /// A text in single quotes, in which these shells read nothing but the end.
  static func quoted(_ text: String) -> String { "'" + text.replacing("'", with: #"'\''"#) + "'" }
}
