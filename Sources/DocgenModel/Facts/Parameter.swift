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
  /// The section about the member that it belongs to; `nil` if it belongs to what the page is about.
  ///
  /// A page of a class may describe its members below headings of their own, each with code and a list of parameters: the
  /// nearest section around the list that shows code, and whose title is a name or lists members, is the member's.
  package var owner: Int?
  /// It is a parameter of a template, and no argument.
  package var isOfTemplate = false
  /// The whole line of the name, where a program set its break or marks elsewhere; `name` is all of its text then.
  package var tornLine: SourceSpan?
  /// What is stated of it apart from the text, label by label: its type, its aliases, whether it is required.
  package var properties: [LabelledValue] = []
}
