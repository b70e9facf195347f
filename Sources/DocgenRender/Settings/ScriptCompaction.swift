/// Makes a script smaller without a change of what it does: comments go, spaces and line ends that separate nothing, signs
/// that could be left out; `let` stands for `const`.
///
/// Text in quotes, templates and regular expressions stays as it is; a line end stays wherever it could end a statement.
struct ScriptCompaction {
  private let bytes: [UInt8]
  private var index = 0
  private var result: [UInt8] = []
  /// What stood between the last byte that was kept and the next: nothing, a space or a line end.
  private var gap: UInt8?
  /// For each open parenthesis whether it begins the head of a statement, after which a `;` is a statement of its own.
  private var heads: [Bool] = []
  private var lastClosedHead = false

  /// The script, smaller.
  static func compacted(_ bytes: [UInt8]) -> [UInt8] {
    var compaction = ScriptCompaction(bytes)
    compaction.run()
    return compaction.result
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    result.reserveCapacity(bytes.count)
  }

  private mutating func run() {
    while index < bytes.count {
      switch bytes[index] {
      case 0x0A:
        gap = 0x0A
        index += 1
      case 0x20, 0x09, 0x0D:
        gap = gap ?? 0x20
        index += 1
      case UInt8(ascii: "/") where byte(after: index) == UInt8(ascii: "/"):
        index = bytes[index...].firstIndex(of: 0x0A) ?? bytes.count
      case UInt8(ascii: "/") where byte(after: index) == UInt8(ascii: "*"):
        index = commentEnd(index)
        gap = gap ?? 0x20
      case UInt8(ascii: "\""), UInt8(ascii: "'"): keep(upTo: stringEnd(index))
      case UInt8(ascii: "`"): keep(upTo: templateEnd(index))
      case UInt8(ascii: "/") where isExpressionAhead: keep(upTo: patternEnd(index))
      case let byte where Self.isOfName(byte): keepWord()
      case let byte: keepSign(byte)
      }
    }
    if !result.isEmpty { result.append(0x0A) }
  }

  private mutating func keepWord() {
    let end = bytes[index...].firstIndex { !Self.isOfName($0) } ?? bytes.count
    let isConstant = bytes[index..<end].elementsEqual("const".utf8) && result.last != UInt8(ascii: ".")
    keep(upTo: end)
    if isConstant { result.replaceSubrange((result.count - 5)..., with: "let".utf8) }
  }

  private mutating func keepSign(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "("): heads.append(["if", "for", "while", "with"].contains { lastWord.elementsEqual($0.utf8) })
    case UInt8(ascii: ")"): lastClosedHead = heads.popLast() ?? false
    case UInt8(ascii: "}") where result.last == UInt8(ascii: ";"):
      // After `if (a)` or `else` it is a statement of its own.
      let before = result.dropLast()
      if !(lastClosedHead && before.last == UInt8(ascii: ")")), !before.suffix(4).elementsEqual("else".utf8) {
        result.removeLast()
      }
    case UInt8(ascii: ">") where gap == nil && result.last == UInt8(ascii: "="): openParameter()
    default: break
    }
    keep(upTo: index + 1)
  }

  /// Takes the parentheses from the only parameter of a function, `(event)=`.
  private mutating func openParameter() {
    let close = result.count - 2
    guard close > 1, result[close] == UInt8(ascii: ")") else { return }
    let name = result[..<close].reversed().prefix(while: Self.isOfName).count
    let open = close - name - 1
    guard name > 0, open >= 0, result[open] == UInt8(ascii: "("), open == 0 || !Self.isOfName(result[open - 1]) else {
      return
    }
    result.remove(at: close)
    result.remove(at: open)
  }

  /// The word that was kept last; empty after a sign.
  private var lastWord: ArraySlice<UInt8> {
    result[(result.lastIndex { !Self.isOfName($0) }.map { $0 + 1 } ?? 0)...]
  }

  private mutating func keep(upTo end: Int) {
    let end = min(end, bytes.count)
    if let gap, let last = result.last, Self.parts(gap, last, bytes[index]) { result.append(gap) }
    gap = nil
    result += bytes[index..<end]
    index = end
  }

  /// Whether a space or line end must stay between two bytes. A line end ends no statement where the next line could not
  /// begin one, and needs no mark before a brace.
  private static func parts(_ gap: UInt8, _ last: UInt8, _ next: UInt8) -> Bool {
    // '+ +a' is no '++a', '1 .a' no number, and '/ /a' no comment.
    if last == next && "+-/".utf8.contains(last) || isDigit(last) && next == UInt8(ascii: ".") { return true }
    if gap == 0x0A { return !"{;,([".utf8.contains(last) && !"}]).?:&|=,;".utf8.contains(next) }
    return isOfName(last) && isOfName(next)
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$") || byte == UInt8(ascii: "#")
      || isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  private func byte(after index: Int) -> UInt8? { index + 1 < bytes.count ? bytes[index + 1] : nil }

  /// Whether an expression begins here, so that a slash begins a regular expression and does not divide.
  private var isExpressionAhead: Bool {
    guard let last = result.last else { return true }
    if !Self.isOfName(last) { return !")]}\"'`".utf8.contains(last) }
    let word = result.reversed().prefix(while: Self.isOfName)
    return word.elementsEqual("nruter".utf8) || word.elementsEqual("foepyt".utf8)
  }

  private func commentEnd(_ start: Int) -> Int {
    var index = start + 2
    while index + 1 < bytes.count, bytes[index] != UInt8(ascii: "*") || bytes[index + 1] != UInt8(ascii: "/") {
      index += 1
    }
    return index + 2
  }

  private func stringEnd(_ start: Int) -> Int {
    var index = start + 1
    while index < bytes.count, bytes[index] != bytes[start] { index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1 }
    return index + 1
  }

  private func patternEnd(_ start: Int) -> Int {
    var index = start + 1
    var isInClass = false
    while index < bytes.count, isInClass || bytes[index] != UInt8(ascii: "/") {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "["): isInClass = true
      case UInt8(ascii: "]"): isInClass = false
      default: break
      }
      index += 1
    }
    return index + 1
  }

  /// Where a template ends, with the code in it, which may hold text and templates.
  private func templateEnd(_ start: Int) -> Int {
    var index = start + 1
    while index < bytes.count, bytes[index] != UInt8(ascii: "`") {
      if bytes[index] == UInt8(ascii: "$"), byte(after: index) == UInt8(ascii: "{") {
        index = codeEnd(index + 1)
      } else {
        index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
      }
    }
    return index + 1
  }

  private func codeEnd(_ start: Int) -> Int {
    var index = start + 1
    var depth = 1
    while index < bytes.count, depth > 0 {
      switch bytes[index] {
      case UInt8(ascii: "`"): index = templateEnd(index)
      case UInt8(ascii: "\""), UInt8(ascii: "'"): index = stringEnd(index)
      case let byte:
        if byte == UInt8(ascii: "{") { depth += 1 }
        if byte == UInt8(ascii: "}") { depth -= 1 }
        index += 1
      }
    }
    return index
  }
}
