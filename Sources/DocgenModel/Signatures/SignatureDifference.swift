import DocgenSupport

/// Where two signatures that ought to be the same first differ.
package struct SignatureDifference: Hashable, Sendable {
  /// How two tokens differ.
  package enum Kind: Sendable {
    /// Other text, or a token too many or too few.
    case text
    /// Upper and lower case only, where it matters.
    case letterCase
    /// Upper and lower case only, where the language does not read it: `TRUE`, hexadecimal digits, GUIDs, types and
    /// keywords of MOF.
    case insignificantCase
    /// Two names of what the reader fills in: `<node-name>`.
    case placeholder
  }

  /// How the tokens differ.
  package var kind: Kind
  /// The index of the token, the same in both.
  package var index: Int
  /// The token in the signature that was asked; nil when it ends before.
  package var actual: SourceSpan?
  /// The token in the source; nil when it ends before.
  package var expected: SourceSpan?
}

extension Signature {
  /// Compares with the source's signature token by token; nil when they say the same.
  ///
  /// Comments, white space, zero-width characters and character references for marks are no difference. A difference of
  /// insignificant case, or of what the reader fills in, is only reported where there is no other.
  ///
  /// - Parameters:
  ///   - bytes: What the spans of this signature count in: the whole file when the base offset was the place in the file.
  ///   - source: The signature that this one translates.
  ///   - sourceBytes: What the spans of `source` count in.
  /// - Returns: The first difference that matters, else the first one of insignificant case.
  /// - Complexity: O(*n*) in the length of both.
  package func firstDifference(
    in bytes: UnsafeBufferPointer<UInt8>, from source: Signature, in sourceBytes: UnsafeBufferPointer<UInt8>
  ) -> SignatureDifference? {
    var insignificant: SignatureDifference?
    let count = min(tokens.count, source.tokens.count)
    for index in 0..<count {
      let left = tokens[index]
      let right = source.tokens[index]
      if left.kind == .punctuation, right.kind == .punctuation, left.mark == right.mark,
        left.isDecorated || right.isDecorated || left.length == right.length
      {
        continue
      }
      let comparison = TokenComparison(
        left, UnsafeBufferPointer(rebasing: bytes[left.span.range]),
        right, UnsafeBufferPointer(rebasing: sourceBytes[right.span.range]))
      if comparison == .equal { continue }
      if left.kind == .placeholder, right.kind == .placeholder {
        if insignificant == nil {
          insignificant = SignatureDifference(
            kind: .placeholder, index: index, actual: left.span, expected: right.span)
        }
        continue
      }
      var difference = SignatureDifference(
        kind: comparison == .letterCase ? .letterCase : .text, index: index, actual: left.span, expected: right.span)
      if difference.kind == .letterCase, source.readsWithoutCase(index, in: sourceBytes) {
        difference.kind = .insignificantCase
        if insignificant == nil { insignificant = difference }
        continue
      }
      return difference
    }
    if tokens.count != source.tokens.count {
      return SignatureDifference(
        kind: .text, index: count, actual: count < tokens.count ? tokens[count].span : nil,
        expected: count < source.tokens.count ? source.tokens[count].span : nil)
    }
    return insignificant
  }

  /// The language gives the token the same meaning in upper and lower case.
  private func readsWithoutCase(_ index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if language == .visualBasic { return true }
    let token = tokens[index]
    let text = UnsafeBufferPointer(rebasing: bytes[token.span.range])
    switch token.kind {
    case .number:
      return text.count > 2 && text[0] == UInt8(ascii: "0") && text[1] | 0x20 == UInt8(ascii: "x")
        || isPartOfGUID(index, text)
    case .string:
      return text.dropFirst().dropLast().allSatisfy {
        Self.isHexDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}")
      }
    case .identifier:
      if isPartOfGUID(index, text) { return true }
      let word = String(decoding: text.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self)
      switch word {
      case "true", "false", "null": return true
      case "in", "out", "optional": return index > 0 && tokens[index - 1].kind == .punctuation
      default: return language == .mof && Self.mofWords.contains(word)
      }
    case .punctuation, .comment, .placeholder:
      return false
    }
  }

  /// Hexadecimal digits next to a hyphen.
  private func isPartOfGUID(_ index: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count == 4 || text.count == 8 || text.count == 12, text.allSatisfy(Self.isHexDigit) else { return false }
    let hyphen = UInt8(ascii: "-")
    return index > 0 && tokens[index - 1].mark == hyphen || index + 1 < tokens.count && tokens[index + 1].mark == hyphen
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }

  private static let mofWords: Set<String> = [
    "uint8", "uint16", "uint32", "uint64", "sint8", "sint16", "sint32", "sint64", "real32", "real64", "char16",
    "string",
    "boolean", "datetime", "object", "class", "ref", "void", "abstract", "aggregation", "amendment", "association",
    "composition",
    "dynamic", "experimental", "indication", "key", "provider", "read", "singleton", "static", "supportsupdate",
    "umlpackagepath", "uuid", "version", "write",
  ]
}

/// How the texts of two tokens compare.
private enum TokenComparison {
  case equal, letterCase, different

  init(
    _ left: SignatureToken, _ leftText: UnsafeBufferPointer<UInt8>, _ right: SignatureToken,
    _ rightText: UnsafeBufferPointer<UInt8>
  ) {
    if left.isDecorated || right.isDecorated {
      self = Self.plain(leftText).withUnsafeBufferPointer { left in
        Self.plain(rightText).withUnsafeBufferPointer { right in Self.compare(left, right) }
      }
    } else {
      self = Self.compare(leftText, rightText)
    }
  }

  private static func plain(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    SignatureText.forEachByte(text) { result.append($0) }
    return result
  }

  private static func compare(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
  ) -> TokenComparison {
    guard left.count == right.count else { return .different }
    var result = TokenComparison.equal
    for index in 0..<left.count where left[index] != right[index] {
      let lowered = left[index] | 0x20
      guard lowered == right[index] | 0x20, lowered >= UInt8(ascii: "a"), lowered <= UInt8(ascii: "z") else {
        return .different
      }
      result = .letterCase
    }
    return result
  }
}
