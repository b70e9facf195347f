import DocgenModel
import DocgenSupport

/// A name that the source sets apart by itself, where a translation has another name in its mark that ends or begins with
/// it: **Text** in bold and `Read-Text` as code, and **Read-text** in place of the first.
struct OtherName {
  /// The name in the source.
  let source: SourceSpan
  /// All that stands in its mark in the translation.
  let translation: SourceSpan

  /// Looks at a place where a damaged name was found; `nil` if it is that name.
  init?(
    _ name: String, at place: SourceSpan, in run: ProseRun, of sourceRuns: some Sequence<ProseRun>, _ pair: ProsePair
  ) {
    let (own, other) = (pair.source, pair.translation)
    func isJoined(_ span: SourceSpan) -> Bool {
      let text = other.page.source.bytes[span.range]
      return span != place && span.start <= place.start && place.end <= span.end
        && text.allSatisfy { Identifier.isNameByte($0) || $0 == UInt8(ascii: "-") }
    }
    guard
      let mark = other.marks[run.marks].first(where: {
        ($0.kind == .strong || $0.kind == .emphasis) && other.span(of: $0).map(isJoined) ?? false
      }), let span = other.span(of: mark)
    else { return nil }
    let marks = sourceRuns.flatMap { own.marks[$0.marks].filter { $0.kind == mark.kind } }.compactMap(own.span)
    guard let source = marks.first(where: { own.text($0) == name }),
      !marks.contains(where: { ASCIICase.equal(own.text($0).utf8, other.text(span).utf8) }),
      Self.isName(other.text(span).lowercased(), pair)
    else { return nil }
    self.source = source
    translation = span
  }

  /// Whether words with hyphens between are a name: with a word of the language, a hyphen makes a compound as well.
  private static func isName(_ text: String, _ pair: ProsePair) -> Bool {
    if pair.context.project.compoundNames.contains(text) { return true }
    let source = pair.source.page.source.bytes.map(ASCIICase.lowercased)
    return ByteSearch.firstIndex(of: Array(text.utf8), in: source, from: 0) != nil
  }
}
