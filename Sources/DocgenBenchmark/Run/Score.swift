import DocgenSupport

/// How lint did on one kind of damage, or on one equivalent mutation.
package struct Score: Sendable {
  /// A case that went wrong, to be looked at.
  package struct Miss: Sendable {
    /// What went wrong: `rule`, `line`, `column`, `alarm`.
    package var what: String
    /// The page and the locale.
    package var page: String
    /// Where a finding should be, and what is there.
    package var detail: String
  }

  /// How often the damage was done.
  package internal(set) var cases = 0
  /// How often one of the rules said so.
  package internal(set) var found = 0
  /// How often in the very line.
  package internal(set) var line = 0
  /// How often at the very column.
  package internal(set) var column = 0
  /// How often another error was reported besides, or any finding where none belongs.
  package internal(set) var alarms = 0
  /// The cases that went wrong, in the order of the pages.
  package internal(set) var misses: [Miss] = []

  /// Takes the counts of another score of the same kind.
  mutating func add(_ other: Score) {
    cases += other.cases
    found += other.found
    line += other.line
    column += other.column
    alarms += other.alarms
    misses += other.misses
  }
}

/// What a benchmark found.
package struct BenchmarkResult: Sendable {
  /// In the order of ``DamageKind/all``, then of ``ProjectDamage/all``.
  package internal(set) var damages: [(kind: DamageSummary, score: Score)] = []
  /// In the order of ``EquivalentMutation/all``.
  package internal(set) var changes: [(name: String, score: Score)] = []
  /// The number of pages of the source.
  package internal(set) var pageCount = 0
  /// The number of clean translations.
  package internal(set) var cleanCount = 0
  /// The findings about clean translations, by their severity.
  package internal(set) var falseAlarms: [Severity: Int] = [:]
  /// The same, one by one.
  package internal(set) var alarms: [Score.Miss] = []

  /// A result of no pages.
  package init() {}

  /// False alarms for each hundred clean translations.
  package func falseAlarms(_ severity: Severity?) -> Double {
    let count = severity.map { falseAlarms[$0, default: 0] } ?? falseAlarms.values.reduce(0, +)
    return cleanCount == 0 ? 0 : Double(count) * 100 / Double(cleanCount)
  }

  /// All kinds whose findings are errors, together; or all kinds.
  package func total(errorsOnly: Bool) -> Score {
    var total = Score()
    for damage in damages where !errorsOnly || damage.kind.severity == .error { total.add(damage.score) }
    return total
  }

  /// All equivalent mutations together.
  package var changeTotal: Score {
    var total = Score()
    for change in changes { total.add(change.score) }
    return total
  }
}

/// A kind of damage as reports name it.
package struct DamageSummary: Sendable {
  /// The name.
  package let name: String
  /// The name of the group of rules.
  package let group: String
  /// The severity of the finding.
  package let severity: Severity
}
