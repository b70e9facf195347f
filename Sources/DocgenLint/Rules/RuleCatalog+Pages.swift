import DocgenSupport

extension Rule {
  static let missingTranslation = Rule(
    "missing-translation", in: .pairing, .note,
    "A page of the source language has no translation in a locale.")
  static let orphanTranslation = Rule(
    "orphan-translation", in: .pairing, .warning,
    "A translation has no page in the source language.")
  static let duplicatePage = Rule(
    "duplicate-page", in: .pairing, .error,
    "Two files of a locale are the same page: their paths differ only in case.")
  static let mismatchedIdentity = Rule(
    "mismatched-identity", in: .pairing, .error,
    "A translation has another 'ms.assetid' than its source.")

  static let invalidFrontMatter = Rule(
    "invalid-front-matter", in: .metadata, .error,
    "The front matter of a page is not closed or is not valid YAML.")
  static let mismatchedMetadata = Rule(
    "mismatched-metadata", in: .metadata, .error,
    "A value in the front matter that no language may change differs from the source.")
  static let misnamedTitle = Rule(
    "misnamed-title", in: .metadata, .warning,
    "The title or the first heading lost the name of the API.")
}

extension RuleCatalog {
  static let pairing: [Rule] = [.missingTranslation, .orphanTranslation, .duplicatePage, .mismatchedIdentity]
  static let metadata: [Rule] = [.invalidFrontMatter, .mismatchedMetadata, .misnamedTitle]
}
