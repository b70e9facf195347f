import DocgenSupport

/// A place of a page that says what the source says, where the translation said something else.
package struct RestoredFact: Sendable {
  /// The place of the whole name or value, in the page as it is now.
  package var span: SourceSpan
  /// What the translation says there.
  package var original: String
  /// The place where the translation says so, in its own file.
  package var originalSpan: SourceSpan
}

/// What of one kind of facts was compared with the source on a page, and what came of it.
package struct FactCount: Sendable, Equatable {
  /// The name of the kind, as strings of the interface have it: `return-codes`.
  package var kind: String
  /// The facts that the page or its source states.
  package var total = 0
  /// Those of them that stand for one of the other page beyond doubt.
  package var compared = 0
  /// Those in which the source's name or value stands in place of the translation's.
  package var restored = 0
  /// Those that differ from the source and are left as they stand.
  package var differing = 0
}
