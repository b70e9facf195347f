import DocgenMarkup
import DocgenSupport

extension Dialect {
  /// How a page in the language of a locale is parsed, by the path of its file.
  package func options(in locale: String, file path: String = "") -> MarkdownParser.Options {
    let language = String(locale.prefix { $0 != "-" && $0 != "_" }).lowercased()
    return MarkdownParser.Options(
      headingIDs: headingIDs, tokens: tokens.isEmpty ? nil : tokens.inLanguage(language),
      hasFreeLines: files.hasFreeLines(path), hasLooseEmphasis: hasLooseEmphasis)
  }
}
