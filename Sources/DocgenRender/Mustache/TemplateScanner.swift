import DocgenSupport

/// A tag as it stands in the source.
struct TemplateTag {
  enum Kind {
    case variable
    case unescaped
    case section
    case inverted
    case end
    case comment
    case delimiters
    case partial
    case parent
    case block
  }
  var kind: Kind
  /// The content without its sign and the whitespace around it.
  var name: String
  var start: Int
  var end: Int
}

/// Finds the tags of a template, one after the other.
struct TemplateScanner {
  private let name: String
  private let source: [UInt8]
  private var position = 0
  private var opening: [UInt8] = [0x7B, 0x7B]
  private var closing: [UInt8] = [0x7D, 0x7D]

  init(name: String, source: [UInt8]) {
    self.name = name
    self.source = source
  }

  /// The next tag, or nothing at the end.
  mutating func next() throws(TemplateError) -> TemplateTag? {
    guard let start = find(opening, from: position) else { return nil }
    let contentStart = start + opening.count
    var kind = TemplateTag.Kind.variable
    if contentStart < source.count { kind = Self.kind(of: source[contentStart]) }
    var end = closing
    if kind == .delimiters { end = [UInt8(ascii: "=")] + closing }
    let isTriple = kind == .unescaped && source[contentStart] == UInt8(ascii: "{")
    if isTriple { end = [UInt8(ascii: "}")] + closing }
    let nameStart = kind == .variable ? contentStart : contentStart + 1
    guard let contentEnd = find(end, from: nameStart) else {
      throw failure(start, "this tag is never closed: end it with '\(String(decoding: end, as: UTF8.self))'")
    }
    position = contentEnd + end.count
    var tag = TemplateTag(kind: kind, name: "", start: start, end: position)
    switch kind {
    case .comment: break
    case .delimiters: try setDelimiters(nameStart..<contentEnd, tag: start)
    default: tag.name = try trimmed(nameStart..<contentEnd, tag: start)
    }
    return tag
  }

  private static func kind(of sign: UInt8) -> TemplateTag.Kind {
    switch sign {
    case UInt8(ascii: "{"), UInt8(ascii: "&"): .unescaped
    case UInt8(ascii: "#"): .section
    case UInt8(ascii: "^"): .inverted
    case UInt8(ascii: "/"): .end
    case UInt8(ascii: "!"): .comment
    case UInt8(ascii: "="): .delimiters
    case UInt8(ascii: ">"): .partial
    case UInt8(ascii: "<"): .parent
    case UInt8(ascii: "$"): .block
    default: .variable
    }
  }

  private func trimmed(_ range: Range<Int>, tag: Int) throws(TemplateError) -> String {
    let words = source[range].split(whereSeparator: Self.isSpace)
    // A dynamic name may stand apart from its asterisk.
    let isDynamic = words.count == 2 && words[0].elementsEqual([UInt8(ascii: "*")])
    if words.count > 1, !isDynamic {
      let content = String(decoding: Array(words.joined(separator: [0x20])), as: UTF8.self)
      throw failure(tag, "a name holds no whitespace, but this tag says '\(content)': write one name, or close the tag")
    }
    return String(decoding: Array(words.joined()), as: UTF8.self)
  }

  private mutating func setDelimiters(_ range: Range<Int>, tag: Int) throws(TemplateError) {
    let words = source[range].split(whereSeparator: Self.isSpace)
    guard words.count == 2, !words.joined().contains(UInt8(ascii: "=")) else {
      throw failure(
        tag, "this tag must give two delimiters with a space between them and no '=' in them, as in '{{=<% %>=}}'")
    }
    opening = Array(words[0])
    closing = Array(words[1])
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
  }

  /// The first place of a short pattern at or after an offset.
  private func find(_ pattern: [UInt8], from offset: Int) -> Int? {
    source.withUnsafeBufferPointer { source in
      guard offset <= source.count else { return nil }
      let last = source.count - pattern.count
      var index = offset
      search: while index <= last {
        for place in 0..<pattern.count where source[index + place] != pattern[place] {
          index += 1
          continue search
        }
        return index
      }
      return nil
    }
  }

  private func failure(_ offset: Int, _ message: String) -> TemplateError {
    TemplateError(template: name, position: LineTable(source).position(of: Int32(offset)), message: message)
  }
}
