/// The form of a message, declared where it is said: English words with places for values of known types.
///
///     let missing = MessageForm<String, Int>("the parameter '{1}' is missing in {2:# page|# pages}; describe it")
///
/// `{1}` stands for the first value, `{1:# page|# pages}` for words that its number decides on, with the number in place of
/// `#`: the first where the language takes it for one thing. `{{` and `}}` are braces. A form is a stored property of a
/// ``MessageSet``, and filled in through ``MessageSource/messages``.
public struct MessageForm<each Value: MessageValue>: DeclaredMessage {
  /// The English words.
  public let template: String

  /// Declares a form.
  public init(_ template: String) { self.template = template }

  /// The types of the values, in their order.
  public var values: [any MessageValue.Type] {
    var values: [any MessageValue.Type] = []
    for value in repeat (each Value).self { values.append(value) }
    return values
  }
}

/// The form of a message without values.
public typealias PlainMessage = MessageForm<>

/// A form of whatever values, for those who look at all of them.
public protocol DeclaredMessage: Sendable {
  /// The English words.
  var template: String { get }
  /// The types of the values, in their order.
  var values: [any MessageValue.Type] { get }
}

/// What can stand among the words of a message.
public protocol MessageValue: Sendable {
  /// The value as a message holds it.
  var argument: Message.Argument { get }
}

extension String: MessageValue {
  /// A name or a value, which is the same in every language.
  public var argument: Message.Argument { .text(self) }
}

extension Int: MessageValue {
  /// A number, which is written as the language does.
  public var argument: Message.Argument { .number(self) }
}

extension Message: MessageValue {
  /// Words, which are said in every language.
  public var argument: Message.Argument { .message(self) }
}
