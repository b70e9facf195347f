import DocgenSupport

extension Document {
  /// The tree as text, one node a line with its place, for tests and for finding out how a page is read.
  public func dump() -> String {
    let lines = LineTable(source.bytes)
    var result = ""
    func describe(_ index: Int, depth: Int) {
      let node = nodes[index]
      let start = lines.position(of: node.span.start)
      let end = lines.position(of: node.span.end)
      result += String(repeating: "  ", count: depth)
      result += name(of: node)
      result += " @\(start.line):\(start.column)-\(end.line):\(end.column)"
      if node.kind == .text { result += " " + quoted(withText(of: node) { String(decoding: $0, as: UTF8.self) }) }
      if let link = link(of: node) { result += " -> \(link.destination)" }
      if let info = infoString(of: node) { result += " info: \(info.value)" }
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
