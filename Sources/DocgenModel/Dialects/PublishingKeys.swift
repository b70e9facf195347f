import DocgenMarkup
import DocgenSupport

/// The keys of the front matter that decide about publishing: the part `publishing:` of a dialect.
///
/// Keys compare without regard to case, `_` and `-`.
package struct PublishingKeys: Sendable {
  /// What a key says of its page.
  package enum Meaning: String, CaseIterable, Sendable {
    /// The page is not on the site.
    case unpublished
    /// It is reached by its address only.
    case unlisted
    /// Search engines are told to leave it out.
    case notIndexed = "not-indexed"
    /// Search engines are told not to follow its links.
    case notFollowed = "not-followed"
    case notInSitemap = "not-in-sitemap"
    case notSearched = "not-searched"
    case notInNavigation = "not-in-navigation"
    /// It only says where it went.
    case leadsTo = "leads-to"
    /// Addresses that it had before.
    case oldAddresses = "old-addresses"
    /// Not honoured: it depends on the day.
    case scheduled
    /// Not honoured: it lets some readers in only.
    case restricted

    /// Whether the site does what the key says.
    package var isHonoured: Bool { self != .scheduled && self != .restricted }
  }

  /// A key with the values that give it its meaning.
  package struct Definition: Sendable {
    /// What it says.
    package var meaning: Meaning
    /// The key as the data write it, with a point before each key of a mapping below.
    package var name: String
    /// The values in lower case: words, `true`, `false`, or `*` for any.
    package var values: [String]
    /// The folded keys of the mappings below the first key.
    var path: [String]
  }

  /// The definitions, in the order of the data.
  package private(set) var definitions: [Definition] = []
  /// Values with which no key says anything.
  private var withoutMeaning: Set<String> = []
  /// The definitions by the folded first key.
  private var byKey: [UInt64: [Int]] = [:]
  /// The lengths that folded keys have, as bits, by their first byte: most keys of pages are told apart by them.
  private var lengths = [UInt64](repeating: 0, count: 256)

  /// The keys that are compiled in.
  package static var builtIn: PublishingKeys { Dialect.common.publishing }

  /// Makes keys that say nothing.
  init() {}

  private static let withoutMeaningKey = "without-meaning"

  /// Adds what a mapping of meanings to keys, and of keys to values, says; returns what of it cannot be read.
  mutating func read(_ node: YAMLNode) -> [YAMLError] {
    guard let members = node.members else {
      return node.isNull ? [] : [YAMLError(english: "'publishing' must be lines 'key: value'", at: node.span)]
    }
    var errors: [YAMLError] = []
    withoutMeaning.formUnion((node[Self.withoutMeaningKey]?.items ?? []).compactMap { $0.text?.value })
    let known = Meaning.allCases.map(\.rawValue) + [Self.withoutMeaningKey]
    for member in members where !known.contains(member.key.value) {
      let hint = Suggestions.nearest(to: member.key.value, among: known).map { "; did you mean '\($0)'?" } ?? ""
      errors.append(YAMLError(english: "'\(member.key.value)' is no meaning of a key\(hint)", at: member.key.span))
    }
    for meaning in Meaning.allCases {
      for member in node[meaning.rawValue]?.members ?? [] {
        let values = (member.value.items ?? [member.value]).compactMap { $0.text?.value.lowercased() }
        if values.isEmpty {
          errors.append(YAMLError(english: "write the values of the key, as '[true]'", at: member.key.span))
        }
        add(Definition(meaning: meaning, name: member.key.value, values: values, path: []))
      }
    }
    return errors
  }

  private mutating func add(_ definition: Definition) {
    var definition = definition
    let parts = definition.name.split(separator: ".").map { FoldedKey.text($0.utf8) }
    guard let first = parts.first, let key = FoldedKey(first.utf8) else { return }
    definition.path = Array(parts.dropFirst())
    byKey[key.hash, default: []].append(definitions.count)
    lengths[Int(key.first)] |= key.lengthBit
    definitions.append(definition)
  }

  /// Whether a key may be one of these; true for few others.
  @inline(__always)
  func mayHold(_ key: FoldedKey) -> Bool {
    lengths[Int(key.first)] & key.lengthBit != 0 && byKey[key.hash] != nil
  }

  /// The definitions of a key of the front matter, those of mappings below it among them.
  func definitions(of key: String) -> [Definition] {
    guard let key = FoldedKey(key.utf8), mayHold(key) else { return [] }
    return (byKey[key.hash] ?? []).map { definitions[$0] }
  }

  /// Whether a definition holds for a value of the front matter.
  func holds(_ definition: Definition, for value: FrontMatter.Value) -> Bool {
    guard definition.path.isEmpty else {
      guard case .nested(let node) = value, let inner = Self.node(at: definition.path[...], in: node) else {
        return false
      }
      return Self.texts(of: inner).contains { says($0, definition) }
    }
    return Self.texts(of: value).contains { says($0, definition) }
  }

  private func says(_ text: String, _ definition: Definition) -> Bool {
    let text = text.lowercased()
    if definition.values == ["*"] {
      return !text.isEmpty && text != "false" && !(definition.meaning == .restricted && withoutMeaning.contains(text))
    }
    return text.split(whereSeparator: { $0 == "," || $0 == " " || $0 == ";" }).contains { word in
      definition.values.contains { Self.truth($0) == nil ? word == $0 : Self.truth(word) == Self.truth($0) }
    }
  }

  /// What a word says as the answer to a question; `nil` if it is none.
  static func truth(_ word: some StringProtocol) -> Bool? {
    switch word.lowercased() {
    case "true", "yes", "on", "1", "y": true
    case "false", "no", "off", "0", "n": false
    default: nil
    }
  }

  private static func texts(of value: FrontMatter.Value) -> [String] {
    switch value {
    case .null, .nested: []
    case .scalar(let text, _): [text.value]
    case .list(let items, _): items.map(\.value)
    }
  }

  private static func texts(of node: YAMLNode) -> [String] {
    (node.items ?? [node]).compactMap { $0.text?.value }
  }

  private static func node(at path: ArraySlice<String>, in node: YAMLNode) -> YAMLNode? {
    guard let first = path.first else { return node }
    let member = node.members?.first { FoldedKey.text($0.key.value.utf8) == first }
    return member.flatMap { Self.node(at: path.dropFirst(), in: $0.value) }
  }
}
