import DocgenSupport

/// All rules, in the order in which they are listed to users.
package enum RuleCatalog {
  /// The checks, group by group; each has its rule, its own file, and nothing else to be listed in.
  static let checks: [any Check.Type] = [
    OutsideLink.self,
    RepeatedFolder.self,
    SkippedFile.self,
    MissingTranslation.self,
    OrphanTranslation.self,
    DuplicatePage.self,
    MismatchedIdentity.self,
    EmptyTranslation.self,
    OtherEdition.self,
    InvalidFrontMatter.self,
    MismatchedMetadata.self,
    MisnamedTitle.self,
    UnknownKey.self,
    TranslatedKey.self,
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
    HardcodedLocale.self,
    LostAltText.self,
    UntranslatedAltText.self,
    MissingSection.self,
    ExtraSection.self,
    ReorderedSections.self,
    MismatchedAnchor.self,
    MismatchedTable.self,
    MissingAlert.self,
    MismatchedDirective.self,
    UnknownDirective.self,
    UnknownSectionTitle.self,
    UnclosedCode.self,
    RemovedHTML.self,
    LimitExceeded.self,
    MismatchedList.self,
    MismatchedHeadingLevel.self,
    MismatchedTOC.self,
    UnclosedHTML.self,
    DamagedIdentifier.self,
    MismatchedInlineCode.self,
    MismatchedLiteral.self,
    DamagedPlaceholder.self,
    UntranslatedText.self,
    BrokenEmphasis.self,
    BrokenEncoding.self,
    MismatchedNumber.self,
    MissingText.self,
    ExtraText.self,
    WrongLanguage.self,
    StaleTranslation.self,
    InconsistentAPI.self,
    InconsistentTerm.self,
    UnusedSuppression.self,
  ]

  /// Every rule, group by group.
  package static let all: [Rule] = checks.map { $0.rule }

  /// All that says something in findings: the rules, and what they share.
  package static let messageSources: [any MessageSource.Type] =
    checks + [
      LiteralFindings.self, OwnLinks.self, TermRecord.self,
      DirectiveHabits.self, FactComparison.self, SourceChange.self, Findings.self,
    ]

  /// The rules by the names that select them.
  static let names = RuleNames(all)

  /// The names that select rules: those of groups, then those of rules.
  package static var selectors: [String] { names.selectors }

  /// The rule of a name, or nothing.
  package static func rule(named name: String) -> Rule? { names.rule(named: name) }

  /// The rules of a group, in their order.
  package static func rules(in group: RuleGroup) -> [Rule] { names.rules(in: group) }

  /// The rules that a name selects: one rule, or all of a group; `nil` if the name is unknown.
  package static func rules(selectedBy name: String) -> [Rule]? { names.rules(selectedBy: name) }

  /// The rule or group that was probably meant by a name that is not known.
  package static func suggestion(for name: String) -> String? { names.suggestion(for: name) }
}

extension LintSettings {
  /// Makes settings with which all rules run, with their own severity or that of the overrides.
  package init(overrides: [Override] = []) { self.init(rules: Set(RuleCatalog.all), overrides: overrides) }
}
