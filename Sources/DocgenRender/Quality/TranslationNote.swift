import DocgenMarkup
import DocgenModel
import DocgenSupport

/// What the quality pages need to know of a page in one locale, kept when the page itself is let go.
struct TranslationNote: Sendable {
  /// Who made a translation.
  enum Translator: String, CaseIterable, Sendable {
    case machine
    case human
    /// The page does not tell.
    case unnamed

    init(_ page: LocalizedPage) {
      switch page.frontMatter.string("ms.translationtype")?.value.uppercased() {
      case "MT": self = .machine
      case "HT": self = .human
      default: self = .unnamed
      }
    }
  }

  /// Who made it; of no meaning on pages of the source.
  var translator: Translator
  /// The part of the address that leads to the place of each finding.
  var fragments: [String] = []
}

extension PageContent {
  /// What the quality pages need to know of the page, once it is written.
  ///
  /// - Parameter findings: Those of the page in its locale.
  /// - Returns: The note, with a fragment for each finding.
  func note(_ findings: [Diagnostic]) -> TranslationNote {
    var note = TranslationNote(translator: .init(page))
    guard !findings.isEmpty else { return note }
    var marks = FindingMarks(
      page, sections: page.facts.sections.map { writer.anchors.heading($0.heading) }, facts: factAnchors)
    note.fragments = findings.map { marks.fragment(of: $0.location) }
    return note
  }

  /// The anchors that entries have of their own; those that several ask for lead to none for certain.
  private var factAnchors: [(node: Int, anchor: String)] {
    let facts = page.facts
    let all =
      facts.parameters.indices.map { (node: facts.parameters[$0].node, anchor: index.anchor(ofParameter: $0)) }
      + facts.returnCodes.indices.map { (node: facts.returnCodes[$0].node, anchor: index.anchor(ofReturnCode: $0)) }
      + facts.members.indices.map { (node: facts.members[$0].node, anchor: index.anchor(ofMember: $0)) }
    let counts = Dictionary(all.map { ($0.anchor, 1) }, uniquingKeysWith: +)
    return all.filter { counts[$0.anchor] == 1 && writer.usedIDs.contains($0.anchor) }
  }
}
