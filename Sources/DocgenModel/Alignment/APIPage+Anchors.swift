extension APIPage {
  /// The anchors of the sections of a translation, equal in every locale for sections that stand for each other.
  ///
  /// An anchor that the page gives itself stands. Others are those of the source's section, numbered as they are there
  /// where they are repeated, or else made from the title; none is one of the interface's.
  package func anchors(of page: LocalizedPage) -> [String] {
    guard let source, page.locale != source.locale else { return SectionAnchors.anchors(of: page) }
    return SectionAnchors.anchors(of: page, beside: source)
  }
}
