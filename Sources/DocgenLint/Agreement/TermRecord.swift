import DocgenModel
import DocgenSupport

/// How a page translates one term of its source.
///
/// Texts are hashes; those that are reported are read from the files again.
struct TermRecord: Sendable {
  /// What the term is for; only those of one kind are compared.
  enum Kind: UInt8, Sendable {
    case returnCode
    case direction
    case requirement

    var noun: String {
      switch self {
      case .returnCode: "return code"
      case .direction: "direction"
      case .requirement: "requirement"
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
    let (sourceText, text) = (Self.folded(source.value), Self.folded(translation.value))
    // A term in the words of the source is no translation that could differ from others.
    guard !sourceText.isEmpty, !text.isEmpty, sourceText != text else { return nil }
    self.kind = kind
    self.locale = locale
    self.source = ProseWord.hash(sourceText)
    self.translation = ProseWord.hash(text)
    sourceSpan = source.span
    span = translation.span
  }

  /// The terms of a translation: names of return codes in words, directions of parameters, labels of requirements.
  static func terms(of pair: TranslationPair) -> [TermRecord] {
    let source = pair.source.facts
    let translation = pair.translation.facts
    let locale = pair.translation.locale
    var terms: [TermRecord] = []
    for aligned in pair.returnCodes.pairs {
      let expected = source.returnCodes[aligned.source]
      guard !expected.isSymbolic, let name = expected.name, expected.value != nil,
        let actual = translation.returnCodes[aligned.translation].name,
        let term = TermRecord(.returnCode, locale: locale, source: name, translation: actual)
      else { continue }
      terms.append(term)
    }
    for aligned in pair.parameters.pairs {
      let actual = translation.parameters[aligned.translation]
      guard !actual.hasLostDirection, actual.direction != nil,
        let expected = source.parameters[aligned.source].directionText, let text = actual.directionText,
        let term = TermRecord(.direction, locale: locale, source: expected, translation: text)
      else { continue }
      terms.append(term)
    }
    for aligned in pair.requirements.pairs {
      let actual = translation.requirements[aligned.translation]
      guard actual.key != nil,
        let term = TermRecord(
          .requirement, locale: locale, source: source.requirements[aligned.source].label, translation: actual.label)
      else { continue }
      terms.append(term)
    }
    return terms
  }

  /// The letters and digits, with those of ASCII in lower case.
  private static func folded(_ text: String) -> [UInt8] {
    text.utf8.compactMap { Identifier.isNameByte($0) || $0 >= 0x80 ? ASCIICase.lowercased($0) : nil }
  }
}
