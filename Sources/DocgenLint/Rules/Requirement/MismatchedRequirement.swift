import DocgenModel
import DocgenSupport

/// Compares the values of requirements: names exactly, systems and versions by their products and numbers.
enum MismatchedRequirement: TranslationCheck {
  static let rule = Rule(
    "mismatched-requirement", in: .requirement, .error,
    "The value of a requirement differs from the source.")

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    if !pair.source.facts.metadataRequirements.isEmpty { compareMetadata(pair, &findings) }
    for aligned in pair.requirements.pairs {
      let source = pair.source.facts.requirements[aligned.source]
      let translation = pair.translation.facts.requirements[aligned.translation]
      // What is not known by its label is compared as far as it holds names and numbers.
      let key = source.key ?? ""
      let isCertain = pair.requirements.certain.contains(aligned)
      if source.values.count == translation.values.count {
        for (expected, actual) in zip(source.values, translation.values) {
          compare(key, source, expected, actual, pair, isCertain: isCertain, &findings)
        }
      } else {
        compare(
          key, source, joined(source), joined(translation), pair, isCertain: isCertain, &findings)
      }
    }
  }

  /// Compares the requirements that the front matter states, as far as both pages state them.
  private static func compareMetadata(_ pair: TranslationPair, _ findings: inout Findings) {
    for expected in pair.source.facts.metadataRequirements {
      guard let actual = pair.translation.facts.metadataRequirements.first(where: { $0.key == expected.key }),
        !pair.requirementComparison.areEqual(plain(expected.value), plain(actual.value), key: expected.key)
      else { continue }
      report(
        .changed(
          message(expected.key, expected.key, expected.value, actual.value, pair), from: expected.value,
          to: actual.value
        ).about(expected.key), to: &findings)
    }
  }

  /// A value of the front matter with its blanks as those of the page's text are read.
  private static func plain(_ value: Located<String>) -> String {
    value.value.split { $0 == " " || $0 == "\u{A0}" || $0 == "\u{202F}" || $0 == "\u{200B}" }.joined(separator: " ")
  }

  private static func joined(_ requirement: Requirement) -> Located<String> {
    Located(requirement.values.map(\.value).joined(separator: " "), at: requirement.valueSpan)
  }

  private static func compare(
    _ key: String, _ requirement: Requirement, _ expected: Located<String>, _ actual: Located<String>,
    _ pair: TranslationPair, isCertain: Bool, _ findings: inout Findings
  ) {
    guard !pair.requirementComparison.areEqual(expected.value, actual.value, key: key) else { return }
    let comma = DecimalCommas.first(of: expected, in: actual, key: key, pair)
    let isCaseless = isHexadecimal(expected.value) && ASCIICase.equal(expected.value.utf8, actual.value.utf8)
    let (wanted, found) = (comma?.expected ?? expected, comma?.actual ?? actual)
    report(
      .changed(
        message(requirement.label.value, key, wanted, found, pair), from: wanted, to: found,
        severity: isCaseless ? .warning : nil,
        fix: pair.restoring(requirement: key, expected, at: actual, isCertain: isCertain)
      ).about(key), to: &findings)
  }

  /// What is wrong with a value, and what to write where it is known to the letter.
  private static func message(
    _ label: String, _ key: String, _ expected: Located<String>, _ actual: Located<String>, _ pair: TranslationPair
  ) -> Message {
    let (wanted, found) = (short(expected), short(actual))
    return switch pair.wording(ofRequirement: key, expected.value) {
    case expected.value: "the requirement '\(label)' is '\(found)' here; write '\(wanted)' as in the source"
    case let text?: "the requirement '\(label)' is '\(found)' here and '\(wanted)' in the source; write '\(text)'"
    case nil: "the requirement '\(label)' is '\(found)' here; say what the source does: '\(wanted)'"
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
