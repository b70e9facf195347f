import DocgenSupport

/// What mends a finding, in offsets; ``Findings`` turns it into a diagnostic's.
struct Fix {
  /// Bytes of the translation, and those that take their place.
  struct Edit {
    var span: SourceSpan
    var text: [UInt8]

    init(_ span: SourceSpan, _ text: [UInt8]) {
      self.span = span
      self.text = text
    }
  }

  var applicability: Diagnostic.Fix.Applicability
  /// In the order of the file, apart from each other.
  var edits: [Edit]

  /// Makes a fix, which is safe where what it writes and where are certain; nothing where there is nothing to write.
  init?(_ edits: [Edit]?, isSafe: Bool) {
    guard let edits, !edits.isEmpty else { return nil }
    let sorted = edits.sorted { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }
    guard zip(sorted, sorted.dropFirst()).allSatisfy({ $0.span.end <= $1.span.start }) else { return nil }
    applicability = isSafe ? .safe : .unsafe
    self.edits = sorted
  }
}
