import DocgenSupport

/// The metadata at the start of a page: YAML between two lines `---`, TOML between `+++`, or JSON in braces.
///
/// What can be read is read, however broken it is; ``problems`` says what is wrong and where.
public struct FrontMatter: Sendable, Equatable {
  /// A key with its value.
  public struct Entry: Sendable, Equatable {
    /// The key, without quotes.
    public var key: Located<String>
    /// The value, or the place where one would stand.
    public var value: Value

    /// Makes an entry of its parts.
    public init(key: Located<String>, value: Value) {
      self.key = key
      self.value = value
    }
  }

  /// What stands after a key.
  public enum Value: Sendable, Equatable {
    /// Nothing, `~` or `null`; the place is where a value would stand.
    case null(SourceSpan)
    case scalar(Located<String>, isQuoted: Bool)
    /// A list of texts; an item that is null is an empty text.
    case list([Located<String>], SourceSpan)
    /// A mapping, or a list that holds more than texts.
    case nested(YAMLNode)

    /// The place of the value, without quotes.
    public var span: SourceSpan {
      switch self {
      case .null(let span), .list(_, let span): span
      case .scalar(let text, _): text.span
      case .nested(let node): node.span
      }
    }
  }

  /// Something wrong with the front matter, in words that tell what to do.
  public struct Problem: Sendable, Hashable {
    /// What is wrong, and what to do.
    public var message: Message
    /// The place to fix.
    public var span: SourceSpan

    /// Makes a problem of its parts.
    public init(_ message: Message, at span: SourceSpan) {
      self.message = message
      self.span = span
    }
  }

  /// How the metadata is written.
  public enum Format: Sendable {
    case yaml
    case toml
    case json
  }

  /// How the metadata is written.
  public var format = Format.yaml
  /// From the opening `---` to the end of the closing line; `nil` when the page has no front matter.
  public var span: SourceSpan?
  /// The offset of the first byte after the front matter and the byte order mark.
  public var bodyStart: Int32
  /// The entries in the order of the file; a key that stands twice is kept twice.
  public var entries: [Entry]
  /// In the order of the file.
  public var problems: [Problem]

  /// Makes a front matter of its parts.
  public init(span: SourceSpan?, bodyStart: Int32, entries: [Entry], problems: [Problem]) {
    self.span = span
    self.bodyStart = bodyStart
    self.entries = entries
    self.problems = problems
  }

  /// The entry of a key; of a key that stands twice, the first.
  public func entry(_ key: String) -> Entry? { index(of: key).map { entries[$0] } }

  /// The value of a key; of a key that stands twice, the first.
  public subscript(key: String) -> Value? { index(of: key).map { entries[$0].value } }

  /// Entries are not copied on the way, for most of what is asked for is not there.
  private func index(of key: String) -> Int? { entries.indices.first { entries[$0].key.value == key } }

  /// The text of a key whose value is one text that is not empty.
  public func string(_ key: String) -> Located<String>? {
    if case .scalar(let text, _) = self[key], !text.value.isEmpty { text } else { nil }
  }

  /// The texts of a key, be they written as one text or as a list; null and empty texts count for nothing.
  public func strings(_ key: String) -> [Located<String>] {
    switch self[key] {
    case .scalar(let text, _): text.value.isEmpty ? [] : [text]
    case .list(let items, _): items.filter { !$0.value.isEmpty }
    case .null, .nested, nil: []
    }
  }

  /// A text without the backslashes that Markdown needs before punctuation (`CIM\_Job` is "CIM_Job").
  public static func unescaped(_ text: String) -> String {
    let holdsBackslash = text.utf8.withContiguousStorageIfAvailable { $0.firstIndex(of: UInt8(ascii: "\\")) != nil }
    guard holdsBackslash ?? true else { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var followsBackslash = false
    for byte in text.utf8 {
      if followsBackslash, isPunctuation(byte) {
        bytes[bytes.count - 1] = byte
        followsBackslash = false
      } else {
        bytes.append(byte)
        followsBackslash = byte == UInt8(ascii: "\\")
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}
