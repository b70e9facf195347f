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
        ? Restoration([TextEdit(match.span, text)], isSafe: difference.isTypographic) : nil)
    if difference.isTypographic { finding.damage = .whitespace }
    report(finding, to: &findings)
  }
}
