import DocgenSupport

/// Says in words of the writer why libyaml refused a text, and what to do.
struct YAMLRefusal {
  let message: Message
  /// Whether the place to show is where the construct began, not where it broke.
  let isAtContext: Bool

  static let colonInPlainText: Message =
    "a colon followed by a space stands inside an unquoted value; put the value in quotes"

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
      message = "this line is neither 'key: value' nor the item of a list; add the key, or indent the line"
      isAtContext = true
    case ("found unexpected end of stream", "while scanning a quoted scalar"),
      ("found unexpected document indicator", "while scanning a quoted scalar"):
      message = "the quote opened here is never closed; add the closing quote"
      isAtContext = true
    case ("found unknown escape character", _):
      message = "a backslash in double quotes starts an escape that does not exist; double it, or use single quotes"
      isAtContext = false
    case ("found character that cannot start any token", _):
      message =
        found == 0x09
        ? "a tab stands where spaces are expected; indent by spaces"
        : "an unquoted value cannot start with '\(String(Unicode.Scalar(found)))'; put the value in quotes"
      isAtContext = false
    case ("did not find expected alphabetic or numeric character", _):
      message = "an unquoted value cannot start with '\(String(Unicode.Scalar(opening)))'; put the value in quotes"
      isAtContext = true
    case (_, "while parsing a flow sequence"), (_, "while parsing a flow mapping"):
      let bracket = String(Unicode.Scalar(opening))
      message = "what '\(bracket)' opens is never closed; close it, or put the value in quotes"
      isAtContext = true
    case ("did not find expected key", _), ("did not find expected <document start>", _),
      ("did not find expected '-' indicator", _):
      message =
        isAtLineStart
        ? "this line is not indented like those before it; indent it like them"
        : "nothing may follow a value's closing quote or bracket; put the whole value in quotes"
      isAtContext = false
    case ("block sequence entries are not allowed in this context", _):
      message = "an item '- …' cannot follow a value on the same line; start it on a line of its own"
      isAtContext = false
    default:
      let reason = [context, problem].filter { !$0.isEmpty }.joined(separator: ", ")
      message = "invalid YAML: \(reason); correct this line"
      isAtContext = false
    }
  }

  /// The message for bytes that are no text.
  static func message(forUnreadable problem: String, value: Int) -> Message {
    if problem == "control characters are not allowed" {
      let digits = String(value, radix: 16, uppercase: true)
      let code = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      return "the control character U+\(code) is not allowed; remove it"
    }
    return "this is not valid UTF-8; save the file as UTF-8"
  }
}
