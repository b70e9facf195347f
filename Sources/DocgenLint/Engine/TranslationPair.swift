import DocgenMarkup
import DocgenModel
import DocgenSupport

/// A translation beside its source, with their facts aligned.
final class TranslationPair {
  let page: APIPage
  let source: LocalizedPage
  let translation: LocalizedPage
  let requirementComparison: RequirementComparison
  let phrases: PhraseTranslation
  let parameters: Alignment
  let returnCodes: Alignment
  let requirements: Alignment
  /// The code blocks that hold signatures.
  let signatures: CodeBlockPairs
  /// The other code blocks.
  let samples: CodeBlockPairs
  let members: Alignment
  /// The words of both locales.
  let vocabularies: (source: Vocabulary, translation: Vocabulary)
  /// Their texts, links and sections, compared when the first rule asks.
  let prose: ProsePair
  /// Where places lie in the documents of both, for the fixes of their slots.
  private(set) lazy var slotIndices = (source: SlotIndex(source.document), translation: SlotIndex(translation.document))

  init(source sourceContext: PageContext, translation context: PageContext) {
    page = context.apiPage
    source = sourceContext.page
    translation = context.page
    vocabularies = (sourceContext.vocabulary, context.vocabulary)
    prose = ProsePair(source: sourceContext, translation: context)
    let lexicons = context.project.lexicons
    requirementComparison = RequirementComparison(
      source: lexicons[source.locale], translation: lexicons[translation.locale])
    phrases = context.project.phrases[translation.locale]
    members = Alignment(
      MemberKey.keys(of: source, beside: translation), MemberKey.keys(of: translation, beside: source),
      MemberKey.likeness)
    parameters = Alignment(source.facts.parameters, translation.facts.parameters) { expected, actual in
      Similarity.names(expected.name.value, actual.name.value)
    }
    returnCodes = Alignment(source.facts.returnCodes, translation.facts.returnCodes, Similarity.returnCodes)
    requirements = Alignment(source.facts.requirements, translation.facts.requirements) { expected, actual in
      guard let key = actual.key else { return .different }
      return expected.key == key ? .equal : .unrelated
    }
    signatures = CodeBlockPairs(source, translation, areSignatures: true)
    samples = CodeBlockPairs(source, translation, areSignatures: false)
  }

  /// Where a fact that is missing belongs: behind the entry before it, or at the heading of its section.
  func placeOfMissing(after previous: SourceSpan?, role: (SectionRole) -> Bool) -> SourceSpan {
    if let previous { return SourceSpan(at: lineStart(previous.start)) }
    let facts = translation.facts
    if let section = facts.sections.first(where: { $0.role.map(role) ?? false }) {
      return SourceSpan(at: lineStart(section.span.start))
    }
    if let heading = facts.headingNode { return SourceSpan(at: translation.document.nodes[heading].span.start) }
    if let first = facts.sections.first { return SourceSpan(at: first.span.start) }
    return SourceSpan(at: translation.frontMatter.bodyStart)
  }

  /// Where what stands at a node of the source belongs: at the heading in the place of the one before the node.
  func placeOfMissing(node: Int) -> SourceSpan {
    let sections = source.facts.sections
    guard sections.count == translation.facts.sections.count,
      let index = source.facts.lastSection(before: node)
    else { return placeOfMissing(after: nil) { _ in false } }
    return SourceSpan(at: lineStart(translation.facts.sections[index].span.start))
  }

  /// The text of the translation in the place of a node of the source: its block where the blocks correspond.
  func placeOf(sourceNode node: Int) -> SourceSpan {
    if let run = prose.run(ofSourceNode: node), let counterpart = prose.counterpart(ofRun: run) {
      return SourceSpan(at: prose.translation.runs[counterpart].span.start)
    }
    return placeOfMissing(node: node)
  }

  private func lineStart(_ offset: Int32) -> Int32 {
    let bytes = translation.source.bytes
    var start = min(Int(offset), bytes.count)
    while start > 0, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start -= 1 }
    return Int32(truncatingIfNeeded: start)
  }
}
