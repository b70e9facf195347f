import DocgenSupport

/// All rules, in the order in which they are listed to users.
public enum RuleCatalog {
  /// The checks, group by group; each has its rule, its own file, and nothing else to be listed in.
  static let checks: [any Check.Type] = [
    OutsideLink.self,
    RepeatedFolder.self,
    SkippedFile.self,
    MissingTranslation.self,
    OrphanTranslation.self,
    DuplicatePage.self,
    MismatchedIdentity.self,
    InvalidFrontMatter.self,
    MismatchedMetadata.self,
    MisnamedTitle.self,
    UnknownKey.self,
    MismatchedSignature.self,
    MissingSignature.self,
    ExtraSignature.self,
    MismatchedCode.self,
    MissingParameter.self,
    ExtraParameter.self,
    MismatchedParameterName.self,
    MismatchedParameterDirection.self,
    ReorderedParameters.self,
    UndocumentedParameter.self,
    UnknownParameter.self,
    MissingReturnCode.self,
    ExtraReturnCode.self,
    MismatchedReturnCodeValue.self,
    MismatchedReturnCodeName.self,
    DuplicateReturnCode.self,
    MissingRequirement.self,
    ExtraRequirement.self,
    MismatchedRequirement.self,
    UnknownRequirementLabel.self,
    MissingMember.self,
    ExtraMember.self,
    MismatchedMemberName.self,
    MismatchedMemberType.self,
    BrokenLink.self,
    BrokenAnchor.self,
    MismatchedLink.self,
    MissingImage.self,
    MissingSection.self,
    ExtraSection.self,
    ReorderedSections.self,
    MismatchedTable.self,
    MissingAlert.self,
    UnknownSectionTitle.self,
    UnclosedCode.self,
    RemovedHTML.self,
    LimitExceeded.self,
    DamagedIdentifier.self,
    UntranslatedText.self,
    BrokenEmphasis.self,
    BrokenEncoding.self,
    MismatchedNumber.self,
    StaleTranslation.self,
    InconsistentAPI.self,
    InconsistentTerm.self,
    UnusedSuppression.self,
  ]

  /// Every rule, group by group.
  public static let all: [Rule] = checks.map { $0.rule }

  private static let byName = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }

  /// The names that select rules: those of groups, then those of rules.
  public static let selectors: [String] = RuleGroup.allCases.map(\.rawValue) + all.map(\.id)

  /// The rule of a name, or nothing.
  public static func rule(named name: String) -> Rule? { byName[name] }

  /// The rules of a group, in their order.
  public static func rules(in group: RuleGroup) -> [Rule] { all.filter { $0.group == group } }

  /// The rules that a name selects: one rule, or all of a group; nothing where the name is unknown.
  public static func rules(selectedBy name: String) -> [Rule]? {
    if let rule = rule(named: name) { return [rule] }
    return RuleGroup(rawValue: name).map(rules(in:))
  }

  /// The rule or group that was probably meant by a name that is not known.
  public static func suggestion(for name: String) -> String? { Suggestions.nearest(to: name, among: selectors) }
}
