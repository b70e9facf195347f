import DocgenSupport

/// The arguments of one command, told apart but not yet converted.
struct ParsedArguments: Sendable {
  /// One use of an option.
  struct Occurrence: Sendable {
    /// The option as it was written (`-j` or `--jobs`), for messages.
    var spelling: String
    var value: String
  }

  private(set) var occurrences: [String: [Occurrence]] = [:]
  private(set) var positionals: [String]

  init(positionals: [String] = []) {
    self.positionals = positionals
  }

  mutating func add(_ value: String, spelling: String, for option: OptionDescription) {
    occurrences[option.key, default: []].append(Occurrence(spelling: spelling, value: value))
  }

  mutating func add(positional value: String) { positionals.append(value) }

  func isSet(_ flag: Flag) -> Bool { occurrences[flag.description.key] != nil }

  /// The value of an option; where it is given more than once, the last.
  func value<Value>(_ option: Option<Value>) throws(UsageError) -> Value? {
    // All are converted, so that a right one does not hide a wrong one.
    try values(option).last
  }

  /// The values of an option in the order in which they are given.
  func values<Value>(_ option: Option<Value>) throws(UsageError) -> [Value] {
    var values: [Value] = []
    for occurrence in occurrences[option.description.key] ?? [] {
      guard let value = option.convert(occurrence.value) else {
        throw UsageError.invalidValue(
          option: occurrence.spelling, value: occurrence.value, expectation: option.expectation,
          suggestion: Suggestions.nearest(to: occurrence.value, among: option.description.known))
      }
      values.append(value)
    }
    return values
  }
}
