import DocgenSupport

/// Finds the templates of messages in Swift sources: what the program can say, whether or not a test makes it say so.
///
/// A literal is a message where it reads as a sentence, unless it goes to a call that is known to take something else;
/// and where it stands for a `Message`: after that type, within another message, or as the argument of `text`. So a
/// new message is found without being listed anywhere.
package struct MessageScanner {
  /// The folders and files that are scanned; others hold no messages, or such as are not translated.
  private static let sources = [
    "DocgenCommand/Adoption", "DocgenCommand/Commands/LintCommand.swift", "DocgenCommand/Commands/LintRun.swift",
    "DocgenCommand/Commands/FixRun.swift",
    "DocgenCommand/Configuration/ConfigurationKey+Words.swift", "DocgenCommand/Setup/FirstPage.swift",
    "DocgenCommand/Reporters", "DocgenLint",
    "DocgenCommand/Project/ProjectNotice.swift", "DocgenMarkup/FrontMatter", "DocgenMarkup/TOML", "DocgenMarkup/YAML",
    "DocgenSupport/Files/SkippedEntry+Message.swift",
    "DocgenModel/Suppressions", "DocgenSupport/Messages",
  ]
  /// Files among them that write for other commands, or what is no text.
  private static let otherFiles = [
    "DifferenceReporter.swift", "MissingWordsReporter.swift", "StatsTableReporter.swift",
  ]
  /// Calls and patterns whose texts are no messages: errors of the configuration, help, parts of a format.
  private static let otherCalls = [
    ".configuration", ".failure", "Rule", "CommandDescription", ".init", "case", "precondition", ".starts",
    ".hasPrefix",
    "output.write", "buffer.append", "writer.begin",
  ]

  private let bytes: [UInt8]
  private var index = 0
  /// The open brackets, each with the word before it.
  private var open: [(bracket: UInt8, word: String)] = []
  private var lastClosed = ""
  /// The number of open brackets around each place that takes a message, and whether it ends with its statement.
  private var regions: [(depth: Int, endsWithStatement: Bool)] = []
  private var templates: [String] = []

  /// The templates of all messages of the program, by the files that they stand in.
  package static func templates(of packageFolder: String) throws -> [String: [String]] {
    var result: [String: [String]] = [:]
    for source in sources {
      for path in try files(packageFolder + "/Sources/" + source) where !otherFiles.contains(where: path.hasSuffix) {
        var scanner = MessageScanner(try FileSystem.read(path))
        scanner.scan()
        result[path] = scanner.templates
      }
    }
    return result
  }

  /// The templates in one text.
  package static func templates(in text: String) -> [String] {
    var scanner = MessageScanner(Array(text.utf8))
    scanner.scan()
    return scanner.templates
  }

  private static func files(_ path: String) throws -> [String] {
    guard FileSystem.kind(of: path) == .folder else { return [path] }
    return try FileSystem.list(path).flatMap { try files("\(path)/\($0.name)") }.filter { $0.hasSuffix(".swift") }
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  private mutating func scan() {
    while index < bytes.count {
      if starts("//") {
        while index < bytes.count, bytes[index] != 0x0A { index += 1 }
      } else if bytes[index] == UInt8(ascii: "\"") {
        let call = call
        let isCompared = bytes[..<index].suffix(3).elementsEqual("== ".utf8)
        let literal = literal()
        if !isCompared { take(literal, isMessage: !regions.isEmpty, call: call) }
      } else {
        step()
      }
    }
  }

  /// The word before the innermost bracket.
  private var call: String { open.last { $0.bracket == UInt8(ascii: "(") }?.word ?? "" }

  private mutating func take(_ literal: Literal, isMessage: Bool, call: String) {
    let isSentence = literal.hasLetters && literal.template.split(separator: " ").count > 1
    let isWord = (isMessage || literal.isText) && (literal.hasLetters || literal.count > 1)
    let isTaken = isWord || isSentence && !Self.otherCalls.contains(where: call.hasSuffix)
    if isTaken { templates.append(literal.template) }
    for word in literal.nested { take(word, isMessage: isTaken, call: call) }
  }

  // MARK: Code

  private mutating func step() {
    let byte = bytes[index]
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
      var word = word(before: index)
      // Several patterns of one case stand in a row.
      if word.hasSuffix(","), lastClosed == "case" { word = "case" }
      if byte == UInt8(ascii: "{"), isAfterType(index) { regions.append((open.count, false)) }
      open.append((byte, word))
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
      lastClosed = open.popLast()?.word ?? ""
      regions.removeAll { $0.depth > open.count || $0.depth == open.count && !$0.endsWithStatement }
    case UInt8(ascii: "=") where isAfterType(index): regions.append((open.count, true))
    case 0x0A:
      if endsStatement(index) { regions.removeAll { $0.endsWithStatement && $0.depth >= open.count } }
    default: break
    }
    index += 1
  }

  /// Whether the type `Message`, an array of it or an optional stands before a place.
  private func isAfterType(_ end: Int) -> Bool {
    var text = String(decoding: bytes[max(0, end - 40)..<end], as: UTF8.self)[...]
    func dropLast(while isDropped: (Character) -> Bool) {
      while let last = text.last, isDropped(last) { text.removeLast() }
    }
    dropLast { $0 == " " || $0 == "?" || $0 == "]" }
    guard text.hasSuffix("Message") else { return false }
    text.removeLast("Message".count)
    dropLast { $0 == " " || $0 == "[" }
    return text.hasSuffix(":") || text.hasSuffix("->")
  }

  /// Whether a line's end ends its statement: the next line does not go on, and this one does not ask for it.
  private func endsStatement(_ end: Int) -> Bool {
    let before = bytes[..<end].last { $0 != 0x20 }
    let after = bytes[end...].first { $0 > 0x20 }
    let continuing = Array("?:.+".utf8)
    return before != UInt8(ascii: "=") && !(after.map(continuing.contains) ?? false)
  }

  /// What stands before a bracket up to a space or another bracket: the name of what is called, or `case`.
  private func word(before end: Int) -> String {
    let text = bytes[..<end]
    let start = text.lastIndex { $0 != 0x20 && $0 != 0x0A } ?? 0
    guard start < end else { return "" }
    var first = start
    while first > 0, bytes[first - 1] > 0x20, bytes[first - 1] != UInt8(ascii: "("),
      bytes[first - 1] != UInt8(ascii: "[")
    { first -= 1 }
    // A call has its bracket at its name.
    let word = String(decoding: bytes[first...start], as: UTF8.self)
    return start == end - 1 || word == "case" || word.hasSuffix(",") ? word : ""
  }

  private func starts(_ text: String) -> Bool { bytes[index...].starts(with: text.utf8) }

  // MARK: Literals

  private struct Literal {
    var template = ""
    var count = 0
    var hasLetters = false
    /// Whether it is the argument of `text`.
    var isText = false
    /// The literals among its values.
    var nested: [Literal] = []
  }

  private mutating func literal() -> Literal {
    let isText = bytes[..<index].suffix(6).elementsEqual(".text(".utf8)
    let quotes = starts("\"\"\"") ? "\"\"\"" : "\""
    index += quotes.utf8.count
    var literal = Literal()
    literal.isText = isText
    var text: [UInt8] = []
    while index < bytes.count, !starts(quotes) {
      if starts("\\(") {
        literal.template += String(decoding: text, as: UTF8.self)
        text = []
        interpolation(&literal)
      } else if starts("\\u{") {
        let end = bytes[index...].firstIndex(of: UInt8(ascii: "}")) ?? bytes.count - 1
        let value = UInt32(String(decoding: bytes[index + 3..<end], as: UTF8.self), radix: 16) ?? 0
        text += String(Unicode.Scalar(value) ?? "\u{FFFD}").utf8
        index = end + 1
      } else {
        let byte = character()
        text.append(byte)
        if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") { text.append(byte) }
        literal.hasLetters = literal.hasLetters || (0x61...0x7A).contains(byte | 0x20)
      }
    }
    index += quotes.utf8.count
    literal.template += String(decoding: text, as: UTF8.self)
    return literal
  }

  /// A byte of a literal, or the character that an escape stands for.
  private mutating func character() -> UInt8 {
    defer { index += 1 }
    guard bytes[index] == UInt8(ascii: "\\") else { return bytes[index] }
    index += 1
    switch bytes[index] {
    case UInt8(ascii: "n"): return 0x0A
    case UInt8(ascii: "r"): return 0x0D
    case UInt8(ascii: "t"): return 0x09
    case UInt8(ascii: "0"): return 0
    default: return bytes[index]
    }
  }

  /// A value of a literal: a number in braces, with its forms where it has them.
  private mutating func interpolation(_ literal: inout Literal) {
    index += 2
    var depth = 1
    var values: [Literal] = []
    var isPlural = false
    while index < bytes.count, depth > 0 {
      if bytes[index] == UInt8(ascii: "\"") {
        values.append(self.literal())
        continue
      }
      if bytes[index] == UInt8(ascii: "(") { depth += 1 }
      if bytes[index] == UInt8(ascii: ")") { depth -= 1 }
      isPlural = isPlural || starts(", one: ")
      index += 1
    }
    literal.count += 1
    if isPlural, values.count == 2 {
      literal.template += "{\(literal.count):\(values[0].template)|\(values[1].template)}"
      literal.hasLetters = literal.hasLetters || values.contains { $0.hasLetters }
    } else {
      literal.template += "{\(literal.count)}"
      literal.nested += values
    }
  }
}
