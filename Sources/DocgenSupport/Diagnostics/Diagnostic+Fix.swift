extension Diagnostic {
  /// A change of the finding's file that resolves the finding.
  package struct Fix: Sendable, Hashable {
    /// Whether a fix may be made unseen.
    package enum Applicability: String, Sendable, CaseIterable {
      /// The fact and its place are certain; nothing else changes.
      case safe
      /// Somebody has to look at it.
      case unsafe
    }

    /// Bytes of the file, and the text that takes their place.
    package struct Edit: Sendable, Hashable {
      /// The bytes that go; an empty span is a place to insert at.
      package var span: SourceSpan
      /// The place of the first of them.
      package var start: SourcePosition
      /// The end, exclusive.
      package var end: SourcePosition
      /// What takes their place.
      package var text: String

      /// Makes an edit of its parts.
      package init(span: SourceSpan, start: SourcePosition, end: SourcePosition, text: String) {
        self.span = span
        self.start = start
        self.end = end
        self.text = text
      }
    }

    /// Whether the fix may be made unseen.
    package var applicability: Applicability
    /// In the order of the file; no two of them touch the same bytes.
    package var edits: [Edit]

    /// Makes a fix of its parts.
    package init(_ applicability: Applicability, edits: [Edit]) {
      self.applicability = applicability
      self.edits = edits
    }
  }
}
