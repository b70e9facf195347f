import DocgenMarkup
import DocgenModel
import DocgenSupport

/// The names under which a page is found in every language.
enum SearchableNames {
  /// The names of the API that a page is about, its main one first, and what its title calls it.
  ///
  /// A page that is an article, prose or a list of others, has a name only where its title is little more.
  static func names(of page: LocalizedPage, isArticle: Bool, _ vocabulary: Vocabulary) -> [String] {
    var names: [String] = []
    var known: Set<String> = []
    for name in page.frontMatter.strings("api_name") {
      let name = FrontMatter.unescaped(name.value)
      if !name.isEmpty, known.insert(name).inserted { names.append(name) }
    }
    let title = titleWithoutNote(PageTitle.text(of: page))
    let words = title.split(separator: " ")
    let symbol = words.first { isSymbol($0) }
    if isArticle && names.isEmpty {
      if let name = nameBesideKind(words, vocabulary) {
        names.append(String(name))
      } else if words.count == 1 || (words.count <= 3 && symbol != nil) {
        names.append(String(title))
      }
    } else if let symbol = words.count == 1 ? title : symbol {
      let folded = SearchName(String(symbol)).units
      if !names.contains(where: { SearchName($0).units.ends(with: folded) }) { names.append(String(symbol)) }
    } else if names.isEmpty, !title.isEmpty {
      names.append(String(nameBesideKind(words, vocabulary) ?? title))
    }
    return names
  }

  /// The one word of a title beside those that tell the kind: "vector" of "vector class".
  private static func nameBesideKind(_ words: [Substring], _ vocabulary: Vocabulary) -> Substring? {
    guard words.count == 2 else { return nil }
    let title = words.joined(separator: " ")
    return words.first { PageKind.stated(by: title, name: String($0), vocabulary) != nil }
  }

  /// What else leads to a page: its title in full, and the names that the front matter lists.
  static func entries(of page: LocalizedPage, beside names: [String]) -> [SearchEntry] {
    let title = PageTitle.text(of: page)
    var entries: [SearchEntry] = []
    var known = Set(names)
    if known.insert(title).inserted { entries.append(SearchEntry(name: title, origin: .title)) }
    for key in page.dialect.keys.names(of: .names) {
      for text in page.frontMatter.strings(key) {
        for part in text.value.utf8.split(separator: UInt8(ascii: ",")) {
          let name = keyword(part)
          if !name.isEmpty, known.insert(name).inserted {
            entries.append(SearchEntry(name: name, origin: .keyword))
          }
        }
      }
    }
    return entries
  }

  /// The name in a keyword: after a slash (`vector/std::vector::at`), without a note (`at method [C++]`).
  private static func keyword(_ text: Substring.UTF8View) -> String {
    var text = text
    if let open = text.firstIndex(of: UInt8(ascii: "[")), open > text.startIndex, text.last == UInt8(ascii: "]") {
      text = text[..<open]
    }
    while text.last == 0x20 { text.removeLast() }
    while text.first == 0x20 { text.removeFirst() }
    if let slash = text.lastIndex(of: UInt8(ascii: "/")), slash > text.startIndex,
      text[text.index(after: slash)...].first.map(Identifier.isNameByte) ?? false
    {
      text = text[text.index(after: slash)...]
    }
    let name = FrontMatter.unescaped(String(Substring(text)))
    return name.utf8.contains(0x20) ? "" : name
  }

  /// A title without "(winuser.h)" at its end.
  private static func titleWithoutNote(_ title: String) -> Substring {
    var rest = title[...]
    if rest.utf8.last == UInt8(ascii: ")"), let open = rest.utf8.lastIndex(of: UInt8(ascii: "(")),
      open > rest.startIndex
    {
      rest = rest[..<open]
    }
    while rest.utf8.last == 0x20 { rest = rest.dropLast() }
    return rest.isEmpty ? title[...] : rest
  }

  /// Whether a word of a title is a name and no word of the language.
  static func isSymbol(_ word: Substring) -> Bool {
    let utf8 = word.utf8
    if Identifier.isSymbolic(utf8) { return true }
    guard let first = utf8.first, Identifier.isNameByte(first), let last = utf8.last, Identifier.isNameByte(last) else {
      return false
    }
    let parts = utf8.split { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") }
    return parts.count > 1 && parts.allSatisfy { $0.allSatisfy(Identifier.isNameByte) }
  }
}

extension Array where Element: Equatable {
  /// Whether the array ends with other elements.
  fileprivate func ends(with other: [Element]) -> Bool {
    count >= other.count && self[(count - other.count)...] == other[...]
  }
}
