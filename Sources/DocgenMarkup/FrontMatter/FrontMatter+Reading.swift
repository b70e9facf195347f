import DocgenSupport

extension FrontMatter {
  /// All that says what is wrong with front matter.
  public static let messageSources: [any MessageSource.Type] = [
    FrontMatterProblems.self, LenientFrontMatter.self, EnglishText.self, YAMLRefusal.self, YAMLTreeBuilder.self,
    TOMLCursor.self, TOMLReader.self,
  ]
}

/// What is told of front matter as a whole.
enum FrontMatterProblems: MessageSource {
  struct Messages: MessageSet {
    let noKeys = PlainMessage("the front matter has no keys; write it as lines 'key: value'")
    let unclosedTOML = PlainMessage(
      "the closing '+++' of the front matter is missing; put a line '+++' before the text")
    let unclosedYAML = PlainMessage(
      "the closing '---' of the front matter is missing; put a line '---' before the text")
  }
}

extension FrontMatter {
  /// Reads the front matter of a page; a page without one has no entries and no problems.
  ///
  /// What is not plainly simple is read by libyaml, and what libyaml refuses line by line.
  public static func read(_ bytes: [UInt8]) -> FrontMatter {
    bytes.withUnsafeBufferPointer { read($0) }
  }

  private static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> FrontMatter {
    guard var bounds = FrontMatterBounds.find(bytes) else { return readOther(bytes) ?? absent(bytes) }
    // A text of headings and of lines such as 'Note: …' is YAML too.
    if bounds.hasHeading, let unclosed = unclosedBounds(bytes, bounds), bounds.isDoubtful(bytes, against: unclosed),
      !holdsKeysAlone(bytes, bounds)
    {
      bounds = unclosed
    }
    let document = yaml(bytes, bounds.content)
    var problems = document.errors.map(Problem.init)
    if document.failure == nil {
      if !bounds.isClosed { problems.append(unclosedProblem(bounds)) }
      guard let root = document.root, !root.isNull else { return FrontMatter(bounds, [], problems) }
      if let members = root.members { return FrontMatter(bounds, members.map(entry), problems) }
      problems = [Problem(FrontMatterProblems.messages.noKeys, at: root.span)]
    }
    return readRefused(bytes, bounds, problems)
  }

  /// Whether all between two lines of dashes is YAML with keys of one word, and no rule or underline follows: before a rule
  /// stands a blank line.
  private static func holdsKeysAlone(_ bytes: UnsafeBufferPointer<UInt8>, _ bounds: FrontMatterBounds) -> Bool {
    var last = bounds.content.lowerBound..<bounds.content.lowerBound
    var lines = FrontMatterLines(bytes, in: bounds.content)
    while let line = lines.nextLine() { last = line }
    guard !bytes.isWhitespace(last) else { return false }
    let document = yaml(bytes, bounds.content)
    guard document.failure == nil, document.errors.isEmpty, let members = document.root?.members else { return false }
    return members.allSatisfy { !$0.key.value.utf8.contains(0x20) }
  }

  /// Reads TOML, JSON, or YAML below a comment or blank lines; `nil` if the page has none of them.
  private static func readOther(_ bytes: UnsafeBufferPointer<UInt8>) -> FrontMatter? {
    let start = FrontMatterBounds.hasByteOrderMark(bytes) ? 3 : 0
    guard start < bytes.count else { return nil }
    switch bytes[start] {
    case UInt8(ascii: "+"): return FrontMatterBounds.findTOML(bytes, from: start).map { toml(bytes, $0) }
    case UInt8(ascii: "{"):
      guard let bounds = FrontMatterBounds.findJSON(bytes, from: start) else { return nil }
      return mapping(bytes, bounds, .json)
    case UInt8(ascii: "<"), 0x20, 0x09, 0x0A, 0x0D:
      guard let below = FrontMatterBounds.endOfComments(bytes, from: start) else { return nil }
      if bytes[below] == UInt8(ascii: "+") {
        return FrontMatterBounds.findTOML(bytes, from: below).map { toml(bytes, $0) }
      }
      guard let bounds = FrontMatterBounds.find(bytes, from: below), bounds.isClosed,
        !FrontMatterBounds.hasParagraphs(bytes, bounds.content)
      else { return nil }
      return mapping(bytes, bounds, .yaml)
    default: return nil
    }
  }

  private static func toml(_ bytes: UnsafeBufferPointer<UInt8>, _ bounds: FrontMatterBounds) -> FrontMatter {
    let document = TOMLReader.read(bytes, in: bounds.content)
    var problems = document.errors.map(Problem.init)
    if !bounds.isClosed {
      let message = FrontMatterProblems.messages.unclosedTOML
      problems.append(Problem(message, at: SourceSpan(at: Int32(truncatingIfNeeded: bounds.bodyStart))))
    }
    var frontMatter = FrontMatter(bounds, (document.root.members ?? []).map(entry), problems)
    frontMatter.format = .toml
    return frontMatter
  }

  /// What libyaml takes for a mapping; `nil` for all else.
  private static func mapping(
    _ bytes: UnsafeBufferPointer<UInt8>, _ bounds: FrontMatterBounds, _ format: Format
  ) -> FrontMatter? {
    let document = yaml(bytes, bounds.content)
    guard let members = document.root?.members, !members.isEmpty, document.failure == nil else { return nil }
    var frontMatter = FrontMatter(bounds, members.map(entry), document.errors.map(Problem.init))
    frontMatter.format = format
    return frontMatter
  }

  private static func yaml(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> YAMLDocument {
    let text = UnsafeBufferPointer(rebasing: bytes[range])
    return SimpleYAML.read(text, startingAt: range.lowerBound) ?? YAMLReader.read(text, startingAt: range.lowerBound)
  }

  /// Reads what libyaml does not take for a mapping.
  private static func readRefused(
    _ bytes: UnsafeBufferPointer<UInt8>, _ bounds: FrontMatterBounds, _ problems: [Problem]
  ) -> FrontMatter {
    guard bounds.isClosed else { return readLeniently(bytes, bounds, problems) }
    if let unclosed = unclosedBounds(bytes, bounds) {
      guard bounds.isDoubtful(bytes, against: unclosed) else { return readLeniently(bytes, bounds, problems) }
      let document = yaml(bytes, unclosed.content)
      let problems = document.errors.map(Problem.init)
      guard let members = document.root?.members else { return readLeniently(bytes, unclosed, problems) }
      return FrontMatter(unclosed, members.map(entry), problems + [unclosedProblem(unclosed)])
    }
    // A rule, then paragraphs and another rule: the page's text, not its front matter.
    guard !FrontMatterBounds.hasParagraphs(bytes, bounds.content) else { return absent(bytes) }
    return readLeniently(bytes, bounds, problems)
  }

  private static func readLeniently(
    _ bytes: UnsafeBufferPointer<UInt8>, _ bounds: FrontMatterBounds, _ problems: [Problem]
  ) -> FrontMatter {
    var reader = LenientFrontMatter(bytes)
    reader.read(bounds.content)
    var all = problems + reader.problems
    if !bounds.isClosed { all.append(unclosedProblem(bounds)) }
    // Few are at one place, and only those are spelled out to be compared.
    all.sort { first, second in
      first.span.start != second.span.start
        ? first.span.start < second.span.start : first.message.description < second.message.description
    }
    // Both ways of reading may find the same.
    var distinct: [Problem] = []
    distinct.reserveCapacity(all.count)
    for problem in all where problem != distinct.last { distinct.append(problem) }
    return FrontMatter(bounds, reader.entries, distinct)
  }

  private static func unclosedBounds(
    _ bytes: UnsafeBufferPointer<UInt8>, _ bounds: FrontMatterBounds
  ) -> FrontMatterBounds? {
    FrontMatterBounds.findUnclosed(bytes, start: bounds.start, contentStart: bounds.content.lowerBound)
  }

  private static func absent(_ bytes: UnsafeBufferPointer<UInt8>) -> FrontMatter {
    let bodyStart: Int32 = FrontMatterBounds.hasByteOrderMark(bytes) ? 3 : 0
    return FrontMatter(span: nil, bodyStart: bodyStart, entries: [], problems: [])
  }

  private static func unclosedProblem(_ bounds: FrontMatterBounds) -> Problem {
    let message = FrontMatterProblems.messages.unclosedYAML
    return Problem(message, at: SourceSpan(bounds.bodyStart..<bounds.bodyStart))
  }

  private static func entry(_ member: YAMLMember) -> Entry { Entry(key: member.key, value: Value(member.value)) }

  private init(_ bounds: FrontMatterBounds, _ entries: [Entry], _ problems: [Problem]) {
    self.init(
      span: SourceSpan(bounds.start..<bounds.end), bodyStart: Int32(truncatingIfNeeded: bounds.bodyStart),
      entries: entries, problems: problems)
  }
}

extension FrontMatter.Value {
  /// The value that a node of YAML is.
  public init(_ node: YAMLNode) {
    switch node.content {
    case .scalar(let scalar):
      self =
        scalar.isNull
        ? .null(node.span) : .scalar(Located(scalar.text, at: node.span), isQuoted: scalar.style != .plain)
    case .sequence(let items):
      var texts: [Located<String>] = []
      texts.reserveCapacity(items.count)
      for item in items {
        guard let scalar = item.scalar else {
          self = .nested(node)
          return
        }
        texts.append(Located(scalar.isNull ? "" : scalar.text, at: item.span))
      }
      self = .list(texts, node.span)
    case .mapping:
      self = .nested(node)
    }
  }
}

extension FrontMatter.Problem {
  init(_ error: YAMLError) {
    self.init(error.message, at: error.span)
  }
}
