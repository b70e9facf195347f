import DocgenMarkup
import DocgenSupport

extension Dialect {
  /// How pages in the language of a locale are parsed.
  package func options(in locale: String) -> MarkdownParser.Options {
    let language = String(locale.prefix { $0 != "-" && $0 != "_" }).lowercased()
    return MarkdownParser.Options(
      headingIDs: headingIDs, tokens: tokens.isEmpty ? nil : tokens.inLanguage(language))
  }
}
