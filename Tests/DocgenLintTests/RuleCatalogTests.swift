import DocgenLint
import DocgenSupport
import DocgenTestSupport
import Testing

@Suite struct RuleCatalogTests {
  @Test func listsAllRules() {
    let lines = RuleCatalog.all.map { "\($0.group.rawValue) \($0.id) \($0.defaultSeverity.rawValue): \($0.summary)\n" }
    Snapshot.expect(lines.joined(), "rules.txt")
  }

  @Test func namesNoRuleTwice() {
    #expect(Set(RuleCatalog.all.map(\.id)).count == RuleCatalog.all.count)
    #expect(Set(RuleCatalog.selectors).count == RuleCatalog.selectors.count)
  }

  @Test func listsGroupsInTheirOrder() {
    #expect(RuleCatalog.all == RuleGroup.allCases.flatMap(RuleCatalog.rules(in:)))
  }

  @Test func findsRulesByNameAndByGroup() {
    #expect(RuleCatalog.rule(named: "missing-parameter")?.group == .parameter)
    #expect(RuleCatalog.rules(selectedBy: "missing-parameter")?.map(\.id) == ["missing-parameter"])
    #expect(RuleCatalog.rules(selectedBy: "return-value")?.count == 5)
    #expect(RuleCatalog.rules(selectedBy: "missing-parametr") == nil)
  }

  @Test func suggestsRulesAndGroups() {
    #expect(RuleCatalog.suggestion(for: "missing-parametr") == "missing-parameter")
    #expect(RuleCatalog.suggestion(for: "parameters") == "parameter")
    #expect(RuleCatalog.suggestion(for: "weather") == nil)
  }
}
