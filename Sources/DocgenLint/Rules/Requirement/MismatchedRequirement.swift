import DocgenModel
import DocgenSupport

/// Compares the values of requirements: names exactly, systems and versions by their products and numbers.
enum MismatchedRequirement: TranslationCheck {
  static let rule = Rule(
    "mismatched-requirement", in: .requirement, .error,
    "The value of a requirement differs from the source.")

  struct Messages: MessageSet {
    let changed = MessageForm<String, String, String>(
      "the requirement '{1}' is '{2}' here; write '{3}' as in the source")
    let changedWording = MessageForm<String, String, String, String>(
      "the requirement '{1}' is '{2}' here and '{3}' in the source; write '{4}'")
    let changedMeaning = MessageForm<String, String, String>(
      "the requirement '{1}' is '{2}' here; say what the source does: '{3}'")
  }

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    if !pair.source.facts.metadataRequirements.isEmpty { compareMetadata(pair, &findings) }
    for difference in pair.alignment.differences(of: .requirements) {
      guard let actual = difference.actual else { continue }
      let requirement = pair.source.facts.requirements[difference.pair.source]
      report(finding(difference, actual, requirement, pair), to: &findings)
    }
  }

  /// Compares the requirements that the front matter states, as far as both pages state them.
  private static func compareMetadata(_ pair: TranslationPair, _ findings: inout Findings) {
    for expected in pair.source.facts.metadataRequirements {
      guard let actual = pair.translation.facts.metadataRequirements.first(where: { $0.key == expected.key }),
        !pair.words.requirements.areEqual(plain(expected.value), plain(actual.value), key: expected.key)
      else { continue }
      report(
        .changed(
          message(expected.key, expected.key, expected.value, actual.value, pair), from: expected.value,
          to: actual.value
        ).about(expected.key), to: &findings)
    }
  }

  /// A value of the front matter with its spaces as those of the page's text are read.
  private static func plain(_ value: Located<String>) -> String {
    value.value.split { $0 == " " || $0 == "\u{A0}" || $0 == "\u{202F}" || $0 == "\u{200B}" }.joined(separator: " ")
  }

  private static func finding(
    _ difference: FactDifference, _ actual: Located<String>, _ requirement: Requirement, _ pair: TranslationPair
  ) -> Finding {
    let key = requirement.key ?? ""
    let expected = difference.expected
    let comma = DecimalCommas.first(of: expected, in: actual, key: key, pair)
    let isCaseless = isHexadecimal(expected.value) && ASCIICase.equal(expected.value.utf8, actual.value.utf8)
    let (wanted, found) = (comma?.expected ?? expected, comma?.actual ?? actual)
    return .changed(
      message(requirement.label.value, key, wanted, found, pair), from: wanted, to: found,
      severity: isCaseless ? .warning : nil, fix: difference.restoration
    ).about(key)
  }

  /// What is wrong with a value, and what to write where it is known to the letter.
  private static func message(
    _ label: String, _ key: String, _ expected: Located<String>, _ actual: Located<String>, _ pair: TranslationPair
  ) -> Message {
    let (wanted, found) = (short(expected), short(actual))
    return switch pair.alignment.wording(ofRequirement: key, expected.value) {
    case expected.value: messages.changed(label, found, wanted)
    case let text?: messages.changedWording(label, found, wanted, text)
    case nil: messages.changedMeaning(label, found, wanted)
    }
  }

  /// The value as messages show it: a cell may hold whole sentences.
  private static func short(_ value: Located<String>) -> String {
    let text = value.value
    return text.unicodeScalars.count > 80 ? "\(String(text.unicodeScalars.prefix(79)))…" : text
  }

  /// GUIDs and hexadecimal numbers, which are read without regard to case.
  private static func isHexadecimal(_ text: String) -> Bool {
    text.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x61...0x66, 0x41...0x46: true
      case UInt8(ascii: "-"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "x"), UInt8(ascii: "X"): true
      default: false
      }
    }
  }
}
