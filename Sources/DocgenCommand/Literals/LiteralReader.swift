/// Reads an expression of a script as far as it is literal.
struct LiteralReader {
  let script: Script
  private(set) var position: Int
  private let depth: Int

  init(script: Script, position: Int, depth: Int) {
    self.script = script
    self.position = position
    self.depth = depth
  }

  private var token: ScriptToken? { position < script.tokens.count ? script.tokens[position] : nil }

  private func isSign(_ sign: Character, at offset: Int = 0) -> Bool {
    let index = position + offset
    return index < script.tokens.count && script.tokens[index].isSign(sign)
  }

  /// An expression; after it stands what ends it.
  mutating func expression() -> Literal {
    let isTooDeep = depth + nesting > ScriptFiles.depthLimit * 2
    guard !isTooDeep else {
      skip()
      return .unknown
    }
    nesting += 1
    defer { nesting -= 1 }
    var value = primary()
    while let token, !isEnd(token) {
      if isSign("+") {
        position += 1
        let right = primary()
        if let left = value.text, let right = right.text { value = .text(left + right) } else { value = .unknown }
      } else if case .text(let more) = token.kind, let text = value.text {
        // Python joins texts that stand side by side.
        position += 1
        value = .text(text + more)
      } else if isSign("|") && isSign("|", at: 1) || isSign("?") && isSign("?", at: 1) {
        position += 2
        let right = expression()
        if value == .unknown { value = right }
      } else if token.isWord("as") || token.isWord("satisfies") {
        skip()
      } else {
        skip()
        value = .unknown
      }
    }
    return value
  }

  private var nesting = 0

  private func isEnd(_ token: ScriptToken) -> Bool {
    if token.startsLine, !isSign("+") { return true }
    guard case .sign(let sign) = token.kind else { return false }
    return ",;)]}".utf8.contains(sign)
  }

  /// Passes over what is not read, to what ends the expression.
  private mutating func skip() {
    var angles = 0
    while let token {
      if token.isSign("(") || token.isSign("[") || token.isSign("{") {
        position = script.end(ofGroupAt: position)
        continue
      }
      if token.isSign("<") { angles += 1 }
      if token.isSign(">"), angles > 0 { angles -= 1 }
      if isEnd(token), !(angles > 0 && token.isSign(",")) { return }
      position += 1
    }
  }

  private mutating func primary() -> Literal {
    guard let token else { return .unknown }
    switch token.kind {
    case .text(let text):
      position += 1
      return .text(text)
    case .word(let word): return named(word)
    case .sign(UInt8(ascii: "{")): return mapping()
    case .sign(UInt8(ascii: "[")): return list(to: "]")
    case .sign(UInt8(ascii: "(")):
      let end = script.end(ofGroupAt: position)
      if end + 1 < script.tokens.count, script.tokens[end].isSign("="), script.tokens[end + 1].isSign(">") {
        position = end
        return arrow()
      }
      let items = list(to: ")")
      // One value in parentheses is that value; more are a tuple of Python.
      return items.items.count == 1 ? items.items[0] : items
    default:
      skip()
      return .unknown
    }
  }

  /// What a function says that begins with an arrow.
  private mutating func arrow() -> Literal {
    position += 2
    guard isSign("{") else { return expression() }
    let start = script.result(ofFunctionAt: position)
    position = script.end(ofGroupAt: position)
    guard let start else { return .unknown }
    var reader = LiteralReader(script: script, position: start, depth: depth + 1)
    return reader.expression()
  }

  private mutating func named(_ word: String) -> Literal {
    position += 1
    switch word {
    case "true", "false", "null", "undefined", "True", "False", "None": return .word(word)
    case _ where word.utf8.first.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false:
      while isSign(".") || token.map({ if case .word = $0.kind { true } else { false } }) == true { position += 1 }
      return .word(word)
    case "await": return primary()
    case "async": return primary()
    case "new", "typeof", "lambda", "not":
      skip()
      return .unknown
    case "function":
      while token != nil, !isSign("(") { position += 1 }
      position = script.end(ofGroupAt: position)
      while let token, !token.isSign("{"), !isEnd(token) { position += 1 }
      position -= 2
      return arrow()
    default: break
    }
    if isSign("="), isSign(">", at: 1) { return arrow() }
    var path = [word]
    while isSign("."), position + 1 < script.tokens.count, case .word(let part) = script.tokens[position + 1].kind {
      path.append(part)
      position += 2
    }
    if isSign("<"), let end = endOfTypes() { position = end }
    guard isSign("(") else {
      let value =
        path.count == 1
        ? script.value(of: word, depth: depth) : script.value(of: word, depth: depth)[Array(path.dropFirst())]
      return value ?? .unknown
    }
    let arguments = list(to: ")").items
    switch path {
    case ["require"]: return arguments.first?.text.map { script.required($0, depth: depth) } ?? .unknown
    case ["require", "resolve"]: return arguments.first ?? .unknown
    default: break
    }
    if path.count == 1, case .function? = script.definitions[word] { return script.value(of: word, depth: depth) }
    return .call(path.joined(separator: "."), arguments)
  }

  /// The sign after `<…>`, where arguments follow.
  private func endOfTypes() -> Int? {
    var angles = 0
    for index in position..<min(script.tokens.count, position + 60) {
      if script.tokens[index].isSign("<") { angles += 1 }
      if script.tokens[index].isSign(">") { angles -= 1 }
      if angles == 0 {
        return index + 1 < script.tokens.count && script.tokens[index + 1].isSign("(") ? index + 1 : nil
      }
    }
    return nil
  }

  private mutating func list(to end: Character) -> Literal {
    position += 1
    var items: [Literal] = []
    while token != nil, !isSign(end) {
      let start = position
      if isSpread {
        position += 3
        items += expression().items
      } else {
        items.append(expression())
      }
      pass(from: start)
    }
    position += 1
    return .list(items)
  }

  private mutating func mapping() -> Literal {
    position += 1
    var members: [Literal.Member] = []
    while token != nil, !isSign("}") {
      let start = position
      if isSpread {
        position += 3
        members += expression().unwrapped.members
      } else if isSign("*"), isSign("*", at: 1) {
        position += 2
        members += expression().members
      } else if let key = key() {
        let value: Literal
        if isSign(":") {
          position += 1
          value = expression()
        } else if isSign("(") {
          // A method.
          position = script.end(ofGroupAt: position)
          skip()
          value = .unknown
        } else if isSign(",") || isSign("}") {
          value = script.value(of: key, depth: depth)
        } else {
          skip()
          value = .unknown
        }
        members.append(Literal.Member(key: key, value: value))
      }
      pass(from: start)
    }
    position += 1
    return .mapping(members)
  }

  private var isSpread: Bool { isSign(".") && isSign(".", at: 1) && isSign(".", at: 2) }

  private mutating func key() -> String? {
    switch token?.kind {
    case .text(let text)?:
      position += 1
      return text
    case .word(let word)?:
      position += 1
      return word
    case .sign(UInt8(ascii: "["))?:
      position = script.end(ofGroupAt: position)
      return ""
    default: return nil
    }
  }

  /// Passes the comma after an item, and whatever else was not read.
  private mutating func pass(from start: Int) {
    if isSign(",") || position == start { position += 1 }
  }
}
