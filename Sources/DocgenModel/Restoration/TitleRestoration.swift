import DocgenMarkup
import DocgenSupport

extension PageRestorer {
  /// The title of a page as the page shows it, told from the front matter of its file and of the source's alone.
  ///
  /// - Returns: `nil` if the front matter has none.
  package func title(of file: SourceFile, locale: Int, beside source: SourceFile?) -> String? {
    let frontMatter = FrontMatter.read(file.bytes)
    guard let title = frontMatter.string("title") else { return nil }
    let own = FrontMatter.shown(title.value)
    guard restoresFacts, locale != PageCatalog.source, let source, !file.hasEncodingErrors else { return own }
    let original = FrontMatter.read(source.bytes)
    // What has the same words has the same names.
    if original.string("title")?.value == title.value { return own }
    let pair = PageAlignment(
      source: Self.page(source, original, PageCatalog.source),
      translation: Self.page(file, frontMatter, locale), words: words[locale])
    let suppressed = SuppressedLines(pair.translation)
    let edits = pair.titleDifferences.filter { !(suppressed?.hold(.title, at: $0.place.span.start) ?? false) }
      .compactMap { $0.restoration.flatMap { $0.isSafe ? $0.edits : nil } }.flatMap(\.self)
    guard !edits.isEmpty, zip(edits, edits.dropFirst()).allSatisfy({ $0.span.end <= $1.span.start }) else { return own }
    return FrontMatter.read(TextEdit.applying(edits, to: file.bytes)).string("title")
      .map { FrontMatter.shown($0.value) } ?? own
  }

  /// A page of which nothing but the front matter was read.
  private static func page(_ file: SourceFile, _ frontMatter: FrontMatter, _ locale: Int) -> LocalizedPage {
    var facts = PageFacts()
    facts.title = frontMatter.string("title")
    return LocalizedPage(
      locale: locale, source: file, frontMatter: frontMatter,
      document: emptyDocument, facts: facts)
  }

  private static let emptyDocument = MarkdownParser.parse(SourceFile(path: "", bytes: []))
}

/// Puts the API name that a short text of the source has, such as an entry of a table of contents, into its translation.
package enum NameRestoration {
  /// Puts a name in place of what is left of it.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - text: The text of the translation.
  ///   - source: The text of the source: where it is the name alone, all of the translation stands for it.
  /// - Returns: `nil` if the text has the name, or nothing in it stands for it for certain.
  package static func restored(_ name: String, in text: String, from source: String) -> String? {
    let (wanted, found) = (Array(name.utf8), Array(text.utf8))
    guard NameSearch.find(wanted, in: found) == nil else { return nil }
    if source == name { return name }
    guard NameSearch.find(wanted, in: Array(source.utf8)) != nil, let torn = NameSearch.findTorn(wanted, in: found)
    else { return nil }
    return String(decoding: found[..<torn.lowerBound] + wanted + found[torn.upperBound...], as: UTF8.self)
  }
}
