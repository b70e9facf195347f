import DocgenSupport

/// A part of a page below a heading, up to the next heading.
package struct Section: Sendable {
  /// `nil` if neither the title nor the anchor is known.
  package var role: SectionRole?
  /// The heading's text.
  package var title: Located<String>
  /// The heading's anchor as the page gives it, or else as it is made from the title.
  package var anchor: String
  /// Whether the anchor stands in the page (`<a name="see-also"></a>`).
  package var hasExplicitAnchor: Bool
  /// The heading's level, 1 to 6.
  package var level: Int
  /// The index of the heading's node.
  package var heading: Int
  /// The nodes between the heading and the next one.
  package var content: Range<Int>
  /// The index of the section that this one is a part of.
  package var parent: Int?
  /// The place of the heading.
  package var span: SourceSpan
}
