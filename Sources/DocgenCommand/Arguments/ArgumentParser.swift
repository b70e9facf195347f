import DocgenSupport

/// Tells the arguments of one command apart, by its description.
///
/// `--name VALUE`, `--name=VALUE`, `-n VALUE`, `-nVALUE`, flags in one (`-qh`); after `--` all arguments are told by
/// their place. A value that begins with a dash is given with `=`.
struct ArgumentParser {
  private let command: CommandDescription
  private var remaining: ArraySlice<String>
  private var parsed = ParsedArguments()

  static func parse(_ arguments: some Sequence<String>, for command: CommandDescription) throws(UsageError)
    -> ParsedArguments
  {
    var parser = ArgumentParser(command: command, remaining: Array(arguments)[...])
    try parser.run()
    return parser.parsed
  }

  /// Whether the arguments ask for help, whatever else is wrong with them.
  static func asksForHelp(_ arguments: some Sequence<String>) -> Bool {
    arguments.prefix { $0 != "--" }.contains { $0 == "--help" || $0 == "-h" }
  }

  private init(command: CommandDescription, remaining: ArraySlice<String>) {
    self.command = command
    self.remaining = remaining
  }

  private mutating func run() throws(UsageError) {
    while let argument = remaining.popFirst() {
      if argument == "--" {
        while let positional = remaining.popFirst() { try addPositional(positional) }
      } else if argument.hasPrefix("--") {
        try addLong(argument)
      } else if argument.hasPrefix("-"), argument != "-" {
        try addShort(argument)
      } else {
        if let meant = Self.withPlainDashes(argument).flatMap(suggestion(for:)) {
          throw .unexpectedArgument(argument, suggestion: meant)
        }
        try addPositional(argument)
      }
    }
    let required = command.positionals.filter(\.isRequired)
    if parsed.positionals.count < required.count {
      throw .missingArgument(required[parsed.positionals.count].placeholder)
    }
  }

  private mutating func addPositional(_ argument: String) throws(UsageError) {
    let isExpected =
      parsed.positionals.count < command.positionals.count || command.positionals.last?.isRepeatable == true
    guard isExpected else {
      throw .unexpectedArgument(argument, suggestion: nil)
    }
    parsed.add(positional: argument)
  }

  private mutating func addLong(_ argument: String) throws(UsageError) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let spelling = String(parts[0])
    guard let option = command.options.first(where: { $0.names.contains(String(spelling.dropFirst(2))) }) else {
      throw .unknownOption(spelling, suggestion: suggestion(for: spelling))
    }
    try add(option, spelling: spelling, attached: parts.count > 1 ? String(parts[1]) : nil)
  }

  private mutating func addShort(_ argument: String) throws(UsageError) {
    // A long name with one dash would else be read as a short one with a value.
    let name = String(argument.dropFirst().prefix { $0 != "=" })
    if name.count > 1, command.options.contains(where: { $0.names.contains(name) }) {
      throw .unknownOption("-\(name)", suggestion: "--\(name)")
    }
    var letters = argument.dropFirst()
    while let letter = letters.popFirst() {
      guard let option = command.options.first(where: { $0.short == letter }) else {
        let isFirst = letters.count == argument.count - 2
        throw .unknownOption(isFirst ? "-\(name)" : "-\(letter)", suggestion: suggestion(for: name))
      }
      guard option.takesValue else {
        if letters.first == "=" {
          throw .unexpectedValue(option: "-\(letter)", value: String(letters.dropFirst()))
        }
        try add(option, spelling: "-\(letter)", attached: nil)
        continue
      }
      let value = letters.first == "=" ? letters.dropFirst() : letters
      try add(option, spelling: "-\(letter)", attached: letters.isEmpty ? nil : String(value))
      return
    }
  }

  private mutating func add(_ option: OptionDescription, spelling: String, attached: String?) throws(UsageError) {
    guard let placeholder = option.placeholder else {
      if let attached { throw .unexpectedValue(option: spelling, value: attached) }
      parsed.add("", spelling: spelling, for: option)
      return
    }
    if let attached {
      parsed.add(attached, spelling: spelling, for: option)
      return
    }
    guard let value = remaining.first, value == "-" || !value.hasPrefix("-") else {
      throw .missingValue(option: spelling, placeholder: placeholder)
    }
    remaining.removeFirst()
    parsed.add(value, spelling: spelling, for: option)
  }

  /// The option that was probably meant, whatever the number of its dashes.
  private func suggestion(for spelling: String) -> String? {
    let name = String(spelling.drop { $0 == "-" }.prefix { $0 != "=" })
    return Suggestions.nearest(to: name, among: command.options.flatMap(\.names)).map { "--\($0)" }
  }

  /// An argument whose dash was made typographic, as word processors do, with the dash of the keyboard.
  private static func withPlainDashes(_ argument: String) -> String? {
    guard let first = argument.unicodeScalars.first, (0x2010...0x2015).contains(first.value) || first.value == 0x2212
    else { return nil }
    return "--" + String(argument.unicodeScalars.dropFirst())
  }
}
