import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Compares the items of lists: how many there are, their levels, their numbers, and the boxes of tasks.
enum MismatchedList: TranslationCheck {
  static let rule = Rule(
    "mismatched-list", in: .structure, .warning,
    "A list has other items, levels, numbers or check marks than in the source.")

  struct Messages: MessageSet {
    let otherLevel = MessageForm<Int, Int>(
      "the item stands at level {1} of the list here and at level {2} in the source; indent it as there")
    let noNumber = PlainMessage("the item has a number in the source; write one")
    let extraNumber = PlainMessage("the item has no number in the source; remove it here")
    let otherNumber = MessageForm<Int, Int>("the item has the number {1} here and {2} in the source; write it so")
    let restarts = MessageForm<Int, Int>(
      "a list starts anew at {1} here, and goes on with {2} in the source; indent what stands before the item")
    let unchecked = PlainMessage("the box of the item is checked in the source; write '[x]'")
    let checked = PlainMessage("the box of the item is not checked in the source; write '[ ]'")
    let extraBox = PlainMessage("the item has no box in the source; remove it here")
    let noItem = PlainMessage("this is an item of a list in the source; mark it as one")
    let missing = PlainMessage("an item of the list is missing; translate it")
    let extra = PlainMessage("the source has no such item in its list; remove it here or add it there")
    let missingItems = MessageForm<Int>("{1} items of the list are missing; translate them")
    let extraItems = MessageForm<Int>("the source has none of these {1} items; remove them here or add them there")
    let fewerItems = MessageForm<Int, Int>(
      "the lists of this section have {1:# item|# items} here and {2} in the source; translate all")
    let moreItems = MessageForm<Int, Int>(
      "the lists of this section have {1:# item|# items} here and {2} in the source; remove what it does not have")
  }

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    let source = Dictionary(grouping: pair.prose.source.items, by: \.section)
    let translation = Dictionary(grouping: pair.prose.translation.items, by: \.section)
    if source.isEmpty, translation.isEmpty { return }
    var comparison: ListComparison?
    for section in pair.prose.sectionPairs {
      let (own, other) = (source[section.source] ?? [], translation[section.translation] ?? [])
      if own.isEmpty && other.isEmpty { continue }
      let lists = comparison ?? ListComparison(pair)
      comparison = lists
      for finding in lists.findings(own, other) where !pair.hasOpenCode { report(finding, to: &findings) }
    }
  }
}

/// Compares the lists of two pages, section by section.
private struct ListComparison {
  private let pair: TranslationPair
  /// The run of the translation that stands for one of the source, and the other way round.
  private let translationRuns: [Int: Int]
  private let sourceRuns: [Int: Int]

  init(_ pair: TranslationPair) {
    self.pair = pair
    let texts = pair.prose.texts.pairs
    translationRuns = Dictionary(texts.map { ($0.source, $0.translation) }) { first, _ in first }
    sourceRuns = Dictionary(texts.map { ($0.translation, $0.source) }) { first, _ in first }
  }

  func findings(_ own: [ListItem], _ other: [ListItem]) -> [Finding] {
    if own.count == other.count { return own.isEmpty ? [] : shapes(own, other) }
    // A star of damaged emphasis makes a list of one item.
    if own.isEmpty, other.count < 2 { return [] }
    var (lost, added) = (unmatched(own, in: other), unmatchedOfTranslation(other, in: own))
    takeEqual(&lost, &added)
    if own.count > other.count {
      // Where a whole part of the page is not translated, a finding of its own tells.
      let isTotal = lost.isEmpty || lost.count * 2 > own.count && lost.count > 2
      return isTotal ? [total(own, other, lost, [])] : missing(lost, of: own, other)
    }
    let isTotal = added.isEmpty || added.count * 2 > other.count && added.count > 2
    return isTotal ? [total(own, other, [], added)] : extra(added, of: other)
  }

  // MARK: Equal numbers

  /// What is other about items that stand for each other; of levels and numbers, the first tells of all.
  private func shapes(_ own: [ListItem], _ other: [ListItem]) -> [Finding] {
    var findings: [Finding] = []
    var hasShape = false
    for (source, translation) in zip(own, other) {
      if !hasShape, let finding = shape(source, translation) {
        findings.append(finding)
        hasShape = true
      }
      if source.task != translation.task, source.task != .none || translation.task != .none {
        findings.append(task(source, translation))
      }
    }
    return findings
  }

  private func shape(_ source: ListItem, _ translation: ListItem) -> Finding? {
    if source.depth != translation.depth {
      return finding(
        MismatchedList.messages.otherLevel(translation.depth + 1, source.depth + 1),
        translation, source)
    }
    if source.isOrdered != translation.isOrdered {
      return finding(
        source.isOrdered
          ? MismatchedList.messages.noNumber : MismatchedList.messages.extraNumber,
        translation, source)
    }
    if source.isOrdered, source.number != translation.number {
      // A list that was interrupted has the same numbers in the file, and starts anew on the page.
      let isSame = number(of: source, pair.source) == number(of: translation, pair.translation)
      if isSame, followsCommentAlone(translation) { return nil }
      var finding = finding(
        isSame
          ? MismatchedList.messages.restarts(translation.number, source.number)
          : MismatchedList.messages.otherNumber(translation.number, source.number),
        translation, source)
      (finding.expected, finding.actual) = (String(source.number), String(translation.number))
      return finding
    }
    return nil
  }

  /// The digits that an item begins with in its file.
  private func number(of item: ListItem, _ page: LocalizedPage) -> ArraySlice<UInt8> {
    page.source.bytes[page.document.nodes[item.node].span.range].prefix { (0x30...0x39).contains($0) }
  }

  /// Whether nothing but comments stands between the list of an item and one before it.
  private func followsCommentAlone(_ item: ListItem) -> Bool {
    let (document, nodes) = (pair.translation.document, pair.translation.document.nodes)
    func parent(of node: Int) -> Int? { (0..<node).last { Int(nodes[$0].end) > node } }
    guard let list = parent(of: item.node), let outer = parent(of: list) else { return false }
    for block in document.children(of: outer).filter({ $0 < list }).reversed() {
      switch nodes[block].kind {
      case .comment, .ignored, .softBreak: continue
      case .text where nodes[block].flags.contains(.whitespace): continue
      case .orderedList: return true
      default: return false
      }
    }
    return false
  }

  private func task(_ source: ListItem, _ translation: ListItem) -> Finding {
    switch source.task {
    case .done: finding(MismatchedList.messages.unchecked, translation, source)
    case .open: finding(MismatchedList.messages.checked, translation, source)
    case .none: finding(MismatchedList.messages.extraBox, translation, source)
    }
  }

  // MARK: Other numbers

  private func missing(_ lost: [ListItem], of own: [ListItem], _ other: [ListItem]) -> [Finding] {
    let runs = pair.prose.translation.runs
    var findings: [Finding] = []
    var rest: [ListItem] = []
    for item in lost {
      // Its text may stand beside the list.
      guard let run = pair.prose.source.firstRun(ofBlock: item.node).flatMap({ translationRuns[$0] }) else {
        rest.append(item)
        continue
      }
      findings.append(
        Finding(
          MismatchedList.messages.noItem, at: SourceSpan(at: runs[run].span.start),
          damage: .lost, source: place(of: item, pair.source)))
    }
    for group in Self.groups(rest, of: own) {
      let place =
        placeOfMissing(group[0], after: other.first?.node ?? 0)
        ?? other.first.map { self.place(of: $0, pair.translation) }
      findings.append(
        Finding(
          group.count == 1 ? MismatchedList.messages.missing : MismatchedList.messages.missingItems(group.count),
          at: place ?? pair.placeOf(sourceNode: group[0].node),
          damage: .lost, source: self.place(of: group[0], pair.source)
        ).standing(forSource: group.map { pair.source.document.nodes[$0.node].span }))
    }
    return findings
  }

  private func extra(_ added: [ListItem], of other: [ListItem]) -> [Finding] {
    Self.groups(added, of: other).map { group in
      Finding(
        group.count == 1 ? MismatchedList.messages.extra : MismatchedList.messages.extraItems(group.count),
        at: place(of: group[0], pair.translation)
      ).standing(for: group.map { pair.translation.document.nodes[$0.node].span })
    }
  }

  /// Some of the items of a section, those that follow each other together: they come or go as one.
  private static func groups(_ items: [ListItem], of all: [ListItem]) -> [[ListItem]] {
    var groups: [[ListItem]] = []
    var next: Int?
    for item in items {
      let index = all.firstIndex { $0.node == item.node }
      if let index, index == next { groups[groups.count - 1].append(item) } else { groups.append([item]) }
      next = index.map { $0 + 1 }
    }
    return groups
  }

  private func total(_ own: [ListItem], _ other: [ListItem], _ lost: [ListItem], _ added: [ListItem]) -> Finding {
    let place =
      other.first.map { self.place(of: $0, pair.translation) } ?? pair.placeOf(sourceNode: own.first?.node ?? 0)
    return Finding(
      own.count > other.count
        ? MismatchedList.messages.fewerItems(other.count, own.count)
        : MismatchedList.messages.moreItems(other.count, own.count),
      at: place, expected: "\(own.count)", actual: "\(other.count)", damage: .number,
      source: own.first.map { self.place(of: $0, pair.source) }
    ).standing(forSource: lost.map { pair.source.document.nodes[$0.node].span })
      .standing(for: added.map { pair.translation.document.nodes[$0.node].span })
  }

  /// The items of the source that no item of the translation stands for.
  private func unmatched(_ own: [ListItem], in other: [ListItem]) -> [ListItem] {
    let known = Set(other.compactMap { pair.prose.translation.firstRun(ofBlock: $0.node) })
    return own.filter { item in
      guard let run = pair.prose.source.firstRun(ofBlock: item.node) else { return false }
      return translationRuns[run].map { !known.contains($0) } ?? true
    }
  }

  private func unmatchedOfTranslation(_ other: [ListItem], in own: [ListItem]) -> [ListItem] {
    let known = Set(own.compactMap { pair.prose.source.firstRun(ofBlock: $0.node) })
    return other.filter { item in
      guard let run = pair.prose.translation.firstRun(ofBlock: item.node) else { return false }
      return sourceRuns[run].map { !known.contains($0) } ?? true
    }
  }

  /// Takes items out of both lists that say the same in all that no language changes: those that are sorted otherwise.
  private func takeEqual(_ lost: inout [ListItem], _ added: inout [ListItem]) {
    if lost.isEmpty || added.isEmpty { return }
    // The items of the translation that have the same, the first one last.
    var others: [[UInt64]: [Int]] = [:]
    for (index, item) in added.enumerated().reversed() {
      others[literals(of: item, pair.prose.translation), default: []].append(index)
    }
    var taken: Set<Int> = []
    lost.removeAll { item in
      let own = literals(of: item, pair.prose.source)
      guard !own.isEmpty, let match = others[own]?.popLast() else { return false }
      taken.insert(match)
      return true
    }
    added = added.indices.filter { !taken.contains($0) }.map { added[$0] }
  }

  /// The numbers, names and links of an item's first text.
  private func literals(of item: ListItem, _ inventory: PageInventory) -> [UInt64] {
    guard let run = inventory.firstRun(ofBlock: item.node) else { return [] }
    let words = inventory.words[inventory.runs[run].words].filter(\.isOfEveryLanguage).map(\.hash)
    return (words + inventory.links(ofBlock: inventory.runs[run].node).map(\.hashOfName)).sorted()
  }

  /// After the item before it that the translation has, in its lists.
  private func placeOfMissing(_ item: ListItem, after first: Int) -> SourceSpan? {
    guard var run = pair.prose.source.firstRun(ofBlock: item.node) else { return nil }
    let runs = pair.prose.source.runs
    while run > 0, runs[run - 1].section == runs[run].section {
      run -= 1
      if let match = translationRuns[run] {
        let place = pair.prose.translation.runs[match]
        return place.node >= first ? SourceSpan(at: place.span.start) : nil
      }
    }
    return nil
  }

  private func finding(_ message: Message, _ translation: ListItem, _ source: ListItem) -> Finding {
    Finding(message, at: place(of: translation, pair.translation), source: place(of: source, pair.source))
  }

  private func place(of item: ListItem, _ page: LocalizedPage) -> SourceSpan {
    SourceSpan(at: page.document.nodes[item.node].span.start)
  }
}
