/// What a script defines, read without running it: the statements that begin a line.
///
/// Names lead to what they were defined as, in this script or in one that it imports by a relative path. Functions are
/// read as what their first `return` says.
final class Script {
  /// Where a name leads.
  enum Definition {
    /// An expression begins at a token.
    case value(Int)
    /// A function's body begins at a token.
    case function(Int)
    /// What another script calls so; its default for an empty name.
    case imported(String, name: String)
  }

  let tokens: [ScriptToken]
  private let files: ScriptFiles
  /// The path of the script, from the project's root.
  private let path: String
  private(set) var definitions: [String: Definition] = [:]
  /// Python adds to what it has: `exclude_patterns += […]`.
  private var additions: [String: [Int]] = [:]
  /// The default export, or a text that is a value as a whole.
  private var root: Definition?

  init(_ bytes: [UInt8], path: String, files: ScriptFiles) {
    self.path = path
    self.files = files
    let isPython = path.hasSuffix(".py")
    tokens = ScriptTokenizer.tokens(of: bytes, isPython: isPython)
    if let first = tokens.first, first.isSign("{") || first.isSign("[") { root = .value(0) }
    for index in tokens.indices where tokens[index].startsLine {
      if isPython { assignment(at: index) } else { statement(at: index) }
    }
  }

  /// The value of the whole: the default export, or else all that is defined.
  func value(depth: Int = 0) -> Literal {
    if let root { return value(root, depth: depth) }
    return .mapping(definitions.keys.sorted().map { Literal.Member(key: $0, value: value(of: $0, depth: depth)) })
  }

  /// The value of a name; an empty one means the default export.
  func value(of name: String, depth: Int) -> Literal {
    if name.isEmpty { return value(depth: depth) }
    guard let definition = definitions[name] else { return .unknown }
    let first = value(definition, depth: depth)
    let more = (additions[name] ?? []).map { value(.value($0), depth: depth) }
    return more.isEmpty ? first : .list(first.items + more.flatMap(\.items))
  }

  private func value(_ definition: Definition, depth: Int) -> Literal {
    guard depth < ScriptFiles.depthLimit, files.spend() else { return .unknown }
    switch definition {
    case .value(let index):
      var reader = LiteralReader(script: self, position: index, depth: depth + 1)
      return reader.expression()
    case .function(let index):
      guard let index = result(ofFunctionAt: index) else { return .unknown }
      return value(.value(index), depth: depth)
    case .imported(let file, let name):
      return files.script(file, from: path)?.value(of: name, depth: depth + 1) ?? .unknown
    }
  }

  /// What a script says that is loaded by its path.
  func required(_ file: String, depth: Int) -> Literal {
    value(.imported(file, name: ""), depth: depth)
  }

  /// Where the value of the first `return` of a function begins.
  func result(ofFunctionAt start: Int) -> Int? {
    var depth = 0
    for index in start..<tokens.count {
      if tokens[index].isSign("{") { depth += 1 }
      if tokens[index].isSign("}") { depth -= 1 }
      if depth == 1, tokens[index].isWord("return"), index + 1 < tokens.count { return index + 1 }
      if depth == 0 { return nil }
    }
    return nil
  }

  /// The token after the sign that closes the one at an index.
  func end(ofGroupAt start: Int) -> Int {
    var depth = 0
    for index in start..<tokens.count {
      guard case .sign(let sign) = tokens[index].kind else { continue }
      if "([{".utf8.contains(sign) { depth += 1 }
      if ")]}".utf8.contains(sign) { depth -= 1 }
      if depth == 0 { return index + 1 }
    }
    return tokens.count
  }

  // MARK: Statements

  private func token(_ index: Int) -> ScriptToken? { index < tokens.count ? tokens[index] : nil }

  private func word(_ index: Int) -> String? {
    if case .word(let word)? = token(index)?.kind { word } else { nil }
  }

  private func assignment(at index: Int) {
    guard let name = word(index) else { return }
    if token(index + 1)?.isSign("=") == true, token(index + 2)?.isSign("=") != true {
      definitions[name] = .value(index + 2)
      additions[name] = nil
    } else if token(index + 1)?.isSign("+") == true, token(index + 2)?.isSign("=") == true {
      additions[name, default: []].append(index + 3)
    } else if token(index + 1)?.isSign(":") == true, let start = sign("=", after: index + 1, within: 12) {
      definitions[name] = .value(start + 1)
    }
  }

  private func statement(at start: Int) {
    var index = start
    if word(index) == "export" {
      index += 1
      if word(index) == "default" {
        root = .value(index + 1)
        return
      }
    }
    switch word(index) {
    case "const", "let", "var":
      if let name = word(index + 1), let start = sign("=", after: index + 1, within: 40) {
        definitions[name] = .value(start + 1)
      } else if token(index + 1)?.isSign("{") == true {
        destructured(at: index + 1)
      }
    case "function", "async":
      let isAsync = word(index) == "async"
      guard let name = word(index + (isAsync ? 2 : 1)), let open = sign("(", after: index, within: 40) else { return }
      if let body = sign("{", after: end(ofGroupAt: open) - 1, within: 40) { definitions[name] = .function(body) }
    case "module":
      if word(index + 2) == "exports", token(index + 3)?.isSign("=") == true { root = .value(index + 4) }
    case "import": imported(at: index + 1)
    default: break
    }
  }

  /// The next such sign of a statement, which is near where types are short.
  private func sign(_ sign: Character, after index: Int, within limit: Int) -> Int? {
    let range = (index + 1)..<min(tokens.count, index + 1 + limit)
    for index in range {
      if tokens[index].isSign(sign) { return index }
      if tokens[index].startsLine || tokens[index].isSign(";") { return nil }
    }
    return nil
  }

  /// `{ a, b: c } = require('./file')`
  private func destructured(at open: Int) {
    let after = end(ofGroupAt: open)
    guard token(after)?.isSign("=") == true, word(after + 1) == "require",
      case .text(let file)? = token(after + 3)?.kind
    else { return }
    for index in open..<after {
      if let name = word(index), token(index + 1)?.isSign(":") != true {
        definitions[name] = .imported(file, name: name)
      }
    }
  }

  /// `import a, { b, c as d } from './file'`
  private func imported(at start: Int) {
    var names: [(local: String, name: String)] = []
    var index = start
    var isInBraces = false
    while let token = token(index), word(index) != "from" {
      if case .text = token.kind { return }
      if token.isSign("{") { isInBraces = true }
      if let name = word(index), name != "as", name != "type" {
        if word(index - 1) == "as" {
          names[names.count - 1].local = name
        } else {
          names.append((local: name, name: isInBraces ? name : ""))
        }
      }
      index += 1
    }
    guard case .text(let file)? = token(index + 1)?.kind else { return }
    for (local, name) in names { definitions[local] = .imported(file, name: name == "default" ? "" : name) }
  }
}
