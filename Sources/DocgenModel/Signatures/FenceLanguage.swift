import DocgenMarkup
import DocgenSupport

/// The language that the info string of a fence names.
package struct FenceLanguage: Sendable {
  /// Where code holds text for people.
  enum TextForm: String {
    /// After the options of a listing, as programs print it for help, and in comments of drawn trees.
    case options
    /// In values without quotes.
    case scalars
    /// Between tags.
    case elements
  }

  /// The name that all info strings of the language have in common.
  package let id: String
  /// What reads signatures; `nil` if nothing does.
  package let reader: SignatureLanguage?
  /// How comments are written.
  package let comments: CommentSyntax
  /// Whether the info strings name several languages, and two of them do not mean the same.
  let isGroup: Bool
  /// Whether the block holds words for people, as a diagram and the output of a program do.
  package let isText: Bool
  /// Where its code holds text for people; `nil` if none is known of.
  let textForm: TextForm?
  /// Whether what stands between `<` and `>` is for the reader to fill in.
  package let hasPlaceholders: Bool
  /// What readers call it; `nil` if it is no language.
  let label: String?
  /// What readers call those of its names that are languages of their own.
  let labels: [String: String]

  /// What readers call it by one of its names.
  package func label(of name: String) -> String? { labels[name] ?? label }

  /// The name for programs: that of a language of its own, or the one that all names have in common.
  package func token(of name: String) -> String { labels[name] == nil ? id : name }
}

/// The languages of `site/code.yml`, by their info strings.
package struct CodeLanguages: Sendable {
  /// Those that are built in.
  package static let shared = CodeLanguages(EmbeddedFiles.bytes("site/code.yml") ?? [])

  private var languages: [String: FenceLanguage] = [:]
  private var languagesByID: [String: FenceLanguage] = [:]
  /// The language of blocks that name none.
  package private(set) var unnamed: FenceLanguage

  private init(_ bytes: [UInt8]) {
    unnamed = Self.language("", YAMLNode(.mapping([]), at: SourceSpan(start: 0, end: 0)))
    for member in YAMLReader.read(bytes).root?["languages"]?.members ?? [] {
      let language = Self.language(member.key.value, member.value)
      if language.id == "unnamed" { unnamed = language }
      languagesByID[language.id] = language
      for name in Self.texts(member.value["names"]) { languages[name] = language }
    }
  }

  private static func language(_ id: String, _ node: YAMLNode) -> FenceLanguage {
    FenceLanguage(
      id: id, reader: node["reader"]?.text.flatMap { SignatureLanguage(rawValue: $0.value) },
      comments: CommentSyntax(
        comments: texts(node["comments"]), docstrings: texts(node["docstrings"]),
        quotesCharacters: isTrue(node["characters"])),
      isGroup: isTrue(node["several"]), isText: isTrue(node["text"]),
      textForm: node["words"]?.text.flatMap { FenceLanguage.TextForm(rawValue: $0.value) },
      hasPlaceholders: isTrue(node["placeholders"]),
      label: node["label"]?.text?.value,
      labels: Dictionary(
        (node["labels"]?.members ?? []).compactMap { label in label.value.text.map { (label.key.value, $0.value) } }
      ) { first, _ in first })
  }

  private static func isTrue(_ node: YAMLNode?) -> Bool { node?.text?.value == "true" }

  private static func texts(_ node: YAMLNode?) -> [String] { (node?.items ?? []).compactMap { $0.text?.value } }

  /// The language of an id.
  package func language(id: String) -> FenceLanguage? { languagesByID[id] }

  /// The language that an info string names; `nil` if it names none, or one that is not known.
  ///
  /// Case does not count, nor does what follows the name after a space, a comma, a brace or a hyphen.
  package func named(_ infoString: String) -> FenceLanguage? {
    guard let word = Self.name(in: infoString) else { return nil }
    if let language = languages[word] { return language }
    guard let hyphen = word.utf8.lastIndex(of: UInt8(ascii: "-")) else { return nil }
    return languages[String(word[..<hyphen])] ?? languages[String(word.prefix { $0 != "-" })]
  }

  /// The language that a block is in, as far as comments are concerned; `nil` if its name is not known.
  package func language(of infoString: String?) -> FenceLanguage? {
    guard let infoString, Self.name(in: infoString) != nil else { return unnamed }
    return named(infoString)
  }

  /// Whether two info strings are names of one language.
  package func areSame(_ left: String, _ right: String) -> Bool {
    guard let first = named(left), let second = named(right), first.id == second.id else { return false }
    return !first.isGroup || Self.name(in: left) == Self.name(in: right)
  }

  /// The word of an info string that names a language, in lower case; `nil` if there is none.
  package static func name(in infoString: String) -> String? {
    var word: [UInt8] = []
    for byte in infoString.utf8 {
      switch byte {
      case 0...0x20, UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ","), UInt8(ascii: "("), UInt8(ascii: ":"),
        UInt8(ascii: "["):
        if word.isEmpty { continue }
        return Self.text(word)
      case UInt8(ascii: "."), UInt8(ascii: "!"):
        // `{.python}`
        if !word.isEmpty { word.append(byte) }
      case UInt8(ascii: "="):
        // `title="…"`
        return nil
      default:
        word.append(ASCIICase.lowercased(byte))
      }
      if word.count > 32 { return nil }
    }
    return Self.text(word)
  }

  private static func text(_ word: [UInt8]) -> String? {
    word.isEmpty ? nil : String(decoding: word, as: UTF8.self)
  }
}
