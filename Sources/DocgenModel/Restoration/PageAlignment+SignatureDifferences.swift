import DocgenSupport

/// A signature of a translation that has other tokens than its source's.
package struct BlockDifference: Sendable {
  /// The block of the source.
  package var source: CodeBlock
  /// The block of the translation.
  package var translation: CodeBlock
  /// The first tokens that differ.
  package var first: SignatureDifference
  /// What lets the translation say the same; `nil` if that cannot be written.
  package var restoration: Restoration?
}

extension PageAlignment {
  /// The signatures that differ from the source's, in the order of the source.
  package var signatureDifferences: [BlockDifference] {
    signatures.pairs.compactMap { source, translation in
      guard let expected = source.signature, let actual = translation.signature,
        !CodeBlockText.areEqual(source, in: self.source, translation, in: self.translation),
        let first = CodeBlockText.firstDifference(
          expected, in: self.source, actual, in: self.translation)
      else { return nil }
      return BlockDifference(
        source: source, translation: translation, first: first,
        restoration: restoration(
          ofCode: source, expected, at: translation, actual, isCertain: signatures.areCertain))
    }
  }
}
