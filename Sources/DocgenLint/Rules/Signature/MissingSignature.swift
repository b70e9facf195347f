import DocgenModel
import DocgenSupport

/// Finds signature blocks of the source that the translation lacks.
enum MissingSignature: TranslationCheck {
  static let rule = Rule(
    "missing-signature", in: .signature, .error,
    "A signature of the source is missing.")

  struct Messages: MessageSet {
    let missing = MessageForm<String>("the signature of '{1}' is missing; copy it from the source")
    let missingUnnamed = PlainMessage("a signature of the source is missing; copy it from there")
  }

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    for block in pair.alignment.signatures.missing {
      let name = block.signature?.declarations.first?.name?.value
      report(
        Finding(
          name.map { messages.missing($0) }
            ?? messages.missingUnnamed,
          at: pair.placeOfMissing(after: nil) { $0 == .syntax }, damage: .lost, source: block.place(in: pair.source)),
        to: &findings)
    }
  }
}
