import DocgenSupport

extension PageKind {
  /// The kind that a title states, before the page is read: ``interface`` of `IFoo interface`.
  ///
  /// - Parameters:
  ///   - title: A title or heading.
  ///   - name: The name of the API that it holds.
  ///   - vocabulary: The words of its language.
  /// - Returns: `nil` if no word tells a kind.
  package static func stated(by title: String, name: String, _ vocabulary: Vocabulary) -> PageKind? {
    TitleWords(title).singular(vocabulary, names: [Array(name.utf8)])
  }
}
