import DocgenSupport

/// Runs the program of a template against a stack of values.
struct TemplateRenderer {
  /// A block of the rendered template's caller that replaces one of the template's own.
  private struct Argument {
    var key: TemplateKey
    var template: Int
    var range: Range<Int>
  }

  private let set: TemplateSet
  private var contexts: [TemplateValue]
  /// What each line of the current template begins with.
  private var indentation: [UInt8] = []
  private var isAtLineStart = true
  /// The arguments of the parent tags around, the outermost first, for that one wins.
  private var arguments: [[Argument]] = []
  private var depth = 0

  init(set: TemplateSet, contexts: [TemplateValue]) {
    self.set = set
    self.contexts = contexts
  }

  mutating func render(_ template: Int, into buffer: inout ByteBuffer) throws(TemplateError) {
    try render(template, 0..<set.templates[template].instructions.count, into: &buffer)
  }

  private mutating func render(
    _ index: Int, _ range: Range<Int>, into buffer: inout ByteBuffer
  ) throws(TemplateError) {
    let template = set.templates[index]
    depth += 1
    defer { depth -= 1 }
    guard depth <= TemplateSet.depthLimit else {
      throw TemplateError(
        template: template.name,
        message: "sections and templates stand more than \(TemplateSet.depthLimit) deep in each other:"
          + " look for a template that shows itself without an end")
    }
    var next = range.lowerBound
    while next < range.upperBound {
      let content = next + 1
      next = content
      switch template.instructions[content - 1] {
      case .text(let start, let end): appendText(template, Int(start)..<Int(end), into: &buffer)
      case .variable(let path, let isEscaped):
        append(resolve(path, template), isEscaped: isEscaped, into: &buffer)
      case .section(let path, let end):
        next = Int(end)
        try renderSection(resolve(path, template), index, content..<next, into: &buffer)
      case .inverted(let path, let end):
        next = Int(end)
        if resolve(path, template)?.isTruthy != true { try render(index, content..<next, into: &buffer) }
      case .partial(let inclusion): try include(index, Int(inclusion), into: &buffer)
      case .parent(let inclusion, let end):
        next = Int(end)
        arguments.append(Self.arguments(of: template, index, content..<next))
        try include(index, Int(inclusion), into: &buffer)
        arguments.removeLast()
      case .block(let block, let end):
        next = Int(end)
        try renderBlock(template.blocks[Int(block)], index, content..<next, into: &buffer)
      }
    }
  }

  // MARK: - Sections and included templates

  private mutating func renderSection(
    _ value: TemplateValue?, _ template: Int, _ content: Range<Int>, into buffer: inout ByteBuffer
  ) throws(TemplateError) {
    guard let value, value.isTruthy else { return }
    if case .boolean = value { return try render(template, content, into: &buffer) }
    guard case .list(let items) = value else {
      contexts.append(value)
      try render(template, content, into: &buffer)
      contexts.removeLast()
      return
    }
    for item in items {
      contexts.append(item)
      try render(template, content, into: &buffer)
      contexts.removeLast()
    }
  }

  private mutating func include(
    _ index: Int, _ inclusion: Int, into buffer: inout ByteBuffer
  ) throws(TemplateError) {
    let tag = set.templates[index].inclusions[inclusion]
    var target = set.links[index][inclusion]
    if case .path(let path) = tag.target {
      guard case .string(let name) = resolve(path, set.templates[index]) else { return }
      target = set.index(of: name) ?? -1
    }
    guard target >= 0 else { return }
    let length = indentation.count
    indentation += tag.indentation
    try render(target, into: &buffer)
    indentation.removeLast(indentation.count - length)
  }

  // MARK: - Blocks

  private static func arguments(of template: Template, _ index: Int, _ range: Range<Int>) -> [Argument] {
    var result: [Argument] = []
    var next = range.lowerBound
    while next < range.upperBound {
      guard case .block(let block, let end) = template.instructions[next] else {
        next += 1
        continue
      }
      let content = (next + 1)..<Int(end)
      result.append(Argument(key: template.blocks[Int(block)].key, template: index, range: content))
      next = Int(end)
    }
    return result
  }

  private mutating func renderBlock(
    _ block: Template.Block, _ template: Int, _ content: Range<Int>, into buffer: inout ByteBuffer
  ) throws(TemplateError) {
    let length = indentation.count
    indentation += block.indentation
    if let (argument, level) = argument(for: block.key) {
      // Blocks inside an argument belong to the template that gives it: only those around that one replace them.
      let saved = arguments
      arguments.removeLast(arguments.count - level)
      try render(argument.template, argument.range, into: &buffer)
      arguments = saved
    } else {
      try render(template, content, into: &buffer)
    }
    indentation.removeLast(indentation.count - length)
  }

  private func argument(for key: TemplateKey) -> (Argument, level: Int)? {
    for (level, list) in arguments.enumerated() {
      for argument in list where argument.key == key { return (argument, level) }
    }
    return nil
  }

  // MARK: - Values

  private func resolve(_ path: Int32, _ template: Template) -> TemplateValue? {
    let path = template.paths[Int(path)]
    guard !path.isEmpty else { return contexts.last }
    var level = contexts.count
    while level > 0 {
      level -= 1
      guard var value = contexts[level].member(template.keys[Int(path.lowerBound)]) else { continue }
      for index in path.dropFirst() {
        guard let member = value.member(template.keys[Int(index)]) else { return nil }
        value = member
      }
      return value
    }
    return nil
  }

  private mutating func append(_ value: TemplateValue?, isEscaped: Bool, into buffer: inout ByteBuffer) {
    if isAtLineStart { buffer.append(indentation) }
    isAtLineStart = false
    switch value {
    case nil, .null, .list, .object: break
    case .boolean(let value): buffer.append(value ? "true" : "false")
    case .integer(let number): buffer.append(String(number))
    case .double(let number): buffer.append("\(number)")
    case .string(let text): if isEscaped { buffer.appendAttributeValue(text) } else { buffer.append(text) }
    case .bytes(let bytes):
      if isEscaped { bytes.withUnsafeBufferPointer { buffer.appendAttributeValue($0) } } else { buffer.append(bytes) }
    }
  }

  // MARK: - Text

  private mutating func appendText(_ template: Template, _ range: Range<Int>, into buffer: inout ByteBuffer) {
    template.text.withUnsafeBufferPointer { text in
      let text = UnsafeBufferPointer(rebasing: text[range])
      guard let last = text.last else { return }
      if indentation.isEmpty { buffer.append(text) } else { appendIndented(text, into: &buffer) }
      isAtLineStart = last == 0x0A
    }
  }

  private mutating func appendIndented(_ text: UnsafeBufferPointer<UInt8>, into buffer: inout ByteBuffer) {
    var start = 0
    while start < text.count {
      if start > 0 || isAtLineStart { buffer.append(indentation) }
      var end = start
      while end < text.count, text[end] != 0x0A { end += 1 }
      end = min(end + 1, text.count)
      buffer.append(UnsafeBufferPointer(rebasing: text[start..<end]))
      start = end
    }
  }
}
