import DocgenModel
import DocgenSupport

/// Compares what no language translates, wherever it stands in the text: names of files and hosts, paths, options, commands,
/// identifiers, addresses.
enum MismatchedLiteral: TranslationCheck {
  static let rule = Rule(
    "mismatched-literal", in: .identifier, .warning,
    "A path, option, command, file name, host, address or identifier in the text is not that of the source.")

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    for difference in pair.literalDifferences where difference.source.kind != .placeholder {
      report(difference, pair, to: &findings)
    }
  }
}
