import DocgenMarkup
import DocgenModel
import DocgenSupport

/// How the code of a language is told apart, as `site/highlighting.yml` says it.
struct CodeGrammar {
  /// What may begin with a byte, or go on with it.
  struct ByteUse: OptionSet {
    let rawValue: UInt16

    static let space = ByteUse(rawValue: 1)
    static let lineEnd = ByteUse(rawValue: 1 << 1)
    static let comment = ByteUse(rawValue: 1 << 2)
    static let quote = ByteUse(rawValue: 1 << 3)
    static let word = ByteUse(rawValue: 1 << 4)
    static let inWord = ByteUse(rawValue: 1 << 5)
    static let digit = ByteUse(rawValue: 1 << 6)
    static let sigil = ByteUse(rawValue: 1 << 7)
    static let directive = ByteUse(rawValue: 1 << 8)
    static let option = ByteUse(rawValue: 1 << 9)
    /// A command follows.
    static let command = ByteUse(rawValue: 1 << 10)
    static let tag = ByteUse(rawValue: 1 << 11)
  }

  /// A way to write a text.
  struct StringForm {
    let start: [UInt8]
    let end: [UInt8]
    let spansLines: Bool
    let hasEscapes: Bool
  }

  /// A kind of line, by what it begins with.
  struct LineForm {
    let start: [UInt8]
    let kind: CodeToken.Kind
  }

  let comments: CommentSyntax
  private(set) var uses = [ByteUse](repeating: [], count: 256)
  private(set) var words = CodeWords()
  private(set) var strings: [StringForm] = []
  private(set) var lines: [LineForm] = []
  private(set) var escape: UInt8?
  private(set) var key: UInt8?
  private(set) var hasKeyLines = false
  private(set) var hasSections = false
  private(set) var hasCommands = false
  private(set) var ignoresCase = false

  /// Takes what the data says of a language; what comes first goes before what it is like.
  init(_ data: [YAMLNode], comments: CommentSyntax) {
    self.comments = comments
    func text(_ key: String) -> String? { data.lazy.compactMap { $0[key]?.text?.value }.first }
    func marks(_ key: String) -> [String] {
      data.lazy.compactMap { $0[key]?.items }.first?.compactMap { $0.text?.value } ?? []
    }
    ignoresCase = text("case") == "no"
    setBytes(markup: text("markup") == "true")
    set(.inWord, text("letters"))
    set(.sigil, text("sigils"))
    set(.directive, text("directives"))
    set(.option, text("options"))
    hasCommands = text("commands") != nil
    set(.command, text("commands"))
    key = text("keys")?.utf8.first
    hasKeyLines = text("keyLines") == "true"
    hasSections = text("sections") == "true"
    escape = text("escape").map { $0.utf8.first } ?? UInt8(ascii: "\\")
    for (key, spansLines, hasEscapes) in [("raw", true, false), ("texts", true, true), ("strings", false, true)] {
      for mark in marks(key) { add(mark, spansLines: spansLines, hasEscapes: hasEscapes) }
    }
    strings.sort { $0.start.count > $1.start.count }
    for node in data {
      add(node["keywords"], .keyword)
      add(node["types"], .type)
      add(node["constants"], .number)
      for member in node["lines"]?.members ?? [] {
        guard let kind = member.value.text.flatMap({ CodeToken.Kind(className: $0.value) }) else { continue }
        lines.append(LineForm(start: Array(member.key.value.utf8), kind: kind))
      }
    }
    lines.sort { $0.start.count > $1.start.count }
  }

  private mutating func setBytes(markup: Bool) {
    uses[0x0A] = .lineEnd
    for byte in [0x20, 0x09, 0x0D] { uses[byte] = .space }
    for byte in 0...255 {
      switch UInt8(byte) {
      case 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), 0x80...0xFF: uses[byte] = [.word, .inWord]
      case 0x30...0x39: uses[byte] = [.digit, .inWord]
      default: break
      }
      if comments.mayStart(with: UInt8(byte)) { uses[byte].insert(.comment) }
    }
    if markup { uses[Int(UInt8(ascii: "<"))].insert(.tag) }
    if comments.quotesCharacters { uses[Int(UInt8(ascii: "'"))].insert(.quote) }
  }

  private mutating func set(_ use: ByteUse, _ bytes: String?) {
    for byte in (bytes ?? "").utf8 {
      uses[Int(byte)].insert(use)
      // A word may begin with a point or an exclamation mark, and only go on with a hyphen.
      if use == .inWord, byte != UInt8(ascii: "-") { uses[Int(byte)].insert(.word) }
    }
  }

  private mutating func add(_ mark: String, spansLines: Bool, hasEscapes: Bool) {
    let parts = mark.utf8.split(separator: 0x20).map { Array($0) }
    guard let start = parts.first, let end = parts.last else { return }
    uses[Int(start[0])].insert(.quote)
    strings.append(StringForm(start: start, end: end, spansLines: spansLines, hasEscapes: hasEscapes))
  }

  private mutating func add(_ list: YAMLNode?, _ kind: CodeToken.Kind) {
    for word in list?.text?.value.utf8.split(separator: 0x20) ?? [] {
      words.insert(hash(word), kind)
    }
  }

  /// The hash by which a word is looked up.
  func hash(_ word: some Sequence<UInt8>) -> UInt64 {
    ignoresCase ? FNVHash.hash(word.lazy.map(ASCIICase.lowercased)) : FNVHash.hash(word)
  }

  /// What a word is; `nil` if it has no colour.
  func kind(of word: UnsafeBufferPointer<UInt8>) -> CodeToken.Kind? { words[hash(word)] }
}
