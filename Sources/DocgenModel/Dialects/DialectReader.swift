import DocgenMarkup
import DocgenSupport

/// Reads the files that a dialect is made of into it; what is wrong becomes a problem, and reading goes on.
struct DialectReader {
  private enum Key: String, CaseIterable {
    case title, extends, detect, keys, kinds, publishing, headings, emphasis, files, links, words, tokens
  }

  private(set) var dialect: Dialect
  private var tokens = TokenReader()
  private var errors: [YAMLError] = []
  private var hasTitle = false
  private var saysOrigin = false
  private var anchorKeys: Set<String> = []

  init(name: String) { dialect = Dialect(name: name) }

  /// Adds what a file says and none before it does.
  mutating func read(_ file: SourceFile, name: String) {
    let document = YAMLReader.read(file.bytes)
    errors = document.errors
    dialect.names.append(name)
    for (member, key) in members(of: document.root, Key.self, "the dialect") {
      read(member, key, file)
    }
    dialect.tokens = tokens.tokenSet
    let lines = LineTable(file.bytes)
    dialect.problems += errors.sorted { $0.span.start < $1.span.start }.map {
      FileProblem(path: file.path, position: lines.position(of: $0.span.start), message: $0.description)
    }
  }

  /// The names of the dialects that a file extends.
  static func parents(of file: SourceFile) -> [String] {
    let node = YAMLReader.read(file.bytes).root?[Key.extends.rawValue]
    return (node?.items ?? node.map { [$0] } ?? []).compactMap { $0.text?.value }
  }

  private mutating func read(_ member: YAMLMember, _ key: Key, _ file: SourceFile) {
    let node = member.value
    switch key {
    case .title:
      if !hasTitle { dialect.title = text(member) ?? "" }
      hasTitle = true
    case .extends: _ = texts(member)
    // What shows a dialect shows none of those that it extends.
    case .detect: if dialect.names.count == 1 { readEvidence(node) }
    case .keys:
      for (member, role) in members(of: node, DialectKeys.Role.self, "'keys'") {
        dialect.keys.add(texts(member), to: role)
      }
    case .kinds:
      for member in node.members ?? [] {
        if member.value.members == nil { report("write the kinds as lines 'value: kind'", at: member.key.span) }
        dialect.kinds.append(KindTable(key: member.key.value, member.value))
      }
    case .publishing: errors += dialect.publishing.read(node)
    case .headings: readHeadings(node)
    case .emphasis:
      if text(member) == "loose" {
        dialect.hasLooseEmphasis = true
      } else {
        report("'emphasis' must be 'loose'", at: node.span)
      }
    case .files: readFiles(node)
    case .links: readLinks(node)
    case .words: readWords(node)
    case .tokens:
      tokens.read(node)
      errors += tokens.takeErrors()
    }
  }

  // MARK: Parts

  private enum EvidenceKey: String, CaseIterable { case keys, files, texts, lines }

  private mutating func readEvidence(_ node: YAMLNode) {
    for (member, key) in members(of: node, EvidenceKey.self, "'detect'") {
      switch key {
      case .keys: dialect.evidence.keys += texts(member)
      case .files: dialect.evidence.files += texts(member).map { $0.lowercased() }
      case .texts: dialect.evidence.texts += texts(member)
      case .lines: dialect.evidence.lines += texts(member)
      }
    }
  }

  private enum HeadingKey: String, CaseIterable { case ids, anchors }
  private enum AnchorKey: String, CaseIterable {
    case space, kept, spaces, letters, terms, empty
    case joinsSpaces = "joins-spaces"
    case startsWithLetter = "starts-with-letter"
    case beforeDigit = "before-digit"
    case numberSeparator = "number-separator"
    case firstNumber = "first-number"
    case wordAnchors = "word-anchors"
  }

  private mutating func readHeadings(_ node: YAMLNode) {
    for (member, key) in members(of: node, HeadingKey.self, "'headings'") {
      switch key {
      case .ids:
        for item in member.value.items ?? [member.value] {
          guard let text = item.text, let syntax = HeadingIDSyntax(text.value) else {
            report("write how an id stands in a heading as its marks with '…' between, such as '{…}'", at: item.span)
            continue
          }
          if !dialect.headingIDs.contains(syntax) { dialect.headingIDs.append(syntax) }
        }
      case .anchors:
        for (member, key) in members(of: member.value, AnchorKey.self, "'anchors'")
        where anchorKeys.insert(key.rawValue).inserted {
          readAnchors(member, key)
        }
      }
    }
  }

  private mutating func readAnchors(_ member: YAMLMember, _ key: AnchorKey) {
    guard let text = text(member) else { return }
    switch key {
    case .space: dialect.anchors.space = text.unicodeScalars.first ?? dialect.anchors.space
    case .kept: dialect.anchors.kept = Array(text.unicodeScalars)
    case .spaces: dialect.anchors.spaces = Array(text.unicodeScalars)
    case .letters:
      if let letters = AnchorStyle.Letters(rawValue: text) {
        dialect.anchors.letters = letters
      } else {
        report("'letters' must be 'all', 'ascii' or 'unaccented'", at: member.value.span)
      }
    case .terms: dialect.anchors.namesTerms = truth(member)
    case .empty: dialect.anchors.empty = text
    case .wordAnchors: dialect.anchors.knowsWordAnchors = truth(member)
    case .joinsSpaces: dialect.anchors.joinsSpaces = truth(member)
    case .startsWithLetter: dialect.anchors.startsWithLetter = truth(member)
    case .beforeDigit: dialect.anchors.beforeDigit = text
    case .numberSeparator: dialect.anchors.numberSeparator = text
    case .firstNumber:
      if let number = Int(text), (0...9).contains(number) {
        dialect.anchors.firstNumber = number
      } else {
        report("'first-number' must be a digit", at: member.value.span)
      }
    }
  }

  private enum FileKey: String, CaseIterable {
    case index, fragments
    case leftOut = "left-out"
    case freeLines = "free-lines"
  }

  private mutating func readFiles(_ node: YAMLNode) {
    for (member, key) in members(of: node, FileKey.self, "'files'") {
      switch key {
      case .index:
        for name in texts(member).map(DialectFiles.name) where !dialect.files.indexNames.contains(name) {
          dialect.files.indexNames.append(name)
        }
      case .leftOut: dialect.files.leftOut += texts(member).map(FilePattern.init)
      case .fragments: dialect.files.fragments += texts(member).map(FilePattern.init)
      case .freeLines: dialect.files.freeLines += texts(member).map(FilePattern.init)
      }
    }
  }

  private enum LinkKey: String, CaseIterable {
    case roots, folders, schemes, aliases, hosts, names
    case countFrom = "count-from"
  }

  private mutating func readLinks(_ node: YAMLNode) {
    for (member, key) in members(of: node, LinkKey.self, "'links'") {
      switch key {
      case .roots: dialect.links.roots += texts(member)
      case .folders:
        for folder in member.value.members ?? [] {
          dialect.links.folders.append((LinkRoot(folder.key.value), folder.value.text?.value ?? ""))
        }
      case .schemes: dialect.links.schemes += texts(member).map { $0.lowercased() }
      case .aliases: dialect.links.aliases += texts(member)
      case .names:
        for name in member.value.members ?? [] {
          dialect.links.names.append((name.key.value, name.value.text?.value ?? ""))
        }
      case .hosts: dialect.links.hosts += texts(member).map { $0.lowercased() }
      case .countFrom:
        guard let text = text(member) else { continue }
        if text != "file", text != "address" {
          report("'count-from' must be 'file' or 'address'", at: member.value.span)
        } else if !saysOrigin {
          dialect.links.countFromAddress = text == "address"
          saysOrigin = true
        }
      }
    }
  }

  private mutating func readWords(_ node: YAMLNode) {
    for (member, part) in members(of: node, Vocabulary.Part.self, "'words'") {
      var table = VocabularyTable()
      table.read(member.value, allowsTwoMeanings: true, problems: &errors)
      dialect.words[part, default: VocabularyTable()].add(table)
    }
  }

  // MARK: Values

  private mutating func report(_ text: String, at span: SourceSpan) {
    errors.append(YAMLError(english: text, at: span))
  }

  /// The members whose keys are known.
  private mutating func members<Key: RawRepresentable<String> & CaseIterable>(
    of node: YAMLNode?, _: Key.Type, _ what: String
  ) -> [(YAMLMember, Key)] {
    guard let node, !node.isNull else { return [] }
    guard let members = node.members else {
      report("\(what) must be lines 'key: value'", at: node.span)
      return []
    }
    return members.compactMap { member in
      if let key = Key(rawValue: member.key.value) { return (member, key) }
      let known = Key.allCases.map(\.rawValue)
      let hint =
        Suggestions.nearest(to: member.key.value, among: known).map { "did you mean '\($0)'?" }
        ?? "known are \(known.joined(separator: ", "))"
      report("the key '\(member.key.value)' is not known in \(what); \(hint)", at: member.key.span)
      return nil
    }
  }

  private mutating func text(_ member: YAMLMember) -> String? {
    if let text = member.value.text?.value { return text }
    report("'\(member.key.value)' must be a text", at: member.key.span)
    return nil
  }

  /// A list of texts; one may stand without a list.
  private mutating func texts(_ member: YAMLMember) -> [String] {
    (member.value.items ?? [member.value]).compactMap { item in
      if let text = item.text?.value { return text }
      report("'\(member.key.value)' must be a list of texts", at: item.span)
      return nil
    }
  }

  private mutating func truth(_ member: YAMLMember) -> Bool {
    guard let text = member.value.text?.value, text == "true" || text == "false" else {
      report("'\(member.key.value)' must be true or false", at: member.key.span)
      return false
    }
    return text == "true"
  }
}
