import DocgenModel
import DocgenSupport

/// Compares what a member's entry states about it: its type, access and value.
enum MismatchedMemberType: TranslationCheck {
  static let rule = Rule(
    "mismatched-member-type", in: .member, .error,
    "The data type, access or value of a member differs from the source.")

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    for aligned in pair.members.pairs {
      let source = pair.source.facts.members[aligned.source]
      let translation = pair.translation.facts.members[aligned.translation]
      let isCertain = pair.members.certain.contains(aligned)
      compareTypes(source, translation, pair, isCertain: isCertain, &findings)
      compareAccess(source, translation, pair, isCertain: isCertain, &findings)
      compareValues(source, translation, pair, isCertain: isCertain, &findings)
    }
  }

  private static func compareTypes(
    _ source: Member, _ translation: Member, _ pair: TranslationPair, isCertain: Bool, _ findings: inout Findings
  ) {
    guard let expected = source.dataType, let actual = translation.dataType,
      Identifier.isName(expected.value.utf8), !Similarity.differByMarksOnly(expected.value, actual.value)
    else { return }
    let isCaseOnly =
      ASCIICase.equal(expected.value.utf8, actual.value.utf8) && !pair.source.facts.isWrittenWithCase
    report(
      .changed(
        "the type of the member '\(source.name.value)' is '\(actual.value)' here; write '\(expected.value)' as in the source",
        from: expected, to: actual, severity: isCaseOnly ? .warning : nil,
        fix: pair.restoring(expected.span, at: actual.span, isCertain: isCertain)), to: &findings)
  }

  private static func compareAccess(
    _ source: Member, _ translation: Member, _ pair: TranslationPair, isCertain: Bool, _ findings: inout Findings
  ) {
    // Words that the locale does not know may be right; the vocabulary is what has to grow.
    guard let expected = source.access, let actual = translation.access,
      let expectedKey = pair.vocabularies.source.access(expected.value),
      let actualKey = pair.vocabularies.translation.access(actual.value)
        ?? pair.vocabularies.source.access(actual.value), actualKey != expectedKey
    else { return }
    let word = pair.vocabularies.translation.forms(of: expectedKey, in: .access).first ?? expected.value
    report(
      .changed(
        "the access to the member '\(source.name.value)' is '\(actual.value)' here and '\(expected.value)' in the source; write '\(word)'",
        from: expected, to: actual,
        fix: pair.restoring(access: expectedKey, expected.span, at: actual.span, isCertain: isCertain)), to: &findings)
  }

  private static func compareValues(
    _ source: Member, _ translation: Member, _ pair: TranslationPair, isCertain: Bool, _ findings: inout Findings
  ) {
    guard let expected = source.value, CodeValue(expected.value.utf8) != nil else { return }
    guard let actual = translation.value else {
      report(
        Finding(
          "the value of the member '\(source.name.value)' is missing; add '\(expected.value)' as in the source",
          at: translation.name.span, expected: expected.value, damage: .lost, source: expected.span), to: &findings)
      return
    }
    guard expected.value != actual.value else { return }
    report(
      .changed(
        "the value of the member '\(source.name.value)' is '\(actual.value)' here; write '\(expected.value)' as in the source",
        from: expected, to: actual, fix: pair.restoring(expected.span, at: actual.span, isCertain: isCertain)),
      to: &findings)
  }
}

extension PageFacts {
  /// Whether the page's signature is in a language that tells capitals from small letters, unlike the Managed Object
  /// Format and Visual Basic.
  fileprivate var isWrittenWithCase: Bool {
    signatures.contains { block in
      switch block.signature?.language {
      case .c, .idl, .cSharp, .jScript: true
      default: false
      }
    }
  }
}
