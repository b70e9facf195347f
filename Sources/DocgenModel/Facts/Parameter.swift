import DocgenSupport

/// An entry of a page's parameter list.
package struct Parameter: Sendable {
  /// The name as it stands there, spaces and damage included; empty where only the direction is left.
  package var name: Located<String>
  /// The words in brackets after the name (`in, optional`), without the brackets.
  package var directionText: Located<String>?
  /// What the words mean; `nil` if none of them is known.
  package var direction: ParameterDirection?
  /// The words are known to have lost the meaning.
  package var hasLostDirection = false
  /// The node of the entry's term: a `<dt>`, a table row, a list item or a heading.
  package var node: Int
  /// The nodes of the description.
  package var description: Range<Int>
}
