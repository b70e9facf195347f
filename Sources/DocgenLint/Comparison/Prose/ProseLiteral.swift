import DocgenMarkup
import DocgenModel
import DocgenSupport

/// A text of prose that no language translates, told by its shape alone.
struct ProseLiteral {
  /// What it is.
  enum Kind: UInt8 {
    /// `{0}`, `${REGION}`, `%USERNAME%`, `%1`, `%(name)s`
    case placeholder
    /// Groups of hexadecimal digits, and digests.
    case identifier
    /// `name@host`
    case mail
    /// `C:\Folder`, `/home/user`
    case path
    /// `--save-dev`, `-Path`
    case option
    /// `Get-StoreUser`
    case command
    /// `New-Alias`: two words with capitals, which only a page of that name tells from words of the language.
    case compound
    /// `web.config`, `System.String`, `docs.example.org`
    case dotted
    /// `C#`, `C++`
    case sharp
    /// `en-US`
    case locale
  }

  let kind: Kind
  let text: [UInt8]
  let span: SourceSpan

  /// Whether a text that has none of the kind cannot say the same: files, hosts and languages may be described instead.
  var isRequired: Bool {
    switch kind {
    case .placeholder, .identifier, .mail, .command, .compound, .path: true
    // The name of a type with all that it is within is nothing that one describes.
    case .dotted: text.count(where: { $0 == UInt8(ascii: ".") }) > 1 && text.contains { (0x41...0x5A).contains($0) }
    case .option, .sharp, .locale: false
    }
  }

  var string: String { String(decoding: text, as: UTF8.self) }
}

extension PageInventory {
  /// The texts of a run that no language translates, but for those in code.
  ///
  /// - Complexity: O(*n*) in the bytes of the run; nothing but one look at each where no sign of any is there.
  func literals(inRun index: Int) -> [ProseLiteral] {
    let run = runs[index]
    guard mayHoldLiterals(run), let text = text(ofRun: index) else { return [] }
    let code = marks[run.marks].filter { $0.kind == .code }.map { page.document.nodes[$0.node].span }
    var scanner = LiteralScanner(text.bytes)
    scanner.scan()
    return scanner.found.compactMap { kind, range in
      let span = text.located(range).span
      guard span.start < run.span.end, run.span.start < span.end + 2,
        !code.contains(where: { $0.start <= span.start && span.start < $0.end })
      else { return nil }
      return ProseLiteral(kind: kind, text: Array(text.bytes[range]), span: span)
    }
  }

  /// The text of a run's block; `nil` if that holds much else, which every run in it would go through.
  func text(ofRun index: Int) -> InlineText? {
    let run = runs[index]
    let length = page.document.nodes[run.node].span.range.count
    return length <= run.span.range.count * 4 + 400 ? page.document.text(of: run.node) : nil
  }

  /// Whether the file has a sign of one: most texts have none, and are not taken apart.
  private func mayHoldLiterals(_ run: ProseRun) -> Bool {
    let bytes = page.source.bytes
    let start = max(0, Int(run.span.start) - 2)
    let end = min(bytes.count, Int(run.span.end) + 2)
    guard start < end else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      var previous: UInt8 = 0x20
      var hexDigits = 0
      for index in start..<end {
        let byte = bytes[index]
        defer { previous = byte }
        hexDigits = LiteralShape.isHex(byte) ? hexDigits + 1 : 0
        if hexDigits == LiteralShape.shortestDigest { return true }
        guard LiteralScanner.isSign(byte) else { continue }
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0x20
        if LiteralScanner.isSign(byte, after: previous, before: next) { return true }
      }
      return false
    }
  }
}

/// Finds the texts in a run that no language translates.
struct LiteralScanner {
  private let bytes: [UInt8]
  private(set) var found: [(kind: ProseLiteral.Kind, range: Range<Int>)] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Takes the text apart where spaces, quotation marks and letters of scripts without spaces stand.
  mutating func scan() {
    var index = 0
    while index < bytes.count {
      let start = index
      while index < bytes.count, case let length = Self.partLength(bytes, index), length > 0 { index += length }
      if index > start { read(start..<index) }
      index += 1
    }
  }

  /// The number of bytes of the character at an index, if it may be a part of a literal.
  private static func partLength(_ bytes: [UInt8], _ index: Int) -> Int {
    switch bytes[index] {
    case 0...0x20, 0x7F, UInt8(ascii: "\""), UInt8(ascii: "|"), UInt8(ascii: "*"), UInt8(ascii: "`"): return 0
    case 0x21..<0x7F: return 1
    // Letters of scripts with spaces between words; not the signs of Latin-1.
    case 0xC3..<0xE0: return min(2, bytes.count - index)
    default: return 0
    }
  }

  private mutating func read(_ chunk: Range<Int>) {
    // Nearly all are words.
    guard hasSign(chunk) else { return }
    var range = chunk
    while let first = range.first, "([<'".utf8.contains(bytes[first]) { range = range.dropFirst() }
    while let last = range.last, ".,;:!?)]>'".utf8.contains(bytes[last]) { range = range.dropLast() }
    guard range.count > 1, !isAddress(range) else { return }
    if let kind = LiteralShape(bytes[range]).kind, !(kind == .option && followsQuote(range.lowerBound)) {
      found.append((kind, range))
      return
    }
    if chunk.contains(where: { "{%".utf8.contains(bytes[$0]) }) { readPlaceholders(chunk) }
  }

  /// Whether what is quoted ends right before an offset, so that a hyphen there joins it to a word: `"Pull to Refresh"-type`.
  private func followsQuote(_ index: Int) -> Bool {
    let before = bytes[..<index]
    if ["\u{201D}", "\u{201C}", "\u{BB}"].contains(where: { before.suffix($0.utf8.count).elementsEqual($0.utf8) }) {
      return true
    }
    guard let last = before.last, "\"*`".utf8.contains(last) else { return false }
    return before.dropLast().last.map { Identifier.isNameByte($0) || $0 >= 0x80 } ?? false
  }

  private func hasSign(_ chunk: Range<Int>) -> Bool {
    if chunk.count >= LiteralShape.shortestDigest, bytes[chunk].allSatisfy(LiteralShape.isHex) { return true }
    return chunk.contains { index in
      Self.isSign(bytes[index])
        && Self.isSign(
          bytes[index], after: index > chunk.lowerBound ? bytes[index - 1] : 0x20,
          before: index + 1 < chunk.upperBound ? bytes[index + 1] : 0x20)
    }
  }

  /// What has a scheme is the matter of links.
  private func isAddress(_ range: Range<Int>) -> Bool {
    ByteSearch.firstIndex(of: Array("://".utf8), in: Array(bytes[range]), from: 0) != nil
  }

  private mutating func readPlaceholders(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      if let end = endOfPlaceholder(at: index, range.upperBound) {
        found.append((.placeholder, index..<end))
        index = end
      } else {
        index += 1
      }
    }
  }

  private func endOfPlaceholder(at start: Int, _ limit: Int) -> Int? {
    switch bytes[start] {
    case UInt8(ascii: "$") where start + 1 < limit && bytes[start + 1] == UInt8(ascii: "{"):
      return closing(UInt8(ascii: "}"), from: start + 2, limit)
    case UInt8(ascii: "{"): return closing(UInt8(ascii: "}"), from: start + 1, limit)
    case UInt8(ascii: "%"): return endOfPercent(at: start + 1, limit)
    default: return nil
    }
  }

  /// `%USERNAME%`, `%1`, `%s`, `%(name)s`
  private func endOfPercent(at start: Int, _ limit: Int) -> Int? {
    guard start < limit, start < 2 || !(0x30...0x39).contains(bytes[start - 2]) else { return nil }
    if bytes[start] == UInt8(ascii: "(") {
      guard let close = closing(UInt8(ascii: ")"), from: start + 1, limit), close < limit,
        "sdifr".utf8.contains(bytes[close])
      else { return nil }
      return close + 1
    }
    if (0x30...0x39).contains(bytes[start]) {
      var end = start
      while end < limit, (0x30...0x39).contains(bytes[end]) { end += 1 }
      // An encoded byte of an address is none: `%20`.
      return end == limit || !Identifier.isNameByte(bytes[end]) && bytes[end] != UInt8(ascii: "%") ? end : nil
    }
    var end = start
    while end < limit, Identifier.isNameByte(bytes[end]) || bytes[end] >= 0x80 { end += 1 }
    if end < limit, bytes[end] == UInt8(ascii: "%"), end > start + 1 { return end + 1 }
    return end == start + 1 && "sd".utf8.contains(bytes[start]) ? end : nil
  }

  /// Where a name in braces or parentheses ends.
  private func closing(_ mark: UInt8, from start: Int, _ limit: Int) -> Int? {
    var index = start
    while index < limit, index - start < 64 {
      let byte = bytes[index]
      if byte == mark { return index > start ? index + 1 : nil }
      // A range of numbers is none: `{0..N-1}`.
      if byte == UInt8(ascii: "."), index + 1 < limit, bytes[index + 1] == byte { return nil }
      guard Identifier.isNameByte(byte) || byte >= 0x80 || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") else {
        return nil
      }
      index += 1
    }
    return nil
  }

  /// Whether a byte is a sign of some literal.
  static func isSign(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "\\"), UInt8(ascii: "@"),
      UInt8(ascii: "#"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "+"):
      true
    default: false
    }
  }

  /// Whether a sign is one between two others.
  static func isSign(_ byte: UInt8, after previous: UInt8, before next: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "@"): Identifier.isNameByte(previous) && Identifier.isNameByte(next)
    case UInt8(ascii: "-"): isHyphenSign(after: previous, before: next)
    case UInt8(ascii: "/"): !Identifier.isNameByte(previous) && Identifier.isNameByte(next)
    case UInt8(ascii: "#"): isCapital(previous)
    case UInt8(ascii: "+"): isCapital(previous) && next == byte
    case UInt8(ascii: "\\"): Identifier.isNameByte(next) && next != UInt8(ascii: "_") || next == byte
    case UInt8(ascii: "%"): !isDigit(previous) && next > 0x20
    case UInt8(ascii: "$"): next == UInt8(ascii: "{")
    default: true
    }
  }

  /// Options begin with a hyphen; it stands before a capital in commands and locales, and beside digits in identifiers.
  private static func isHyphenSign(after previous: UInt8, before next: UInt8) -> Bool {
    if !Identifier.isNameByte(previous) { return Identifier.isNameByte(next) || next == UInt8(ascii: "-") }
    return isCapital(next) || isDigit(next) || isDigit(previous)
  }

  private static func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
