import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Looks for the API's names of the source's title in the title and the first heading of the translation.
enum MisnamedTitle: TranslationCheck {
  static let rule = Rule(
    "misnamed-title", in: .metadata, .warning,
    "The title or the first heading lost the name of the API.")

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    compare(pair.source.facts.title, pair.translation.facts.title, isTitle: true, pair, &findings)
    compare(pair.source.facts.heading, pair.translation.facts.heading, isTitle: false, pair, &findings)
  }

  private static func compare(
    _ expected: Located<String>?, _ actual: Located<String>?, isTitle: Bool, _ pair: TranslationPair,
    _ findings: inout Findings
  ) {
    guard let expected, let actual else { return }
    let text = Array(FrontMatter.unescaped(actual.value).utf8)
    let names = names(in: Array(FrontMatter.unescaped(expected.value).utf8), of: pair.source)
    for name in names where !contains(text, name) {
      let place = self.place(of: name, in: actual, file: pair.translation.source)
      report(
        Finding(
          "\(isTitle ? "the title" : "the first heading") lacks the name '\(name)'; write it as in the source",
          at: place.span, expected: name,
          actual: place.value, damage: Damage.classify(expected: name, actual: place.value), source: expected.span,
          fix: pair.restoring(name: name, inTitle: expected, actual, isMetadata: isTitle)
        ).about(isTitle ? "title" : "heading"),
        to: &findings)
    }
  }

  /// The names of the page's API that a title holds: those of the front matter, or else what looks like a name.
  private static func names(in title: [UInt8], of page: LocalizedPage) -> [String] {
    var names: [String] = []
    for name in page.frontMatter.strings("api_name") {
      for part in name.value.utf8.split(whereSeparator: { ".:/".utf8.contains($0) }) {
        let part = String(decoding: part, as: UTF8.self)
        if part.utf8.count > 2, part.utf8.allSatisfy(Identifier.isNameByte), !names.contains(part),
          contains(title, part)
        {
          names.append(part)
        }
      }
    }
    if names.isEmpty, page.facts.isReference {
      names = title.split(whereSeparator: { !Identifier.isNameByte($0) }).filter { word in
        word.contains(UInt8(ascii: "_")) && Identifier.isSymbolic(word)
      }.map { String(decoding: $0, as: UTF8.self) }
    }
    return names
  }

  /// Whether a name stands in a text as a whole word.
  private static func contains(_ text: [UInt8], _ name: String) -> Bool {
    NameSearch.find(name.utf8, in: text) != nil
  }

  /// What took the place of a name, where its letters are still there; else the whole title.
  private static func place(of name: String, in title: Located<String>, file: SourceFile) -> Located<String> {
    let range = title.span.range.clamped(to: 0..<file.bytes.count)
    let bytes = Array(file.bytes[range])
    guard
      let found = NameSearch.find(name.utf8, in: bytes, ignoringCase: true) ?? NameSearch.findTorn(name.utf8, in: bytes)
    else { return title }
    // A name's first character may be escaped.
    let isEscaped = found.lowerBound > 0 && bytes[found.lowerBound - 1] == UInt8(ascii: "\\")
    let start = range.lowerBound + found.lowerBound - (isEscaped ? 1 : 0)
    let span = SourceSpan(start..<range.lowerBound + found.upperBound)
    return Located(FrontMatter.unescaped(file.text(span)), at: span)
  }
}
