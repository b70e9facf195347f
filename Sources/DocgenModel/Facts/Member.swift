import DocgenSupport

/// A member that a class, interface, structure, element or table of constants lists.
public struct Member: Sendable {
  /// The role of the list's section: methods, properties, fields …
  public var role: SectionRole
  /// The name as it stands there, blanks and damage included.
  public var name: Located<String>
  /// The destination of the name's link, where it has one.
  public var link: String?
  /// The type that the page states.
  public var dataType: Located<String>?
  /// Whether it can be read and written, in the page's words.
  public var access: Located<String>?
  /// The qualifiers of a property of a class.
  public var qualifiers: Located<String>?
  /// The number that an enumerator or constant stands for.
  public var value: Located<String>?
  /// What an attribute or property is when nothing is said.
  public var defaultValue: Located<String>?
  /// What a table says about whether the member must be there.
  public var required: Located<String>?
  /// The node of the entry: a `<dt>`, a table row or a heading.
  public var node: Int
  /// The nodes of the description.
  public var description: Range<Int>
}
