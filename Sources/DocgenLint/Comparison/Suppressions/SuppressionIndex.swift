import DocgenModel

/// The suppressions of one file by the lines that they hold for, and which of them were of use.
struct SuppressionIndex {
  /// Lines, or the whole file, on which rules are silent.
  private struct Stretch {
    var rules: Set<Rule> = []
    /// The rules of which a finding was suppressed.
    var used: Set<Rule> = []
  }

  private let suppressions: [Suppression]
  private let names: RuleNames
  private var stretches: [Stretch] = []
  /// The stretch of each suppression.
  private var stretchOf: [Int] = []
  private var wholeFile: Int?
  /// The stretches that hold a line. Sections nest no deeper than headings have levels, so that a line has few.
  private var byLine: [Int: [Int]] = [:]

  init(_ suppressions: [Suppression], _ names: RuleNames) {
    self.suppressions = suppressions
    self.names = names
    var known: [ClosedRange<Int>: Int] = [:]
    for suppression in suppressions {
      let stretch = if let lines = suppression.lines { known[lines] } else { wholeFile }
      let index = stretch ?? add(suppression.lines)
      if let lines = suppression.lines { known[lines] = index }
      stretchOf.append(index)
      for selector in suppression.selectors { stretches[index].rules.formUnion(selector.rules(names) ?? []) }
    }
  }

  private mutating func add(_ lines: ClosedRange<Int>?) -> Int {
    stretches.append(Stretch())
    let index = stretches.count - 1
    if let lines {
      for line in lines { byLine[line, default: []].append(index) }
    } else {
      wholeFile = index
    }
    return index
  }

  /// Whether a finding of a rule in a line is suppressed; notes by which comments.
  mutating func suppresses(_ rule: Rule, line: Int) -> Bool {
    var isSuppressed = false
    for index in byLine[line, default: []] + (wholeFile.map { [$0] } ?? []) where stretches[index].rules.contains(rule)
    {
      stretches[index].used.insert(rule)
      isSuppressed = true
    }
    return isSuppressed
  }

  /// Whether a name of a comment, both by their numbers, suppressed something.
  func isUsed(_ suppression: Int, _ selector: Int) -> Bool {
    guard let rules = suppressions[suppression].selectors[selector].rules(names) else { return false }
    return !stretches[stretchOf[suppression]].used.isDisjoint(with: rules)
  }
}
