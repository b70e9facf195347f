import DocgenSupport

/// One parameter of a declared function, method, callback, macro or message.
package struct ParameterDeclaration: Hashable, Sendable {
  /// `nil` if only the type is declared (`HWND`), and for `...`.
  package var name: Located<String>?
  /// The type as written, whitespace normalised (`const BYTE **`); nil for macros and languages without types, and for `...`.
  package var type: Located<String>?
  /// `nil` if nothing is said about it.
  package var direction: Located<ParameterDirection>?
  /// What follows the name: `[]`, `[4]`, `[2][3]`.
  package var arraySuffix: Located<String>?
  /// The value that stands for an argument left out; in a function shown as it is called, the argument.
  package var defaultValue: Located<String>?
  /// The parameter is `...`.
  package var isVariadic: Bool
  /// Annotations other than directions (`_In_reads_(n)`, `size_is(n)`).
  package var qualifiers: [Qualifier]
  /// From its first to its last token.
  package var span: SourceSpan

  /// Creates a parameter from its parts.
  package init(
    name: Located<String>? = nil, type: Located<String>? = nil, direction: Located<ParameterDirection>? = nil,
    arraySuffix: Located<String>? = nil, defaultValue: Located<String>? = nil, isVariadic: Bool = false,
    qualifiers: [Qualifier] = [], span: SourceSpan
  ) {
    self.name = name
    self.type = type
    self.direction = direction
    self.arraySuffix = arraySuffix
    self.defaultValue = defaultValue
    self.isVariadic = isVariadic
    self.qualifiers = qualifiers
    self.span = span
  }
}
