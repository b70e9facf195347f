/// What one language says for each message of the program, and how it writes numbers.
public struct MessageCatalog: Sendable {
  /// The language in which the program's messages are written, which needs no translations.
  public static let source = MessageCatalog(language: "en", singular: [1], groupSeparator: ",")

  /// The language, which is the name of its folder.
  public let language: String
  /// By the English ones; what is missing is said in English.
  public let templates: [String: String]
  /// The numbers that the language takes for one thing.
  private let singular: Set<Int>
  /// What stands between thousands.
  private let groupSeparator: String

  /// Makes a catalog of its parts.
  public init(language: String, singular: Set<Int>, groupSeparator: String, templates: [String: String] = [:]) {
    self.language = language
    self.templates = templates
    self.singular = singular
    self.groupSeparator = groupSeparator
  }

  /// A message in the language.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  public func text(_ message: Message) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(message.template.utf8.count * 2)
    append(message, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// A number as the language writes it, in groups of three digits.
  public func text(_ number: Int) -> String {
    let digits = Array(String(number.magnitude))
    var text = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text += groupSeparator }
      text.append(digit)
    }
    return text
  }

  private func append(_ message: Message, to text: inout [UInt8]) {
    let template = templates.isEmpty ? message.template : templates[message.template] ?? message.template
    guard !message.arguments.isEmpty || template.utf8.contains(UInt8(ascii: "{")) else {
      text += template.utf8
      return
    }
    for part in MessageTemplate(template) {
      switch part {
      case .words(let words): text += words
      case .argument(let number, let forms):
        // A translation of a project's own may name what there is not.
        guard message.arguments.indices.contains(number - 1) else { continue }
        append(message.arguments[number - 1], forms, to: &text)
      }
    }
  }

  private func append(_ argument: Message.Argument, _ forms: [ArraySlice<UInt8>], to text: inout [UInt8]) {
    switch argument {
    case .text(let value): text += value.utf8
    case .message(let message): append(message, to: &text)
    case .number(let number):
      let digits = self.text(number).utf8
      guard let one = forms.first, let other = forms.last else {
        text += digits
        return
      }
      for byte in singular.contains(number) ? one : other {
        if byte == UInt8(ascii: "#") { text += digits } else { text.append(byte) }
      }
    }
  }
}
