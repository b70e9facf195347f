import DocgenSupport

/// What stands for a value that the reader fills in: `<node-name>`.
enum Placeholder {
  /// Makes one token of each placeholder.
  ///
  /// - Complexity: O(*n*) in the number of tokens.
  static func fold(_ tokens: inout [SignatureToken], of text: UnsafeBufferPointer<UInt8>, baseOffset: Int32) {
    guard tokens.contains(where: { $0.mark == UInt8(ascii: "<") }) else { return }
    var result: [SignatureToken] = []
    result.reserveCapacity(tokens.count)
    var index = 0
    while index < tokens.count {
      guard tokens[index].mark == UInt8(ascii: "<"), let end = end(in: tokens, at: index) else {
        result.append(tokens[index])
        index += 1
        continue
      }
      let span = tokens[index].span.union(tokens[end - 1].span)
      result.append(SignatureToken(span: span, kind: .placeholder, startsLine: tokens[index].startsLine))
      index = end
    }
    tokens = result
  }

  /// Makes placeholders of the words in a usage line that the reader fills in: those in capitals (`NAME`), and one that
  /// stands alone in brackets (`[flags]`).
  ///
  /// - Complexity: O(*n*) in the number of tokens.
  static func mark(wordsIn tokens: inout [SignatureToken], of text: UnsafeBufferPointer<UInt8>, baseOffset: Int32) {
    func isMark(_ index: Int, _ mark: Unicode.Scalar) -> Bool {
      tokens.indices.contains(index) && tokens[index].mark == UInt8(ascii: mark)
    }
    for index in tokens.indices where tokens[index].kind == .identifier {
      // An option keeps its letters: `-V`, `--NAME`.
      let isOption = index > 0 && isMark(index - 1, "-") && isGlued(tokens, index)
      let isInBrackets = isMark(index - 1, "[") && isMark(index + 1, "]")
      let start = Int(tokens[index].span.start - baseOffset)
      let word = text[start..<start + Int(tokens[index].length)]
      let isInCapitals =
        word.count > 1 && !word.contains { (0x61...0x7A).contains($0) }
        && word.contains { (0x41...0x5A).contains($0) || $0 >= 0x80 }
      if !isOption, isInBrackets || isInCapitals { tokens[index].kind = .placeholder }
    }
  }

  /// The index after the placeholder that begins at one; `nil` if none does.
  ///
  /// It holds nothing but words, and is no argument of a type (`List<int>`).
  private static func end(in tokens: [SignatureToken], at start: Int) -> Int? {
    guard start + 2 < tokens.count, tokens[start + 1].kind == .identifier, isGlued(tokens, start + 1) else {
      return nil
    }
    // `List<int>`, `template <class T>` and `#include <box>` hold none.
    if start > 0, tokens[start - 1].kind == .identifier,
      isGlued(tokens, start) || tokens[start - 1].word == .templateKeyword
        || start > 1 && tokens[start - 2].mark == UInt8(ascii: "#")
    {
      return nil
    }
    var index = start + 1
    while index < tokens.count, index < start + 16, !tokens[index].startsLine {
      switch tokens[index].kind {
      case .identifier, .number: index += 1
      case .punctuation:
        switch tokens[index].mark {
        case UInt8(ascii: ">"): return index + 1
        case UInt8(ascii: "-"), UInt8(ascii: "."): index += 1
        default: return nil
        }
      case .string, .comment, .placeholder: return nil
      }
    }
    return nil
  }

  private static func isGlued(_ tokens: [SignatureToken], _ index: Int) -> Bool {
    tokens[index - 1].span.end == tokens[index].span.start
  }
}
