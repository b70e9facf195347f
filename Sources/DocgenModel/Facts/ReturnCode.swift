import DocgenSupport

/// One of the codes that a method or function may return.
package struct ReturnCode: Sendable {
  /// A symbolic name (`E_FAIL`), or words that each language has its own for (`Success`).
  package var name: Located<String>?
  /// The name is one that no language may change.
  package var isSymbolic: Bool
  /// A number, range or list of numbers in its canonical form; text in the place of a value as it stands.
  package var value: Located<String>?
  /// The same value in another base, or beside a symbolic name.
  package var alternateValue: Located<String>?
  /// The node of the entry: a `<dt>` or a table row.
  package var node: Int
  /// The node of the list or table that the entry is a part of.
  package var container: Int
  /// The place of the entry's term.
  package var span: SourceSpan
  /// The nodes of the description.
  package var description: Range<Int>
}
