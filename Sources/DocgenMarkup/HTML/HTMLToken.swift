import DocgenSupport

/// A tag, comment or declaration in a text.
public struct HTMLToken {
  /// What a token is.
  public enum Kind {
    case startTag
    case endTag
    case comment
    /// A declaration, processing instruction or CDATA section.
    case other
  }

  /// What it is.
  public var kind: Kind
  /// Where it starts.
  public var start: Int
  /// Where it ends.
  public var end: Int
  /// The range of a tag's name.
  public var name: Range<Int>
  var hasAttributes = false

  /// Reads the token that starts with the `<` at an index; `nil` if the `<` is text.
  public static func scan(_ text: UnsafeBufferPointer<UInt8>, at start: Int, end: Int) -> HTMLToken? {
    guard start + 1 < end else { return nil }
    switch text[start + 1] {
    case UInt8(ascii: "!"):
      if start + 3 < end, text[start + 2] == UInt8(ascii: "-"), text[start + 3] == UInt8(ascii: "-") {
        return comment(text, at: start, end: end)
      }
      return upTo(UInt8(ascii: ">"), text, at: start, end: end)
    case UInt8(ascii: "?"):
      return upTo(UInt8(ascii: ">"), text, at: start, end: end)
    case UInt8(ascii: "/"):
      return tag(.endTag, text, at: start, nameStart: start + 2, end: end)
    default:
      return tag(.startTag, text, at: start, nameStart: start + 1, end: end)
    }
  }

  /// Whether `<!` or `<?` stands at an index, which any `>` ends.
  static func startsDeclaration(_ text: UnsafeBufferPointer<UInt8>, at start: Int, end: Int) -> Bool {
    start + 1 < end && (text[start + 1] == UInt8(ascii: "!") || text[start + 1] == UInt8(ascii: "?"))
  }

  private static func comment(_ text: UnsafeBufferPointer<UInt8>, at start: Int, end: Int) -> HTMLToken? {
    var index = start + 4
    // `<!-->` and `<!--->` are comments, too.
    if index < end, text[index] == UInt8(ascii: ">") {
      return HTMLToken(kind: .comment, start: start, end: index + 1, name: start..<start)
    }
    while index + 2 < end {
      if text[index] == UInt8(ascii: "-"), text[index + 1] == UInt8(ascii: "-"), text[index + 2] == UInt8(ascii: ">") {
        return HTMLToken(kind: .comment, start: start, end: index + 3, name: start..<start)
      }
      index += 1
    }
    return HTMLToken(kind: .comment, start: start, end: end, name: start..<start)
  }

  private static func upTo(_ byte: UInt8, _ text: UnsafeBufferPointer<UInt8>, at start: Int, end: Int) -> HTMLToken? {
    guard let close = text[start..<end].firstIndex(of: byte) else { return nil }
    return HTMLToken(kind: .other, start: start, end: close + 1, name: start..<start)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }

  private static func isWhitespace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private static func tag(
    _ kind: Kind, _ text: UnsafeBufferPointer<UInt8>, at start: Int, nameStart: Int, end: Int
  ) -> HTMLToken? {
    guard nameStart < end, isLetter(text[nameStart]) else { return nil }
    var index = nameStart
    while index < end, isLetter(text[index]) || (0x30...0x39).contains(text[index]) || text[index] == UInt8(ascii: "-")
    {
      index += 1
    }
    let name = nameStart..<index
    guard index < end, isWhitespace(text[index]) || text[index] == UInt8(ascii: ">") || text[index] == UInt8(ascii: "/")
    else { return nil }
    var quote: UInt8 = 0
    var hasAttributes = false
    while index < end {
      let byte = text[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: ">") {
        return HTMLToken(kind: kind, start: start, end: index + 1, name: name, hasAttributes: hasAttributes)
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        if text[index - 1] == UInt8(ascii: "=") || isWhitespace(text[index - 1]) { quote = byte }
      } else if byte == UInt8(ascii: "<") {
        return nil
      } else if !isWhitespace(byte), byte != UInt8(ascii: "/") {
        hasAttributes = true
      }
      index += 1
    }
    return nil
  }

  /// The attributes in the range after a tag's name; the first of equal names counts.
  public static func attributes(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [HTMLAttribute] {
    var list: [HTMLAttribute] = []
    var names: Set<String> = []
    // Few are compared with each other, for a set costs more than all of them.
    func isNew(_ name: String) -> Bool {
      guard list.count >= 16 else { return !list.contains { $0.name == name } }
      if names.isEmpty { names = Set(list.map(\.name)) }
      return names.insert(name).inserted
    }
    var index = range.lowerBound
    let end = range.upperBound - 1
    while index < end {
      guard !isWhitespace(text[index]), text[index] != UInt8(ascii: "/") else {
        index += 1
        continue
      }
      let nameStart = index
      while index < end, !isWhitespace(text[index]), text[index] != UInt8(ascii: "="), text[index] != UInt8(ascii: "/")
      {
        index += 1
      }
      if index == nameStart { index += 1 }
      let name = String(decoding: text[nameStart..<index].map(ASCIICase.lowercased), as: UTF8.self)
      var probe = index
      while probe < end, isWhitespace(text[probe]) { probe += 1 }
      var value = ""
      if probe < end, text[probe] == UInt8(ascii: "=") {
        index = probe + 1
        while index < end, isWhitespace(text[index]) { index += 1 }
        var valueRange = index..<index
        if index < end, text[index] == UInt8(ascii: "\"") || text[index] == UInt8(ascii: "'") {
          let quote = text[index]
          let close = text[index + 1..<end].firstIndex(of: quote) ?? end
          valueRange = index + 1..<close
          index = min(close + 1, end)
        } else {
          while index < end, !isWhitespace(text[index]) { index += 1 }
          valueRange = valueRange.lowerBound..<index
        }
        value = CharacterReference.decoded(text, in: valueRange)
      }
      if isNew(name) { list.append(HTMLAttribute(name: name, value: value)) }
    }
    return list
  }
}
