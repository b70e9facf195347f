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
    let unchecked = PlainMessage("the box of the item is checked in the source; write '[x]'")
    let checked = PlainMessage("the box of the item is not checked in the source; write '[ ]'")
    let extraBox = PlainMessage("the item has no box in the source; remove it here")
    let noItem = PlainMessage("this is an item of a list in the source; mark it as one")
    let missing = PlainMessage("an item of the list is missing; translate it")
    let extra = PlainMessage("the source has no such item in its list; remove it here or add it there")
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
    let (lost, added) = (unmatched(own, in: other), unmatchedOfTranslation(other, in: own))
    if own.count > other.count {
      // Where a whole part of the page is not translated, a finding of its own tells.
      let isTotal = lost.isEmpty || lost.count * 2 > own.count && lost.count > 2
      return isTotal ? [total(own, other, lost, [])] : missing(lost, other)
    }
    let isTotal = added.isEmpty || added.count * 2 > other.count && added.count > 2
    return isTotal ? [total(own, other, [], added)] : extra(added)
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
      var finding = finding(
        MismatchedList.messages.otherNumber(translation.number, source.number),
        translation, source)
      (finding.expected, finding.actual) = (String(source.number), String(translation.number))
      return finding
    }
    return nil
  }

  private func task(_ source: ListItem, _ translation: ListItem) -> Finding {
    switch source.task {
    case .done: finding(MismatchedList.messages.unchecked, translation, source)
    case .open: finding(MismatchedList.messages.checked, translation, source)
    case .none: finding(MismatchedList.messages.extraBox, translation, source)
    }
  }

  // MARK: Other numbers

  private func missing(_ lost: [ListItem], _ other: [ListItem]) -> [Finding] {
    let runs = pair.prose.translation.runs
    return lost.map { item in
      // Its text may stand beside the list.
      if let run = pair.prose.source.firstRun(ofBlock: item.node).flatMap({ translationRuns[$0] }) {
        return Finding(
          MismatchedList.messages.noItem, at: SourceSpan(at: runs[run].span.start),
          damage: .lost, source: place(of: item, pair.source))
      }
      let place =
        placeOfMissing(item, after: other.first?.node ?? 0) ?? other.first.map { self.place(of: $0, pair.translation) }
      return Finding(
        MismatchedList.messages.missing, at: place ?? pair.placeOf(sourceNode: item.node),
        damage: .lost, source: self.place(of: item, pair.source)
      ).standing(forSource: pair.source.document.nodes[item.node].span)
    }
  }

  private func extra(_ added: [ListItem]) -> [Finding] {
    added.map { item in
      Finding(
        MismatchedList.messages.extra, at: place(of: item, pair.translation)
      ).standing(for: pair.translation.document.nodes[item.node].span)
    }
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
