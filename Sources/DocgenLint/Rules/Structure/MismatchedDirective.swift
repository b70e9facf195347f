import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Compares macros, shortcodes, directives and tags: names, order, ends, and the arguments that are not shown text.
enum MismatchedDirective: TranslationCheck {
  static let rule = Rule(
    "mismatched-directive", in: .structure, .error,
    "A macro, shortcode, directive or tag is not that of the source.")

  struct Messages: MessageSet {
    let extra = MessageForm<String>("the source has no '{1}'; remove it here")
    let changed = MessageForm<String>("this is '{1}' in the source; write it so")
    let noHeading = MessageForm<String, String>(
      "'{1}' names no heading of this page; write '{2}' as the heading has it")
  }

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    let (source, translation) = (pair.source.document.tokens, pair.translation.document.tokens)
    if source.isEmpty, translation.isEmpty { return }
    let alignment = pair.alignment.tokens
    let lost = ToldBlocks(
      alignment.differences.compactMap { $0.translation == nil ? $0.source : nil }, pair.source.document)
    let added = ToldBlocks(
      alignment.differences.compactMap { $0.source == nil ? $0.translation : nil }, pair.translation.document)
    let renamed = Dictionary(
      alignment.differences.compactMap { difference in
        difference.source.flatMap { own in difference.translation.map { (own, $0) } }
      }, uniquingKeysWith: { first, _ in first })
    let places = DirectivePlaces(pair)
    for difference in alignment.differences {
      let expected = difference.source.map { source[$0] }
      let actual = difference.translation.map { translation[$0] }
      switch (expected, actual) {
      case (let expected?, let actual?):
        // The start of a block tells of its end.
        if expected.role == .end, let start = expected.partner, let match = renamed[start], actual.partner == match {
          continue
        }
        reportChange(expected, actual, difference.isCertain, pair, &findings)
      case (let expected?, nil):
        guard let number = difference.source, !lost.tell(of: number), expected.meaning.display != .hidden,
          !isOfUncertainSection(expected, pair)
        else { continue }
        let text = pair.source.shortText(of: expected)
        report(
          Finding(
            LiteralFindings.messages.missing(text), at: places.place(of: number), severity: severity(ofLost: expected),
            expected: text, damage: .lost, source: expected.span
          ).standing(forSource: block(of: expected, in: pair.source)), to: &findings)
      case (nil, let actual?):
        guard let number = difference.translation, !added.tell(of: number), actual.meaning.display != .hidden,
          !pair.isQuoteInSource(actual)
        else { continue }
        let text = pair.translation.shortText(of: actual)
        report(
          Finding(messages.extra(text), at: actual.span, severity: severity(ofExtra: actual), actual: text)
            .standing(for: block(of: actual, in: pair.translation)), to: &findings)
      case (nil, nil): break
      }
    }
  }

  /// Whether a token within lines stands in a section that may be about something else than its counterpart.
  private static func isOfUncertainSection(_ token: Token, _ pair: TranslationPair) -> Bool {
    guard token.meaning.display == .link || token.meaning.display == .text else { return false }
    let sections = pair.source.facts.sections
    let next = sections.partitioningIndex { $0.span.start > token.span.start }
    return next > 0 && pair.alignment.isUncertain(sourceSection: next - 1)
  }

  /// What a reader of the translation loses with a token: links, boxes and columns leave their text where it is. An end that
  /// is missing breaks the page.
  private static func severity(ofLost token: Token) -> Severity? {
    if token.role == .end { return nil }
    return switch token.meaning.display {
    case .text, .link, .alert, .reference: .warning
    // Frames show nothing but what they hold.
    case .nothing: token.role == .single ? nil : .warning
    case .block, .tabs, .tab, .include, .image, .video, .file, .math, .mathml, .code, .hidden: nil
    }
  }

  private static func severity(ofExtra token: Token) -> Severity? {
    token.isKnown && token.meaning.display == .nothing ? .warning : severity(ofLost: token)
  }

  /// All that a token shows: what stands within it, or all of the block that it begins; `nil` for an end.
  private static func block(of token: Token, in page: LocalizedPage) -> SourceSpan? {
    if token.role == .single { return token.span }
    guard token.role == .start, let partner = token.partner else { return nil }
    return token.span.union(page.document.tokens[partner].span)
  }

  private static func reportChange(
    _ expected: Token, _ actual: Token, _ isCertain: Bool, _ pair: TranslationPair, _ findings: inout Findings
  ) {
    if let finding = finding(ofHeading: expected, actual, pair) {
      report(finding, to: &findings)
      return
    }
    let difference = DirectiveDifference(expected, actual, pair)
    let places = difference.places.map { DirectiveDifference.narrowed($0, pair) }
    guard let first = places.first else { return }
    let (wanted, found) = (pair.source.source.text(first.source), pair.translation.source.text(first.translation))
    var edits = places.map { TextEdit($0.translation, Array(pair.source.source.bytes[$0.source.range])) }
    edits += endEdits(expected, actual, pair)
    report(
      .changed(
        places.count == 1 && !wanted.isEmpty && !found.isEmpty
          ? LiteralFindings.messages.damaged(found, wanted)
          : messages.changed(pair.source.shortText(of: expected)),
        from: Located(wanted, at: first.source), to: Located(found, at: first.translation),
        severity: expected.meaning.display == .alert && actual.meaning.display == .alert ? .warning : nil,
        // What a page of another edition has of its own may be right beside its text.
        fix: isCertain && !difference.holdsText && haveSameDigits(places, pair)
          && (!isOther(actual, than: expected) || !actual.isKnown)
          ? Restoration(
            edits,
            isSafe: pair.isOfOneEdition && places.count == 1 && !isOther(actual, than: expected)
              && (expected.isKnown || difference.isOfNames(pair)))
          : nil),
      to: &findings)
  }

  /// An argument that names a heading has to name that of the translation, whatever the source calls it.
  private static func finding(ofHeading expected: Token, _ actual: Token, _ pair: TranslationPair) -> Finding? {
    guard let place = expected.meaning.anchor, expected.meaning.anchor == actual.meaning.anchor,
      let own = expected.value(place), let other = actual.value(place),
      let title = pair.alignment.tokens.title(namedBy: own, other)
    else { return nil }
    return .changed(
      messages.noHeading(other.value, title.value), from: Located(title.value, at: own.span),
      to: Located(other.value, at: other.span),
      fix: Restoration([TextEdit(other.span, Array(pair.translation.source.bytes[title.span.range]))], isSafe: false))
  }

  /// Whether a token is another one that the dialect has, and no damaged name: what stands around may be made for it.
  private static func isOther(_ actual: Token, than expected: Token) -> Bool {
    actual.isKnown && !ASCIICase.equal(actual.name.utf8, expected.name.utf8)
  }

  /// Whether the source has the same numbers at all places, such as the version that a text is about.
  private static func haveSameDigits(_ places: [DirectiveDifference.Place], _ pair: TranslationPair) -> Bool {
    places.allSatisfy { place in
      LiteralDamage.haveSameDigits(
        pair.source.source.bytes[place.source.range], pair.translation.source.bytes[place.translation.range])
    }
  }

  /// What is to be written at the end of a block whose start has another name.
  private static func endEdits(_ expected: Token, _ actual: Token, _ pair: TranslationPair) -> [TextEdit] {
    let (source, translation) = (pair.source.document.tokens, pair.translation.document.tokens)
    guard expected.role == .start, let own = expected.partner, let other = actual.partner,
      pair.alignment.tokens.differences.contains(where: { $0.source == own && $0.translation == other })
    else { return [] }
    return DirectiveDifference(source[own], translation[other], pair).places
      .map { DirectiveDifference.narrowed($0, pair) }
      .map { TextEdit($0.translation, Array(pair.source.source.bytes[$0.source.range])) }
  }
}

/// Where tokens that are missing belong.
private final class DirectivePlaces {
  private let pair: TranslationPair
  /// The texts of the translation that stand for those of the source, by these.
  private lazy var texts = Dictionary(
    pair.prose.texts.pairs.lazy.filter(\.isCertain).map { ($0.source, $0.translation) },
    uniquingKeysWith: { first, _ in first })
  /// For each token of the source the last one before it that the translation has as well.
  private let last: [Int?]

  init(_ pair: TranslationPair) {
    self.pair = pair
    let equal = pair.alignment.tokens.equal
    var before: Int?
    last = pair.source.document.tokens.indices.map { number in
      defer { if equal[number] != nil { before = number } }
      return before
    }
  }

  /// The text that the token goes around, the block in the place of its own, or the token before it in its section.
  func place(of number: Int) -> SourceSpan {
    let tokens = pair.source.document.tokens
    let offset = tokens[number].span.start
    if let text = placeOfContent(number) { return text }
    if tokens[number].role != .end, tokens[number].partner == nil, let block = pair.block(atSource: offset) {
      return block
    }
    let sections = pair.source.facts.sections
    let next = sections.partitioningIndex { $0.span.start > offset }
    let start = next > 0 ? sections[next - 1].span.start : 0
    if let index = last[number], tokens[index].span.start >= start, let match = pair.alignment.tokens.equal[index] {
      return SourceSpan(at: pair.translation.document.tokens[match].span.start)
    }
    return pair.placeOfMissing(inSection: next > 0 ? next - 1 : nil)
  }

  /// What stands for the first text within the block that a token begins; `nil` unless it follows what stands for the token
  /// before.
  private func placeOfContent(_ number: Int) -> SourceSpan? {
    let token = pair.source.document.tokens[number]
    guard token.role == .start, let partner = token.partner else { return nil }
    let runs = pair.prose.source.runs
    let first = runs.partitioningIndex { $0.span.start >= token.span.end }
    guard first < runs.count, runs[first].span.start < pair.source.document.tokens[partner].span.start,
      let match = texts[first]
    else { return nil }
    let place = pair.prose.translation.runs[match].span
    let before = last[number].flatMap { pair.alignment.tokens.equal[$0] }
    guard before.map({ pair.translation.document.tokens[$0].span.end <= place.start }) ?? true else { return nil }
    return SourceSpan(at: pair.lineStart(place.start))
  }
}

/// Tokens that only one of two pages has, and what is told with them: ends with their starts, and parts with the block.
private struct ToldBlocks {
  private let isInner: Set<Int>

  init(_ tokens: [Int], _ document: Document) {
    let all = document.tokens
    var open: [Int] = []
    var blocks: [(start: Int, end: Int)] = []
    for number in tokens.sorted() {
      switch all[number].role {
      case .start: open.append(number)
      case .end:
        let (name, partner) = (all[number].name, all[number].partner)
        let start = open.lastIndex { partner == nil ? ASCIICase.equal(all[$0].name.utf8, name.utf8) : $0 == partner }
        guard let place = start else { continue }
        blocks.append((open[place], number))
        open.removeSubrange(place...)
      default: break
      }
    }
    var isInner: Set<Int> = []
    var end = -1
    for block in blocks.sorted(by: { $0.start < $1.start }) where block.end > end {
      isInner.formUnion(block.start + 1...block.end)
      end = block.end
    }
    // What is brought in and used nowhere else is told with its use.
    let names = Set(tokens.lazy.filter { !document.isStatement(all[$0]) }.map { all[$0].name })
    for number in tokens where document.isStatement(all[number]) {
      let words = all[number].arguments.first?.value.utf8.split { !Self.isOfName($0) } ?? []
      if words.contains(where: { names.contains(String(decoding: $0, as: UTF8.self)) }) { isInner.insert(number) }
    }
    self.isInner = isInner
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x5F || byte == 0x24
  }

  /// Whether another one tells of a token, by its number on the page.
  func tell(of number: Int) -> Bool { isInner.contains(number) }
}

/// In which parts two tokens differ.
struct DirectiveDifference {
  typealias Place = (source: SourceSpan, translation: SourceSpan)

  /// The places of a name or of values in both; the whole tokens where they are not built alike.
  let places: [Place]
  /// The places hold text that readers see, which is the translation's own.
  let holdsText: Bool

  init(_ expected: Token, _ actual: Token, _ pair: TranslationPair) {
    let whole = [(expected.span, actual.span)]
    let (values, others) = (
      TokenValues(pair.source.document), TokenValues(pair.translation.document, translationOf: pair.source.document)
    )
    let (wanted, found) = (Self.fixedArguments(expected), Self.fixedArguments(actual))
    // Text that only one of both has is no difference.
    guard expected.role == actual.role, wanted.map(\.name) == found.map(\.name) else {
      places = whole
      holdsText = [expected, actual].contains { token in
        Self.positions(token).contains {
          token.arguments[$0].value != "" && token.meaning.isProse(token.arguments[$0], at: $1)
        }
      }
      return
    }
    var places: [Place] = []
    if !ASCIICase.equal(expected.name.utf8, actual.name.utf8) {
      guard let wanted = Self.name(of: expected, in: pair.source),
        let found = Self.name(of: actual, in: pair.translation)
      else {
        (self.places, holdsText) = (whole, false)
        return
      }
      places.append((wanted, found))
    }
    let heading = expected.meaning.anchor.flatMap { expected.value($0) }
    for (wanted, found) in zip(wanted, found)
    where wanted.value != found.value
      && values.compared(wanted.value, of: expected, in: pair.source.document)
        != others.compared(found.value, of: actual, in: pair.translation.document)
    {
      if wanted.span == heading?.span, pair.alignment.tokens.nameSameHeading(wanted, found) { continue }
      places.append((wanted.span, found.span))
    }
    (self.places, holdsText) = (places.isEmpty ? whole : places, false)
  }

  /// Whether the source has no word there that somebody may have translated: only paths, numbers and names with signs.
  ///
  /// Of an unknown token nobody knows what the values are for.
  func isOfNames(_ pair: TranslationPair) -> Bool {
    places.allSatisfy { place in
      let bytes = pair.source.source.bytes[place.source.range]
      return bytes.allSatisfy { $0 > 0x20 && $0 < 0x80 }
        && !bytes.allSatisfy { (0x61...0x7A).contains($0 | 0x20) || $0 == UInt8(ascii: "\"") }
    }
  }

  /// The arguments that no language changes, those with names in the order of these.
  private static func fixedArguments(_ token: Token) -> [TokenArgument] {
    let arguments = positions(token).filter { !token.meaning.isProse(token.arguments[$0], at: $1) }
      .map { token.arguments[$0.index] }
    return arguments.filter { $0.name == nil }
      + arguments.filter { $0.name != nil }.sorted { ($0.name ?? "") < ($1.name ?? "") }
  }

  /// The indices of a token's arguments, each with its place among those without names.
  private static func positions(_ token: Token) -> [(index: Int, position: Int)] {
    var position = -1
    return token.arguments.indices.map { index in
      if token.arguments[index].name == nil { position += 1 }
      return (index, position)
    }
  }

  /// Where the name of a token is written.
  private static func name(of token: Token, in page: LocalizedPage) -> SourceSpan? {
    let name = Array(token.name.utf8)
    let bytes = page.source.bytes
    guard !name.isEmpty, let start = ByteSearch.firstIndex(of: name, in: bytes, from: Int(token.span.start)),
      start + name.count <= Int(token.span.end)
    else { return nil }
    return SourceSpan(start..<start + name.count)
  }

  /// The places without the words that stand at the starts and ends of both.
  static func narrowed(
    _ place: (source: SourceSpan, translation: SourceSpan), _ pair: TranslationPair
  ) -> (source: SourceSpan, translation: SourceSpan) {
    let own = pair.source.source.bytes[place.source.range]
    let other = pair.translation.source.bytes[place.translation.range]
    let limit = min(own.count, other.count)
    var start = zip(own, other).prefix { $0 == $1 }.count
    var end = zip(own.reversed(), other.reversed()).prefix { $0 == $1 }.count
    end = min(end, limit - min(start, limit))
    func isWithinWord(_ text: ArraySlice<UInt8>, _ index: Int) -> Bool {
      index > 0 && index < text.count && text[text.startIndex + index - 1] > 0x20
        && text[text.startIndex + index] > 0x20
    }
    while start > 0, isWithinWord(own, start) || isWithinWord(other, start) { start -= 1 }
    while end > 0, isWithinWord(own, own.count - end) || isWithinWord(other, other.count - end) { end -= 1 }
    guard start + end < own.count, start + end < other.count else { return place }
    return (
      SourceSpan(start: place.source.start + Int32(start), end: place.source.end - Int32(end)),
      SourceSpan(start: place.translation.start + Int32(start), end: place.translation.end - Int32(end))
    )
  }
}
