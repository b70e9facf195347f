import DocgenSupport

/// What is told by the start of a line, and tags.
extension CodeScanner {
  /// Takes what begins a line; false if that is nothing special.
  mutating func scanLineStart(_ use: CodeGrammar.ByteUse) -> Bool {
    if !grammar.lines.isEmpty { return scanLineForm() }
    if grammar.hasSections, text[index] == UInt8(ascii: "["), let end = sectionEnd() {
      append(.keyword, to: end)
      return true
    }
    if use.contains(.directive) { return scanDirective() }
    // A comment goes before a key with a mark in it.
    return grammar.hasKeyLines && use.isDisjoint(with: [.comment, .quote]) && scanKeyLine()
  }

  private var lineEnd: Int { text[index...].firstIndex(of: 0x0A) ?? text.count }

  /// Takes a whole line by what it begins with, spaces included.
  private mutating func scanLineForm() -> Bool {
    let end = lineEnd
    let isIndented = index > 0 && text[index - 1] != 0x0A
    if !isIndented, let form = grammar.lines.first(where: { has($0.start, at: index) }) {
      append(form.kind, to: end)
    } else {
      index = end
    }
    return true
  }

  private func sectionEnd() -> Int? {
    var end: Int?
    for place in index..<lineEnd where text[place] == UInt8(ascii: "]") { end = place + 1 }
    return end
  }

  private mutating func scanDirective() -> Bool {
    var start = index + 1
    while start < text.count, use(at: start).isDisjoint(with: [.word, .lineEnd]), start < index + 8 { start += 1 }
    guard use(at: start).contains(.word) else { return false }
    append(.keyword, to: wordEnd(from: start))
    return true
  }

  /// Takes the key at the start of a line, after the marks of a list.
  private mutating func scanKeyLine() -> Bool {
    guard let key = grammar.key else { return false }
    var start = index
    if key == UInt8(ascii: ":") {
      while start + 1 < text.count, text[start] == UInt8(ascii: "-"), text[start + 1] == 0x20 { start += 2 }
    }
    var place = start
    while place < text.count, text[place] != 0x0A {
      let byte = text[place]
      if byte == key, key != UInt8(ascii: ":") || !use(at: place + 1).isDisjoint(with: [.space, .lineEnd]) { break }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "#"): return false
      default: place += 1
      }
    }
    guard place < text.count, text[place] == key else { return false }
    var end = place
    while end > start, use(at: end - 1).contains(.space) { end -= 1 }
    guard end > start else { return false }
    append(.type, from: start, to: end)
    return true
  }

  // MARK: Tags

  /// Takes a tag: its name, its attributes, their values.
  mutating func scanTag() -> Bool {
    var place = index + 1
    while place < text.count, place < index + 3, [0x2F, 0x21, 0x3F, 0x25].contains(text[place]) { place += 1 }
    guard use(at: place).contains(.word) else { return false }
    append(.keyword, to: nameEnd(from: place))
    while index < text.count {
      let byte = text[index]
      if byte == UInt8(ascii: ">") { break }
      // Another tag begins: this one was none.
      if byte == UInt8(ascii: "<") { return true }
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        guard let end = text[(index + 1)...].firstIndex(of: byte) else { return true }
        append(.string, to: end + 1)
      } else if use(at: index).contains(.word) {
        append(.type, to: nameEnd(from: index))
      } else {
        index += 1
      }
    }
    if index < text.count {
      let hasSlash = text[index - 1] == UInt8(ascii: "/") || text[index - 1] == UInt8(ascii: "?")
      append(.keyword, from: hasSlash ? index - 1 : index, to: index + 1)
    }
    return true
  }

  /// The end of a name with its prefix (`xs:element`, `data-id`, `v-on:click.stop`).
  private func nameEnd(from place: Int) -> Int {
    var end = place
    while end < text.count {
      let byte = text[end]
      let isPart = byte == UInt8(ascii: ":") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
      guard isPart || use(at: end).contains(.inWord) else { break }
      end += 1
    }
    return end
  }
}
