import DocgenMarkup
import DocgenModel
import DocgenSupport

extension PageContent {
  /// What the quality pages need to know of the page, once it is written.
  ///
  /// - Parameter findings: Those of the page in its locale.
  /// - Returns: The note, with a fragment for each finding.
  func note(_ findings: [Diagnostic]) -> TranslationNote {
    var note = TranslationNote(translator: .init(page))
    guard !findings.isEmpty else { return note }
    // Findings are about the file, which may say something else than the page.
    let own = original ?? page
    let anchors = page.facts.sections.map { writer.anchors.heading($0.heading) }
    var marks = FindingMarks(
      own, sections: own.facts.sections.indices.map { $0 < anchors.count ? anchors[$0] : nil },
      facts: factAnchors(own.facts))
    note.fragments = findings.map { marks.fragment(of: $0.location) }
    return note
  }

  /// The anchors that entries have of their own; those that several ask for lead to none for certain.
  private func factAnchors(_ facts: PageFacts) -> [(node: Int, anchor: String)] {
    let shown = page.facts
    var all: [(node: Int, anchor: String)] = []
    if facts.parameters.count == shown.parameters.count {
      all += facts.parameters.indices.map { (facts.parameters[$0].node, index.anchor(ofParameter: $0)) }
    }
    if facts.returnCodes.count == shown.returnCodes.count {
      all += facts.returnCodes.indices.map { (facts.returnCodes[$0].node, index.anchor(ofReturnCode: $0)) }
    }
    if facts.members.count == shown.members.count {
      all += facts.members.indices.map { (facts.members[$0].node, index.anchor(ofMember: $0)) }
    }
    let counts = Dictionary(all.map { ($0.anchor, 1) }, uniquingKeysWith: +)
    return all.filter { counts[$0.anchor] == 1 && writer.usedIDs.contains($0.anchor) }
  }
}
