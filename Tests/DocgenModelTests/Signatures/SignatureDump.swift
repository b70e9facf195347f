import DocgenModel
import DocgenSupport

/// Writes what a signature declares as text to review, every name and type with its place.
struct SignatureDump {
  private let table: LineTable
  private var text = ""

  init(_ bytes: [UInt8]) { table = LineTable(bytes) }

  static func dump(_ signature: Signature, of bytes: [UInt8]) -> String {
    var dump = SignatureDump(bytes)
    dump.text = "language: \(signature.language.rawValue), tokens: \(signature.tokens.count)\n"
    if signature.declarations.isEmpty { dump.text += "unparsed\n" }
    for declaration in signature.declarations { dump.add(declaration, indent: "") }
    return dump.text
  }

  private func place(_ span: SourceSpan) -> String {
    let start = table.position(of: span.start)
    let end = table.position(of: span.end)
    let tail = start.line == end.line ? "\(end.column)" : "\(end.line):\(end.column)"
    return "@\(start.line):\(start.column)-\(tail)"
  }

  private func show(_ value: Located<String>) -> String { "'\(value.value)' \(place(value.span))" }

  private mutating func add(_ declaration: Declaration, indent: String) {
    text += "\(indent)\(declaration.kind.rawValue) \(declaration.name.map(show) ?? "nameless")"
    text += " in \(place(declaration.span))\n"
    let inner = indent + "  "
    add("owner", declaration.owner, indent: inner)
    add("type", declaration.type, indent: inner)
    add("array", declaration.arraySuffix, indent: inner)
    add("bits", declaration.bitWidth, indent: inner)
    add("value", declaration.value, indent: inner)
    for name in declaration.otherNames { add("also", name, indent: inner) }
    for name in declaration.baseNames { add("base", name, indent: inner) }
    add(declaration.qualifiers, indent: inner)
    for parameter in declaration.parameters { add(parameter, indent: inner) }
    for member in declaration.members { add(member, indent: inner) }
  }

  private mutating func add(_ label: String, _ value: Located<String>?, indent: String) {
    if let value { text += "\(indent)\(label): \(show(value))\n" }
  }

  private mutating func add(_ qualifiers: [Qualifier], indent: String) {
    for qualifier in qualifiers {
      text += "\(indent)qualifier: \(show(qualifier.name))"
      if let value = qualifier.value { text += " = \(show(value))" }
      text += "\n"
    }
  }

  private mutating func add(_ parameter: ParameterDeclaration, indent: String) {
    text += "\(indent)parameter \(parameter.isVariadic ? "..." : parameter.name.map(show) ?? "nameless")"
    text += " in \(place(parameter.span))\n"
    let inner = indent + "  "
    add("type", parameter.type, indent: inner)
    if let direction = parameter.direction {
      text += "\(inner)direction: [\(direction.value)] \(place(direction.span))\n"
    }
    add("array", parameter.arraySuffix, indent: inner)
    add("default", parameter.defaultValue, indent: inner)
    add(parameter.qualifiers, indent: inner)
  }
}
