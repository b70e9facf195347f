import DocgenMarkup
import DocgenSupport

/// What tokens of a page say that no language may change.
struct TokenKeys {
  let tokens: [Token]
  let names: [String]
  let keys: [String]
  /// The hash of all that each says, shown text as well.
  let texts: [UInt64]
  /// The section of each; -1 before the first.
  let sections: [Int]
  /// The numbers of those that are blocks or stand around such, and of the others.
  let blocks: [Int]
  let inline: [Int]
  let isInline: [Bool]

  /// Whether a token ends a block whose start is known.
  func isEndOfBlock(_ index: Int) -> Bool { tokens[index].role == .end && tokens[index].partner != nil }

  /// Reads the tokens of a page.
  ///
  /// - Parameters:
  ///   - page: The page.
  ///   - original: The page that it is a translation of.
  ///   - heading: Says what an argument names that names a heading, by the source's anchor; `nil` if that is none.
  init(_ page: LocalizedPage, translationOf original: LocalizedPage? = nil, heading: (String) -> String?) {
    let document = page.document
    tokens = document.tokens
    let syntaxes = document.tokenSet?.syntaxes ?? []
    let values = TokenValues(document, translationOf: original?.document)
    texts = tokens.map { FNVHash.hash(page.source.bytes[$0.span.range]) }
    names = tokens.map { token in
      "\(syntaxes[token.syntax].name) \(token.role == .end ? "/" : "")\(token.name.lowercased())"
    }
    let ownKeys = zip(tokens, names).map { token, name in
      name + "(" + Self.arguments(token, values, document, heading).joined(separator: "|") + ")"
    }
    // An end that has no name is that of its start alone.
    keys = zip(tokens, ownKeys).map { token, key in
      guard token.role == .end, token.name.isEmpty, let start = token.partner else { return key }
      return key + ownKeys[start]
    }
    var section = -1
    sections = tokens.map { token in
      while section + 1 < page.facts.sections.count, page.facts.sections[section + 1].span.start <= token.span.start {
        section += 1
      }
      return section
    }
    let isBlock = tokens.map { token in
      if document.isFootnote(token) { return false }
      switch syntaxes[token.syntax].form {
      case .line, .indented, .heading, .tag: return true
      // The order of statements says nothing.
      case .statement: return false
      case .span, .bracket, .footnote:
        return token.role == .end || (token.meaning.display.isOfBlocks && !token.meaning.standsAlone)
          || document.isBlock(token)
      }
    }
    blocks = tokens.indices.filter { isBlock[$0] }
    inline = tokens.indices.filter { !isBlock[$0] }
    isInline = isBlock.map { !$0 }
  }

  /// The arguments that are not shown text; those with names in the order of these.
  private static func arguments(
    _ token: Token, _ values: TokenValues, _ document: Document, _ heading: (String) -> String?
  ) -> [String] {
    var position = -1
    var named: [String] = []
    var others: [String] = []
    for argument in token.arguments {
      if argument.name == nil { position += 1 }
      if token.meaning.isProse(argument, at: position) { continue }
      var value = token.meaning.display == .math ? formula(argument.value) : plain(argument.value)
      if token.meaning.display != .math { value = values.compared(value, of: token, in: document) }
      if token.meaning.namesHeading(argument, at: position) { value = heading(argument.value) ?? "" }
      // Two ways to write one address are the same.
      if token.meaning.display == .link, token.meaning.isTarget(argument, at: position),
        let address = token.meaning.addresses(of: value).first
      {
        value = address.lowercased()
      }
      if let name = argument.name { named.append(name + "=" + value) } else { others.append(value) }
    }
    return others + named.sorted()
  }

  /// A value with single spaces and its character references as the characters that nearly all of them are.
  static func plain(_ value: String) -> String {
    var value = value
    if value.utf8.contains(UInt8(ascii: "&")) {
      for (reference, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
        var parts: [Substring] = []
        var rest = value[...]
        while let found = ByteSearch.firstIndex(of: Array(reference.utf8), in: Array(rest.utf8), from: 0) {
          let start = rest.utf8.index(rest.startIndex, offsetBy: found)
          parts.append(rest[..<start])
          rest = rest[rest.utf8.index(start, offsetBy: reference.utf8.count)...]
        }
        value = (parts + [rest]).joined(separator: character)
      }
    }
    return value.utf8.split(whereSeparator: { $0 <= 0x20 }).map { String(decoding: $0, as: UTF8.self) }
      .joined(separator: " ")
  }

  /// A formula without spaces, and without the words in it.
  private static func formula(_ value: String) -> String {
    var result: [UInt8] = []
    let bytes = Array(value.utf8)
    var index = 0
    while index < bytes.count {
      if bytes[index...].starts(with: Array("\\text{".utf8)),
        let end = bytes[index...].firstIndex(of: UInt8(ascii: "}"))
      {
        index = end + 1
        continue
      }
      if bytes[index] > 0x20 { result.append(bytes[index]) }
      // A command ends where a space stands.
      if bytes[index] <= 0x20, index > 0, bytes[index - 1] == UInt8(ascii: "\\") { result.append(0x20) }
      index += 1
    }
    return String(decoding: result, as: UTF8.self)
  }
}
