import DocgenSupport

/// A member that a class, interface, structure, element or table of constants lists.
package struct Member: Sendable {
  /// The role of the list's section: methods, properties, fields …
  package var role: SectionRole
  /// The name as it stands there, spaces and damage included.
  package var name: Located<String>
  /// The destination of the name's link, where it has one.
  package var link: String?
  /// The type that the page states.
  package var dataType: Located<String>?
  /// Whether it can be read and written, in the page's words.
  package var access: Located<String>?
  /// The qualifiers of a property of a class.
  package var qualifiers: Located<String>?
  /// The number that an enumerator or constant stands for.
  package var value: Located<String>?
  /// What an attribute or property is when nothing is said.
  package var defaultValue: Located<String>?
  /// What a table says about whether the member must be there.
  package var required: Located<String>?
  /// The node of the entry: a `<dt>`, a table row or a heading.
  package var node: Int
  /// The nodes of the description.
  package var description: Range<Int>
}
