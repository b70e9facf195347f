import DocgenModel
import DocgenSupport

/// Finds signature blocks that only the translation has.
enum ExtraSignature: TranslationCheck {
  static let rule = Rule(
    "extra-signature", in: .signature, .error,
    "A signature stands here that the source does not have.")

  struct Messages: MessageSet {
    let extra = PlainMessage("the source has no such signature; remove it here or add it there")
  }

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    for block in pair.alignment.signatures.extra {
      report(
        Finding(
          messages.extra, at: block.place(in: pair.translation)),
        to: &findings)
    }
  }
}
