import DocgenMarkup
import DocgenSupport

/// Which facts, sections, code blocks and alerts of a translation stand for which of its source, and how certain that is.
///
/// Everything that compares two texts of one page asks here: rules of lint and their fixes, staleness (an earlier text of
/// the source beside that of today), and what the site restores, counts and links to. What is asked for is worked out once;
/// a page is looked at by one thread at a time.
package final class PageAlignment {
  /// The page in the source language.
  package let source: LocalizedPage
  /// The translation.
  package let translation: LocalizedPage
  /// The words of both languages.
  package let words: TranslationWords
  private var alignments: [(kind: FactKind, alignment: Alignment)] = []
  private var differences: [(kind: FactKind, differences: [FactDifference])] = []
  /// The sections, in the order of the pages.
  package private(set) lazy var sections = SectionAlignment.align(
    source.facts.sections, source.document, translation.facts.sections, translation.document, style: source.anchorStyle)
  /// The sections of both that are paired by their places alone, in which nothing is compared.
  private(set) lazy var uncertainSections = pairedByPlace()
  /// The names of parameters that the code of the translation declares, by the member that it belongs to.
  private var declaredNames: [Int?: Set<String>] = [:]
  /// The code blocks that hold signatures.
  package private(set) lazy var signatures = CodeBlockAlignment(
    source, translation, areSignatures: true, in: sections)
  /// The other code blocks.
  package private(set) lazy var samples = CodeBlockAlignment(
    source, translation, areSignatures: false, in: sections)
  /// The notes, warnings and the like, section by section.
  package private(set) lazy var alerts = alignAlerts()
  /// The links and images.
  package private(set) lazy var links = LinkAlignment(PageLink.all(in: source), PageLink.all(in: translation), of: self)
  /// The macros, shortcodes, directives and tags.
  package private(set) lazy var tokens = TokenAlignment(self)
  /// The names of the source that stand in the translation with whitespace within.
  package private(set) lazy var tornNames = TornName.all(in: translation, beside: source)
  /// The anchors that links within both pages may lead to.
  private(set) lazy var anchorTables = {
    let table = AnchorTable(source)
    return (source: table, translation: AnchorTable(translation, source: table))
  }()
  /// The values of lists and tables below parameters and members and in sections.
  private(set) lazy var values = (
    source: ValueEntry.entries(of: source, words.source),
    translation: ValueEntry.entries(of: translation, words.translation)
  )
  /// Where places lie in the documents of both.
  private(set) lazy var slotIndices = (source: SlotIndex(source.document), translation: SlotIndex(translation.document))

  /// Puts a translation beside its source; nothing is worked out yet.
  package init(source: LocalizedPage, translation: LocalizedPage, words: TranslationWords) {
    self.source = source
    self.translation = translation
    self.words = words
  }

  /// Which facts of a kind stand for which, by their indices.
  package subscript(kind: FactKind) -> Alignment {
    for entry in alignments where entry.kind === kind { return entry.alignment }
    let alignment = kind.align(self)
    alignments.append((kind, alignment))
    return alignment
  }

  /// The slots of a kind in which the translation says something else, in the order of the source.
  package func differences(of kind: FactKind) -> [FactDifference] {
    for entry in differences where entry.kind === kind { return entry.differences }
    var found: [FactDifference] = []
    if let compare = kind.compare {
      for pair in self[kind].pairs { found += compare(self, pair) }
    }
    differences.append((kind, found))
    return found
  }

  /// Whether the translation declares a parameter by a name of its own, and not by that of the source.
  func declares(_ parameter: Parameter, insteadOf expected: Parameter) -> Bool {
    let owner = parameter.owner
    let names = declaredNames[owner] ?? translation.facts.declaredNames(of: owner, in: translation.source)
    declaredNames[owner] = names
    return names.contains(parameter.name.value) && !names.contains(expected.name.value)
  }
}
