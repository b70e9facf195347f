/// An option of a command, as the parser and the help text see it.
struct OptionDescription: Sendable {
  /// The long names without dashes; the first is the one that the help text leads with.
  var names: [String]
  var short: Character?
  /// What stands for the value in the help text (`DIR`); `nil` for a flag.
  var placeholder: String?
  var isRepeatable = false
  var help: String
  /// The values allowed, where they are few enough for the help text.
  var choices: [String] = []
  /// The values of which the nearest is suggested in place of a wrong one.
  var known: [String] = []
  /// What holds when the option is not given.
  var defaultText: String?

  /// The name under which the values are kept.
  var key: String { names[0] }
  var takesValue: Bool { placeholder != nil }
}

/// An option without a value.
struct Flag: Sendable {
  let description: OptionDescription

  init(_ names: String..., short: Character? = nil, help: String) {
    description = OptionDescription(names: names, short: short, help: help)
  }
}

/// An option with a value of a certain type.
struct Option<Value: Sendable>: Sendable {
  private(set) var description: OptionDescription
  /// What a valid value is, for the message about an invalid one ("a whole number from 1 to 256").
  let expectation: String
  let convert: @Sendable (String) -> Value?

  init(
    _ names: String..., short: Character? = nil, placeholder: String, help: String, default defaultText: String? = nil,
    expectation: String, convert: @escaping @Sendable (String) -> Value?
  ) {
    description = OptionDescription(
      names: names, short: short, placeholder: placeholder, help: help, defaultText: defaultText)
    self.expectation = expectation
    self.convert = convert
  }

  /// The same option, allowed more than once.
  var repeatable: Self {
    var option = self
    option.description.isRepeatable = true
    return option
  }

  /// The same option, with names of which the nearest is suggested in place of a wrong one.
  func suggesting(_ known: [String]) -> Self {
    var option = self
    option.description.known = known
    return option
  }
}

extension Option where Value == String {
  /// An option whose value is a path or another text that is not empty.
  static func text(
    _ name: String, short: Character? = nil, placeholder: String, help: String, default defaultText: String? = nil
  ) -> Self {
    Option(
      name, short: short, placeholder: placeholder, help: help, default: defaultText,
      expectation: "a text that is not empty"
    ) { $0.isEmpty ? nil : $0 }
  }
}

extension Option where Value == Int {
  /// An option whose value is a whole number within limits.
  static func number(
    _ name: String, short: Character? = nil, placeholder: String, in range: ClosedRange<Int>, help: String,
    default defaultText: String? = nil
  ) -> Self {
    Option(
      name, short: short, placeholder: placeholder, help: help, default: defaultText,
      expectation: "a whole number from \(range.lowerBound) to \(range.upperBound)"
    ) { text in
      guard text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
      return Int(text).flatMap { range.contains($0) ? $0 : nil }
    }
  }
}

extension Option where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
  /// An option whose value is one of a few words.
  static func choice(
    _ name: String, short: Character? = nil, placeholder: String, help: String, default defaultText: String? = nil
  ) -> Self {
    let words = Value.allCases.map(\.rawValue)
    var option = Option(
      name, short: short, placeholder: placeholder, help: help, default: defaultText,
      expectation: listed(words)
    ) { Value(rawValue: $0) }
    option.description.choices = words
    option.description.known = words
    return option
  }
}

/// Words in a row: `'a'`, `'a' or 'b'`, `'a', 'b' or 'c'`.
func listed(_ words: [String]) -> String {
  let quoted = words.map { "'\($0)'" }
  guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
  return quoted.dropLast().joined(separator: ", ") + " or " + last
}
