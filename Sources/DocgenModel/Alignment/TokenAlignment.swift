import DocgenMarkup
import DocgenSupport

/// Which macros, shortcodes, directives and tags of a translation stand for which of its source.
///
/// Those that are blocks, or stand around such, follow each other as in the source. Those within lines belong to their
/// section, for each language has its own order of words.
package struct TokenAlignment: Sendable {
  /// A token that is not that of the source, or that only one of both has.
  package struct Difference: Sendable {
    /// The index among the tokens of the source.
    package var source: Int?
    /// The index among the tokens of the translation.
    package var translation: Int?
    /// Whether nothing else can be meant.
    package var isCertain: Bool
  }

  /// The differences, in the order of the translation as far as it has them.
  package private(set) var differences: [Difference] = []
  /// The tokens of the translation that are the same as those of the source, by these.
  package private(set) var equal: [Int: Int] = [:]

  private let source: TokenKeys
  private let translation: TokenKeys
  private let sourceNames: Set<String>
  /// The section of the translation in which each token of the source belongs; -1 before the first, `nil` in none.
  private let places: [Int?]

  /// Aligns the tokens of two pages.
  ///
  /// - Complexity: O(*n*) where both have the same; the product of those that differ for blocks.
  package init(_ pair: PageAlignment) {
    source = TokenKeys(pair.source) { $0 }
    let hasNames = pair.translation.document.tokens.contains { $0.meaning.anchor != nil }
    let headings = hasNames ? HeadingNames(pair) : nil
    translation = TokenKeys(pair.translation) { headings?.sourceAnchor(of: $0) ?? $0 }
    if source.keys == translation.keys {
      sourceNames = []
      places = []
      for index in source.keys.indices { equal[index] = index }
      return
    }
    sourceNames = Set(source.names)
    places = source.sections.map { $0 < 0 ? $0 : pair.sections.pair(ofSource: $0)?.translation }
    alignBlocks()
    alignInline(pair)
    pairRenamed()
    alignEnds()
    differences.sort {
      ($0.translation ?? .max, $0.source ?? .max) < ($1.translation ?? .max, $1.source ?? .max)
    }
  }

  // MARK: Blocks

  /// Longer lists are not compared in their order.
  private static let limit = 2000

  private mutating func alignBlocks() {
    var own = source.blocks[...]
    var other = translation.blocks[...]
    takeEnds(&own, &other, worth: Self.equalKeys + Self.sameSection + Self.sameText)
    if own.count >= Self.limit || other.count >= Self.limit { takeEnds(&own, &other, worth: Self.equalKeys) }
    guard own.count < Self.limit, other.count < Self.limit else { return }
    alignGaps(Array(own), Array(other))
  }

  /// Takes what is the same at the start and at the end of two lists out of them.
  private mutating func takeEnds(_ own: inout ArraySlice<Int>, _ other: inout ArraySlice<Int>, worth limit: Int32) {
    while let first = own.first, let second = other.first, score(first, second) >= limit {
      equal[own.removeFirst()] = other.removeFirst()
    }
    while let last = own.last, let second = other.last, score(last, second) >= limit {
      equal[own.removeLast()] = other.removeLast()
    }
  }

  /// As many as possible stand for one another; where there is a choice, those of one section do, and those of equal text.
  private static let (equalKeys, sameSection, sameText): (Int32, Int32, Int32) = (4 * Int32(limit), 2, 1)

  /// What it is worth that two tokens stand for one another; 0 if they cannot.
  private func score(_ own: Int, _ other: Int) -> Int32 {
    guard source.keys[own] == translation.keys[other] else { return 0 }
    return Self.equalKeys + (places[own] == translation.sections[other] ? Self.sameSection : 0)
      + (source.texts[own] == translation.texts[other] ? Self.sameText : 0)
  }

  /// Finds the common sequence of the greatest score, and pairs what stands between its parts.
  private mutating func alignGaps(_ own: [Int], _ other: [Int]) {
    guard !own.isEmpty, !other.isEmpty else {
      pairUp(own[...], other[...])
      return
    }
    let width = other.count + 1
    var scores = [Int32](repeating: 0, count: (own.count + 1) * width)
    for row in own.indices.reversed() {
      for column in other.indices.reversed() {
        let (apart, pair) = (
          max(scores[(row + 1) * width + column], scores[row * width + column + 1]), score(own[row], other[column])
        )
        scores[row * width + column] = pair == 0 ? apart : max(apart, scores[(row + 1) * width + column + 1] + pair)
      }
    }
    var (row, column, rowStart, columnStart) = (0, 0, 0, 0)
    while row < own.count, column < other.count {
      let pair = score(own[row], other[column])
      if pair > 0, scores[row * width + column] == scores[(row + 1) * width + column + 1] + pair {
        pairUp(own[rowStart..<row], other[columnStart..<column])
        equal[own[row]] = other[column]
        (row, column) = (row + 1, column + 1)
        (rowStart, columnStart) = (row, column)
      } else if scores[(row + 1) * width + column] >= scores[row * width + column + 1] {
        row += 1
      } else {
        column += 1
      }
    }
    pairUp(own[rowStart...], other[columnStart...])
  }

  /// Pairs tokens that differ: those of one name and section first, then those of one name, then those that are left where
  /// there are as many of both.
  private mutating func pairUp(_ own: ArraySlice<Int>, _ other: ArraySlice<Int>) {
    var (missing, extra) = (Array(own), Array(other))
    if missing.count != extra.count {
      for section in Set(missing.compactMap { places[$0] }).sorted() {
        pairNames(&missing, &extra) { $0 == section }
      }
      pairNames(&missing, &extra)
    }
    if missing.count == extra.count {
      // A single name that is another stands for the one that is missing, at both ends of a block.
      let renamed = zip(missing, extra).count {
        source.names[$0] != translation.names[$1] && !isEndOfRenamed($0, $1, in: zip(missing, extra))
      }
      for (index, match) in zip(missing, extra) {
        let isSame = source.names[index] == translation.names[match]
        if isSame || isRenamed(index, match) {
          add(index, match, isCertain: isSame || renamed == 1)
        } else {
          add(index, nil, isCertain: true)
          add(nil, match, isCertain: true)
        }
      }
      return
    }
    for index in missing { add(index, nil, isCertain: true) }
    for index in extra { add(nil, index, isCertain: true) }
  }

  /// Pairs those of one name where there are as many of both, of some sections alone.
  private mutating func pairNames(
    _ missing: inout [Int], _ extra: inout [Int], in isSection: (Int?) -> Bool = { _ in true }
  ) {
    for name in Set(missing.map { source.names[$0] }).sorted() {
      let own = missing.filter { source.names[$0] == name && isSection(places[$0]) }
      let other = extra.filter { translation.names[$0] == name && isSection(translation.sections[$0]) }
      guard own.count == other.count else { continue }
      for (index, match) in zip(own, other) { add(index, match, isCertain: own.count == 1) }
      missing.removeAll { own.contains($0) }
      extra.removeAll { other.contains($0) }
    }
  }

  /// Whether a token can be another one whose name was changed: it is written alike, and the source has no such name, or
  /// both are boxes.
  private func isRenamed(_ index: Int, _ match: Int) -> Bool {
    let (own, other) = (source.tokens[index], translation.tokens[match])
    if own.syntax == other.syntax, own.role == other.role, own.meaning.display == .alert,
      other.meaning.display == .alert
    {
      return true
    }
    guard own.syntax == other.syntax, !sourceNames.contains(translation.names[match]) else { return false }
    // Of a name that is not known, nothing tells whether it is a start.
    return own.role == other.role || !own.isKnown || !other.isKnown
  }

  /// Whether two tokens end blocks whose starts are paired, too, and were renamed alike.
  private func isEndOfRenamed(_ index: Int, _ match: Int, in pairs: Zip2Sequence<[Int], [Int]>) -> Bool {
    guard source.tokens[index].role == .end else { return false }
    return pairs.contains { start, other in
      start < index && source.tokens[start].role == .start
        && ASCIICase.equal(source.tokens[start].name.utf8, source.tokens[index].name.utf8)
        && ASCIICase.equal(translation.tokens[other].name.utf8, translation.tokens[match].name.utf8)
    }
  }

  /// Lets the ends of blocks stand for one another whose starts do, unless they stand among other tokens than in the source.
  private mutating func alignEnds() {
    var matches = equal
    for difference in differences {
      if let own = difference.source, let other = difference.translation { matches[own] = other }
    }
    let order = matches.keys.sorted()
    var ends: [Int: Int] = [:]
    for end in source.blocks where source.isEndOfBlock(end) {
      guard let start = source.tokens[end].partner, let match = matches[start] else { continue }
      if let other = translation.tokens[match].partner {
        if isInOrder(end, other, matches, order) { ends[end] = other }
      } else {
        // Whose name was changed, and which is no end for that.
        ends[end] = matches[end]
      }
    }
    let isPaired = Set(ends.values)
    if ends.allSatisfy({ matches[$0] == $1 }), matches.allSatisfy({ !source.isEndOfBlock($0) || ends[$0] == $1 }) {
      return
    }
    let kept = differences
    differences = []
    for difference in kept {
      let isOfEnd = difference.source.map(source.isEndOfBlock) ?? false
      // What stood for an end that has another one.
      if isOfEnd, let other = difference.translation, !translation.isEndOfBlock(other), !isPaired.contains(other) {
        add(nil, other, isCertain: true)
      }
      if !isOfEnd, !(difference.translation.map(translation.isEndOfBlock) ?? false) { differences.append(difference) }
    }
    for end in source.blocks where source.isEndOfBlock(end) {
      equal[end] = nil
      guard let other = ends[end] else {
        add(end, nil, isCertain: true)
        continue
      }
      if source.keys[end] == translation.keys[other] {
        equal[end] = other
      } else {
        add(end, other, isCertain: kept.first { $0.source == end && $0.translation == other }?.isCertain ?? true)
      }
    }
    for end in translation.blocks where translation.isEndOfBlock(end) && !isPaired.contains(end) {
      add(nil, end, isCertain: true)
    }
  }

  /// Whether the tokens around two ends stand for one another.
  private func isInOrder(_ own: Int, _ other: Int, _ matches: [Int: Int], _ order: [Int]) -> Bool {
    let next = order.partitioningIndex { $0 > own }
    // Those within lines have an order of their own, and ends are what is asked for.
    func neighbour(_ indices: some Sequence<Int>) -> Int? {
      for index in indices where !source.isInline[order[index]] && !source.isEndOfBlock(order[index]) {
        return matches[order[index]]
      }
      return nil
    }
    let (before, after) = (neighbour((0..<next).reversed()), neighbour(next..<order.count))
    return (before ?? -1) < other && other < (after ?? .max)
  }

  private mutating func add(_ source: Int?, _ translation: Int?, isCertain: Bool) {
    differences.append(Difference(source: source, translation: translation, isCertain: isCertain))
  }

  // MARK: Tokens within lines

  private struct Place: Hashable {
    var key: String
    var section: Int
  }

  private mutating func alignInline(_ pair: PageAlignment) {
    var found: [Place: [Int]] = [:]
    var anywhere: [String: [Int]] = [:]
    for index in translation.inline.reversed() {
      found[Place(key: translation.keys[index], section: translation.sections[index]), default: []].append(index)
    }
    var isMatched: Set<Int> = []
    var missing: [Int] = []
    for index in source.inline {
      if let section = places[index],
        let match = found[Place(key: source.keys[index], section: section)]?.popLast()
      {
        isMatched.insert(match)
        equal[index] = match
      } else {
        missing.append(index)
      }
    }
    // What moved to another section.
    for index in translation.inline.reversed() where !isMatched.contains(index) {
      anywhere[translation.keys[index], default: []].append(index)
    }
    var lost: [Int] = []
    for index in missing {
      guard let match = anywhere[source.keys[index]]?.popLast() else {
        lost.append(index)
        continue
      }
      isMatched.insert(match)
      equal[index] = match
    }
    let links = LinkedTargets(pair.translation)
    lost.removeAll { links.contains(source.tokens[$0]) }
    let sourceLinks = LinkedTargets(pair.source)
    let extra = translation.inline.filter { !isMatched.contains($0) && !sourceLinks.contains(translation.tokens[$0]) }
    pairInline(lost, extra)
  }

  private mutating func pairInline(_ missing: [Int], _ extra: [Int]) {
    var others = Dictionary(grouping: extra) { translation.sections[$0] }
    for (place, own) in Dictionary(grouping: missing, by: { places[$0] ?? .min }).sorted(by: { $0.key < $1.key }) {
      var (own, other) = (own, others.removeValue(forKey: place) ?? [])
      pairNames(&own, &other)
      if own.count == 1, other.count == 1, isRenamed(own[0], other[0]) {
        add(own.removeLast(), other.removeLast(), isCertain: true)
      }
      for index in own { add(index, nil, isCertain: true) }
      for index in other { add(nil, index, isCertain: true) }
    }
    for index in others.values.joined() { add(nil, index, isCertain: true) }
  }

  /// Pairs what is missing with the only extra one of its section whose name nobody knows: of such a one, nothing tells
  /// whether it is a block.
  private mutating func pairRenamed() {
    let unknown = differences.indices.filter {
      differences[$0].source == nil && !translation.tokens[differences[$0].translation ?? 0].isKnown
    }
    if unknown.isEmpty { return }
    let missing = Dictionary(grouping: differences.indices.filter { differences[$0].translation == nil }) {
      places[differences[$0].source ?? 0] ?? .min
    }
    var gone: Set<Int> = []
    let bySection = Dictionary(grouping: unknown) { translation.sections[differences[$0].translation ?? 0] }
    for (section, extra) in bySection {
      guard extra.count == 1, let lost = missing[section], lost.count == 1,
        let own = differences[lost[0]].source, let other = differences[extra[0]].translation, isRenamed(own, other)
      else { continue }
      differences[lost[0]] = Difference(source: own, translation: other, isCertain: true)
      gone.insert(extra[0])
    }
    if gone.isEmpty { return }
    differences = differences.indices.filter { !gone.contains($0) }.map { differences[$0] }
  }
}

/// What the titles and anchors of a translation's headings are in the source.
private struct HeadingNames {
  private let anchors: [String: String]

  init(_ pair: PageAlignment) {
    let style = pair.translation.anchorStyle
    let (source, translation) = (pair.source.facts.sections, pair.translation.facts.sections)
    let sections = pair.sections.pairs.flatMap { match in
      let (own, other) = (source[match.source].anchor, translation[match.translation])
      return [(other.anchor, own), (style.anchor(of: other.title.value), own)]
    }
    anchors = Dictionary(sections) { first, _ in first }
  }

  /// The anchor of the source's heading for one of the translation's; the same where it is of no heading.
  func sourceAnchor(of anchor: String) -> String { anchors[anchor] ?? anchor }
}

/// What tokens of a page say that no language may change.
private struct TokenKeys {
  let tokens: [Token]
  let names: [String]
  let keys: [String]
  /// The hash of all that each says, shown text as well.
  let texts: [UInt64]
  /// The section of each; -1 before the first.
  let sections: [Int]
  /// The numbers of those that are blocks or stand around such, and of the others.
  let blocks: [Int]
  let inline: [Int]
  let isInline: [Bool]

  /// Whether a token ends a block whose start is known.
  func isEndOfBlock(_ index: Int) -> Bool { tokens[index].role == .end && tokens[index].partner != nil }

  /// Reads the tokens of a page.
  ///
  /// - Parameters:
  ///   - page: The page.
  ///   - heading: Says the source's anchor for the anchor of a heading.
  init(_ page: LocalizedPage, heading: (String) -> String) {
    let document = page.document
    let style = page.anchorStyle
    tokens = document.tokens
    let syntaxes = document.tokenSet?.syntaxes ?? []
    let values = TokenValues(document)
    texts = tokens.map { FNVHash.hash(page.source.bytes[$0.span.range]) }
    names = tokens.map { token in
      "\(syntaxes[token.syntax].name) \(token.role == .end ? "/" : "")\(token.name.lowercased())"
    }
    keys = zip(tokens, names).map { token, name in
      name + "(" + Self.arguments(token, values, document) { heading(style.anchor(of: $0)) }.joined(separator: "|")
        + ")"
    }
    var section = -1
    sections = tokens.map { token in
      while section + 1 < page.facts.sections.count, page.facts.sections[section + 1].span.start <= token.span.start {
        section += 1
      }
      return section
    }
    let isBlock = tokens.map { token in
      if document.isFootnote(token) { return false }
      switch syntaxes[token.syntax].form {
      case .line, .indented, .heading, .tag: return true
      // The order of statements says nothing.
      case .statement: return false
      case .span, .bracket, .footnote:
        return token.role == .end || (token.meaning.display.isOfBlocks && !token.meaning.standsAlone)
          || document.isBlock(token)
      }
    }
    blocks = tokens.indices.filter { isBlock[$0] }
    inline = tokens.indices.filter { !isBlock[$0] }
    isInline = isBlock.map { !$0 }
  }

  /// The arguments that are not shown text; those with names in the order of these.
  private static func arguments(
    _ token: Token, _ values: TokenValues, _ document: Document, heading: (String) -> String
  ) -> [String] {
    var position = -1
    var named: [String] = []
    var others: [String] = []
    for argument in token.arguments {
      if argument.name == nil { position += 1 }
      if token.meaning.isProse(argument, at: position) { continue }
      var value = token.meaning.display == .math ? formula(argument.value) : plain(argument.value)
      if token.meaning.display != .math { value = values.compared(value, of: token, in: document) }
      if token.meaning.namesHeading(argument, at: position) { value = heading(value) }
      // Two ways to write one address are the same.
      if token.meaning.display == .link, token.meaning.isTarget(argument, at: position),
        let address = token.meaning.addresses(of: value).first
      {
        value = address.lowercased()
      }
      if let name = argument.name { named.append(name + "=" + value) } else { others.append(value) }
    }
    return others + named.sorted()
  }

  /// A value with single spaces and its character references as the characters that nearly all of them are.
  private static func plain(_ value: String) -> String {
    var value = value
    if value.utf8.contains(UInt8(ascii: "&")) {
      for (reference, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
        var parts: [Substring] = []
        var rest = value[...]
        while let found = ByteSearch.firstIndex(of: Array(reference.utf8), in: Array(rest.utf8), from: 0) {
          let start = rest.utf8.index(rest.startIndex, offsetBy: found)
          parts.append(rest[..<start])
          rest = rest[rest.utf8.index(start, offsetBy: reference.utf8.count)...]
        }
        value = (parts + [rest]).joined(separator: character)
      }
    }
    return value.utf8.split(whereSeparator: { $0 <= 0x20 }).map { String(decoding: $0, as: UTF8.self) }
      .joined(separator: " ")
  }

  /// A formula without spaces, and without the words in it.
  private static func formula(_ value: String) -> String {
    var result: [UInt8] = []
    let bytes = Array(value.utf8)
    var index = 0
    while index < bytes.count {
      if bytes[index...].starts(with: Array("\\text{".utf8)),
        let end = bytes[index...].firstIndex(of: UInt8(ascii: "}"))
      {
        index = end + 1
        continue
      }
      if bytes[index] > 0x20 { result.append(bytes[index]) }
      // A command ends where a space stands.
      if bytes[index] <= 0x20, index > 0, bytes[index - 1] == UInt8(ascii: "\\") { result.append(0x20) }
      index += 1
    }
    return String(decoding: result, as: UTF8.self)
  }
}
