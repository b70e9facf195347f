/// A place in a page's file: half-open, in bytes and in lines and columns.
package struct ExportedSpan: Sendable, Hashable {
  /// The UTF-8 byte offsets from the start of the file.
  package var start = 0
  package var end = 0
  /// Lines and columns count from 1, columns in Unicode scalars.
  package var line = 1
  package var column = 1
  package var endLine = 1
  package var endColumn = 1

  /// The empty span at the start of a file.
  package init() {}

  /// The numbers by the names that the text gives them.
  static var numbers: [(name: String, path: any WritableKeyPath<ExportedSpan, Int> & Sendable, least: Int)] {
    [
      ("start", \.start, 0), ("end", \.end, 0), ("line", \.line, 1), ("column", \.column, 1), ("endLine", \.endLine, 1),
      ("endColumn", \.endColumn, 1),
    ]
  }
}

/// A text of a page, with its place where places are exported.
package struct ExportedText: Sendable, Hashable {
  package var text: String
  package var span: ExportedSpan?

  /// Makes a text of its parts.
  package init(_ text: String = "", at span: ExportedSpan? = nil) {
    self.text = text
    self.span = span
  }
}

/// Words that say one thing together, such as the direction of a parameter, with the place that says it.
package struct ExportedWords: Sendable, Hashable {
  package var words: [String]
  package var span: ExportedSpan?

  /// Makes words of their parts.
  package init(_ words: [String] = [], at span: ExportedSpan? = nil) {
    self.words = words
    self.span = span
  }
}
