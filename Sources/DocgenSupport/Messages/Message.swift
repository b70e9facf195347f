/// A sentence for people that can be said in every language: English words, and apart from them the values among them.
///
/// A string literal makes one. Its words are the template, in which `{1}` stands for the first value; a
/// ``MessageCatalog`` finds the template of another language by it, and puts the same values into that.
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
  public fileprivate(set) var template: String
  /// In the order in which English names them.
  public fileprivate(set) var arguments: [Argument]

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

  /// Joins messages by commas; `nil` if there are none.
  public static func listed(_ messages: some Sequence<Message>) -> Message? {
    joined(messages) { "\($0), \($1)" }
  }

  /// Joins messages by semicolons; `nil` if there are none.
  public static func sequence(_ messages: some Sequence<Message>) -> Message? {
    joined(messages) { "\($0); \($1)" }
  }

  private static func joined(
    _ messages: some Sequence<Message>, _ join: (Message, Message) -> Message
  ) -> Message? {
    var result: Message?
    for message in messages { result = result.map { join($0, message) } ?? message }
    return result
  }
}

extension Message: ExpressibleByStringInterpolation {
  /// Takes words alone.
  public init(stringLiteral words: String) {
    template = StringInterpolation.escaped(words)
    arguments = []
  }

  /// Takes words and the values among them.
  public init(stringInterpolation: StringInterpolation) {
    self = stringInterpolation.message
  }

  /// Collects the parts of a literal.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var message: Message = ""

    /// Starts a message of a number of values.
    public init(literalCapacity: Int, interpolationCount: Int) {
      message.template.reserveCapacity(literalCapacity + 3 * interpolationCount)
      message.arguments.reserveCapacity(interpolationCount)
    }

    /// Adds words.
    public mutating func appendLiteral(_ words: String) {
      message.template += Self.escaped(words)
    }

    /// Adds words that are said in every language. Literals are taken for such, and not for names.
    public mutating func appendInterpolation(_ words: Message) {
      append(.message(words))
    }

    /// Adds a name or a value, which is the same in every language.
    @_disfavoredOverload
    public mutating func appendInterpolation(_ text: some StringProtocol) {
      append(.text(String(text)))
    }

    /// Adds a number, which is written as the language does.
    public mutating func appendInterpolation(_ number: Int) {
      append(.number(number))
    }

    /// Adds words that a number decides on, with the number in place of `#`: `one` where the language takes it for
    /// one thing, or else `other`.
    public mutating func appendInterpolation(_ number: Int, one: StaticString, other: StaticString) {
      append(.number(number), forms: ":\(Self.escaped("\(one)"))|\(Self.escaped("\(other)"))")
    }

    private mutating func append(_ argument: Argument, forms: String = "") {
      message.arguments.append(argument)
      let number = message.arguments.count
      message.template +=
        forms.isEmpty && number < Self.places.count ? Self.places[number] : "{\(number)\(forms)}"
    }

    /// The places of values in templates, which are made for every message.
    private static let places = (0..<10).map { "{\($0)}" }

    fileprivate static func escaped(_ words: String) -> String {
      guard words.utf8.contains(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") }) else { return words }
      return words.reduce(into: "") { $0 += $1 == "{" || $1 == "}" ? "\($1)\($1)" : "\($1)" }
    }
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
