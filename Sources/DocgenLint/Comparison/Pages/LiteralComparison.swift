import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Compares the texts of a page that no language translates with those of its source, block by block.
struct LiteralComparison {
  /// A literal of the source that the translation lacks.
  struct Difference {
    let source: ProseLiteral
    /// What stands in its place; `nil` if nothing is like it.
    let translation: Located<String>?
    /// Nothing else can be meant.
    let isCertain: Bool
    /// Only spaces were put in, or signs exchanged.
    let isTypographic: Bool
    /// The run of the translation.
    let run: Int
  }

  private let pair: TranslationPair
  private let source: PageInventory
  private let translation: PageInventory

  init(_ pair: TranslationPair) {
    self.pair = pair
    source = pair.prose.source
    translation = pair.prose.translation
  }

  /// All differences, in the order of the translation's blocks.
  func differences() -> [Difference] {
    var result: [Difference] = []
    for texts in pair.prose.texts.pairs where !source.runs[texts.source].isFact {
      let own = source.literals(inRun: texts.source).filter {
        isName($0) && !pair.prose.isFact($0.span) && !isOfPhrase($0, texts.source)
      }
      if own.isEmpty { continue }
      guard let text = translation.text(ofRun: texts.translation) else { continue }
      let lacking = own.filter { !pair.prose.holds(text.bytes, $0.text, allowsSpaces: false) }
      if lacking.isEmpty { continue }
      let missing = lacking.filter { !stands($0, in: texts.section) }
      if !missing.isEmpty { result += compare(missing, own, texts, text) }
    }
    return result
  }

  private func compare(
    _ missing: [ProseLiteral], _ all: [ProseLiteral], _ texts: ProsePair.TextPair, _ text: InlineText
  ) -> [Difference] {
    let sourceText = source.text(ofRun: texts.source)?.bytes ?? []
    let letters = sourceText.map(ASCIICase.lowercased)
    // What the source's text has in any way is none of its damaged literals: markup may begin within a word.
    let others = translation.literals(inRun: texts.translation).filter {
      !pair.prose.holds(sourceText, $0.text, allowsSpaces: false)
        && !(pair.prose.maySearch(letters.count)
          && ByteSearch.firstIndex(of: $0.text.map(ASCIICase.lowercased), in: letters, from: 0) != nil)
    }
    var result: [Difference] = []
    for kind in Set(missing.map(\.kind)).sorted(by: { $0.rawValue < $1.rawValue }) {
      let own = missing.filter { $0.kind == kind }
      let other = others.filter { $0.kind == kind }
      let pairs = LiteralPairs(
        Array(own.indices), of: own.map(\.text), with: Array(other.indices), of: other.map(\.text))
      for difference in pairs.differences {
        let literal = own[difference.source]
        if pair.prose.maySearch(text.count),
          let torn = LiteralSearch.range(of: literal.text, in: text.bytes, matchesCase: true)
        {
          result.append(
            Difference(
              source: literal, translation: text.located(torn), isCertain: true, isTypographic: true,
              run: texts.translation))
          continue
        }
        // The text may be another.
        if !texts.isCertain, !difference.isTypographic { continue }
        let match = difference.translation.map { other[$0] }
        result.append(
          Difference(
            source: literal, translation: match.map { Located($0.string, at: $0.span) },
            isCertain: (difference.isOnly || difference.similarity > 0.6)
              && !isLeftInPart(literal, match, texts) && isWhole(literal) && !hasMoreWords(match, than: literal)
              && !isMarkedPhrase(literal, texts.source, .emphasis)
              && !(kind == .placeholder && hasProseSlots(sourceText)),
            isTypographic: difference.isTypographic, run: texts.translation))
      }
    }
    return result.sorted { $0.source.span.start < $1.source.span.start }
  }

  /// Whether a literal is all that its block says, and the translation's says more, or the other way round: that may be what
  /// became of it, too.
  private func isLeftInPart(_ literal: ProseLiteral, _ match: ProseLiteral?, _ texts: ProsePair.TextPair) -> Bool {
    guard let match else { return false }
    func isAll(_ span: SourceSpan, _ run: SourceSpan) -> Bool { span.start <= run.start && run.end <= span.end }
    return isAll(literal.span, source.runs[texts.source].span)
      != isAll(match.span, translation.runs[texts.translation].span)
      || isAfterUnderscore(match.span)
  }

  /// Whether hyphens join more words in the translation, of which some are its own: `-box-Präfix-Version` for `-box-prefixed`.
  private func hasMoreWords(_ match: ProseLiteral?, than literal: ProseLiteral) -> Bool {
    guard let match, match.kind == .option else { return false }
    func words(_ text: [UInt8]) -> Int { text.split(separator: UInt8(ascii: "-")).count }
    return words(match.text) > words(literal.text)
  }

  /// Whether an underscore stands apart before a place, which a torn name may have lost.
  private func isAfterUnderscore(_ span: SourceSpan) -> Bool {
    let before = translation.page.source.bytes[..<Int(span.start)].suffix(3)
    return before.last == 0x20 && before.dropLast().last == UInt8(ascii: "_")
  }

  /// Whether a literal of the source ends and begins where its text does: `c:\\box~1` and `\\\\server\\boxes` are more than what
  /// was read of them.
  private func isWhole(_ literal: ProseLiteral) -> Bool {
    let bytes = source.page.source.bytes
    let (start, end) = (Int(literal.span.start), Int(literal.span.end))
    if end < bytes.count, bytes[end] == UInt8(ascii: "~") { return false }
    return start < 2 || bytes[start - 1] != UInt8(ascii: "\\") || literal.kind != .path
  }

  /// Whether braces hold what a reader fills in, in words: `{error conditions}`.
  private func hasProseSlots(_ text: [UInt8]) -> Bool {
    var start = 0
    while let open = text[start...].firstIndex(of: UInt8(ascii: "{")),
      let close = text[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      let inner = text[open + 1..<close]
      start = close + 1
      if inner.contains(0x20), inner.allSatisfy({ $0 == 0x20 || $0 >= 0x80 || (0x61...0x7A).contains($0 | 0x20) }) {
        return inner.first != 0x20 && inner.last != 0x20
      }
    }
    return false
  }

  /// Whether a path with backslashes is cut out of words in bold, such as a way through menus, which are shown in the
  /// language of their reader.
  private func isOfPhrase(_ literal: ProseLiteral, _ run: Int) -> Bool {
    guard literal.kind == .path, literal.text.contains(UInt8(ascii: "\\")) else { return false }
    return isMarkedPhrase(literal, run, .strong)
  }

  /// Whether a literal is a part of several words that are marked as one.
  private func isMarkedPhrase(_ literal: ProseLiteral, _ run: Int, _ kind: ProseMark.Kind) -> Bool {
    source.marks[source.runs[run].marks].contains { mark in
      let span = source.page.document.nodes[mark.node].span
      return mark.kind == kind && span.start <= literal.span.start && literal.span.end <= span.end
        && source.page.document.text(of: mark.node).bytes.contains(0x20)
    }
  }

  /// Whether two words with capitals are a name: a page has it.
  private func isName(_ literal: ProseLiteral) -> Bool {
    literal.kind != .compound || pair.prose.context.project.compoundNames.contains(literal.string.lowercased())
  }

  /// Whether a literal stands anywhere in a section of the translation.
  private func stands(_ literal: ProseLiteral, in section: ProsePair.SectionPair) -> Bool {
    guard let range = pair.prose.range(of: section) else { return false }
    return pair.prose.holds(Array(translation.page.source.bytes[range]), literal.text, allowsSpaces: false)
  }
}
