import DocgenSupport

/// A part of a page below a heading, up to the next heading.
public struct Section: Sendable {
  /// Nothing where neither the title nor the anchor is known.
  public var role: SectionRole?
  /// The heading's text.
  public var title: Located<String>
  /// The heading's anchor as the page gives it, or else as it is made from the title.
  public var anchor: String
  /// Whether the anchor stands in the page (`<a name="see-also"></a>`).
  public var hasExplicitAnchor: Bool
  /// The heading's level, 1 to 6.
  public var level: Int
  /// The index of the heading's node.
  public var heading: Int
  /// The nodes between the heading and the next one.
  public var content: Range<Int>
  /// The index of the section that this one is a part of.
  public var parent: Int?
  /// The place of the heading.
  public var span: SourceSpan
}
