import DocgenModel
import DocgenSupport

/// Finds signature blocks of the source that the translation lacks.
enum MissingSignature: TranslationCheck {
  static let rule = Rule(
    "missing-signature", in: .signature, .error,
    "A signature of the source is missing.")

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    for block in pair.alignment.signatures.missing {
      let name = block.signature?.declarations.first?.name?.value
      report(
        Finding(
          name.map { "the signature of '\($0)' is missing; copy it from the source" }
            ?? "a signature of the source is missing; copy it from there",
          at: pair.placeOfMissing(after: nil) { $0 == .syntax }, damage: .lost, source: block.place(in: pair.source)),
        to: &findings)
    }
  }
}
