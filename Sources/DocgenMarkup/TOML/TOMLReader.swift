import DocgenSupport

/// What a TOML text holds, in the values of YAML.
struct TOMLDocument {
  /// The table of the whole text.
  var root: YAMLNode
  /// What is wrong, in the order of the text; the rest is read nevertheless.
  var errors: [YAMLError]
}

/// Reads TOML 1.0 into values with spans.
///
/// Numbers, truth values and times are plain texts, as in YAML; all other texts are quoted ones. A line that cannot be read
/// is an error, and passed over.
struct TOMLReader: MessageSource {
  struct Messages: MessageSet {
    let restOfLine = PlainMessage("write what follows the value on a line of its own")
    let openName = PlainMessage("the closing ']' of the table's name is missing; add it")
    let nesting = PlainMessage("lists and tables nest too deeply here; write them flat")
    let openList = PlainMessage("the list has no closing ']'; add it")
    let noMember = PlainMessage("write what stands in the table as 'key = value'")
    let openTable = PlainMessage("the table has no closing '}}'; add it")
  }

  private var cursor: TOMLCursor
  private var tables = TOMLTables()
  private var errors: [YAMLError] = []

  /// Reads a part of a file; spans count from the start of the file.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  static func read(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> TOMLDocument {
    var reader = TOMLReader(cursor: TOMLCursor(bytes, in: range))
    reader.readLines()
    reader.errors.sort { $0.span.start < $1.span.start }
    return TOMLDocument(root: reader.tables.node(at: SourceSpan(range)), errors: reader.errors)
  }

  private init(cursor: TOMLCursor) { self.cursor = cursor }

  private mutating func readLines() {
    var current = TOMLTables.root
    while true {
      cursor.skipLines()
      guard !cursor.isAtEnd else { return }
      do throws(YAMLError) {
        if cursor.byte == UInt8(ascii: "[") {
          current = try readHeader()
        } else {
          try readEntry(into: current)
        }
        cursor.skipSpace()
        guard cursor.isAtLineEnd else {
          throw YAMLError(Self.messages.restOfLine, at: cursor.restOfLine)
        }
      } catch {
        errors.append(error)
        cursor.skipLine()
      }
    }
  }

  /// `[a.b]` or `[[a.b]]`: the table that the lines below belong to.
  private mutating func readHeader() throws(YAMLError) -> Int {
    let start = cursor.index
    cursor.advance()
    let isArray = cursor.take(UInt8(ascii: "["))
    cursor.skipSpace()
    let key = try cursor.readKey()
    cursor.skipSpace()
    guard cursor.take(UInt8(ascii: "]")), !isArray || cursor.take(UInt8(ascii: "]")) else {
      throw YAMLError(Self.messages.openName, at: cursor.place(from: start))
    }
    return try tables.open(key, isArray: isArray)
  }

  /// `key = value`.
  private mutating func readEntry(into table: Int) throws(YAMLError) {
    let start = cursor.index
    let key = try cursor.readKey()
    cursor.skipSpace()
    guard cursor.take(UInt8(ascii: "=")) else {
      throw YAMLError(TOMLCursor.messages.noKey, at: cursor.place(from: start))
    }
    cursor.skipSpace()
    try tables.set(key, try readValue(depth: 0), in: table)
  }

  // MARK: Values

  private mutating func readValue(depth: Int) throws(YAMLError) -> YAMLNode {
    guard depth < Limits.yamlNesting else {
      throw YAMLError(Self.messages.nesting, at: cursor.place(from: cursor.index))
    }
    switch cursor.byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return try cursor.readText()
    case UInt8(ascii: "["): return try readArray(depth)
    case UInt8(ascii: "{"): return try readInlineTable(depth)
    default: return try cursor.readPlain()
    }
  }

  private mutating func readArray(_ depth: Int) throws(YAMLError) -> YAMLNode {
    let start = cursor.index
    cursor.advance()
    var items: [YAMLNode] = []
    while true {
      cursor.skipLines()
      if cursor.take(UInt8(ascii: "]")) { break }
      guard !cursor.isAtEnd else {
        throw YAMLError(Self.messages.openList, at: SourceSpan(start..<start + 1))
      }
      items.append(try readValue(depth: depth + 1))
      cursor.skipLines()
      if cursor.take(UInt8(ascii: ",")) { continue }
      guard cursor.byte == UInt8(ascii: "]") else {
        throw YAMLError(Self.messages.openList, at: SourceSpan(start..<start + 1))
      }
    }
    return YAMLNode(.sequence(items), at: SourceSpan(start..<cursor.index))
  }

  private mutating func readInlineTable(_ depth: Int) throws(YAMLError) -> YAMLNode {
    let start = cursor.index
    cursor.advance()
    var inner = TOMLTables()
    cursor.skipSpace()
    while !cursor.take(UInt8(ascii: "}")) {
      let key = try cursor.readKey()
      cursor.skipSpace()
      guard cursor.take(UInt8(ascii: "=")) else {
        throw YAMLError(Self.messages.noMember, at: key[0].span)
      }
      cursor.skipSpace()
      try inner.set(key, try readValue(depth: depth + 1), in: TOMLTables.root)
      cursor.skipSpace()
      if cursor.take(UInt8(ascii: ",")) {
        cursor.skipSpace()
      } else if cursor.byte != UInt8(ascii: "}") {
        throw YAMLError(Self.messages.openTable, at: SourceSpan(start..<start + 1))
      }
    }
    return inner.node(at: SourceSpan(start..<cursor.index))
  }
}
