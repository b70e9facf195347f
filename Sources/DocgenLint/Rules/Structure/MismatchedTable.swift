import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Compares the shape of tables: how many there are, their rows and columns.
///
/// Rows that state facts are compared by the rules about these facts.
enum MismatchedTable: TranslationCheck {
  static let rule = Rule(
    "mismatched-table", in: .structure, .warning,
    "A table has other rows or columns than in the source.")

  struct Messages: MessageSet {
    let missing = PlainMessage("a table of the source is missing; translate it")
    let extra = PlainMessage("the source has no such table; remove it here or add it there")
    let otherForm = PlainMessage("the source sets this list without a table; set it here as there")
    let excess = MessageForm<Int, Int>(
      "the row has {1} cells and the table {2:# column|# columns}, so that this is not shown; write '\\|' where a bar is text, or remove what is too much"
    )
    let noCells = MessageForm<String>("'{1}' makes no cells; write '|'")
    let columns = MessageForm<Int>("{1:# column|# columns}")
    let rows = MessageForm<Int>("{1:# row|# rows}")
    let tooFew = MessageForm<Message, Int, Int>(
      "the table has {1} here and {2} in the source; add the missing {3:one|#}")
    let tooMany = MessageForm<Message, Int, Int>(
      "the table has {1} here and {2} in the source; remove {3:one|#} here or add as many there")
  }

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    let source = pair.prose.source.tables
    let translation = pair.prose.translation.tables
    guard !source.isEmpty || !translation.isEmpty else { return }
    checkLines(pair, &findings)
    let expected = source.map { PageTable(node: $0.node, section: $0.section, in: pair.source) }
    let actual = translation.map { PageTable(node: $0.node, section: $0.section, in: pair.translation) }
    if expected.count == actual.count, zip(expected, actual).allSatisfy({ $0.shape.isLike($1.shape) }) { return }
    let alignment = pair.alignment.align(expected, actual)
    for aligned in alignment.pairs {
      compare(expected[aligned.source], actual[aligned.translation], pair, &findings)
    }
    for gap in alignment.missing where !holdsFacts(source[gap.source].node, pair.source) {
      let node = source[gap.source].node
      report(
        Finding(
          messages.missing, at: pair.placeOfMissing(node: node), damage: .lost,
          source: SourceSpan(at: pair.source.document.nodes[node].span.start)
        ).standing(forSource: pair.source.document.nodes[node].span), to: &findings)
    }
    for index in alignment.extra where !holdsFacts(translation[index].node, pair.translation) {
      let span = pair.translation.document.nodes[translation[index].node].span
      if let list = ListWithoutTable(translation[index].node, pair) {
        report(
          Finding(messages.otherForm, at: SourceSpan(at: span.start), source: SourceSpan(at: list.span.start))
            .standing(for: span).standing(forSource: list.span), to: &findings)
        continue
      }
      report(Finding(messages.extra, at: SourceSpan(at: span.start)).standing(for: span), to: &findings)
    }
  }

  /// Finds cells beyond the columns of their table, and bars that are none, where the source has not the same.
  private static func checkLines(_ pair: TranslationPair, _ findings: inout Findings) {
    let (source, translation) = (pair.prose.source.tables, pair.prose.translation.tables)
    for (index, table) in translation.enumerated() {
      let lines = TableLines(table.node, in: pair.translation)
      if lines.excesses.isEmpty, lines.wideBars.isEmpty { continue }
      let own = source.count == translation.count ? TableLines(source[index].node, in: pair.source) : nil
      for excess in lines.excesses where own?.excesses.contains(where: { $0.row == excess.row }) != true {
        report(
          Finding(
            messages.excess(excess.cells, excess.columns),
            at: excess.span, expected: "\(excess.columns)", actual: "\(excess.cells)", damage: .number), to: &findings)
      }
      for bar in lines.wideBars {
        report(
          Finding(
            messages.noCells(pair.translation.source.text(bar)), at: bar, expected: "|",
            actual: pair.translation.source.text(bar), damage: .other), to: &findings)
      }
    }
  }

  private static func compare(
    _ source: PageTable, _ translation: PageTable, _ pair: TranslationPair, _ findings: inout Findings
  ) {
    let expected = source.shape
    let actual = translation.shape
    let place = SourceSpan(at: pair.translation.document.nodes[translation.node].span.start)
    let sourcePlace = SourceSpan(at: pair.source.document.nodes[source.node].span.start)
    func compare(_ size: Message, _ actual: Int, _ expected: Int) {
      report(
        Finding(
          message(size, actual, expected), at: place, expected: "\(expected)", actual: "\(actual)", damage: .number,
          source: sourcePlace), to: &findings)
    }
    if expected.columns != actual.columns {
      let columns = messages.columns(actual.columns)
      compare(columns, actual.columns, expected.columns)
    } else if expected.rows.count != actual.rows.count, !holdsFacts(source.node, pair.source) {
      let rows = messages.rows(actual.rows.count)
      compare(rows, actual.rows.count, expected.rows.count)
    }
  }

  private static func message(_ size: Message, _ actual: Int, _ expected: Int) -> Message {
    actual < expected
      ? messages.tooFew(size, expected, expected - actual)
      : messages.tooMany(size, expected, actual - expected)
  }

  /// Whether one of some facts, which are in the order of the page, is in a range of nodes.
  private static func holds<Fact>(_ facts: [Fact], _ node: KeyPath<Fact, Int>, _ range: Range<Int>) -> Bool {
    var low = 0
    var high = facts.count
    while low < high {
      let middle = (low + high) / 2
      if facts[middle][keyPath: node] < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < facts.count && facts[low][keyPath: node] < range.upperBound
  }

  /// Whether rows of a table are facts of the page.
  private static func holdsFacts(_ table: Int, _ page: LocalizedPage) -> Bool {
    let range = table..<Int(page.document.nodes[table].end)
    let facts = page.facts
    return holds(facts.requirements, \.node, range) || holds(facts.returnCodes, \.node, range)
      || holds(facts.parameters, \.node, range) || holds(facts.members, \.node, range)
  }
}
