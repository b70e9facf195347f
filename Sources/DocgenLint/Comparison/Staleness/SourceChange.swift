import DocgenMarkup
import DocgenModel
import DocgenSupport

/// How a page of the source language changed since a translation was made of it, by what the change means.
struct SourceChange: MessageSource {
  struct Messages: MessageSet {
    let firstChange = PlainMessage("the first change")
  }

  var kind: SourceChangeClass
  /// What changed, with its place in the page of today, in the order of what is compared.
  var details: [Located<Message>]
  /// The keys of the front matter whose values changed.
  var keys: [String] = []

  /// Compares what was translated with the page of today; both are read with the source's vocabulary.
  ///
  /// What reads the same, word for word, changed in looks at most; only else the facts are compared.
  ///
  /// - Parameters:
  ///   - old: What was translated; its text may be left out where it is the same.
  ///   - new: The page of today.
  ///   - words: The words of the source, beside themselves.
  ///   - hasSameBody: Whether all after the front matter is the same, byte for byte; found out where it is not given.
  /// - Returns: What the change means, and what changed.
  static func between(
    _ old: LocalizedPage, _ new: LocalizedPage, _ words: TranslationWords, hasSameBody: Bool? = nil
  ) -> SourceChange {
    let hasSameBody =
      hasSameBody
      ?? (old.source.bytes[Int(old.frontMatter.bodyStart)...] == new.source.bytes[Int(new.frontMatter.bodyStart)...])
    let keys = changedKeys(old.frontMatter, new.frontMatter)
    var facts = FactComparison(old: old, new: new, words)
    facts.compareMetadata()
    let difference = hasSameBody ? nil : WordComparison.firstDifference(old.document, new.document)
    if difference != nil { facts.compareBody() }
    if !facts.changes.isEmpty { return SourceChange(kind: .facts, details: facts.changes, keys: keys) }
    if let difference {
      return SourceChange(kind: .prose, details: [Located(Self.messages.firstChange, at: difference)], keys: keys)
    }
    return SourceChange(kind: hasSameBody && !keys.isEmpty ? .metadata : .cosmetic, details: [], keys: keys)
  }

  private static func changedKeys(_ old: FrontMatter, _ new: FrontMatter) -> [String] {
    var keys: [String] = []
    for entry in new.entries + old.entries where !keys.contains(entry.key.value) {
      if texts(of: old[entry.key.value]) != texts(of: new[entry.key.value]) { keys.append(entry.key.value) }
    }
    return keys
  }

  /// The texts of a value, for comparison; `nil` if there is no value.
  private static func texts(of value: FrontMatter.Value?) -> [String]? {
    switch value {
    case .null, nil: nil
    case .scalar(let text, _): [text.value]
    case .list(let items, _): items.map(\.value)
    case .nested(let node): texts(of: node)
    }
  }

  private static func texts(of node: YAMLNode) -> [String] {
    if let members = node.members { return members.flatMap { ["{", $0.key.value] + texts(of: $0.value) } + ["}"] }
    if let items = node.items { return ["["] + items.flatMap(texts) + ["]"] }
    return [node.text?.value ?? ""]
  }
}
