import DocgenSupport

/// The words of which each language has its own and no text can do without, so that a few of them tell the language.
package struct FunctionWords: Sendable {
  /// The index of the language of each word, by its hash; words of several languages tell nothing.
  private let languages: [UInt64: Int]
  /// The languages that are known, by their tags.
  package let tags: [String]

  /// Takes the words of some vocabularies.
  package init(_ vocabularies: [Vocabulary]) {
    var tags: [String] = []
    var languages: [UInt64: Int] = [:]
    for vocabulary in vocabularies {
      let language = Self.language(vocabulary.tag)
      guard !vocabulary.keys(of: .functionWords).isEmpty, !tags.contains(language) else { continue }
      tags.append(language)
      for part in [Vocabulary.Part.functionWords, .labelVerbs] {
        for form in vocabulary.keys(of: part).flatMap({ vocabulary.forms(of: $0, in: part) }) {
          let hash = FNVHash.hash(form.lowercased().utf8)
          if let other = languages[hash], other != tags.count - 1 {
            languages[hash] = -1
          } else {
            languages[hash] = tags.count - 1
          }
        }
      }
    }
    self.tags = tags
    self.languages = languages.filter { $0.value >= 0 }
  }

  /// The language of a tag: `de` for `de-AT`.
  package static func language(_ tag: String) -> String {
    String(tag.lowercased().prefix { $0 != "-" && $0 != "_" })
  }

  /// The index of the language that alone has a word, by the word's hash.
  package func language(of hash: UInt64) -> Int? { languages[hash] }
}
