import DocgenSupport

/// A member that a class, interface or structure page lists.
public struct Member: Sendable {
  /// The role of the list's section: methods, properties, fields …
  public var role: SectionRole
  /// The name as the page writes it.
  public var name: Located<String>
  /// The destination of the name's link, where it has one.
  public var link: String?
  /// The data type, where the entry tells it.
  public var dataType: Located<String>?
  /// The access type (`Read-only`), where the entry tells it.
  public var access: Located<String>?
  /// The qualifiers of a class of WMI, where the entry tells them.
  public var qualifiers: Located<String>?
  /// The node of the entry: a `<dt>` or a table row.
  public var node: Int
  /// The nodes of the description.
  public var description: Range<Int>
}
