import DocgenMarkup
import DocgenSupport

/// Codes in bullet lists: `- ERROR_BADDB. The data could not be read.`
extension ReturnCodeReader {
  /// How much the words at the start of an item look like a code.
  private enum Form {
    /// A symbolic name, with or without its value, or a number.
    case code
    /// Words with a value in parentheses.
    case valued
    /// Words with an underscore that stands alone: what is left of a name in a damaged translation.
    case damaged
    /// Words in capitals.
    case capitals
  }

  private struct Bullet {
    var item: Int
    var text: InlineText
    var term: Range<Int>
    var form: Form
  }

  /// No term is longer, in bytes.
  private static let maximumTermLength = 80

  /// Reads the bullet lists of a range whose items start with codes.
  ///
  /// A list of prose has none: at least half of the items must start with a code, each separated from what is said about
  /// it by a full stop, a colon or a dash. An item that does not start so is no code.
  mutating func readBullets(_ range: Range<Int>) {
    for list in document.children(in: range)
    where document.nodes[list].kind == .bulletList || document.isElement(list, .ul) {
      let items = Array(document.children(of: list))
      let bullets = items.compactMap { bullet($0) }
      guard holdsCodes(bullets, of: items.count) else { continue }
      for bullet in bullets {
        let content = document.content(of: bullet.item)
        var code = emptyCode(bullet.item, container: list, description: content)
        code.span = bullet.text.span(bullet.term)
        if bullet.form == .code || bullet.form == .valued {
          read(term: part(bullet), into: &code)
        } else {
          code.name = bullet.text.located(bullet.term)
          code.isSymbolic = bullet.form == .capitals && Identifier.isSymbolic(bullet.text.bytes[bullet.term])
        }
        add(code)
      }
    }
  }

  /// Whether a list of some length holds codes, by what its items start with.
  private func holdsCodes(_ bullets: [Bullet], of count: Int) -> Bool {
    let codes = bullets.count { $0.form == .code || $0.form == .damaged }
    let capitals = bullets.count { $0.form == .capitals }
    if codes > 0, (codes + capitals) * 2 >= count { return true }
    // Less certain terms must be all that there is.
    guard count > 1, bullets.count == count else { return false }
    return capitals == 0 || bullets.allSatisfy { Identifier.isSymbolic($0.text.bytes[$0.term]) }
  }

  private func part(_ bullet: Bullet) -> InlineText {
    var text = bullet.text
    text.truncate(to: bullet.term.upperBound)
    text.removeFirst(bullet.term.lowerBound)
    return text
  }

  /// The item's first words, when they look like a code.
  private func bullet(_ item: Int) -> Bullet? {
    let content = document.content(of: item)
    guard let first = document.paragraphs(in: content).first, let start = first.first,
      document.nodes[start].kind != .link
    else { return nil }
    let text = document.leadingText(in: first)
    if let bullet = markedBullet(item, first, text) { return bullet }
    var from = 0
    while let end = termEnd(text, from: from) {
      var term = 0..<end
      while !term.isEmpty, text.bytes[term.upperBound - 1] == 0x20 { term = 0..<term.upperBound - 1 }
      let form = form(text, term)
      // A damaged name may hold such a mark itself: `ERROR: _ BAD _ DATA. …`.
      let mayGoOn = form != .code && form != .valued
      if mayGoOn, let next = termEnd(text, from: end + 1),
        text.bytes[..<term.upperBound].last == UInt8(ascii: "_") || hasLoneUnderscore(text.bytes[end..<next])
      {
        from = end + 1
        continue
      }
      if let form { return Bullet(item: item, text: text, term: term, form: form) }
      break
    }
    return allowsAnyItem ? replacedBullet(item, first, text) : nil
  }

  /// Marked words in the place of a code that the source has there.
  private func replacedBullet(_ item: Int, _ paragraph: Range<Int>, _ text: InlineText) -> Bullet? {
    guard let term = document.markedTerm(in: paragraph), vocabulary.alert(term.name.string) == nil,
      let end = term.tail == .words ? term.name.count : termEnd(text, from: 0)
    else { return nil }
    var range = 0..<end
    while !range.isEmpty, text.bytes[range.upperBound - 1] == 0x20 { range = 0..<range.upperBound - 1 }
    if text.bytes.first == UInt8(ascii: "["), range.count > 2, text.bytes[range.upperBound - 1] == UInt8(ascii: "]") {
      range = 1..<range.upperBound - 1
    }
    return Bullet(item: item, text: text, term: range, form: .valued)
  }

  /// An item that begins with a marked code in brackets and goes on without a mark: `- **[EINTR]** A signal came.`
  private func markedBullet(_ item: Int, _ paragraph: Range<Int>, _ text: InlineText) -> Bullet? {
    guard let term = document.markedTerm(in: paragraph), term.tail == .words, term.parenthesis == nil,
      term.name.bytes.first == UInt8(ascii: "["), term.name.bytes.last == UInt8(ascii: "]"),
      isShortName(term.name.bytes[1..<term.name.count - 1])
    else { return nil }
    return Bullet(item: item, text: text, term: 1..<term.name.count - 1, form: .code)
  }

  /// Where the first sentence or the words before a colon or dash end, from an index on; `nil` when that is too far.
  private func termEnd(_ text: InlineText, from start: Int) -> Int? {
    var index = start
    while index < min(text.count, Self.maximumTermLength) {
      let next = index + 1 < text.count ? text.bytes[index + 1] : 0x20
      switch text.bytes[index] {
      case UInt8(ascii: "."), UInt8(ascii: ":"): if next == 0x20 { return index }
      case UInt8(ascii: "-"): if index > start, text.bytes[index - 1] == 0x20, next == 0x20 { return index }
      case 0xE2: if index > start, text.bytes[index - 1] == 0x20, next == 0x80 { return index }
      default: break
      }
      index += 1
    }
    return index == text.count && index > start ? index : nil
  }

  private func form(_ text: InlineText, _ term: Range<Int>) -> Form? {
    let bytes = text.bytes[term]
    if isSymbolic(bytes) || isScopedName(bytes) || codeValue(bytes) != nil { return .code }
    if bytes.last == UInt8(ascii: ")"), let open = bytes.lastIndex(of: UInt8(ascii: "(")), open > 0,
      codeValue(bytes[(open + 1)..<(bytes.endIndex - 1)]) != nil
    {
      var end = open
      while end > 0, bytes[end - 1] == 0x20 { end -= 1 }
      return isSymbolic(bytes[..<end]) ? .code : .valued
    }
    if hasLoneUnderscore(bytes) { return .damaged }
    let letters = bytes.count { $0 >= 0x41 && $0 <= 0x5A }
    return letters > 3 && letters + bytes.count(where: { $0 == 0x20 || $0 == 0x5F }) == bytes.count ? .capitals : nil
  }

  /// A symbolic name with an underscore, so that no word in capitals is one.
  private func isSymbolic(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.contains(UInt8(ascii: "_")) && Identifier.isSymbolicExpression(bytes)
  }

  /// A name of several parts, the last with an inner capital: `System.ArgumentException`.
  private func isScopedName(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let last = bytes.lastIndex(where: { !Identifier.isNameByte($0) }), last > bytes.startIndex else {
      return false
    }
    let name = bytes[(last + 1)...]
    return Identifier.isSymbolic(name) && name.contains { $0 > 0x60 }
      && bytes.allSatisfy { Identifier.isNameByte($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") }
  }

  /// Whether an underscore has a space or nothing beside it.
  private func hasLoneUnderscore(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.indices.contains { index in
      guard bytes[index] == UInt8(ascii: "_") else { return false }
      return index == bytes.startIndex || index + 1 == bytes.endIndex || bytes[index - 1] == 0x20
        || bytes[index + 1] == 0x20
    }
  }
}
