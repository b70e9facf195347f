/// How much of some pages was understood.
package struct StatisticsCounts: Sendable, Equatable {
  /// The kinds of facts that are counted.
  package enum Fact: String, CaseIterable, Sendable {
    case names
    case signatures
    case declarations
    case parameters
    case returnCodes
    case requirements
    case members
    case sections
    case codeBlocks
  }

  /// All pages.
  package var pages = 0
  /// Those that describe an API.
  package var referencePages = 0
  /// The pages by their kind; reference pages without one are ``unknownKind``, all others ``noKind``.
  package var kinds: [String: Int] = [:]
  /// The facts by what they are.
  package var facts: [Fact: Int] = [:]
  /// What was not understood, by what it is.
  package var gaps: [StatisticsGap: Int] = [:]
  /// How much was understood, by what it is.
  package var shares: [StatisticsMeasure: StatisticsShare] = [:]

  /// What stands for the kind of a reference page that has none.
  package static let unknownKind = "unknown"
  /// What stands for the kind of a page of prose.
  package static let noKind = "prose"

  /// Counts of no pages.
  package init() {}

  /// Adds the counts of other pages.
  package mutating func add(_ other: StatisticsCounts) {
    pages += other.pages
    referencePages += other.referencePages
    kinds.merge(other.kinds, uniquingKeysWith: +)
    facts.merge(other.facts, uniquingKeysWith: +)
    gaps.merge(other.gaps, uniquingKeysWith: +)
    for (measure, share) in other.shares { shares[measure, default: StatisticsShare()].add(share) }
  }

  /// The kinds with their numbers, the most frequent first.
  package var sortedKinds: [(kind: String, count: Int)] {
    kinds.map { (kind: $0.key, count: $0.value) }.sorted { ($1.count, $0.kind) < ($0.count, $1.kind) }
  }
}

/// What the model may fail to understand on a reference page.
package enum StatisticsGap: String, CaseIterable, Sendable {
  /// A section that has no role and is no part of one that has; its title.
  case sections
  /// A signature block that was not read as declarations; its language.
  case signatures
  /// A label in a table of requirements.
  case requirements
  /// Words in brackets after the name of a parameter.
  case directions
  /// The head of a column in a table of codes, values or members.
  case valueHeaders = "value-headers"

  /// Words that the vocabulary can learn; the raw value is the part of it.
  package var isVocabulary: Bool { self != .signatures }
}

/// A text that was not understood, with the number of its occurrences.
package struct StatisticsWord: Sendable, Equatable {
  /// The text as the first page has it.
  package var text: String
  /// On how many places it stands.
  package var count: Int
  /// The first place, in the order of the pages: the file relative to the content directory.
  package var file: String
  /// The line, from 1.
  package var line: Int
  /// The column, from 1.
  package var column: Int
  /// The keys of the vocabulary that the text may belong under, with their votes.
  var votes: [String: Int]

  /// The key of the vocabulary that the source's text in the same place has, or one made from that text.
  package var key: String? {
    votes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}
