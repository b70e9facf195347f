/// How text is written at a place of a page, so that it is read back as itself.
public enum TextForm: Hashable, Sendable {
  /// Text of Markdown, where punctuation is escaped by backslashes.
  case markdown
  /// A code span, where nothing is.
  case codeSpan
  /// Text between the tags of an HTML block, which knows character references and no escapes.
  case html
  /// A code block, which ends at its fence.
  case codeBlock
  /// A value of the front matter.
  case yaml(YAMLScalar.Style)

  /// A text as it is written in this form.
  ///
  /// - Parameters:
  ///   - text: UTF-8 without line ends.
  ///   - isNested: The text stands in a pipe table or in a YAML list in brackets, whose separators it must not hold.
  /// - Returns: `nil` if the form cannot express the text.
  public func written(_ text: some Collection<UInt8>, isNested: Bool = false) -> [UInt8]? {
    guard self == .codeBlock || !text.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return nil }
    switch self {
    case .markdown:
      return Self.replacing(text) { byte in
        switch byte {
        case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["),
          UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "~"):
          [UInt8(ascii: "\\"), byte]
        case UInt8(ascii: "|") where isNested: [UInt8(ascii: "\\"), byte]
        default: nil
        }
      }
    case .codeSpan:
      if text.contains(UInt8(ascii: "`")) { return nil }
      return Self.replacing(text) { $0 == UInt8(ascii: "|") && isNested ? Array("\\|".utf8) : nil }
    case .html:
      return Self.replacing(text) { byte in
        switch byte {
        case UInt8(ascii: "&"): Array("&amp;".utf8)
        case UInt8(ascii: "<"): Array("&lt;".utf8)
        case UInt8(ascii: ">"): Array("&gt;".utf8)
        default: nil
        }
      }
    case .codeBlock: return Array(text)
    case .yaml(let style): return Self.scalar(Array(text), style, isNested)
    }
  }

  private static func replacing(
    _ text: some Collection<UInt8>, _ replacement: (UInt8) -> [UInt8]?
  ) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count + 8)
    for byte in text {
      if let bytes = replacement(byte) { result += bytes } else { result.append(byte) }
    }
    return result
  }

  // MARK: YAML

  /// A text inside the quotes of its style; a plain one in quotes of its own where it would else mean something.
  private static func scalar(_ text: [UInt8], _ style: YAMLScalar.Style, _ isNested: Bool) -> [UInt8]? {
    let (quote, singleQuote) = (UInt8(ascii: "\""), UInt8(ascii: "'"))
    guard !text.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return nil }
    switch style {
    case .plain:
      return isPlain(text, isNested) ? text : [singleQuote] + doubled(text) + [singleQuote]
    case .singleQuoted: return doubled(text)
    case .doubleQuoted:
      return replacing(text) { $0 == quote || $0 == UInt8(ascii: "\\") ? [UInt8(ascii: "\\"), $0] : nil }
    case .literal, .folded: return nil
    }
  }

  private static func doubled(_ text: [UInt8]) -> [UInt8] {
    replacing(text) { $0 == UInt8(ascii: "'") ? [$0, $0] : nil }
  }

  /// Whether a text without quotes is read as itself.
  private static func isPlain(_ text: [UInt8], _ isNested: Bool) -> Bool {
    guard let first = text.first, let last = text.last else { return false }
    guard first > 0x20, last > 0x20, last != UInt8(ascii: ":") else { return false }
    if "-?:,[]{}#&*!|>'\"%@`~=".utf8.contains(first) { return false }
    if YAMLScalar(String(decoding: text, as: UTF8.self), style: .plain).isNull { return false }
    for (index, byte) in text.enumerated() {
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"):
        if isNested { return false }
      case UInt8(ascii: ":") where index + 1 < text.count && text[index + 1] == 0x20: return false
      case UInt8(ascii: "#") where index > 0 && text[index - 1] == 0x20: return false
      default: break
      }
    }
    return true
  }
}
