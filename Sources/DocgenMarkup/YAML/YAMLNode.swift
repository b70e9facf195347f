import DocgenSupport

/// A value of a YAML document, with the place that says it.
public struct YAMLNode: Sendable, Equatable {
  /// The three kinds of YAML values.
  public enum Content: Sendable, Equatable {
    case scalar(YAMLScalar)
    case sequence([YAMLNode])
    /// The members in the order of the file; a key that stands twice is kept twice.
    case mapping([YAMLMember])
  }

  /// The value itself.
  public var content: Content
  /// A scalar's text without its quotes; a collection from its first to its last byte.
  public var span: SourceSpan

  /// Makes a value of its parts.
  public init(_ content: Content, at span: SourceSpan) {
    self.content = content
    self.span = span
  }

  /// The scalar, when the value is one.
  public var scalar: YAMLScalar? {
    if case .scalar(let scalar) = content { scalar } else { nil }
  }

  /// The items, when the value is a sequence.
  public var items: [YAMLNode]? {
    if case .sequence(let items) = content { items } else { nil }
  }

  /// The members, when the value is a mapping.
  public var members: [YAMLMember]? {
    if case .mapping(let members) = content { members } else { nil }
  }

  /// The text of a scalar that is not null.
  public var text: Located<String>? {
    guard let scalar, !scalar.isNull else { return nil }
    return Located(scalar.text, at: span)
  }

  /// Whether the value is an unquoted `null`, `~` or nothing at all.
  public var isNull: Bool { scalar?.isNull ?? false }

  /// The value of a key, when the value is a mapping; of a key that stands twice, the first.
  public subscript(key: String) -> YAMLNode? {
    members?.first { $0.key.value == key }?.value
  }
}

/// A key of a YAML mapping with its value.
public struct YAMLMember: Sendable, Equatable {
  /// The key, without quotes.
  public var key: Located<String>
  /// What stands after the colon.
  public var value: YAMLNode

  /// Makes a member of its parts.
  public init(key: Located<String>, value: YAMLNode) {
    self.key = key
    self.value = value
  }
}

/// A text of a YAML document, and how it was written.
public struct YAMLScalar: Sendable, Equatable {
  /// The ways to write a text.
  public enum Style: String, Sendable {
    case plain
    case singleQuoted
    case doubleQuoted
    case literal
    case folded
  }

  /// The text that is meant, without quotes and escapes.
  public var text: String
  /// How it was written.
  public var style: Style

  /// Makes a scalar of its parts.
  public init(_ text: String, style: Style) {
    self.text = text
    self.style = style
  }

  /// Whether the text is an unquoted `null`, `~` or nothing at all.
  public var isNull: Bool {
    guard style == .plain else { return false }
    switch text {
    case "", "~", "null", "Null", "NULL": return true
    default: return false
    }
  }
}

/// Something wrong with a YAML text, in words that tell what to do.
public struct YAMLError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What is wrong, and what to do.
  public var message: Message
  /// The place to fix.
  public var span: SourceSpan

  /// Makes an error of its parts.
  public init(_ message: Message, at span: SourceSpan) {
    self.message = message
    self.span = span
  }

  /// Makes an error about a file of the configuration, which is told in English.
  public init(english text: String, at span: SourceSpan) {
    self.init(EnglishText.messages.text(text), at: span)
  }

  /// The message in English.
  public var description: String { message.description }
}

/// What is told of files of the configuration, which is not translated.
enum EnglishText: MessageSource {
  struct Messages: MessageSet {
    let text = MessageForm<String>("{1}")
  }
}

/// What a YAML text holds.
public struct YAMLDocument: Sendable, Equatable {
  /// The value of the first document; `nil` when the text is empty or was refused.
  public var root: YAMLNode?
  /// Why the text was refused.
  public var failure: YAMLError?
  /// Keys that stand twice in one mapping; they do not keep the text from being read.
  public var duplicateKeys: [YAMLError]

  /// All that is wrong, in the order of the file.
  public var errors: [YAMLError] { duplicateKeys + (failure.map { [$0] } ?? []) }
}
