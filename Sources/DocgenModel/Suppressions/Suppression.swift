import DocgenSupport

/// A comment of a page that keeps findings silent: `<!-- docgen-disable-next-line RULE, RULE -- reason -->`.
///
/// Which rules there are, lint knows; the site asks for the names of what it restores (``SuppressedLines``).
package struct Suppression: Sendable {
  /// A name in the comment, as it is written.
  package struct Selector: Sendable {
    /// The name of a rule or of a group of rules.
    package var name: String
    /// Its place.
    package var location: SourceLocation

    /// Makes a selector of its parts.
    package init(name: String, location: SourceLocation) {
      self.name = name
      self.location = location
    }
  }

  /// The lines on which findings are silent, counted from 1; `nil` for the whole file.
  package var lines: ClosedRange<Int>?
  /// The names, in their order.
  package var selectors: [Selector]
  /// What is wrong with the comment, where it says nothing that is understood.
  package var problem: Message?
  /// The place of the comment's first word.
  package var location: SourceLocation

  /// Makes a suppression of its parts.
  package init(
    lines: ClosedRange<Int>? = nil, selectors: [Selector], problem: Message? = nil, location: SourceLocation
  ) {
    self.lines = lines
    self.selectors = selectors
    self.problem = problem
    self.location = location
  }

  /// The suppressions of a page, in its order.
  ///
  /// - Complexity: O(*n*) in the bytes of the page, O(*m* log *m*) in its nodes and comments.
  package static func all(in page: LocalizedPage) -> [Suppression] { SuppressionReader.read(page) }
}
