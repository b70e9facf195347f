/// What the model should understand of every page that has it.
package enum StatisticsMeasure: String, CaseIterable, Sendable {
  /// Reference pages of which it is known what they are about.
  case kinds
  /// Pages of the source locale of which every translation tells the same kind by itself.
  case kindsInEveryLocale
  /// Pages of a translation that tell by themselves the same kind as the source page.
  case kindsAsInSource
  /// Reference pages with a code block in their Syntax section of which one at least was read as declarations.
  case declarations
  /// Headings of a translation, of the sections that make up most reference pages, whose title alone tells the role.
  case headings
  /// Parameter lists that agree with the page's own signature.
  case parameters
  /// Rows of requirements with a label that the vocabulary knows.
  case requirements
}

/// How many of some things were understood.
package struct StatisticsShare: Sendable, Equatable {
  /// Those that were understood.
  package var known = 0
  /// All of them.
  package var all = 0

  /// Counts of nothing.
  package init() {}

  /// The share of those understood, from 0 to 1; 1 of nothing.
  package var ratio: Double { all == 0 ? 1 : Double(known) / Double(all) }

  mutating func count(_ isKnown: Bool) {
    all += 1
    if isKnown { known += 1 }
  }

  mutating func add(_ other: StatisticsShare) {
    known += other.known
    all += other.all
  }
}
