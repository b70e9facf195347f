import DocgenMarkup
import DocgenModel
import DocgenSupport

/// A translation beside its source, as rules compare them.
final class TranslationPair {
  let page: APIPage
  let source: LocalizedPage
  let translation: LocalizedPage
  /// Which facts, sections and blocks of both stand for each other, in what they differ and how that is restored.
  let alignment: PageAlignment
  /// Their texts and links, compared when the first rule asks.
  let prose: ProsePair

  init(source sourceContext: PageContext, translation context: PageContext) {
    page = context.apiPage
    source = sourceContext.page
    translation = context.page
    alignment = PageAlignment(
      source: source, translation: translation, words: context.project.words[translation.locale])
    prose = ProsePair(source: sourceContext, translation: context, alignment)
  }

  /// The words of both locales.
  var words: TranslationWords { alignment.words }

  /// The texts of the source that no language translates, as far as the translation has not the same.
  private(set) lazy var literalDifferences = LiteralComparison(self).differences()

  /// The names that the translation's code has of its own.
  private(set) lazy var ownCode = OwnCode(of: translation.facts.codeBlocks, in: translation, beside: source)

  /// Whether the code blocks of the translation have a text as a word.
  func isWordOfCode(_ text: String) -> Bool { wordsOfCode.contains(ProseWord.hash(text.utf8)) }

  private lazy var wordsOfCode = OwnCode.words(of: translation.facts.codeBlocks, in: translation)

  /// The hashes of all words of the source's code blocks.
  private(set) lazy var wordsOfSourceCode = OwnCode.words(of: source.facts.codeBlocks, in: source)

  /// Whether the code blocks of the translation have a name in another case alone.
  func isOfOtherCase(_ name: String) -> Bool {
    !isWordOfCode(name) && foldedWordsOfCode.contains(ProseWord.hash(name.utf8.map(ASCIICase.lowercased)))
  }

  private lazy var foldedWordsOfCode = OwnCode.words(of: translation.facts.codeBlocks, in: translation, isFolded: true)

  /// The hashes of all words of the source's text, and of those that are names or set apart.
  private(set) lazy var wordsOfSource: (all: Set<UInt64>, names: Set<UInt64>) = {
    let words = prose.source.words
    let names = words.lazy.filter { $0.hasNameShape || !$0.traits.isDisjoint(with: .marked) }
    return (Set(words.lazy.map(\.hash)), Set(names.map(\.hash)))
  }()

  /// How much of the page may still be looked at for what stands beside its damaged names.
  private var visibleBytes = 4_000_000

  /// Whether so many words or bytes may be looked at; `false` once the page had its share.
  func mayLook(_ count: Int) -> Bool {
    visibleBytes -= count
    return visibleBytes >= 0
  }

  /// Where the links of the translation lead.
  private(set) lazy var linkDestinations = Set(prose.translation.links.map(\.destination))

  /// Texts of links in the place of names beyond doubt, in the order of the page.
  private(set) lazy var linkNames = alignment.linkNames.filter { $0.restoration?.isSafe ?? false }

  /// The name of the source whose link holds a place.
  func linkName(at place: SourceSpan) -> LinkName? {
    let next = linkNames.partitioningIndex { $0.place.end >= place.end }
    return next < linkNames.count && linkNames[next].place.contains(place) ? linkNames[next] : nil
  }

  /// Those of the blocks that the source lacks.
  private(set) lazy var extraCode = OwnCode(of: alignment.samples.extra, in: translation, beside: source)

  /// The names in what programs print, or in code of no language, that are the translation's own.
  private(set) lazy var printedCode = OwnCode(
    of: translation.facts.codeBlocks.filter { block in
      block.infoString.map { CodeLanguages.shared.language(of: $0.value)?.isText ?? false } ?? true
    }, in: translation, beside: source)

  /// Whether blocks of code that are not closed hold text, of which nobody knows what it is.
  private(set) lazy var hasOpenCode: Bool = {
    let places = prose.context.incomparablePlaces
    return !places.own.isEmpty || !places.source.isEmpty
  }()

  /// Whether both pages have the same sections and code, so that nothing tells that they are of two editions.
  private(set) lazy var isOfOneEdition: Bool = alignment.sections.isComplete && alignment.samples.areCertain

  /// Where a fact that is missing belongs: after the entry before it, or at the heading of its section.
  func placeOfMissing(after previous: SourceSpan?, role: (SectionRole) -> Bool) -> SourceSpan {
    if let previous { return SourceSpan(at: lineStart(previous.start)) }
    let facts = translation.facts
    if let section = facts.sections.first(where: { $0.role.map(role) ?? false }) {
      return SourceSpan(at: lineStart(section.span.start))
    }
    return startOfText
  }

  /// The title that the translation's text begins with, or else the start of the text.
  private var startOfText: SourceSpan {
    let facts = translation.facts
    if let heading = facts.headingNode { return SourceSpan(at: translation.document.nodes[heading].span.start) }
    let bytes = translation.source.bytes
    let start = Int(translation.frontMatter.bodyStart)
    let text = bytes[start...].firstIndex { $0 > 0x20 } ?? start
    return SourceSpan(at: lineStart(Int32(truncatingIfNeeded: text)))
  }

  /// Where what stands at a node of the source belongs: at the heading of its section.
  func placeOfMissing(node: Int) -> SourceSpan {
    placeOfMissing(inSection: source.facts.lastSection(before: node))
  }

  /// Where what stands in a section of the source belongs: at the heading of its counterpart, or else of the section before
  /// that has one.
  func placeOfMissing(inSection section: Int?) -> SourceSpan {
    if let section, let match = lastCounterparts[section] {
      return SourceSpan(at: lineStart(translation.facts.sections[match].span.start))
    }
    return startOfText
  }

  /// For each section of the source the counterpart of it, or else of the last one before it that has one.
  private lazy var lastCounterparts: [Int?] = {
    var last: Int?
    return source.facts.sections.indices.map { section in
      last = alignment.sections.pair(ofSource: section)?.translation ?? last
      return last
    }
  }()

  /// The text of the translation in the place of a node of the source: its block where the blocks correspond.
  func placeOf(sourceNode node: Int) -> SourceSpan {
    if let run = prose.run(ofSourceNode: node), let counterpart = prose.counterpart(ofRun: run) {
      return SourceSpan(at: prose.translation.runs[counterpart].span.start)
    }
    return block(atSource: source.document.nodes[node].span.start) ?? placeOfMissing(node: node)
  }

  /// The innermost block in the place of that at an offset of the source; `nil` if that cannot be told.
  func block(atSource offset: Int32) -> SourceSpan? { counterpartBlocks.block(at: offset) }

  private lazy var counterpartBlocks = CounterpartBlocks(source, translation, alignment.sections)

  /// Where the line of the translation begins that an offset is in.
  func lineStart(_ offset: Int32) -> Int32 {
    let bytes = translation.source.bytes
    var start = min(Int(offset), bytes.count)
    while start > 0, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start -= 1 }
    return Int32(truncatingIfNeeded: start)
  }
}
