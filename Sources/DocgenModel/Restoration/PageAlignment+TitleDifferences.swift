import DocgenMarkup
import DocgenSupport

/// A name of the source's title that the title of the translation lacks.
package struct TitleDifference: Sendable {
  /// The title is the first heading, and not that of the front matter.
  package var isHeading: Bool
  /// The name.
  package var name: String
  /// The title of the source.
  package var expected: Located<String>
  /// What took the place of the name, where its letters are still there; else the whole title.
  package var place: Located<String>
  /// What lets the title have the name; `nil` if its letters are not all there.
  package var restoration: Restoration?
}

extension PageAlignment {
  /// The names of the page's API that the source's title and first heading have and the translation's lack.
  package var titleDifferences: [TitleDifference] {
    let names = TitleNames(source)
    return differences(source.facts.title, translation.facts.title, isHeading: false, names)
      + differences(source.facts.heading, translation.facts.heading, isHeading: true, names)
  }

  /// The names with underscores that the source's description has and the translation's lacks.
  package var descriptionDifferences: [TitleDifference] {
    differences(
      source.frontMatter.string("description"), translation.frontMatter.string("description"), isHeading: false,
      UnderscoredNames())
  }

  private func differences(
    _ expected: Located<String>?, _ actual: Located<String>?, isHeading: Bool, _ names: some NamesOfTitle
  ) -> [TitleDifference] {
    guard let expected, let actual else { return [] }
    let text = Array(FrontMatter.unescaped(actual.value).utf8)
    let sourceText = Array(FrontMatter.unescaped(expected.value).utf8)
    return names.names(in: sourceText).filter { NameSearch.find($0, in: text) == nil }.map { name in
      TitleDifference(
        isHeading: isHeading, name: String(decoding: name, as: UTF8.self), expected: expected,
        place: TitleNames.place(of: name, in: actual, file: translation.source),
        restoration: restoration(ofName: name, inTitle: expected, actual, isMetadata: !isHeading))
    }
  }
}

/// Tells which words of a title, or of a text like it, are names.
private protocol NamesOfTitle {
  func names(in title: [UInt8]) -> [[UInt8]]
}

/// Words with an underscore between letters or digits, each once, which are names in any text.
private struct UnderscoredNames: NamesOfTitle {
  func names(in title: [UInt8]) -> [[UInt8]] {
    var names: [[UInt8]] = []
    for word in title.split(whereSeparator: { !Identifier.isNameByte($0) })
    where word.dropFirst().dropLast().contains(UInt8(ascii: "_")) && !names.contains(Array(word)) && names.count < 16 {
      names.append(Array(word))
    }
    return names
  }
}

/// The names that a page's title has to have.
private struct TitleNames: NamesOfTitle {
  private let page: LocalizedPage
  /// The parts of the names that the front matter gives the page's API, each once.
  private let namesOfAPI: [[UInt8]]

  init(_ page: LocalizedPage) {
    self.page = page
    namesOfAPI = Self.namesOfAPI(page)
  }

  private static func namesOfAPI(_ page: LocalizedPage) -> [[UInt8]] {
    var names: [[UInt8]] = []
    var known: Set<[UInt8]> = []
    for name in page.frontMatter.strings("api_name") {
      for part in name.value.utf8.split(whereSeparator: isSeparator) {
        let part = Array(part)
        if part.count > 2, part.allSatisfy(Identifier.isNameByte), known.insert(part).inserted { names.append(part) }
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
  func names(in title: [UInt8]) -> [[UInt8]] {
    let sought = namesOfAPI.prefix(Limits.nameSearch / max(1, title.count))
    let names = sought.filter { NameSearch.find($0, in: title) != nil }
    guard names.isEmpty, page.facts.isReference else { return names }
    let declared = page.facts.codeBlocks.compactMap { $0.signature?.declarations.first?.name?.value }
    return title.split(whereSeparator: { !Identifier.isNameByte($0) })
      .filter { word in
        Identifier.isSymbolic(word) && word.contains(where: Self.isInsideName)
          || word.count > 2 && declared.contains { $0.utf8.elementsEqual(word) }
      }
      .map { Array($0) }
  }

  /// What took the place of a name, where its letters are still there; else the whole title.
  static func place(of name: [UInt8], in title: Located<String>, file: SourceFile) -> Located<String> {
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
