import DocgenSupport

/// The part of the reference page that the keys of the configuration describe themselves.
enum ConfigurationReference {
  /// A section for each key, in the language of a catalog.
  static func markdown(_ catalog: MessageCatalog) -> String {
    ConfigurationKey.allCases.map { section($0, catalog) }.joined(separator: "\n")
  }

  private static func section(_ key: ConfigurationKey, _ catalog: MessageCatalog) -> String {
    var kind = catalog.text(key.kindWords)
    if case .choice(let words) = key.kind { kind += ": " + words.map { "`\($0)`" }.joined(separator: ", ") }
    let fallback = key.defaultValue.map { "`\($0)`" } ?? key.defaultWords.map { catalog.text($0) } ?? ""
    return """
      ### `\(key.rawValue)`

      \(catalog.text(key.summary))

      | \(catalog.text(ConfigurationKey.kindHeading)) | \(catalog.text(ConfigurationKey.defaultHeading)) |
      |---|---|
      | \(kind) | \(fallback) |

      ```yaml
      \(key.example)
      ```

      """
  }
}
