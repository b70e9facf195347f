import DocgenMarkup
import DocgenSupport

/// The keys of the front matter that decide about publishing: data, `site/publishing-keys.yml`.
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
  package static let builtIn = PublishingKeys(EmbeddedFiles.bytes("site/publishing-keys.yml") ?? [])

  /// Reads the data; what is no meaning, or no list of values, is passed over.
  package init(_ yaml: [UInt8]) {
    let root = YAMLReader.read(yaml).root
    withoutMeaning = Set((root?["without-meaning"]?.items ?? []).compactMap { $0.text?.value })
    for meaning in Meaning.allCases {
      for member in root?[meaning.rawValue]?.members ?? [] {
        let values = (member.value.items ?? []).compactMap { $0.text?.value.lowercased() }
        add(Definition(meaning: meaning, name: member.key.value, values: values, path: []))
      }
    }
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

/// A key without regard to case, `_` and `-`: what tells it apart.
struct FoldedKey {
  let hash: UInt64
  let first: UInt8
  let lengthBit: UInt64

  /// Takes the bytes of a key; `nil` if no letter is left of it.
  @inline(__always)
  init?(_ bytes: some Sequence<UInt8>) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var first: UInt8 = 0
    var length: UInt64 = 0
    for byte in bytes where byte != UInt8(ascii: "_") && byte != UInt8(ascii: "-") {
      let byte = ASCIICase.lowercased(byte)
      if length == 0 { first = byte }
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
      length += 1
    }
    guard length > 0 else { return nil }
    self.hash = hash
    self.first = first
    lengthBit = 1 << min(length, 63)
  }

  /// The key in lower case, without `_` and `-`.
  static func text(_ bytes: some Sequence<UInt8>) -> String {
    String(
      decoding: bytes.filter { $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: "-") }.map(ASCIICase.lowercased),
      as: UTF8.self)
  }
}
