import DocgenMarkup
import DocgenSupport

/// Writes what was read from a YAML text with places, as text that a person can review.
struct YAMLDump {
  private let source: SourceFile
  private let lines: LineTable
  private(set) var text = ""

  init(_ source: SourceFile) {
    self.source = source
    lines = LineTable(source.bytes)
  }

  static func dump(_ document: YAMLDocument, of source: SourceFile) -> String {
    var dump = YAMLDump(source)
    if let root = document.root { dump.add(root, prefix: "", depth: 0) }
    for error in document.errors { dump.add(problem: error.description, at: error.span) }
    return dump.text
  }

  static func dump(_ frontMatter: FrontMatter, of source: SourceFile) -> String {
    var dump = YAMLDump(source)
    if let span = frontMatter.span { dump.addLine("front matter \(dump.place(span))") }
    for entry in frontMatter.entries {
      let key = "\(entry.key.value.debugDescription) \(dump.place(entry.key.span)): "
      switch entry.value {
      case .null(let span): dump.addLine(key + "null \(dump.place(span))")
      case .scalar(let text, let isQuoted):
        dump.addLine(key + "\(isQuoted ? "quoted" : "plain") \(dump.shown(text))")
      case .list(let items, let span):
        dump.addLine(key + "list \(dump.place(span))")
        for item in items { dump.addLine("  - \(dump.shown(item))") }
      case .nested(let node):
        dump.addLine(key)
        dump.add(node, prefix: "", depth: 1)
      }
    }
    let body = SourceSpan(at: frontMatter.bodyStart)
    dump.addLine("body \(dump.place(body))")
    for problem in frontMatter.problems { dump.add(problem: problem.message.description, at: problem.span) }
    return dump.text
  }

  private mutating func add(_ node: YAMLNode, prefix: String, depth: Int) {
    let indentation = String(repeating: "  ", count: depth) + prefix
    switch node.content {
    case .scalar(let scalar):
      addLine(indentation + "\(scalar.style.rawValue) \(shown(Located(scalar.text, at: node.span)))")
    case .sequence(let items):
      addLine(indentation + "sequence \(place(node.span))")
      for item in items { add(item, prefix: "- ", depth: depth + 1) }
    case .mapping(let members):
      addLine(indentation + "mapping \(place(node.span))")
      for member in members {
        let key = "\(member.key.value.debugDescription) \(place(member.key.span)): "
        add(member.value, prefix: key, depth: depth + 1)
      }
    }
  }

  /// The text, and the source text where that differs.
  private func shown(_ text: Located<String>) -> String {
    let source = source.text(text.span)
    let original = source == text.value ? "" : " from \(source.debugDescription)"
    return "\(text.value.debugDescription) \(place(text.span))\(original)"
  }

  private func place(_ span: SourceSpan) -> String {
    let start = lines.position(of: span.start)
    let end = lines.position(of: span.end)
    return "@\(start.line):\(start.column)-\(end.line):\(end.column)"
  }

  private mutating func add(problem: String, at span: SourceSpan) {
    addLine("problem \(place(span)) \(problem)")
  }

  private mutating func addLine(_ line: String) { text += line + "\n" }
}
