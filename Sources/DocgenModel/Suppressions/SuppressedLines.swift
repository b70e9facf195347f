import DocgenSupport

/// The lines of a page on which its author says that what differs from the source is right.
struct SuppressedLines {
  private let suppressions: [Suppression]
  private let lines: LineTable

  /// Reads the comments of a page; `nil` if it has none.
  init?(_ page: LocalizedPage) {
    suppressions = Suppression.all(in: page)
    if suppressions.isEmpty { return nil }
    lines = LineTable(page.source.bytes)
  }

  /// Whether a finding at an offset would be silent.
  func hold(_ name: FindingName, at offset: Int32) -> Bool {
    let line = lines.line(of: Int(offset)) + 1
    return suppressions.contains { suppression in
      suppression.lines.map { $0.contains(line) } ?? true
        && suppression.selectors.contains { $0.name == name.rule || $0.name == name.group }
    }
  }
}
