/// By what pages show that they are written in a dialect.
package struct DialectEvidence: Sendable, Equatable {
  /// Keys of the front matter.
  package var keys: [String] = []
  /// Names of files, in lower case, of which a folder with pages has one.
  package var files: [String] = []
  /// Text of a page.
  package var texts: [String] = []
  /// Starts of lines of a page.
  package var lines: [String] = []

  /// Whether nothing tells of the dialect, which then has to be named.
  package var isEmpty: Bool { keys.isEmpty && files.isEmpty && texts.isEmpty && lines.isEmpty }
}
