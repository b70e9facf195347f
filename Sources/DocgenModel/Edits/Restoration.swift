import DocgenSupport

/// What lets a place of a translation say what its source says: fixes write it into the file, the site into the page.
package struct Restoration: Sendable {
  /// In the order of the file, apart from each other.
  package var edits: [TextEdit]
  /// Whether what is written and where are certain, so that nobody has to look at it.
  package var isSafe: Bool

  /// Makes a restoration; `nil` if there is nothing to write, or the edits overlap.
  package init?(_ edits: [TextEdit]?, isSafe: Bool) {
    guard let edits, !edits.isEmpty else { return nil }
    let sorted = edits.sorted { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }
    guard zip(sorted, sorted.dropFirst()).allSatisfy({ $0.span.end <= $1.span.start }) else { return nil }
    self.edits = sorted
    self.isSafe = isSafe
  }
}
