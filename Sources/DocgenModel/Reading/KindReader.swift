import DocgenMarkup
import DocgenSupport

/// Tells what kind of page a page is.
///
/// What no language changes decides: front matter, declarations and the roles of sections. The words of the title choose
/// between what that leaves open, so that a title without such a word (`WM_CLOSE`) makes no difference between languages.
struct KindReader {
  private let vocabulary: Vocabulary
  private let facts: PageFacts
  private let frontMatter: FrontMatter
  private let document: Document
  private let evidence: KindEvidence

  // What the front matter tells by the dialect's tables is `declared`.
  init(
    vocabulary: Vocabulary, frontMatter: FrontMatter, document: Document, facts: PageFacts, declared: String? = nil
  ) {
    self.vocabulary = vocabulary
    self.frontMatter = frontMatter
    self.document = document
    self.facts = facts
    evidence = KindEvidence(frontMatter: frontMatter, document: document, facts: facts, declared: declared)
  }

  /// The kind, and for lists the kind of what they list.
  func read() -> (kind: PageKind?, listed: PageKind?) {
    if let kind = evidence.declaredKind { return (kind, kind == .list ? plural() : nil) }
    guard evidence.isItem || evidence.isOfReference, !evidence.isProse else { return article() }
    let findings = evidence.findings()
    if let kind = findings.kind, findings.alternatives.isEmpty, findings.isSure { return (kind, nil) }
    if !findings.isSure, evidence.listsParts { return (.list, plural()) }
    if let kind = singular(), findings.allows(kind) { return (kind, nil) }
    if !findings.isSure, evidence.isOverview { return (.list, plural()) }
    if let kind = findings.kind { return (kind, nil) }
    guard evidence.isItem else { return (.guide, nil) }
    return (leadKind() ?? evidence.fallback, nil)
  }

  /// A page that describes nothing of an API itself.
  private func article() -> (kind: PageKind?, listed: PageKind?) {
    evidence.isOverview ? (.list, plural()) : (.guide, nil)
  }

  /// The kind of one thing in the heading, or else in the title.
  private func singular() -> PageKind? {
    if let heading = facts.heading,
      let kind = TitleWords(heading.value).singular(vocabulary, names: evidence.names)
    {
      return kind
    }
    return facts.title.flatMap {
      TitleWords(FrontMatter.unescaped($0.value)).singular(vocabulary, names: evidence.names)
    }
  }

  /// The kind of several things in the heading, or else in the title.
  private func plural() -> PageKind? {
    if let heading = facts.heading, let kind = TitleWords(heading.value).plural(vocabulary) { return kind }
    return facts.title.flatMap { TitleWords(FrontMatter.unescaped($0.value)).plural(vocabulary) }
  }

  /// The kind word beside the name in the first sentence of a page without sections: "The NetAlert function is …".
  private func leadKind() -> PageKind? {
    guard !evidence.names.isEmpty, let heading = facts.headingNode else { return nil }
    let start = Int(document.nodes[heading].end)
    guard let paragraph = document.paragraphs(in: start..<Int(document.nodes[0].end)).first else { return nil }
    var text = document.text(in: paragraph)
    if text.count > 240 { text.truncate(to: 240) }
    return TitleWords(text.string).kindBesideName(vocabulary, names: evidence.names)
  }
}
