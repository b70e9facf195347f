import DocgenModel
import DocgenSupport

/// Finds what is coloured in the code of a block.
///
/// What is not closed is no text or tag, so that a stray mark colours nothing. Each byte is looked at a fixed number of times.
struct CodeScanner {
  let grammar: CodeGrammar
  let text: UnsafeBufferPointer<UInt8>
  var tokens: [CodeToken] = []
  var index = 0
  /// Only spaces stand before the place in its line.
  private var startsLine = true
  /// A command may stand at the place.
  private var startsCommand: Bool
  /// The last word ended here, and had so many bytes.
  private var lastWord = (end: -1, count: 0)
  /// The forms of texts that no later place of the block closes.
  private var isUnclosed: [Bool]

  init(_ grammar: CodeGrammar, _ text: UnsafeBufferPointer<UInt8>) {
    self.grammar = grammar
    self.text = text
    startsCommand = grammar.hasCommands
    isUnclosed = [Bool](repeating: false, count: grammar.strings.count)
  }

  /// The pieces of a text, in their order.
  static func tokens(of text: UnsafeBufferPointer<UInt8>, _ grammar: CodeGrammar) -> [CodeToken] {
    var scanner = CodeScanner(grammar, text)
    scanner.scan()
    return scanner.tokens
  }

  private mutating func scan() {
    while index < text.count {
      let use = grammar.uses[Int(text[index])]
      if use.contains(.space) {
        index += 1
      } else if use.contains(.lineEnd) {
        startsCommand = grammar.hasCommands && !isContinued
        startsLine = true
        index += 1
      } else {
        let isFirst = startsLine
        startsLine = false
        if isFirst, scanLineStart(use) { continue }
        if use.isEmpty {
          startsCommand = startsCommand && text[index] == UInt8(ascii: "$")
          index += 1
        } else {
          scanPiece(use, isFirst: isFirst)
        }
      }
    }
  }

  private mutating func scanPiece(_ use: CodeGrammar.ByteUse, isFirst: Bool) {
    if use.contains(.comment), let end = grammar.comments.end(in: text, at: index, startsLine: isFirst) {
      append(.comment, to: end)
    } else if use.contains(.quote), scanString() {
      startsCommand = false
    } else if use.contains(.tag), scanTag() {
      return
    } else if use.contains(.sigil), scanSigil() {
      startsCommand = false
    } else if use.contains(.word) {
      scanWord()
    } else if use.contains(.digit) {
      scanNumber()
    } else if use.contains(.option), scanOption() {
      startsCommand = false
    } else {
      startsCommand = use.contains(.command)
      index += 1
    }
  }

  /// Whether the line that ends goes on in the next.
  private var isContinued: Bool {
    guard index > 0 else { return false }
    return [UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "^")].contains(text[index - 1])
  }

  mutating func append(_ kind: CodeToken.Kind, from start: Int? = nil, to end: Int) {
    tokens.append(CodeToken(start: start ?? index, end: end, kind: kind))
    index = end
  }

  private static let arrow = Array("->".utf8)

  func has(_ mark: [UInt8], at place: Int) -> Bool {
    guard place >= 0, place + mark.count <= text.count else { return false }
    for (offset, byte) in mark.enumerated() where text[place + offset] != byte { return false }
    return true
  }

  func use(at place: Int) -> CodeGrammar.ByteUse { place < text.count ? grammar.uses[Int(text[place])] : .lineEnd }

  // MARK: Words and numbers

  /// The end of the letters and digits from a place on.
  func wordEnd(from place: Int) -> Int {
    var end = place
    while end < text.count, grammar.uses[Int(text[end])].contains(.inWord) { end += 1 }
    return end
  }

  private func kind(from start: Int, to end: Int) -> CodeToken.Kind? {
    grammar.kind(of: UnsafeBufferPointer(rebasing: text[start..<end]))
  }

  private mutating func scanWord() {
    let end = max(wordEnd(from: index), index + 1)
    // `a.class` and `a->class` name a member.
    let isMember = index > 0 && (text[index - 1] == UInt8(ascii: ".") || has(Self.arrow, at: index - 2))
    var kind = isMember ? nil : self.kind(from: index, to: end)
    if kind == nil, startsCommand { kind = end < text.count && text[end] == UInt8(ascii: "=") ? .type : .keyword }
    if kind == nil, isKey(before: end, isWord: true) { kind = .type }
    startsCommand = kind == .type && startsCommand
    lastWord = (end, end - index)
    if let kind { append(kind, to: end) } else { index = end }
  }

  private mutating func scanNumber() {
    startsCommand = false
    var end = index
    while end < text.count {
      if grammar.uses[Int(text[end])].contains(.inWord) {
        end += 1
      } else if isSeparator(at: end), use(at: end + 1).contains(.digit) {
        end += 1
      } else {
        break
      }
    }
    lastWord = (end, end - index)
    append(.number, to: end)
  }

  /// Whether digits may go on after a byte: `1.5`, `1'000`.
  private func isSeparator(at place: Int) -> Bool {
    text[place] == UInt8(ascii: ".")
      || text[place] == UInt8(ascii: "'") && !use(at: place).contains(.comment)
  }

  private mutating func scanSigil() -> Bool {
    guard lastWord.end != index else { return false }
    var start = index + 1
    let isBraced = start < text.count && text[start] == UInt8(ascii: "{") && text[index] == UInt8(ascii: "$")
    if isBraced { start += 1 }
    guard use(at: start).contains(.word) else { return false }
    var end = wordEnd(from: start)
    if isBraced {
      guard end < text.count, text[end] == UInt8(ascii: "}") else { return false }
      end += 1
    }
    append(kind(from: index, to: end) ?? .type, to: end)
    return true
  }

  private mutating func scanOption() -> Bool {
    guard index == 0 || !use(at: index - 1).isDisjoint(with: [.space, .lineEnd]) else { return false }
    var start = index + 1
    if start < text.count, text[start] == text[index] { start += 1 }
    guard use(at: start).contains(.word) else { return false }
    let end = wordEnd(from: start)
    // A path is no option.
    if end < text.count, text[index] == UInt8(ascii: "/"), text[end] == UInt8(ascii: "/") { return false }
    append(.type, to: end)
    return true
  }

  /// Whether what ends at a place is a key; after a word, the mark has a space after it.
  private func isKey(before end: Int, isWord: Bool) -> Bool {
    guard let key = grammar.key else { return false }
    var place = end
    while use(at: place).contains(.space), place < end + 8 { place += 1 }
    guard place < text.count, text[place] == key else { return false }
    return !isWord || !use(at: place + 1).isDisjoint(with: [.space, .lineEnd])
  }

  // MARK: Texts

  private mutating func scanString() -> Bool {
    if grammar.comments.quotesCharacters, text[index] == UInt8(ascii: "'") {
      guard let end = characterEnd() else { return false }
      append(.string, to: end)
      return true
    }
    // An apostrophe of a word.
    if lastWord.end == index, lastWord.count > 2 { return false }
    for (number, form) in grammar.strings.enumerated() where !isUnclosed[number] && has(form.start, at: index) {
      guard let end = end(of: form, from: index + form.start.count) else {
        isUnclosed[number] = form.spansLines
        continue
      }
      append(isKey(before: end, isWord: false) ? .type : .string, to: end)
      return true
    }
    return false
  }

  private func end(of form: CodeGrammar.StringForm, from place: Int) -> Int? {
    var place = place
    while place < text.count {
      let byte = text[place]
      if byte == form.end[0], has(form.end, at: place) { return place + form.end.count }
      if byte == 0x0A, !form.spansLines { return nil }
      place += form.hasEscapes && byte == grammar.escape ? 2 : 1
    }
    return nil
  }

  /// The end of a literal of one character.
  private func characterEnd() -> Int? {
    var place = index + 1
    guard place < text.count, text[place] != UInt8(ascii: "'") else { return nil }
    if text[place] == grammar.escape {
      place += 2
      while place < text.count, place < index + 12, text[place] != UInt8(ascii: "'") { place += 1 }
    } else {
      place += 1
      while place < text.count, text[place] & 0xC0 == 0x80 { place += 1 }
    }
    return place < text.count && text[place] == UInt8(ascii: "'") ? place + 1 : nil
  }
}
