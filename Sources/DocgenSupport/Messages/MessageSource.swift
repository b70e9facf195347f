/// What says something to people: a rule, a reader, a part of a command.
///
/// It declares all that it can say as `Messages`, and fills that in by `messages.missing(name)`. There is no other way to
/// make a ``Message``, so that what is not declared cannot be said.
public protocol MessageSource: SendableMetatype {
  /// The forms of its messages.
  associatedtype Messages: MessageSet = NoMessages
}

/// The forms of the messages of one source; its stored properties, each a ``MessageForm``.
public protocol MessageSet: Sendable {
  /// Makes the set, which holds nothing but its forms.
  init()
}

/// The set of what says nothing of its own.
public struct NoMessages: MessageSet {
  /// Makes the set.
  public init() {}
}

extension MessageSource {
  /// The messages to say, by the names of their forms.
  public static var messages: DeclaredMessages<Messages> { DeclaredMessages() }

  /// The forms of all messages, in their order.
  public static var declaredMessages: [any DeclaredMessage] {
    Mirror(reflecting: Messages()).children.compactMap { $0.value as? any DeclaredMessage }
  }
}

/// Makes messages of the forms of a set.
@dynamicMemberLookup
public struct DeclaredMessages<Set: MessageSet>: Sendable {
  /// A form that waits for its values.
  public struct Form<each Value: MessageValue> {
    fileprivate let template: String

    /// The message with its values.
    public func callAsFunction(_ value: repeat each Value) -> Message {
      var arguments: [Message.Argument] = []
      for value in repeat each value { arguments.append(value.argument) }
      return Message(template: template, arguments: arguments)
    }
  }

  fileprivate init() {}

  /// The form of a name.
  public subscript<each Value>(
    dynamicMember form: KeyPath<Set, MessageForm<repeat each Value>>
  ) -> Form<repeat each Value> {
    Form(template: Set()[keyPath: form].template)
  }

  /// The message of a name, which has no values.
  public subscript(dynamicMember form: KeyPath<Set, PlainMessage>) -> Message {
    Message(template: Set()[keyPath: form].template, arguments: [])
  }
}
