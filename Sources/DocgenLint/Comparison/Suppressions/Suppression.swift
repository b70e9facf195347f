import DocgenSupport

/// A comment of a page that keeps findings silent: `<!-- docgen-disable-next-line RULE, RULE -- reason -->`.
struct Suppression: Sendable {
  /// A name in the comment, as it is written.
  struct Selector: Sendable {
    var name: String
    /// Nothing where no rule or group has the name.
    var rules: Set<Rule>?
    var location: SourceLocation
  }

  /// The lines on which findings are silent, counted from 1; nothing for the whole file.
  var lines: ClosedRange<Int>?
  var selectors: [Selector]
  /// What is wrong with the comment, where it says nothing that is understood.
  var problem: Message?
  /// The place of the comment's first word.
  var location: SourceLocation
}

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
