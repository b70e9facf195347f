import DocgenSupport

/// Says in words of the writer why libyaml refused a text, and what to do.
struct YAMLRefusal: MessageSource {
  struct Messages: MessageSet {
    let colonInPlainText = PlainMessage(
      "a colon followed by a space stands inside an unquoted value; put the value in quotes")
    let noKey = PlainMessage(
      "this line is neither 'key: value' nor the item of a list; add the key, or indent the line")
    let openQuote = PlainMessage("the quote opened here is never closed; add the closing quote")
    let noEscape = PlainMessage(
      "a backslash in double quotes starts an escape that does not exist; double it, or use single quotes")
    let tab = PlainMessage("a tab stands where spaces are expected; indent by spaces")
    let noStart = MessageForm<String>("an unquoted value cannot start with '{1}'; put the value in quotes")
    let openBracket = MessageForm<String>("what '{1}' opens is never closed; close it, or put the value in quotes")
    let otherIndentation = PlainMessage("this line is not indented like those before it; indent it like them")
    let afterValue = PlainMessage(
      "nothing may follow a value's closing quote or bracket; put the whole value in quotes")
    let listAfterValue = PlainMessage(
      "an item '- …' cannot follow a value on the same line; start it on a line of its own")
    let invalid = MessageForm<String>("invalid YAML: {1}; correct this line")
    let controlCharacter = MessageForm<String>("the control character U+{1} is not allowed; remove it")
    let notUTF8 = PlainMessage("this is not valid UTF-8; save the file as UTF-8")
  }

  let message: Message
  /// Whether the place to show is where the construct began, not where it broke.
  let isAtContext: Bool

  static let colonInPlainText = Self.messages.colonInPlainText

  /// - Parameters:
  ///   - problem: what libyaml says.
  ///   - context: what libyaml was doing.
  ///   - found: the byte where it broke, 0 at the end.
  ///   - opening: the byte where the construct began.
  ///   - isAtLineStart: whether it broke at the first word of a line.
  init(problem: String, context: String, found: UInt8, opening: UInt8, isAtLineStart: Bool) {
    switch (problem, context) {
    case ("mapping values are not allowed in this context", _):
      message = Self.colonInPlainText
      isAtContext = false
    case ("could not find expected ':'", _):
      message = Self.messages.noKey
      isAtContext = true
    case ("found unexpected end of stream", "while scanning a quoted scalar"),
      ("found unexpected document indicator", "while scanning a quoted scalar"):
      message = Self.messages.openQuote
      isAtContext = true
    case ("found unknown escape character", _):
      message = Self.messages.noEscape
      isAtContext = false
    case ("found character that cannot start any token", _):
      message =
        found == 0x09
        ? Self.messages.tab
        : Self.messages.noStart(String(Unicode.Scalar(found)))
      isAtContext = false
    case ("did not find expected alphabetic or numeric character", _):
      message = Self.messages.noStart(String(Unicode.Scalar(opening)))
      isAtContext = true
    case (_, "while parsing a flow sequence"), (_, "while parsing a flow mapping"):
      let bracket = String(Unicode.Scalar(opening))
      message = Self.messages.openBracket(bracket)
      isAtContext = true
    case ("did not find expected key", _), ("did not find expected <document start>", _),
      ("did not find expected '-' indicator", _):
      message =
        isAtLineStart
        ? Self.messages.otherIndentation
        : Self.messages.afterValue
      isAtContext = false
    case ("block sequence entries are not allowed in this context", _):
      message = Self.messages.listAfterValue
      isAtContext = false
    default:
      let reason = [context, problem].filter { !$0.isEmpty }.joined(separator: ", ")
      message = Self.messages.invalid(reason)
      isAtContext = false
    }
  }

  /// The message for bytes that are no text.
  static func message(forUnreadable problem: String, value: Int) -> Message {
    if problem == "control characters are not allowed" {
      let digits = String(value, radix: 16, uppercase: true)
      let code = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      return Self.messages.controlCharacter(code)
    }
    return Self.messages.notUTF8
  }
}
