/// Takes HTML apart into tags and text, as far as finding the words of a page needs it.
///
/// It follows the standard for what is a tag, a comment or text; it knows nothing of how docgen writes or reads HTML.
package struct HTMLScanner {
  /// A part of the text.
  enum Token {
    case text(Range<Int>)
    case tag(name: String, range: Range<Int>, isEnd: Bool)
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var position: Int
  /// The element whose content is no HTML: `script`, `style`.
  private var rawElement: String?

  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0) {
    self.bytes = bytes
    position = start
  }

  /// The next part; comments, declarations and scripts are passed over.
  mutating func next() -> Token? {
    while position < bytes.count {
      if let name = rawElement {
        rawElement = nil
        skipRaw(name)
        continue
      }
      if let end = markupEnd(at: position) {
        let range = position..<end
        position = end
        guard let (name, isEnd) = tag(in: range) else { continue }
        // What is no element is what an author wrote: `<computer name>`.
        if !Self.elements.contains(name) { return .text(range) }
        if !isEnd, name == "script" || name == "style" { rawElement = name }
        return .tag(name: name, range: range, isEnd: isEnd)
      }
      let start = position
      position += 1
      while position < bytes.count, bytes[position] != less || markupEnd(at: position) == nil { position += 1 }
      return .text(start..<position)
    }
    return nil
  }

  /// The end of a tag, comment or declaration that starts at a place; `nil` if text stands there.
  private func markupEnd(at start: Int) -> Int? {
    guard bytes[start] == less, start + 1 < bytes.count else { return nil }
    let second = bytes[start + 1]
    if second == UInt8(ascii: "!"), matches("--", at: start + 2) { return end(of: "-->", from: start + 4) }
    if second == UInt8(ascii: "!"), matches("[CDATA[", at: start + 2) { return end(of: "]]>", from: start + 9) }
    if second == UInt8(ascii: "!") || second == UInt8(ascii: "?") { return end(of: ">", from: start + 2) }
    let nameStart = second == UInt8(ascii: "/") ? start + 2 : start + 1
    guard nameStart < bytes.count, Self.isLetter(bytes[nameStart]) else { return nil }
    var index = nameStart
    var isAfterEquals = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: ">") { return index + 1 }
      if byte == less { return nil }
      if isAfterEquals, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        index += 1
        while index < bytes.count, bytes[index] != byte { index += 1 }
      }
      if byte > 0x20 { isAfterEquals = byte == UInt8(ascii: "=") }
      index += 1
    }
    return nil
  }

  /// The name of a tag in lower case; `nil` for comments and declarations.
  private func tag(in range: Range<Int>) -> (name: String, isEnd: Bool)? {
    let isEnd = bytes[range.lowerBound + 1] == UInt8(ascii: "/")
    let start = range.lowerBound + (isEnd ? 2 : 1)
    guard start < range.upperBound, Self.isLetter(bytes[start]) else { return nil }
    var name: [UInt8] = []
    for byte in bytes[start..<range.upperBound] {
      if byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") { break }
      name.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
    }
    return (String(decoding: name, as: UTF8.self), isEnd)
  }

  private mutating func skipRaw(_ name: String) {
    while position < bytes.count {
      if bytes[position] == less, let end = markupEnd(at: position), let found = tag(in: position..<end),
        found.isEnd, found.name == name
      {
        return
      }
      position += 1
    }
  }

  private func end(of text: StaticString, from start: Int) -> Int? {
    var index = start
    while index + text.utf8CodeUnitCount <= bytes.count {
      if matches(text, at: index) { return index + text.utf8CodeUnitCount }
      index += 1
    }
    return nil
  }

  /// The first place of a text at or after another place.
  package static func first(_ text: StaticString, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    let scanner = HTMLScanner(bytes)
    guard start + text.utf8CodeUnitCount <= bytes.count else { return nil }
    return (start...bytes.count - text.utf8CodeUnitCount).first { scanner.matches(text, at: $0) }
  }

  private func matches(_ text: StaticString, at start: Int) -> Bool {
    let count = text.utf8CodeUnitCount
    guard start + count <= bytes.count else { return false }
    for index in 0..<count where bytes[start + index] != text.utf8Start[index] { return false }
    return true
  }

  /// The elements of HTML, those of before included; `output` is left out, of which pages make nothing but placeholders
  /// (`<output manifest name>`).
  private static let elements = Set(
    """
    a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br
    button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed
    fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img
    input ins kbd label legend li link main map mark marquee math menu meta meter nav nobr noframes noscript object ol
    optgroup option p param picture plaintext pre progress q rp rt ruby s samp script search section select slot
    small source span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title
    tr track tt u ul var video wbr xmp
    """.split { $0 == " " || $0 == "\n" }.map(String.init))

  private let less = UInt8(ascii: "<")

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
