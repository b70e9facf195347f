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
  package internal(set) var differences: [Difference] = []
  /// The tokens of the translation that are the same as those of the source, by these.
  package internal(set) var equal: [Int: Int] = [:]
  /// The tokens of the source that stand for the same ones of another section.
  private var moved: Set<Int> = []

  let source: TokenKeys
  let translation: TokenKeys
  private let headings: HeadingNames?
  private let sourceNames: Set<String>
  /// The section of the translation in which each token of the source belongs; -1 before the first, `nil` in none.
  let places: [Int?]
  /// All of these.
  private let counterparts: Set<Int>

  /// Aligns the tokens of two pages.
  ///
  /// - Complexity: O(*n*) where both have the same; the product of those that differ for blocks.
  package init(_ pair: PageAlignment) {
    let hasNames = (pair.source.document.tokens + pair.translation.document.tokens).contains {
      $0.meaning.anchor != nil
    }
    let headings = hasNames ? HeadingNames(pair) : nil
    self.headings = headings
    source = TokenKeys(pair.source) { headings?.nameInSource($0) }
    translation = TokenKeys(pair.translation, translationOf: pair.source) { headings?.name($0) }
    if source.keys == translation.keys {
      sourceNames = []
      places = []
      counterparts = []
      for index in source.keys.indices { equal[index] = index }
      return
    }
    sourceNames = Set(source.names)
    places = source.sections.map { $0 < 0 ? $0 : pair.sections.pair(ofSource: $0)?.translation }
    counterparts = Set(places.compactMap(\.self))
    alignBlocks()
    alignInline(pair)
    pairRenamed()
    pairMoved()
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
    let first = differences.count
    let isUneven = missing.count != extra.count
    if isUneven || zip(missing, extra).contains(where: { source.names[$0] != translation.names[$1] }) {
      for section in Set(missing.compactMap { places[$0] }).sorted() {
        pairNames(&missing, &extra) { $0 == section }
      }
    }
    if isUneven { pairNames(&missing, &extra) }
    let named = differences[first...]
    if missing.count == extra.count {
      // A single name that is another stands for the one that is missing, at both ends of a block.
      let renamed = zip(missing, extra).count {
        source.names[$0] != translation.names[$1] && !isEndOfRenamed($0, $1, in: zip(missing, extra))
      }
      for (index, match) in zip(missing, extra) {
        let isSame = source.names[index] == translation.names[match]
        if isSame && isOfOneSection(index, match) || isRenamed(index, match) && !Self.cross(index, match, named) {
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

  /// Whether another pair stands before one of two tokens and after the other.
  private static func cross(_ own: Int, _ other: Int, _ pairs: ArraySlice<Difference>) -> Bool {
    pairs.contains { pair in
      guard let source = pair.source, let translation = pair.translation else { return false }
      return (source < own) != (translation < other)
    }
  }

  /// Pairs those of one name where there are as many of both, of some sections alone.
  mutating func pairNames(
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

  /// Whether two tokens stand in sections that stand for each other, as far as that is known.
  private func isOfOneSection(_ index: Int, _ match: Int) -> Bool {
    guard let place = places[index] else { return !counterparts.contains(translation.sections[match]) }
    return place == translation.sections[match]
  }

  /// Whether a token can be another one whose name was changed: it is written alike, and the source has no such name, or
  /// both are boxes.
  func isRenamed(_ index: Int, _ match: Int) -> Bool {
    let (own, other) = (source.tokens[index], translation.tokens[match])
    if own.syntax == other.syntax, own.role == other.role, own.meaning.display == .alert,
      other.meaning.display == .alert
    {
      return true
    }
    // What shows something else is another one.
    if own.isKnown, other.isKnown, own.meaning.display != other.meaning.display { return false }
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

  /// Pairs blocks that stand in other sections than in the source, but have the same arguments: a page in another order lacks nothing.
  private mutating func pairMoved() {
    var extra: [String: [Int]] = [:]
    for difference in differences.reversed() where difference.source == nil {
      guard let index = difference.translation, !translation.isInline[index] else { continue }
      extra[translation.keys[index], default: []].append(index)
    }
    if extra.isEmpty { return }
    var gone: Set<Int> = []
    differences.removeAll { difference in
      guard difference.translation == nil, let own = difference.source, source.tokens[own].role != .end,
        // Of two notes, nothing tells that they say the same: one may be lost, and the other added.
        !source.keys[own].hasSuffix("()"), let match = extra[source.keys[own]]?.last,
        places[own] != translation.sections[match]
      else { return false }
      extra[source.keys[own]]?.removeLast()
      equal[own] = match
      moved.insert(own)
      gone.insert(match)
      return true
    }
    differences.removeAll { difference in
      difference.source == nil && difference.translation.map(gone.contains) ?? false
    }
  }

  /// Lets the ends of blocks stand for one another whose starts do, unless they stand among other tokens than in the source.
  private mutating func alignEnds() {
    var matches = equal
    for difference in differences {
      if let own = difference.source, let other = difference.translation { matches[own] = other }
    }
    let order = matches.keys.filter { !moved.contains($0) }.sorted()
    var ends: [Int: Int] = [:]
    for end in source.blocks where source.isEndOfBlock(end) {
      guard let start = source.tokens[end].partner, let match = matches[start] else { continue }
      if let other = translation.tokens[match].partner {
        if moved.contains(start) || isInOrder(end, other, matches, order) { ends[end] = other }
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

  mutating func add(_ source: Int?, _ translation: Int?, isCertain: Bool) {
    if let source, let translation, leadAlike(source, translation) {
      equal[source] = translation
      return
    }
    differences.append(Difference(source: source, translation: translation, isCertain: isCertain))
  }

  /// Whether two tokens are links whose targets are written in two ways that may mean one page: `length`, `<length>`.
  private func leadAlike(_ own: Int, _ other: Int) -> Bool {
    let (expected, actual) = (source.tokens[own], translation.tokens[other])
    guard expected.meaning.display == .link, source.names[own] == translation.names[other],
      let target = expected.target, let translated = actual.target,
      expected.arguments.count == 1, actual.arguments.count == 1
    else { return false }
    return !Set(expected.meaning.addresses(of: TokenKeys.plain(target.value)).map { $0.lowercased() })
      .isDisjoint(with: actual.meaning.addresses(of: TokenKeys.plain(translated.value)).lazy.map { $0.lowercased() })
  }

  /// The title that an argument of the translation has to have, which names a heading; `nil` if it does not differ from
  /// what the source's names, or that has no counterpart.
  ///
  /// - Parameters:
  ///   - argument: The argument of the source.
  ///   - translated: That of the translation.
  /// - Returns: Where the title stands in the translation.
  package func title(namedBy argument: TokenArgument, _ translated: TokenArgument) -> Located<String>? {
    guard let headings, let name = headings.nameInSource(argument.value), name != headings.name(translated.value) else {
      return nil
    }
    return headings.title(of: name)
  }

  /// Whether two arguments that name headings name the same, or the source's names none.
  package func nameSameHeading(_ argument: TokenArgument, _ translated: TokenArgument) -> Bool {
    guard let headings else { return argument.value == translated.value }
    return headings.nameInSource(argument.value) == headings.name(translated.value)
  }
}
