import DocgenSupport

/// Hides tokens from the parser by as many bytes that mean nothing to it, so that all places stay what they are.
public enum TokenMask {
  static func masked(_ bytes: UnsafeBufferPointer<UInt8>, _ tokens: [Token], _ set: TokenSet) -> [UInt8] {
    var result = Array(bytes)
    for token in tokens { hide(token, isWord: set.syntaxes[token.syntax].isWord, in: &result) }
    return result
  }

  /// A letter to Markdown that no page has, so that an address shows that a token is a part of it.
  static let wordCharacter = Array("\u{E000}".utf8)

  /// Whether an address that the parser read has a token in it.
  public static func isPart(of destination: String) -> Bool {
    ByteSearch.firstIndex(of: wordCharacter, in: Array(destination.utf8), from: 0) != nil
  }

  /// The bytes that stand for a token within a line: those of a word, or of a text in braces.
  static func text(ofLength length: Int, isWord: Bool) -> [UInt8] {
    if isWord, length >= wordCharacter.count {
      let word = repeatElement(wordCharacter, count: length / wordCharacter.count).joined()
      return word + [UInt8](repeating: UInt8(ascii: "x"), count: length % wordCharacter.count)
    }
    guard length > 1, !isWord else { return [UInt8](repeating: UInt8(ascii: "x"), count: length) }
    return [UInt8(ascii: "{")] + [UInt8](repeating: UInt8(ascii: "x"), count: length - 2) + [UInt8(ascii: "}")]
  }

  private static let rule: [UInt8] = [UInt8](repeating: UInt8(ascii: "*"), count: 3)

  private static func hide(_ token: Token, isWord: Bool, in bytes: inout [UInt8]) {
    let range = token.span.range
    var text: [UInt8]
    switch token.mask {
    case .none: return
    case .span: text = self.text(ofLength: range.count, isWord: isWord)
    case .block(let prefix, let breaksBefore, let breaksAfter):
      text = breaksBefore ? [0x0A] + prefix + rule : rule
      let rest = breaksAfter ? [0x0A] + prefix : []
      text += [UInt8](repeating: 0x20, count: max(0, range.count - text.count - rest.count)) + rest
    case .item(let indentation):
      text = [UInt8(ascii: "+")] + [UInt8](repeating: 0x20, count: indentation - 1)
      let rest = range.count - text.count
      text +=
        rest >= 3
        ? rule + [UInt8](repeating: 0x20, count: rest - 3) : [UInt8](repeating: UInt8(ascii: "x"), count: max(0, rest))
      // What follows on the line is text of the item.
      if rest >= 3, range.upperBound < bytes.count, bytes[range.upperBound] != 0x0A, bytes[range.upperBound] != 0x0D {
        text.replaceSubrange(indentation..., with: [UInt8](repeating: UInt8(ascii: "x"), count: rest))
      }
    }
    guard text.count == range.count else { return }
    bytes.replaceSubrange(range, with: text)
  }
}
