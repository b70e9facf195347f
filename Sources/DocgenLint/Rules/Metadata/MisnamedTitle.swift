import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Looks for the API's names of the source's title in the title and the first heading of the translation.
enum MisnamedTitle: TranslationCheck {
  static let rule = Rule(
    "misnamed-title", in: .metadata, .warning,
    "The title or the first heading lost the name of the API.")

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    let names = namesOfAPI(pair.source)
    compare(pair.source.facts.title, pair.translation.facts.title, isTitle: true, names, pair, &findings)
    compare(pair.source.facts.heading, pair.translation.facts.heading, isTitle: false, names, pair, &findings)
  }

  private static func compare(
    _ expected: Located<String>?, _ actual: Located<String>?, isTitle: Bool, _ namesOfAPI: [[UInt8]],
    _ pair: TranslationPair, _ findings: inout Findings
  ) {
    guard let expected, let actual else { return }
    let text = Array(FrontMatter.unescaped(actual.value).utf8)
    let sourceText = Array(FrontMatter.unescaped(expected.value).utf8)
    for bytes in names(in: sourceText, namesOfAPI, of: pair.source) where NameSearch.find(bytes, in: text) == nil {
      let place = self.place(of: bytes, in: actual, file: pair.translation.source)
      let name = String(decoding: bytes, as: UTF8.self)
      report(
        Finding(
          "\(isTitle ? "the title" : "the first heading") lacks the name '\(name)'; write it as in the source",
          at: place.span, expected: name,
          actual: place.value, damage: Damage.classify(expected: name, actual: place.value), source: expected.span,
          fix: pair.alignment.restoration(ofName: bytes, inTitle: expected, actual, isMetadata: isTitle)
        ).about(isTitle ? "title" : "heading"),
        to: &findings)
    }
  }

  /// The parts of the names that the front matter gives the page's API, each once.
  private static func namesOfAPI(_ page: LocalizedPage) -> [[UInt8]] {
    var names: [[UInt8]] = []
    for name in page.frontMatter.strings("api_name") {
      for part in name.value.utf8.split(whereSeparator: isSeparator) {
        let part = Array(part)
        if part.count > 2, part.allSatisfy(Identifier.isNameByte), !names.contains(part) { names.append(part) }
      }
    }
    return names
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "/")
  }

  /// An underscore or a small letter: words in capitals alone may be abbreviations that a language has its own for.
  private static func isInsideName(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || (0x61...0x7A).contains(byte)
  }

  /// The names of the page's API that a title holds: those of the front matter, or else what looks like a name.
  private static func names(in title: [UInt8], _ namesOfAPI: [[UInt8]], of page: LocalizedPage) -> [[UInt8]] {
    let names = namesOfAPI.filter { NameSearch.find($0, in: title) != nil }
    guard names.isEmpty, page.facts.isReference else { return names }
    let declared = page.facts.codeBlocks.compactMap { $0.signature?.declarations.first?.name?.value }
    return title.split(whereSeparator: { !Identifier.isNameByte($0) })
      .filter { word in
        Identifier.isSymbolic(word) && word.contains(where: isInsideName)
          || word.count > 2 && declared.contains { $0.utf8.elementsEqual(word) }
      }
      .map { Array($0) }
  }

  /// What took the place of a name, where its letters are still there; else the whole title.
  private static func place(of name: [UInt8], in title: Located<String>, file: SourceFile) -> Located<String> {
    let range = title.span.range.clamped(to: 0..<file.bytes.count)
    let bytes = Array(file.bytes[range])
    guard
      let found = NameSearch.find(name, in: bytes, ignoringCase: true) ?? NameSearch.findTorn(name, in: bytes)
    else { return title }
    // A name's first character may be escaped.
    let isEscaped = found.lowerBound > 0 && bytes[found.lowerBound - 1] == UInt8(ascii: "\\")
    let start = range.lowerBound + found.lowerBound - (isEscaped ? 1 : 0)
    let span = SourceSpan(start..<range.lowerBound + found.upperBound)
    return Located(FrontMatter.unescaped(file.text(span)), at: span)
  }
}
