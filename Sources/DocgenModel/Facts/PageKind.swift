import DocgenMarkup

/// Tells the kind of a page from its title.
enum PageKind {
  /// The kind word of a title such as "BitBlt function (wingdi.h)" or "KillJob method of the CIM_Job class".
  ///
  /// The word stands at the end, or before "of the …"; what stands in parentheses at the end does not count.
  static func kind(ofTitle title: String, vocabulary: Vocabulary) -> String? {
    var words = FrontMatter.unescaped(title).utf8.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
    if let last = words.last, last.hasSuffix(")"), let open = words.lastIndex(where: { $0.hasPrefix("(") }) {
      words.removeSubrange(open...)
    }
    guard words.count >= 2 else { return nil }
    for index in 1..<words.count {
      guard index + 1 == words.count || words[index + 1] == "of" else { continue }
      if index >= 2, let kind = vocabulary.kind(words[index - 1] + " " + words[index]) { return kind }
      if let kind = vocabulary.kind(words[index]) { return kind }
    }
    return nil
  }
}
