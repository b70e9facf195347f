import DocgenModel
import DocgenSupport

/// What is told of literals, by the rules for their kinds.
enum LiteralFindings: MessageSource {
  struct Messages: MessageSet {
    let missing = MessageForm<String>("'{1}' is missing; write it as in the source")
    let damaged = MessageForm<String, String>("'{1}' is '{2}' in the source, and is no text; write it so")
  }
}

extension TranslationCheck {
  /// Reports what the translation has in place of a literal, or that it lacks one.
  static func report(
    _ difference: LiteralComparison.Difference, _ pair: TranslationPair, to findings: inout Findings
  ) {
    let source = difference.source
    if findings.hasOne(aboutSource: source.span) { return }
    guard let match = difference.translation else {
      guard source.isRequired else { return }
      report(
        Finding(
          LiteralFindings.messages.missing(source.string),
          at: SourceSpan(at: pair.prose.translation.runs[difference.run].span.start), expected: source.string,
          damage: .lost, source: source.span), to: &findings)
      return
    }
    if findings.hasOne(in: match.span) { return }
    let text = Array(pair.source.source.bytes[source.span.range])
    var finding = Finding.changed(
      LiteralFindings.messages.damaged(match.value, source.string),
      from: Located(source.string, at: source.span), to: match,
      fix: difference.isCertain
        ? Restoration(
          [gluedWord(beside: source.text, match) ?? TextEdit(match.span, text)], isSafe: difference.isTypographic)
        : nil)
    if difference.isTypographic { finding.damage = .whitespace }
    report(finding, to: &findings)
  }

  /// Parts a word from the literal that it grew together with, of which nothing is lost: `docs@example.orgFor`.
  private static func gluedWord(beside literal: [UInt8], _ match: Located<String>) -> TextEdit? {
    let text = Array(match.value.utf8)
    guard match.span.range.count == text.count, text.count > literal.count else { return nil }
    func isWord(_ rest: ArraySlice<UInt8>) -> Bool {
      rest.allSatisfy { $0 >= 0x80 || (0x61...0x7A).contains($0 | 0x20) }
    }
    if text.starts(with: literal), isWord(text[literal.count...]) {
      return TextEdit(SourceSpan(at: match.span.start + Int32(literal.count)), [0x20])
    }
    if text.suffix(literal.count).elementsEqual(literal), isWord(text.dropLast(literal.count)) {
      return TextEdit(SourceSpan(at: match.span.end - Int32(literal.count)), [0x20])
    }
    return nil
  }
}
