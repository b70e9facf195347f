import DocgenSupport

/// The tables of a TOML text while it is read; lines in any order may add to one.
struct TOMLTables {
  private enum Value {
    case node(YAMLNode)
    case table(Int)
    case tables([Int])
  }

  private struct Table {
    var members: [(key: Located<String>, value: Value)] = []
    var indices: [String: Int] = [:]
    /// A header names it, so that no other may.
    var isNamed = false
    /// Keys with points made it, so that no header may name it.
    var isOfKeys = false
  }

  /// The table of the whole text.
  static let root = 0
  private var all = [Table()]

  /// Finds or makes the table that a header names.
  mutating func open(_ key: [Located<String>], isArray: Bool) throws(YAMLError) -> Int {
    var table = Self.root
    for part in key.dropLast() { table = try inner(part, of: table, isOfKeys: false) }
    guard let last = key.last else { return table }
    if isArray { return try append(last, to: table) }
    guard let index = all[table].indices[last.value] else {
      let new = make(last, in: table)
      all[new].isNamed = true
      return new
    }
    guard case .table(let found) = all[table].members[index].value, !all[found].isNamed, !all[found].isOfKeys else {
      throw Self.twice(last)
    }
    all[found].isNamed = true
    return found
  }

  /// Adds a table to the list of tables that a key names.
  private mutating func append(_ key: Located<String>, to table: Int) throws(YAMLError) -> Int {
    all.append(Table(isNamed: true))
    let new = all.count - 1
    guard let index = all[table].indices[key.value] else {
      add(key, .tables([new]), to: table)
      return new
    }
    guard case .tables(let tables) = all[table].members[index].value else { throw Self.twice(key) }
    all[table].members[index].value = .tables(tables + [new])
    return new
  }

  /// Sets the value of a key, of which points lead into tables.
  mutating func set(_ key: [Located<String>], _ value: YAMLNode, in table: Int) throws(YAMLError) {
    var table = table
    for part in key.dropLast() { table = try inner(part, of: table, isOfKeys: true) }
    guard let last = key.last else { return }
    guard all[table].indices[last.value] == nil else { throw Self.twice(last) }
    add(last, .node(value), to: table)
  }

  /// The table after a key; the last of several.
  private mutating func inner(_ key: Located<String>, of table: Int, isOfKeys: Bool) throws(YAMLError) -> Int {
    guard let index = all[table].indices[key.value] else {
      let new = make(key, in: table)
      all[new].isOfKeys = isOfKeys
      return new
    }
    switch all[table].members[index].value {
    case .table(let found):
      if isOfKeys, all[found].isNamed { throw Self.twice(key) }
      return found
    case .tables(let found):
      guard !isOfKeys, let last = found.last else { throw Self.twice(key) }
      return last
    case .node: throw Self.twice(key)
    }
  }

  private mutating func make(_ key: Located<String>, in table: Int) -> Int {
    all.append(Table())
    add(key, .table(all.count - 1), to: table)
    return all.count - 1
  }

  private mutating func add(_ key: Located<String>, _ value: Value, to table: Int) {
    all[table].indices[key.value] = all[table].members.count
    all[table].members.append((key, value))
  }

  private static func twice(_ key: Located<String>) -> YAMLError {
    YAMLError(YAMLTreeBuilder.messages.duplicateKey(key.value), at: key.span)
  }

  // MARK: Values

  /// The table of the whole text, whose place is given.
  func node(at span: SourceSpan) -> YAMLNode { YAMLNode(.mapping(members(of: Self.root)), at: span) }

  /// Tables nest no deeper than keys have parts, which are as many as a line has points.
  private func members(of table: Int) -> [YAMLMember] {
    all[table].members.map { key, value in
      switch value {
      case .node(let node): YAMLMember(key: key, value: node)
      case .table(let index): YAMLMember(key: key, value: mapping(index, after: key))
      case .tables(let indices):
        YAMLMember(key: key, value: Self.joined(.sequence(indices.map { mapping($0, after: key) }), key))
      }
    }
  }

  private func mapping(_ table: Int, after key: Located<String>) -> YAMLNode {
    Self.joined(.mapping(members(of: table)), key)
  }

  /// A collection with the place from its first part to its last; the key's end where it has none.
  private static func joined(_ content: YAMLNode.Content, _ key: Located<String>) -> YAMLNode {
    let spans: [SourceSpan] =
      switch content {
      case .mapping(let members): members.flatMap { [$0.key.span, $0.value.span] }
      case .sequence(let items): items.map(\.span)
      case .scalar: []
      }
    let start = spans.map(\.start).min() ?? key.span.end
    return YAMLNode(content, at: SourceSpan(start: start, end: spans.map(\.end).max() ?? key.span.end))
  }
}
