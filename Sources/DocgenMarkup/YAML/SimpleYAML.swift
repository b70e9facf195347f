import DocgenSupport

/// Reads the YAML that nearly every front matter is: lines `key: value`, and lists of texts below a key.
///
/// It reads a text as libyaml does, several times faster, or not at all: what is not plainly of that kind, be it valid
/// or not, is left to libyaml.
struct SimpleYAML {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let base: Int
  private var index = 0
  private var members: [YAMLMember] = []

  /// Keys that are longer, or more of them, are left to libyaml.
  private static let limit = 64

  private init(_ bytes: UnsafeBufferPointer<UInt8>, startingAt base: Int) {
    self.bytes = bytes
    self.base = base
  }

  /// The document; `nil` for a text that is not plainly simple.
  ///
  /// - Complexity: O(*n*).
  static func read(_ bytes: UnsafeBufferPointer<UInt8>, startingAt base: Int) -> YAMLDocument? {
    var reader = SimpleYAML(bytes, startingAt: base)
    while reader.index < bytes.count { guard reader.readMember() else { return nil } }
    guard let first = reader.members.first, let last = reader.members.last else { return nil }
    let span = SourceSpan(start: first.key.span.start, end: max(first.key.span.start, last.value.span.end))
    return YAMLDocument(root: YAMLNode(.mapping(reader.members), at: span), failure: nil, duplicateKeys: [])
  }

  /// Reads a key and what belongs to it, line ends included; false where that is not plainly simple.
  private mutating func readMember() -> Bool {
    guard let key = readKey(), members.count < Self.limit, !members.contains(where: { $0.key.value == key.value })
    else {
      return false
    }
    let value: YAMLNode
    let place = index
    skipWhitespace()
    if skipLineEnd() {
      guard let found = readList(orNullAt: place) else { return false }
      value = found
    } else {
      guard index > place, let scalar = readScalar() else { return false }
      value = scalar
    }
    members.append(YAMLMember(key: key, value: value))
    return true
  }

  /// A key with its colon, at the start of a line.
  private mutating func readKey() -> Located<String>? {
    let start = index
    guard Self.isLetter(bytes[start]) else { return nil }
    while index < bytes.count, Self.isLetter(bytes[index]) || Self.isInnerKey(bytes[index]) { index += 1 }
    guard index < bytes.count, bytes[index] == UInt8(ascii: ":"), index - start <= Self.limit else { return nil }
    index += 1
    return Located(text(start..<index - 1), at: span(start..<index - 1))
  }

  /// The list in the lines that follow, or null where none does.
  private mutating func readList(orNullAt place: Int) -> YAMLNode? {
    var items: [YAMLNode] = []
    var start = 0
    var indentation = 0
    while index < bytes.count {
      let lineStart = index
      skipWhitespace()
      guard index < bytes.count, bytes[index] == UInt8(ascii: "-") else {
        index = lineStart
        break
      }
      if items.isEmpty {
        start = index
        indentation = index - lineStart
      }
      index += 1
      let dashEnd = index
      skipWhitespace()
      guard dashEnd - 1 - lineStart == indentation, index > dashEnd, let item = readScalar() else { return nil }
      items.append(item)
    }
    guard let last = items.last else {
      return YAMLNode(.scalar(YAMLScalar("", style: .plain)), at: span(place..<place))
    }
    return YAMLNode(.sequence(items), at: SourceSpan(start: span(start..<start).start, end: last.span.end))
  }

  /// A text that ends with its line, which is passed over.
  private mutating func readScalar() -> YAMLNode? {
    guard index < bytes.count else { return nil }
    switch bytes[index] {
    case UInt8(ascii: "'"): return readQuoted(.singleQuoted)
    case UInt8(ascii: "\""): return readQuoted(.doubleQuoted)
    default: return readPlain()
    }
  }

  private mutating func readQuoted(_ style: YAMLScalar.Style) -> YAMLNode? {
    let quote = bytes[index]
    index += 1
    let start = index
    while index < bytes.count, bytes[index] != quote {
      guard bytes[index] != UInt8(ascii: "\\") || style == .singleQuoted, skipCharacter() else { return nil }
    }
    let end = index
    guard index < bytes.count else { return nil }
    index += 1
    skipWhitespace()
    guard skipLineEnd() else { return nil }
    return YAMLNode(.scalar(YAMLScalar(text(start..<end), style: style)), at: span(start..<end))
  }

  private mutating func readPlain() -> YAMLNode? {
    let start = index
    var end = index
    guard Self.canStartPlain(bytes[start]) else { return nil }
    while !skipLineEnd() {
      let byte = bytes[index]
      if byte == UInt8(ascii: "#"), bytes[index - 1] == 0x20 { return nil }
      guard skipCharacter() else { return nil }
      // A colon that something follows is a part of the text.
      if byte == UInt8(ascii: ":"), index == bytes.count || bytes[index] <= 0x20 { return nil }
      if byte != 0x20 { end = index }
    }
    return YAMLNode(.scalar(YAMLScalar(text(start..<end), style: .plain)), at: span(start..<end))
  }

  // MARK: Bytes

  private mutating func skipWhitespace() { while index < bytes.count, bytes[index] == 0x20 { index += 1 } }

  /// Passes over the end of the line or the text; false where more of the line follows.
  private mutating func skipLineEnd() -> Bool {
    guard index < bytes.count else { return true }
    if bytes[index] == 0x0A {
      index += 1
      return true
    }
    guard bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A else { return false }
    index += 2
    return true
  }

  /// Passes over a character that means nothing to YAML; false at all others, line ends among them.
  private mutating func skipCharacter() -> Bool {
    let byte = bytes[index]
    if byte >= 0x20, byte < 0x7F {
      index += 1
      return true
    }
    func isInner(_ offset: Int) -> Bool { index + offset < bytes.count && bytes[index + offset] & 0xC0 == 0x80 }
    switch byte {
    case 0xC2 where isInner(1) && bytes[index + 1] >= 0xA0, 0xC3...0xDF where isInner(1): index += 2
    // U+2028 and U+2029 are line ends.
    case 0xE2 where isInner(1) && isInner(2) && (bytes[index + 1] != 0x80 || bytes[index + 2] < 0xA8),
      0xE1 where isInner(1) && isInner(2), 0xE3...0xEC where isInner(1) && isInner(2):
      index += 3
    default: return false
    }
    return true
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"): true
    default: false
    }
  }

  private static func canStartPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "#"), UInt8(ascii: "&"),
      UInt8(ascii: "*"), UInt8(ascii: "!"), UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "%"),
      UInt8(ascii: "@"), UInt8(ascii: "`"):
      false
    default: true
    }
  }

  private static func isInnerKey(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"): true
    default: false
    }
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  private func span(_ range: Range<Int>) -> SourceSpan { SourceSpan(base + range.lowerBound..<base + range.upperBound) }
}
