import DocgenSupport

/// Rules by the names that select them: those of rules, and of groups.
struct RuleNames: Sendable {
  /// Every rule, group by group.
  let rules: [Rule]
  /// The names of groups, then those of rules.
  let selectors: [String]
  private let byName: [String: Rule]

  init(_ rules: [Rule]) {
    self.rules = rules
    selectors = RuleGroup.allCases.map(\.rawValue) + rules.map(\.id)
    byName = Dictionary(rules.map { ($0.id, $0) }) { first, _ in first }
  }

  /// The rule of a name, if there is one.
  func rule(named name: String) -> Rule? { byName[name] }

  /// The rules of a group, in their order.
  func rules(in group: RuleGroup) -> [Rule] { rules.filter { $0.group == group } }

  /// The rules that a name selects: one rule, or all of a group; `nil` if the name is unknown.
  func rules(selectedBy name: String) -> [Rule]? {
    if let rule = rule(named: name) { return [rule] }
    return RuleGroup(rawValue: name).map(rules(in:))
  }

  /// The rule or group that was probably meant by a name that is not known.
  func suggestion(for name: String) -> String? { Suggestions.nearest(to: name, among: selectors) }
}
