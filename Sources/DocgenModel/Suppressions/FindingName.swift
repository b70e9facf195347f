/// The names under which lint reports what is restored, so that a comment which keeps such a finding silent keeps the
/// translation's text on the site, too.
package struct FindingName: Hashable, Sendable {
  /// The name of the rule.
  package let rule: String
  /// The name of its group.
  package let group: String

  private init(_ rule: String, _ group: String) {
    self.rule = rule
    self.group = group
  }

  static let title = FindingName("misnamed-title", "metadata")
  static let signature = FindingName("mismatched-signature", "signature")
  static let identifier = FindingName("damaged-identifier", "identifier")

  /// Those of slots that facts have, by the kinds that there are rules for.
  private static let ofSlots: [FactKind: [FactSlot.Role: FindingName]] = [
    .parameters: [
      .name: FindingName("mismatched-parameter-name", "parameter"),
      .direction: FindingName("mismatched-parameter-direction", "parameter"),
    ],
    .returnCodes: [
      .name: FindingName("mismatched-return-code-name", "return-value"),
      .value: FindingName("mismatched-return-code-value", "return-value"),
    ],
    .members: [
      .name: FindingName("mismatched-member-name", "member"),
      .dataType: FindingName("mismatched-member-type", "member"),
      .access: FindingName("mismatched-member-type", "member"),
      .value: FindingName("mismatched-member-type", "member"),
    ],
    .requirements: [.value: FindingName("mismatched-requirement", "requirement")],
  ]

  /// All of them.
  package static let all: [FindingName] = [title, signature, identifier] + ofSlots.values.flatMap(\.values)

  /// That of a slot of a fact; `nil` if lint has no rule for it.
  static func of(_ kind: FactKind, _ role: FactSlot.Role) -> FindingName? { ofSlots[kind]?[role] }
}
