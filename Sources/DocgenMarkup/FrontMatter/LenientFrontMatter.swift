import DocgenSupport

/// Reads front matter that YAML refuses line by line, so that nothing of it is lost.
///
/// It knows `key: value` at the start of a line, items `- …` and continued lines, in quotes or not; a value is all
/// that follows the first colon.
struct LenientFrontMatter: MessageSource {
  struct Messages: MessageSet {
    let joinedLines = MessageForm<String>("the line break before '{1}:' is missing; start it on a line of its own")
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var entries: [FrontMatter.Entry] = []
  private(set) var problems: [FrontMatter.Problem] = []
  private var keys: Set<String> = []
  private var repeatedKeys: Set<String> = []

  /// Starts without entries; the memory must stay valid for the value's life.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  mutating func read(_ range: Range<Int>) {
    var lines = FrontMatterLines(bytes, in: range)
    while let line = lines.nextLine() {
      let content = bytes.trimmed(line)
      guard !content.isEmpty, bytes[content.lowerBound] != UInt8(ascii: "#") else { continue }
      if isItem(content) {
        addItem(bytes.trimmed(content.lowerBound + 1..<content.upperBound), dash: content.lowerBound)
      } else if content.lowerBound == line.lowerBound, let colon = colon(in: content) {
        addEntry(bytes.trimmed(content.lowerBound..<colon), bytes.trimmed(colon + 1..<content.upperBound), colon)
      } else {
        continueValue(content)
      }
    }
  }

  private func isItem(_ line: Range<Int>) -> Bool {
    guard bytes[line.lowerBound] == UInt8(ascii: "-") else { return false }
    return line.count == 1 || bytes[line.lowerBound + 1] == 0x20 || bytes[line.lowerBound + 1] == 0x09
  }

  /// The first colon that a space or the end of the line follows, after at most four words.
  private func colon(in line: Range<Int>) -> Int? {
    var spaces = 0
    for index in line.prefix(80) {
      if bytes[index] == 0x20 { spaces += 1 }
      guard bytes[index] == UInt8(ascii: ":") else { continue }
      let isSeparator = index + 1 == line.upperBound || bytes[index + 1] == 0x20 || bytes[index + 1] == 0x09
      if isSeparator { return spaces <= 4 && index > line.lowerBound ? index : nil }
    }
    return nil
  }

  private mutating func addEntry(_ key: Range<Int>, _ value: Range<Int>, _ colon: Int) {
    var key = trimmedKey(key)
    var value = value
    var colon = colon
    while true {
      let name = scalar(key).text
      // A key that stands many times is told of once.
      if !keys.insert(name.value).inserted, repeatedKeys.insert(name.value).inserted {
        let message = YAMLTreeBuilder.messages.duplicateKey(name.value)
        problems.append(FrontMatter.Problem(message, at: name.span))
      }
      guard quote(around: value) == nil, let joined = joinedEntry(in: value) else {
        entries.append(entry(name, value, colon))
        return
      }
      let message = Self.messages.joinedLines(string(joined.key))
      problems.append(FrontMatter.Problem(message, at: SourceSpan(joined.key)))
      entries.append(entry(name, bytes.trimmed(value.lowerBound..<joined.key.lowerBound), colon))
      key = joined.key
      colon = joined.colon
      value = bytes.trimmed(colon + 1..<value.upperBound)
    }
  }

  private mutating func entry(_ key: Located<String>, _ value: Range<Int>, _ colon: Int) -> FrontMatter.Entry {
    let (text, isQuoted) = scalar(value)
    guard !isQuoted, YAMLScalar(text.value, style: .plain).isNull else {
      return FrontMatter.Entry(key: key, value: .scalar(text, isQuoted: isQuoted))
    }
    return FrontMatter.Entry(key: key, value: .null(value.isEmpty ? SourceSpan(colon + 1..<colon + 1) : text.span))
  }

  /// A range without the no-break spaces at its end, which French has before a colon.
  private func trimmedKey(_ key: Range<Int>) -> Range<Int> {
    var end = key.upperBound
    while end - key.lowerBound > 2, bytes[end - 2] == 0xC2, bytes[end - 1] == 0xA0 { end -= 2 }
    return key.lowerBound..<end
  }

  /// The next entry within a value, where line breaks were lost: `8b5c12954df8 title: Accessing …`.
  ///
  /// Only keys that start with `ms.` and a few that all pages have count, since any word can stand before a colon.
  private func joinedEntry(in value: Range<Int>) -> (key: Range<Int>, colon: Int)? {
    for space in value where bytes[space] == 0x20 {
      var end = space + 1
      while end < value.upperBound, isKeyByte(bytes[end]) { end += 1 }
      guard end + 1 < value.upperBound, bytes[end] == UInt8(ascii: ":"), bytes[end + 1] == 0x20 else { continue }
      let key = space + 1..<end
      let name = string(key)
      if name.hasPrefix("ms.") || ["title", "description", "keywords"].contains(name) { return (key, end) }
    }
    return nil
  }

  private func isKeyByte(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
  }

  private mutating func addItem(_ item: Range<Int>, dash: Int) {
    guard let last = entries.indices.last else { return }
    let (text, isQuoted) = scalar(item)
    let isNull = !isQuoted && YAMLScalar(text.value, style: .plain).isNull
    let located = isNull ? Located("", at: text.span) : text
    switch entries[last].value {
    case .null:
      entries[last].value = .list([located], SourceSpan(start: Int32(dash), end: located.span.end))
    case .list(var items, var span):
      entries[last].value = .null(span)
      items.append(located)
      span.end = located.span.end
      entries[last].value = .list(items, span)
    case .scalar, .nested:
      continueValue(dash..<item.upperBound)
    }
  }

  /// A line that is neither a key nor an item continues the value before it, as in YAML.
  private mutating func continueValue(_ line: Range<Int>) {
    guard let last = entries.indices.last else { return }
    let text = Located(string(line), at: SourceSpan(line))
    // The value is taken out of its entry, so that it grows in place.
    switch entries[last].value {
    case .null: entries[last].value = .scalar(text, isQuoted: false)
    case .scalar(var value, let isQuoted):
      entries[last].value = .null(value.span)
      Self.append(text, to: &value)
      entries[last].value = .scalar(value, isQuoted: isQuoted)
    case .list(var items, let span):
      entries[last].value = .null(span)
      Self.append(text, to: &items[items.count - 1])
      entries[last].value = .list(items, span.union(text.span))
    case .nested: break
    }
  }

  private static func append(_ text: Located<String>, to value: inout Located<String>) {
    if !value.value.isEmpty { value.value += " " }
    value.value += text.value
    value.span = value.span.union(text.span)
  }

  /// A text without its quotes or its comment; a colon that YAML refuses in it is a problem.
  private mutating func scalar(_ range: Range<Int>) -> (text: Located<String>, isQuoted: Bool) {
    if let quote = quote(around: range) {
      let inside = range.lowerBound + 1..<range.upperBound - 1
      return (Located(unquoted(inside, quote), at: SourceSpan(inside)), true)
    }
    var end = range.upperBound
    var hasColon = false
    for index in range where bytes[index] == 0x20 && index + 1 < range.upperBound {
      if bytes[index + 1] == UInt8(ascii: "#") {
        end = index
        break
      }
      if !hasColon, index > range.lowerBound, bytes[index - 1] == UInt8(ascii: ":") {
        hasColon = true
        let refusal = YAMLRefusal.colonInPlainText
        problems.append(FrontMatter.Problem(refusal, at: SourceSpan(index - 1..<index)))
      }
    }
    let content = bytes.trimmed(range.lowerBound..<end)
    return (Located(string(content), at: SourceSpan(content)), false)
  }

  private func quote(around range: Range<Int>) -> UInt8? {
    guard range.count >= 2, bytes[range.lowerBound] == bytes[range.upperBound - 1] else { return nil }
    let first = bytes[range.lowerBound]
    return first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") ? first : nil
  }

  /// The text between quotes; in single quotes two stand for one, in double quotes a backslash escapes `"` and `\`.
  private func unquoted(_ range: Range<Int>, _ quote: UInt8) -> String {
    var text: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let isLast = index + 1 == range.upperBound
      let isDoubled = quote == UInt8(ascii: "'") && bytes[index] == quote && !isLast && bytes[index + 1] == quote
      let isEscape =
        quote == UInt8(ascii: "\"") && bytes[index] == UInt8(ascii: "\\") && !isLast
        && (bytes[index + 1] == quote || bytes[index + 1] == UInt8(ascii: "\\"))
      if isDoubled || isEscape { index += 1 }
      text.append(bytes[index])
      index += 1
    }
    return String(decoding: text, as: UTF8.self)
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }
}
