extension Diagnostic {
  /// A change of the finding's file that resolves the finding.
  public struct Fix: Sendable, Hashable {
    /// Whether a fix may be made unseen.
    public enum Applicability: String, Sendable, CaseIterable {
      /// The fact and its place are certain; nothing else changes.
      case safe
      /// Somebody has to look at it.
      case unsafe
    }

    /// Bytes of the file, and the text that takes their place.
    public struct Edit: Sendable, Hashable {
      /// The bytes that go; an empty span is a place to insert at.
      public var span: SourceSpan
      /// The place of the first of them.
      public var start: SourcePosition
      /// The end, exclusive.
      public var end: SourcePosition
      /// What takes their place.
      public var text: String

      /// Makes an edit of its parts.
      public init(span: SourceSpan, start: SourcePosition, end: SourcePosition, text: String) {
        self.span = span
        self.start = start
        self.end = end
        self.text = text
      }
    }

    /// Whether the fix may be made unseen.
    public var applicability: Applicability
    /// In the order of the file; no two of them touch the same bytes.
    public var edits: [Edit]

    /// Makes a fix of its parts.
    public init(_ applicability: Applicability, edits: [Edit]) {
      self.applicability = applicability
      self.edits = edits
    }
  }
}
