import DocgenMarkup

/// Which sub-headings of lists of members are titles because those beside them are: `Literals` beside `Classes`.
struct MemberTitles {
  /// The sections of which a sub-heading is the title of other members; `nil` as long as nobody asked.
  private var parents: Set<Int>?

  /// Whether a plain word stands among titles, and so is one.
  mutating func hold(_ section: Section, _ members: MemberReader, _ facts: PageFacts) -> Bool {
    guard let parent = section.parent, members.isPlainWord(section) else { return false }
    let parents = self.parents ?? Set(facts.sections.lazy.filter(members.isTitle).compactMap(\.parent))
    self.parents = parents
    return parents.contains(parent)
  }
}
