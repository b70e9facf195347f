import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Finds what a page has too much of to be read in full; see ``Limits``.
enum LimitExceeded: PageCheck, OversizedFileCheck {
  static let rule = Rule(
    "limit-exceeded", in: .structure, .error,
    "A page is larger, or holds more of what is dear to read, than docgen reads.")

  struct Messages: MessageSet {
    let pageSize = MessageForm<Int>("a page of more than {1} MB is not read; split it")
    let nesting = MessageForm<Int>("quotes, lists or elements nest more than {1} deep here; make the text flatter")
    let headings = MessageForm<Int>(
      "the page has more than {1} headings, so that from here on they are text; split the page")
    let columns = MessageForm<Int>(
      "a line of a table has more than {1} cells, so that the rest is text; split the table")
    let filledCells = MessageForm<Int>(
      "the rows of tables leave out more than {1} cells, so that this table is text; write its rows in full, or split it"
    )
    let cells = MessageForm<Int>(
      "the tables of the page have more than {1} cells, so that this one is text; split the page")
    let references = MessageForm<Int>(
      "links by reference repeat more than {1} bytes of addresses and titles, so that from here on they are text; shorten what they refer to, or split the page"
    )
    let openMarkup = PlainMessage(
      "'![', '<?' or '<!' stand too often in one paragraph, so that from here on they are text; split the paragraph")
  }

  static func check(_ page: LocalizedPage, isTranslation: Bool, _ findings: inout Findings) {
    for exceeded in page.document.exceededLimits {
      report(Finding(message(exceeded.kind), at: exceeded.span), to: &findings)
    }
  }

  /// What is told of a file that is too large to be read at all.
  static let message = messages.pageSize(Limits.pageBytes >> 20)

  private static func nesting(_ limit: Int) -> Message {
    messages.nesting(limit)
  }

  private static func message(_ kind: ExceededLimit.Kind) -> Message {
    switch kind {
    case .nesting: nesting(Limits.nesting)
    case .elementNesting: nesting(Limits.elementNesting)
    case .headings: messages.headings(Limits.headings)
    case .tableColumns: messages.columns(Limits.tableColumns)
    case .filledCells: messages.filledCells(Limits.filledCells)
    case .tableCells: messages.cells(Limits.tableCells)
    case .references: messages.references(Limits.referenceBytes)
    case .openMarkup: messages.openMarkup
    }
  }
}
