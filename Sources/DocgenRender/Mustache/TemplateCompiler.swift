import DocgenSupport

/// Turns the source of a template into its program, in one pass.
struct TemplateCompiler {
  /// A tag whose content is being read.
  struct Open {
    enum Kind {
      case section
      case parent
      /// A block inside a parent tag, which replaces a block of the parent.
      case argument
      case block
    }
    var kind: Kind
    var name: String
    var tag: TemplateTag
    var instruction: Int
    /// The spaces before a tag that begins its line.
    var margin: Range<Int>?
    /// What the lines around the tag lose; see ``TemplateCompiler/dedent``.
    var outerDedent: Range<Int>
  }

  private let name: String
  private let source: [UInt8]
  private(set) var instructions: [Template.Instruction] = []
  private(set) var text: [UInt8] = []
  private(set) var keys: [TemplateKey] = []
  private(set) var paths: [Range<Int32>] = []
  private(set) var inclusions: [Template.Inclusion] = []
  private(set) var blocks: [Template.Block] = []

  private var pathIndices: [String: Int32] = [:]
  private var opened: [Open] = []
  /// Where the text that was not yet written begins.
  private var textStart = 0
  /// The spaces that every line of the current block loses, as a range of the source.
  private var dedent = 0..<0

  init(name: String, source: [UInt8]) {
    self.name = name
    self.source = source
  }

  mutating func compile() throws(TemplateError) {
    var scanner = TemplateScanner(name: name, source: source)
    while let tag = try scanner.next() { try add(tag) }
    appendText(upTo: source.count)
    if let open = opened.last {
      throw failure(
        open.tag.start, "'\(open.name)' is opened here and never closed: add its end tag '{{/\(open.name)}}'")
    }
  }

  private mutating func add(_ tag: TemplateTag) throws(TemplateError) {
    switch tag.kind {
    case .variable, .unescaped:
      appendText(upTo: tag.start)
      textStart = tag.end
      instructions.append(.variable(path: try path(tag), isEscaped: tag.kind == .variable))
    case .comment, .delimiters: takeLine(of: tag)
    case .section, .inverted:
      takeLine(of: tag)
      let path = try path(tag)
      open(tag, .section, as: tag.kind == .section ? .section(path: path, end: 0) : .inverted(path: path, end: 0))
    case .partial:
      let margin = takeLine(of: tag)
      try appendInclusion(tag, indentation: margin.map(indentation) ?? [])
      instructions.append(.partial(inclusion: Int32(inclusions.count - 1)))
    case .parent: try openParent(tag)
    case .block: try openBlock(tag)
    case .end: try close(tag)
    }
  }

  // MARK: - Tags with content

  private mutating func open(_ tag: TemplateTag, _ kind: Open.Kind, as instruction: Template.Instruction) {
    opened.append(
      Open(
        kind: kind, name: tag.name, tag: tag, instruction: instructions.count, margin: margin(before: tag),
        outerDedent: dedent))
    instructions.append(instruction)
  }

  private mutating func openParent(_ tag: TemplateTag) throws(TemplateError) {
    // Only the end tag tells whether the whitespace before is text or indentation: keep a place for it.
    let margin = margin(before: tag)
    appendText(upTo: margin?.lowerBound ?? tag.start)
    instructions.append(.text(start: 0, end: 0))
    textStart = tag.end
    try appendInclusion(tag, indentation: [])
    open(tag, .parent, as: .parent(inclusion: Int32(inclusions.count - 1), end: 0))
  }

  private mutating func openBlock(_ tag: TemplateTag) throws(TemplateError) {
    guard !tag.name.isEmpty else { throw failure(tag.start, "this block has no name: write '{{$name}}'") }
    let isArgument = opened.last?.kind == .parent
    let nextLine = lineEnd(after: tag.end)
    if isArgument {
      textStart = nextLine ?? tag.end
    } else if let margin = margin(before: tag), let nextLine {
      appendText(upTo: margin.lowerBound)
      textStart = nextLine
    } else {
      appendText(upTo: tag.start)
      textStart = tag.end
    }
    blocks.append(Template.Block(key: TemplateKey(tag.name), indentation: []))
    open(tag, isArgument ? .argument : .block, as: .block(block: Int32(blocks.count - 1), end: 0))
    if let nextLine { dedent = firstIndentation(from: nextLine) }
  }

  private mutating func close(_ tag: TemplateTag) throws(TemplateError) {
    guard let open = opened.last else {
      throw failure(tag.start, "'{{/\(tag.name)}}' closes nothing: remove it, or open '\(tag.name)' before it")
    }
    guard open.name == tag.name else {
      let place = LineTable(source).position(of: Int32(open.tag.start))
      throw failure(
        tag.start,
        "'{{/\(tag.name)}}' stands where '\(open.name)' of line \(place.line) is still open:"
          + " close that first with '{{/\(open.name)}}'")
    }
    switch open.kind {
    case .section: takeLine(of: tag)
    case .parent: closeParent(open, tag)
    case .argument:
      appendText(upTo: margin(before: tag)?.lowerBound ?? tag.start)
      textStart = tag.end
    case .block: takeLine(of: tag)
    }
    opened.removeLast()
    if open.kind == .argument || open.kind == .block { closeBlock(open) }
    dedent = open.outerDedent
    setEnd(of: open.instruction)
  }

  private mutating func closeParent(_ open: Open, _ tag: TemplateTag) {
    textStart = tag.end
    guard let margin = open.margin, case .parent(let inclusion, _) = instructions[open.instruction] else { return }
    if let nextLine = lineEnd(after: tag.end) {
      textStart = nextLine
      inclusions[Int(inclusion)].indentation = indentation(margin)
    } else {
      let start = text.count
      text += indentation(margin)
      instructions[open.instruction - 1] = .text(start: Int32(start), end: Int32(text.count))
    }
  }

  /// The content's own indentation is the block's; without content it is that of the tag.
  private mutating func closeBlock(_ open: Open) {
    guard case .block(let block, _) = instructions[open.instruction] else { return }
    let isEmpty = open.instruction == instructions.count - 1
    let own = isEmpty || dedent == open.outerDedent ? open.margin ?? 0..<0 : dedent
    dedent = open.outerDedent
    blocks[Int(block)].indentation = indentation(own)
  }

  private mutating func setEnd(of index: Int) {
    let end = Int32(instructions.count)
    switch instructions[index] {
    case .section(let path, _): instructions[index] = .section(path: path, end: end)
    case .inverted(let path, _): instructions[index] = .inverted(path: path, end: end)
    case .parent(let inclusion, _): instructions[index] = .parent(inclusion: inclusion, end: end)
    case .block(let block, _): instructions[index] = .block(block: block, end: end)
    case .text, .variable, .partial: break
    }
  }

  // MARK: - Names

  private mutating func appendInclusion(_ tag: TemplateTag, indentation: [UInt8]) throws(TemplateError) {
    guard !tag.name.isEmpty else { throw failure(tag.start, "this tag names no template: write '{{>name}}'") }
    var target = Template.Inclusion.Target.name(tag.name)
    if tag.name.utf8.first == UInt8(ascii: "*") {
      target = .path(path(String(tag.name.dropFirst().drop { $0 == " " || $0 == "\t" })))
    }
    inclusions.append(Template.Inclusion(target: target, indentation: indentation, offset: Int32(tag.start)))
  }

  private mutating func path(_ tag: TemplateTag) throws(TemplateError) -> Int32 {
    guard !tag.name.isEmpty else { throw failure(tag.start, "this tag is empty: write a name between the braces") }
    return path(tag.name)
  }

  private mutating func path(_ name: String) -> Int32 {
    if let index = pathIndices[name] { return index }
    let index = Int32(paths.count)
    pathIndices[name] = index
    let parts = name == "." ? [] : name.split(separator: ".", omittingEmptySubsequences: false)
    let start = Int32(keys.count)
    for part in parts { keys.append(TemplateKey(String(part))) }
    paths.append(start..<Int32(keys.count))
    return index
  }

  private func failure(_ offset: Int, _ message: String) -> TemplateError {
    TemplateError(template: name, position: LineTable(source).position(of: Int32(offset)), message: message)
  }
}

// MARK: - Lines

extension TemplateCompiler {
  /// Writes the text before a tag; a tag alone on its line takes the whole line with it.
  ///
  /// - Returns: the whitespace before the tag, when it is alone.
  @discardableResult
  private mutating func takeLine(of tag: TemplateTag) -> Range<Int>? {
    if let margin = margin(before: tag), let nextLine = lineEnd(after: tag.end) {
      appendText(upTo: margin.lowerBound)
      textStart = nextLine
      return margin
    }
    appendText(upTo: tag.start)
    textStart = tag.end
    return nil
  }

  /// The spaces between the start of the line and a tag, when there is nothing else.
  private func margin(before tag: TemplateTag) -> Range<Int>? {
    var start = tag.start
    while start > 0, Self.isWhitespace(source[start - 1]) { start -= 1 }
    return start == 0 || source[start - 1] == 0x0A ? start..<tag.start : nil
  }

  /// The start of the next line, when only whitespace stands before it.
  private func lineEnd(after offset: Int) -> Int? {
    var index = offset
    while index < source.count, Self.isWhitespace(source[index]) { index += 1 }
    if index == source.count { return index }
    if source[index] == 0x0A { return index + 1 }
    if source[index] == 0x0D, index + 1 < source.count, source[index + 1] == 0x0A { return index + 2 }
    return nil
  }

  /// The spaces before the first line with text.
  private func firstIndentation(from offset: Int) -> Range<Int> {
    var start = offset
    var index = offset
    while index < source.count {
      if source[index] == 0x0A {
        start = index + 1
      } else if !Self.isWhitespace(source[index]), source[index] != 0x0D {
        return start..<index
      }
      index += 1
    }
    return offset..<offset
  }

  /// Spaces at the start of a line, without those that the lines of the current block lose.
  private func indentation(_ margin: Range<Int>) -> [UInt8] {
    Array(source[(margin.lowerBound + sharedLength(margin))..<margin.upperBound])
  }

  /// How many bytes at the start of a range are those of ``dedent``.
  private func sharedLength(_ range: Range<Int>) -> Int {
    let limit = min(range.count, dedent.count)
    var length = 0
    while length < limit, source[range.lowerBound + length] == source[dedent.lowerBound + length] { length += 1 }
    return length
  }

  private mutating func appendText(upTo end: Int) {
    // Text directly inside a parent tag shows nowhere.
    guard textStart < end, opened.last?.kind != .parent else { return }
    let start = text.count
    if dedent.isEmpty {
      text += source[textStart..<end]
    } else {
      appendDedented(textStart..<end)
    }
    if text.count > start { instructions.append(.text(start: Int32(start), end: Int32(text.count))) }
    textStart = end
  }

  private mutating func appendDedented(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      if index == 0 || source[index - 1] == 0x0A { index += sharedLength(index..<range.upperBound) }
      var next = index
      while next < range.upperBound, source[next] != 0x0A { next += 1 }
      next = min(next + 1, range.upperBound)
      text += source[index..<next]
      index = next
    }
  }

  private static func isWhitespace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
