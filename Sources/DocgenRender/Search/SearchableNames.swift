import DocgenMarkup
import DocgenModel
import DocgenSupport

/// The names under which a page is found in every language.
enum SearchableNames {
  /// The names of the API that a page is about, its main one first, and what its title calls it.
  ///
  /// A page that is an article, prose or a list of others, has a name only where its title is little more.
  static func names(of page: LocalizedPage, isArticle: Bool) -> [String] {
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
      if words.count == 1 || (words.count <= 3 && symbol != nil) { names.append(String(title)) }
    } else if let symbol = words.count == 1 ? title : symbol {
      let folded = SearchName(String(symbol)).units
      if !names.contains(where: { SearchName($0).units.ends(with: folded) }) { names.append(String(symbol)) }
    } else if names.isEmpty, !title.isEmpty {
      names.append(String(title))
    }
    return names
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
  private static func isSymbol(_ word: Substring) -> Bool {
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
