import DocgenModel

/// The suppressions of one file.
struct FileSuppressions: Sendable {
  /// The path relative to the content directory.
  var file: String
  var page: String
  var locale: String
  var suppressions: [Suppression]
  /// Whether the file was looked at, so that a suppression without use is of no use.
  var isComplete = true
}

extension Suppression.Selector {
  /// The rules that the name selects; `nil` if no rule or group has it.
  func rules(_ names: RuleNames) -> Set<Rule>? { names.rules(selectedBy: name).map(Set.init) }
}
