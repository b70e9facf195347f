import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Finds what a page has too much of to be read in full; see ``Limits``.
enum LimitExceeded: PageCheck, OversizedFileCheck {
  static let rule = Rule(
    "limit-exceeded", in: .structure, .error,
    "A page is larger, or holds more of what is dear to read, than docgen reads.")

  static func check(_ page: LocalizedPage, isTranslation: Bool, _ findings: inout Findings) {
    for exceeded in page.document.exceededLimits {
      report(Finding(message(exceeded.kind), at: exceeded.span), to: &findings)
    }
  }

  /// What is told of a file that is too large to be read at all.
  static let message: Message = "a page of more than \(Limits.pageBytes >> 20) MB is not read; split it"

  private static func nesting(_ limit: Int) -> Message {
    "quotes, lists or elements nest more than \(limit) deep here; make the text flatter"
  }

  private static func message(_ kind: ExceededLimit.Kind) -> Message {
    switch kind {
    case .nesting: nesting(Limits.nesting)
    case .elementNesting: nesting(Limits.elementNesting)
    case .tableColumns:
      "a line of a table has more than \(Limits.tableColumns) cells, so that the rest is text; split the table"
    case .filledCells:
      "the rows of tables leave out more than \(Limits.filledCells) cells, so that this table is text; write its rows in full, or split it"
    case .tableCells:
      "the tables of the page have more than \(Limits.tableCells) cells, so that this one is text; split the page"
    case .references:
      "links by reference repeat more than \(Limits.referenceBytes) bytes of addresses and titles, so that from here on they are text; shorten what they refer to, or split the page"
    case .openMarkup:
      "'![', '<?' or '<!' stand too often in one paragraph, so that from here on they are text; split the paragraph"
    }
  }
}
