import DocgenModel
import DocgenSupport

/// Compares what a member's entry states about it: its type, access and value.
enum MismatchedMemberType: TranslationCheck {
  static let rule = Rule(
    "mismatched-member-type", in: .member, .error,
    "The data type, access or value of a member differs from the source.")

  struct Messages: MessageSet {
    let type = MessageForm<String, String, String>(
      "the type of the member '{1}' is '{2}' here; write '{3}' as in the source")
    let access = MessageForm<String, String, String, String>(
      "the access to the member '{1}' is '{2}' here and '{3}' in the source; write '{4}'")
    let noValue = MessageForm<String, String>("the value of the member '{1}' is missing; add '{2}' as in the source")
    let value = MessageForm<String, String, String>(
      "the value of the member '{1}' is '{2}' here; write '{3}' as in the source")
  }

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    for difference in pair.alignment.differences(of: .members) {
      let name = pair.source.facts.members[difference.pair.source].name.value
      switch difference.role {
      case .dataType: report(type(difference, name, pair), to: &findings)
      case .access: report(access(difference, name, pair), to: &findings)
      case .value:
        let place = pair.translation.facts.members[difference.pair.translation].name.span
        report(value(difference, name, place), to: &findings)
      default: break
      }
    }
  }

  private static func type(_ difference: FactDifference, _ name: String, _ pair: TranslationPair) -> Finding {
    let (expected, actual) = (difference.expected, difference.actual ?? difference.expected)
    let isCaseOnly =
      ASCIICase.equal(expected.value.utf8, actual.value.utf8) && !pair.source.facts.isWrittenWithCase
    return .changed(
      messages.type(name, actual.value, expected.value),
      from: expected, to: actual, severity: isCaseOnly ? .warning : nil, fix: difference.restoration)
  }

  private static func access(_ difference: FactDifference, _ name: String, _ pair: TranslationPair) -> Finding {
    let (expected, actual) = (difference.expected, difference.actual ?? difference.expected)
    let key = pair.words.source.access(expected.value)
    let word = key.flatMap { pair.words.translation.forms(of: $0, in: .access).first } ?? expected.value
    return .changed(
      messages.access(name, actual.value, expected.value, word),
      from: expected, to: actual, fix: difference.restoration)
  }

  private static func value(_ difference: FactDifference, _ name: String, _ place: SourceSpan) -> Finding {
    let expected = difference.expected
    guard let actual = difference.actual else {
      return Finding(
        messages.noValue(name, expected.value), at: place,
        expected: expected.value, damage: .lost, source: expected.span)
    }
    return .changed(
      messages.value(name, actual.value, expected.value),
      from: expected, to: actual, fix: difference.restoration)
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
