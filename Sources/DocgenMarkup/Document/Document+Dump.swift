import DocgenSupport

extension Document {
  /// The tree as text, one node a line with its place, for tests and for finding out how a page is read.
  public func dump() -> String {
    let lines = LineTable(source.bytes)
    var result = ""
    func place(_ span: SourceSpan) -> String {
      let start = lines.position(of: span.start)
      let end = lines.position(of: span.end)
      return " @\(start.line):\(start.column)-\(end.line):\(end.column)"
    }
    func describe(_ index: Int, depth: Int) {
      let node = nodes[index]
      result += String(repeating: "  ", count: depth)
      result += name(of: node)
      result += place(node.span)
      if node.kind == .text { result += " " + quoted(withText(of: node) { String(decoding: $0, as: UTF8.self) }) }
      if let link = link(of: node) {
        result += " -> \(link.destination)"
        if !link.title.isEmpty { result += " " + quoted(link.title) }
        if !link.span.isEmpty { result += place(link.span) }
      }
      if let info = infoString(of: node) { result += " info: \(info.value)" + place(info.span) }
      for attribute in attributes(of: node) { result += " \(attribute.name)=\(quoted(attribute.value))" }
      result += "\n"
      for child in children(of: index) { describe(child, depth: depth + 1) }
    }
    if !nodes.isEmpty { describe(0, depth: 0) }
    return result
  }

  private func name(of node: Node) -> String {
    switch node.kind {
    case .element: "<\(node.tag.name)>" + (node.flags.contains(.implied) ? " implied" : "")
    case .heading: "heading \(node.level)"
    case .alert: "alert \(AlertKind(rawValue: node.level)?.name ?? "")"
    case .bulletList: node.flags.contains(.tight) ? "bulletList tight" : "bulletList"
    case .orderedList: "orderedList\(node.flags.contains(.tight) ? " tight" : "") from \(node.payload)"
    case .item where node.flags.contains(.task): "item \(node.flags.contains(.checked) ? "checked" : "unchecked")"
    case .tableRow where node.flags.contains(.header): "tableRow header"
    case .tableCell where node.alignment != .none: "tableCell \(node.alignment)"
    case .text where node.flags.contains(.escaped): "text escaped"
    default: "\(node.kind)"
    }
  }

  private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\u{A0}": result += "\\u{A0}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
