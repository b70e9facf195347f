import DocgenMarkup
import DocgenSupport

/// Reads the section `tokens:` of a dialect, and of those that it extends, into syntaxes.
///
/// What the first says of a syntax or name goes before what the others do.
struct TokenReader {
  private var syntaxes: [String: TokenSyntax] = [:]
  private var known: [String: Set<String>] = [:]
  private var errors: [YAMLError] = []

  /// What is wrong with the files that were read since the last call.
  mutating func takeErrors() -> [YAMLError] {
    defer { errors = [] }
    return errors
  }

  /// What was read.
  var tokenSet: TokenSet {
    TokenSet(
      syntaxes.values.map {
        var syntax = $0
        syntax.indexNames()
        return syntax
      })
  }

  private enum Key: String, CaseIterable {
    case form, open, close, arguments, options, end, contains, tight, word, only, unknown, names
  }

  /// Adds what a file says and none before it does.
  mutating func read(_ node: YAMLNode) {
    for member in node.members ?? [] {
      let name = member.key.value
      // A dialect may do without what another has.
      if member.value.isNull, syntaxes[name] == nil {
        known[name] = ["*"]
        continue
      }
      if known[name]?.contains("*") ?? false { continue }
      var syntax = syntaxes[name] ?? TokenSyntax(name: name)
      for (member, key) in members(of: member.value, Key.self) { read(member, key, &syntax) }
      syntaxes[name] = syntax
    }
  }

  private mutating func read(_ member: YAMLMember, _ key: Key, _ syntax: inout TokenSyntax) {
    let isNew = known[syntax.name, default: []].insert(key.rawValue).inserted
    if key == .names {
      for member in member.value.members ?? [] {
        let meaning = meaning(member.value)
        for name in member.key.value.split(separator: ",").map({ Self.trimmed($0).lowercased() })
        where syntax.meanings[name] == nil {
          syntax.meanings[name] = meaning
        }
      }
      return
    }
    guard isNew else { return }
    if key == .unknown {
      syntax.unknown = meaning(member.value)
      return
    }
    guard let text = text(member) else { return }
    switch key {
    case .form: syntax.form = choice(text, member) ?? .span
    case .arguments: syntax.arguments = choice(text, member) ?? .words
    case .open: syntax.open = Array(text.utf8)
    case .close: syntax.close = Array(text.utf8)
    case .contains: syntax.signs = Array(text.utf8)
    case .options: syntax.hasOptions = text == "indented"
    case .tight: syntax.isTight = text == "true"
    case .word: syntax.isWord = text == "true"
    case .only: syntax.readsKnownOnly = text == "known"
    case .end:
      for part in text.split(separator: " ") {
        if part == "bare" {
          syntax.ending.isBare = true
        } else if part.hasPrefix("…") {
          syntax.ending.suffix = Array(part.dropFirst().utf8)
        } else {
          syntax.ending.prefix = Array((part.hasSuffix("…") ? part.dropLast() : part).utf8)
        }
      }
    case .names, .unknown: break
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.utf8.first == 0x20 { text.removeFirst() }
    while text.utf8.last == 0x20 { text.removeLast() }
    return String(text)
  }

  // MARK: Meanings

  private enum MeaningKey: String, CaseIterable {
    case show, kind, text, prose, target, anchor, to, replace, code, aside, format, words, alone
  }

  /// A word for what is shown, or lines that say more.
  private mutating func meaning(_ node: YAMLNode) -> TokenMeaning {
    var meaning = TokenMeaning()
    if let text = node.text {
      meaning.display = display(text.value, at: node.span)
      return meaning
    }
    for (member, key) in members(of: node, MeaningKey.self) {
      switch key {
      case .show: if let text = text(member) { meaning.display = display(text, at: member.value.span) }
      case .kind: meaning.kind = text(member) ?? ""
      case .text: meaning.texts = texts(member.value).map(TokenMeaning.Argument.init)
      case .prose: meaning.prose = texts(member.value).map(TokenMeaning.Argument.init)
      case .target: meaning.target = text(member).map(TokenMeaning.Argument.init)
      case .anchor: meaning.anchor = text(member).map(TokenMeaning.Argument.init)
      case .to: meaning.routes = routes(member.value)
      case .replace:
        for member in member.value.members ?? [] {
          guard let from = member.key.value.utf8.first else { continue }
          meaning.replacements.append((from, Array((member.value.text?.value ?? "").utf8)))
        }
      case .code: meaning.isCode = text(member) == "true"
      case .aside: meaning.isAside = text(member) == "true"
      case .alone: meaning.standsAlone = text(member) == "true"
      case .format: meaning.format = text(member) ?? ""
      case .words:
        for word in member.value.members ?? [] {
          for language in word.value.members ?? [] {
            meaning.words[word.key.value.lowercased(), default: [:]][language.key.value] = language.value.text?.value
          }
        }
      }
    }
    return meaning
  }

  private mutating func routes(_ node: YAMLNode) -> [TokenMeaning.Route] {
    guard let members = node.members else { return [TokenMeaning.Route(form: "*", addresses: texts(node))] }
    return members.map { TokenMeaning.Route(form: $0.key.value, addresses: texts($0.value)) }
  }

  private mutating func display(_ text: String, at span: SourceSpan) -> TokenMeaning.Display {
    if let display = TokenMeaning.Display(rawValue: text) { return display }
    report(Self.hint(text, TokenMeaning.Display.allCases.map(\.rawValue)), at: span)
    return .nothing
  }

  // MARK: Values

  private mutating func report(_ text: String, at span: SourceSpan) {
    errors.append(YAMLError(english: text, at: span))
  }

  private static func hint(_ text: String, _ known: [String]) -> String {
    let hint =
      Suggestions.nearest(to: text, among: known).map { "did you mean '\($0)'?" }
      ?? "known are \(known.joined(separator: ", "))"
    return "'\(text)' is not known in 'tokens'; \(hint)"
  }

  private mutating func members<Key: RawRepresentable<String> & CaseIterable>(
    of node: YAMLNode, _: Key.Type
  ) -> [(YAMLMember, Key)] {
    guard let members = node.members else {
      report("write lines 'key: value' here", at: node.span)
      return []
    }
    return members.compactMap { member in
      if let key = Key(rawValue: member.key.value) { return (member, key) }
      report(Self.hint(member.key.value, Key.allCases.map(\.rawValue)), at: member.key.span)
      return nil
    }
  }

  private mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ text: String, _ member: YAMLMember
  ) -> Choice? {
    if let choice = Choice(rawValue: text) { return choice }
    report(Self.hint(text, Choice.allCases.map(\.rawValue)), at: member.value.span)
    return nil
  }

  private mutating func text(_ member: YAMLMember) -> String? {
    if let text = member.value.text?.value { return text }
    report("'\(member.key.value)' must be a text", at: member.key.span)
    return nil
  }

  private func texts(_ node: YAMLNode) -> [String] { (node.items ?? [node]).compactMap { $0.text?.value } }
}
