import DocgenModel
import DocgenSupport

/// How a page translates one term of its source.
///
/// Texts are hashes; those that are reported are read from the files again.
struct TermRecord: Sendable, MessageSource {
  struct Messages: MessageSet {
    let returnCode = PlainMessage("the return code")
    let direction = PlainMessage("the direction")
    let requirement = PlainMessage("the requirement")
  }

  /// What the term is for; only those of one kind are compared.
  enum Kind: UInt8, Sendable {
    case returnCode
    case direction
    case requirement

    /// The kind with its article.
    var noun: Message {
      switch self {
      case .returnCode: TermRecord.messages.returnCode
      case .direction: TermRecord.messages.direction
      case .requirement: TermRecord.messages.requirement
      }
    }
  }

  var kind: Kind
  var locale: Int
  var source: UInt64
  var translation: UInt64
  var sourceSpan: SourceSpan
  var span: SourceSpan

  init?(_ kind: Kind, locale: Int, source: Located<String>, translation: Located<String>) {
    let (sourceHash, hash) = (Self.foldedHash(source.value), Self.foldedHash(translation.value))
    // A term in the words of the source is no translation that could differ from others.
    guard sourceHash != hash, hash != ProseWord.offsetBasis, sourceHash != ProseWord.offsetBasis else { return nil }
    // An emphasis that took words with it, or left them out, is no other translation.
    if translation.value.utf8.contains(UInt8(ascii: "*")) { return nil }
    self.kind = kind
    self.locale = locale
    self.source = sourceHash
    self.translation = hash
    sourceSpan = source.span
    span = translation.span
  }

  /// The terms of a translation: names of return codes in words, directions of parameters, labels of requirements.
  static func terms(of pair: TranslationPair) -> [TermRecord] {
    let source = pair.source.facts
    let translation = pair.translation.facts
    let locale = pair.translation.locale
    var terms: [TermRecord] = []
    for aligned in pair.alignment[.returnCodes].pairs {
      let expected = source.returnCodes[aligned.source]
      guard !expected.isSymbolic, let name = expected.name, expected.value != nil,
        let actual = translation.returnCodes[aligned.translation].name,
        let term = TermRecord(.returnCode, locale: locale, source: name, translation: actual)
      else { continue }
      terms.append(term)
    }
    for aligned in pair.alignment[.parameters].pairs {
      let actual = translation.parameters[aligned.translation]
      guard !actual.hasLostDirection, actual.direction != nil,
        let expected = source.parameters[aligned.source].directionText, let text = actual.directionText,
        let term = TermRecord(.direction, locale: locale, source: expected, translation: text)
      else { continue }
      terms.append(term)
    }
    for aligned in pair.alignment[.requirements].pairs {
      let actual = translation.requirements[aligned.translation]
      guard actual.key != nil,
        let term = TermRecord(
          .requirement, locale: locale, source: source.requirements[aligned.source].label, translation: actual.label)
      else { continue }
      terms.append(term)
    }
    return terms
  }

  /// The hash of the letters and digits, with those of ASCII in lower case.
  private static func foldedHash(_ text: String) -> UInt64 {
    var hash = ProseWord.offsetBasis
    for byte in text.utf8 where Identifier.isNameByte(byte) || byte >= 0x80 {
      hash = (hash ^ UInt64(ASCIICase.lowercased(byte))) &* ProseWord.prime
    }
    return hash
  }
}
