/// A sentence for people that can be said in every language: English words, and apart from them the values among them.
///
/// Its form is declared, in the ``MessageSet`` of what says it; nothing else makes a message. A ``MessageCatalog`` finds the
/// template of another language by the English one, and puts the same values into that.
public struct Message: Sendable, Hashable {
  /// A value among the words.
  public enum Argument: Sendable, Hashable {
    /// A name or a value, which is the same in every language.
    case text(String)
    case number(Int)
    /// Words, which are not.
    case message(Message)
  }

  /// The English words: `{1}` stands for the first argument, `{1:# page|# pages}` for words that its number decides
  /// on, with the number in place of `#`; `{{` and `}}` are braces.
  public let template: String
  /// In the order in which English names them.
  public let arguments: [Argument]

  /// A message without words.
  public static let empty = Message(template: "", arguments: [])

  /// Fills in a form; ``DeclaredMessages`` alone calls this, and tests, which say what nothing declares.
  @_spi(Testing)
  public init(template: String, arguments: [Argument]) {
    self.template = template
    self.arguments = arguments
  }

  /// Makes a message again of what was kept of it.
  public init(kept template: String, arguments: [Argument]) {
    self.template = template
    self.arguments = arguments
  }

  /// Whether a value is one of those among the words.
  public func names(_ value: String) -> Bool {
    arguments.contains { argument in
      switch argument {
      case .text(let text): text == value
      case .number(let number): String(number) == value
      case .message(let message): message.names(value)
      }
    }
  }
}

extension Message: MessageSource {
  /// What holds other messages and values.
  public struct Messages: MessageSet {
    let listed = MessageForm<Message, Message>("{1}, {2}")
    let sequence = MessageForm<Message, Message>("{1}; {2}")
    let quoted = MessageForm<String>("'{1}'")

    /// Makes the set.
    public init() {}
  }

  /// Joins messages by commas; `nil` if there are none.
  public static func listed(_ messages: some Sequence<Message>) -> Message? {
    joined(messages) { Self.messages.listed($0, $1) }
  }

  /// Joins messages by semicolons; `nil` if there are none.
  public static func sequence(_ messages: some Sequence<Message>) -> Message? {
    joined(messages) { Self.messages.sequence($0, $1) }
  }

  /// A name in quotes.
  public static func quoted(_ name: String) -> Message { messages.quoted(name) }

  private static func joined(
    _ messages: some Sequence<Message>, _ join: (Message, Message) -> Message
  ) -> Message? {
    var result: Message?
    for message in messages { result = result.map { join($0, message) } ?? message }
    return result
  }
}

extension Message: CustomStringConvertible {
  /// The message in English.
  public var description: String { MessageCatalog.source.text(self) }
}

extension Message: Comparable {
  /// Whether a message comes before another; the order is that of the English texts, whatever language is shown.
  public static func < (left: Message, right: Message) -> Bool {
    left.description.utf8.lexicographicallyPrecedes(right.description.utf8)
  }
}
