import DocgenSupport

/// Reads the usage lines of programs: `boxctl get [NAME] [flags]`, `cp [OPTION]... SOURCE... DIRECTORY`.
///
/// A line that shows how a program is called, with values of its own, declares nothing.
struct UsageReader: SignatureReader {
  var cursor: TokenCursor
  private var depth = 0

  init(cursor: TokenCursor) { self.cursor = cursor }

  mutating func statement() throws(SignatureMismatch) -> Declaration? {
    skipLabel()
    let start = cursor.position
    // Of some programs, only the reader knows the name: `<program> [options]`.
    guard cursor.isIdentifier() || isPlaceholder else { throw SignatureMismatch() }
    var command = declaration(.command, takeName(), from: start)
    var isUsage = false
    while !cursor.isAtEnd, !startsCommand(command) {
      try takePart(of: &command, isUsage: &isUsage, isOptional: false)
    }
    guard isUsage else { throw SignatureMismatch() }
    command.span = cursor.span(from: start)
    return command
  }

  /// Whether a block of no language is the usage of a program whose name is in small letters, and nothing else.
  ///
  /// - Complexity: O(*n*) in the number of tokens.
  static func isUsage(_ tokens: [SignatureToken], of text: UnsafeBufferPointer<UInt8>, baseOffset: Int32) -> Bool {
    guard tokens.count <= longestUsage else { return false }
    return tokens.withUnsafeBufferPointer { buffer in
      var reader = UsageReader(cursor: TokenCursor(text: text, base: baseOffset, tokens: buffer))
      guard reader.cursor.isIdentifier(), reader.isCommandWord(), let commands = try? reader.parse() else {
        return false
      }
      return !commands.isEmpty && commands.allSatisfy { $0.kind == .command && $0.name != nil }
    }
  }

  /// A block of more tokens is no usage.
  private static let longestUsage = 2_000

  /// `Usage:`, `$`, `>`, `or:` in front of a line.
  private mutating func skipLabel() {
    while cursor.token(isCaseInsensitively: "usage") || cursor.token(isCaseInsensitively: "or"),
      cursor.mark(1) == UInt8(ascii: ":")
    {
      cursor.position += 2
    }
    if cursor.mark() == UInt8(ascii: "$") || cursor.token(is: "$") || cursor.mark() == UInt8(ascii: ">") {
      cursor.position += 1
    }
  }

  /// The program and its commands: the words in small letters up to the first part that is something else.
  private mutating func takeName() -> Located<String>? {
    let start = cursor.position
    let isWhole = isPlaceholder
    cursor.position += 1
    while !isWhole, !cursor.isLineEnd {
      if cursor.isGlued(), isNameMark() {
        cursor.position += 1
      } else if cursor.isIdentifier(), cursor.isGlued() || isCommandWord() {
        cursor.position += 1
      } else {
        break
      }
    }
    return cursor.written(from: start, to: cursor.position)
  }

  private var isPlaceholder: Bool { !cursor.isAtEnd && cursor[cursor.position].kind == .placeholder }

  /// A hyphen, a dot or a slash within a word.
  private func isNameMark() -> Bool {
    switch cursor.mark() {
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "\\"): return true
    case UInt8(ascii: ":"):
      return cursor.position + 1 < cursor.tokens.count && cursor.isGlued(1) && cursor.isIdentifier(1)
    default: return false
    }
  }

  private func isCommandWord() -> Bool {
    cursor.bytes(cursor[cursor.position]).allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F
    }
  }

  /// A line that begins as the first one does is another form of use.
  private func startsCommand(_ command: Declaration) -> Bool {
    guard cursor.startsLine() else { return false }
    if cursor.token(isCaseInsensitively: "or") || cursor.token(isCaseInsensitively: "usage") { return true }
    if cursor.token(is: "$") { return true }
    guard cursor.isIdentifier(), let name = command.name?.value else { return false }
    return name.utf8.starts(with: cursor.bytes(cursor[cursor.position]))
  }

  // MARK: Parts

  private mutating func takePart(
    of command: inout Declaration, isUsage: inout Bool, isOptional: Bool
  ) throws(SignatureMismatch) {
    let start = cursor.position
    switch cursor.mark() {
    case UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "{"):
      isUsage = true
      if takeChoice(of: &command, isOptional) { return }
      let isInner = isOptional || cursor.mark() == UInt8(ascii: "[")
      depth += 1
      defer { depth -= 1 }
      guard depth < 16, let end = cursor.closing() else { throw SignatureMismatch() }
      cursor.position += 1
      while cursor.position < end - 1 { try takePart(of: &command, isUsage: &isUsage, isOptional: isInner) }
      cursor.position = max(end, start + 1)
    case UInt8(ascii: "-"): takeOption(of: &command, isOptional, isUsage: &isUsage)
    case UInt8(ascii: "."), UInt8(ascii: "|"), UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: ")"),
      UInt8(ascii: "="), UInt8(ascii: "}"), UInt8(ascii: ":"), UInt8(ascii: "+"), UInt8(ascii: "*"),
      UInt8(ascii: "@"), UInt8(ascii: "/"), UInt8(ascii: "\\"):
      if cursor.mark() == UInt8(ascii: "."), cursor[cursor.position].length == 3 {
        isUsage = true
        markLast(of: &command)
      }
      cursor.position += 1
    case 0: takeOperand(of: &command, isOptional, isUsage: &isUsage)
    default: throw SignatureMismatch()
    }
  }

  /// `{start,stop}`: one of some words.
  private mutating func takeChoice(of command: inout Declaration, _ isOptional: Bool) -> Bool {
    guard cursor.mark() == UInt8(ascii: "{"), let end = cursor.closing(), end > cursor.position + 2 else {
      return false
    }
    let inside = cursor.position + 1..<end - 1
    let isChoice = inside.allSatisfy {
      let token = cursor[$0]
      return token.kind == .identifier || token.mark == UInt8(ascii: ",") || token.mark == UInt8(ascii: "|")
    }
    guard isChoice else { return false }
    var choice = ParameterDeclaration(
      ListItem(range: cursor.position..<end, isOptional: isOptional), in: cursor)
    choice.type = cursor.written(inside)
    command.parameters.append(choice)
    cursor.position = end
    return true
  }

  /// What is repeated is variadic.
  private func markLast(of command: inout Declaration) {
    guard !command.parameters.isEmpty else { return }
    command.parameters[command.parameters.count - 1].isVariadic = true
  }

  /// `-v`, `--all`, `--output=<file>`, `-n NUMBER`.
  private mutating func takeOption(of command: inout Declaration, _ isOptional: Bool, isUsage: inout Bool) {
    let start = cursor.position
    cursor.position += 1
    while !cursor.isAtEnd, cursor.isGlued(), cursor.mark() == UInt8(ascii: "-") || cursor.mark() == 0 {
      if cursor[cursor.position].kind == .placeholder || cursor[cursor.position].kind == .string { break }
      cursor.position += 1
    }
    // `--` and `-` alone are no options.
    if (start..<cursor.position).allSatisfy({ cursor[$0].mark != 0 }) { return }
    var option = ParameterDeclaration(
      ListItem(range: start..<cursor.position, isOptional: isOptional), in: cursor)
    option.name = cursor.written(from: start, to: cursor.position)
    takeValue(of: &option, isUsage: &isUsage)
    command.parameters.append(option)
  }

  /// The value of an option: `=<file>`, `[=WHEN]`, ` NUMBER`.
  private mutating func takeValue(of option: inout ParameterDeclaration, isUsage: inout Bool) {
    var inside = cursor
    if inside.mark() == UInt8(ascii: "["), inside.isGlued(), inside.mark(1) == UInt8(ascii: "=") {
      inside.position += 1
    }
    let isGlued = inside.mark() == UInt8(ascii: "=") && inside.isGlued()
    if isGlued { inside.position += 1 }
    guard !inside.isAtEnd else { return }
    let token = inside[inside.position]
    let isPlaceholder = token.kind == .placeholder
    guard isPlaceholder || inside.isCapitals() || isGlued && token.kind != .punctuation else { return }
    if isPlaceholder || inside.isCapitals() { isUsage = true }
    let start = inside.position
    inside.position += 1
    while inside.mark() == UInt8(ascii: "|"), inside.isGlued(), inside.isGlued(1) { inside.position += 2 }
    option.type = inside.written(from: start, to: inside.position)
    if inside.mark() == UInt8(ascii: "]"), inside.mark(-3) == UInt8(ascii: "[") { inside.position += 1 }
    cursor = inside
  }

  /// `NAME`, `<name>`, `name`; what is in capitals or in angles is for the reader to fill in.
  private mutating func takeOperand(of command: inout Declaration, _ isOptional: Bool, isUsage: inout Bool) {
    let start = cursor.position
    let isFilledIn = cursor[start].kind == .placeholder || cursor.isCapitals()
    if cursor.token(is: "…") {
      isUsage = true
      cursor.position += 1
      return markLast(of: &command)
    }
    cursor.position += 1
    while !cursor.isAtEnd, cursor.isGlued(), cursor.mark() == UInt8(ascii: "-") || cursor.mark() == 0,
      !cursor.token(is: "…")
    {
      cursor.position += 1
    }
    var operand = ParameterDeclaration(ListItem(range: start..<cursor.position, isOptional: isOptional), in: cursor)
    operand.name = cursor.written(from: start, to: cursor.position)
    var isValue = false
    if cursor.mark() == UInt8(ascii: "="), cursor.isGlued(), !cursor.isAtEnd, cursor.isGlued(1) {
      isValue = !cursor.isCapitals(1)
      operand.type = cursor.written(from: cursor.position + 1, to: cursor.position + 2)
      cursor.position += 2
    }
    if isFilledIn, !isValue { isUsage = true }
    command.parameters.append(operand)
  }
}
