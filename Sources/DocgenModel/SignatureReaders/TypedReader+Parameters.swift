import DocgenSupport

/// What stands between the brackets of a method.
extension TypedReader {
  mutating func takeParameters() throws(SignatureMismatch) -> [ParameterDeclaration] {
    try takeItems(TokenCursor.ListStyle(hasAngles: true)) { (reader, item) throws(SignatureMismatch) in
      try reader.parameter(item)
    }
  }

  private mutating func parameter(_ item: ListItem) throws(SignatureMismatch) -> ParameterDeclaration {
    var parameter = ParameterDeclaration(item, in: cursor)
    try takePrefix(into: &parameter.qualifiers)
    takeModifiers(["out", "in", "params", "this", "scoped"], into: &parameter.qualifiers)
    takeModifiers(Self.modifiers, into: &parameter.qualifiers)
    takeDirection(of: &parameter)
    let start = cursor.position
    let end = cursor.skip(to: .init(marks: [UInt8(ascii: "=")])).clamped(to: item.range).upperBound
    if end < item.range.upperBound { parameter.defaultValue = cursor.written(from: end + 1, to: item.range.upperBound) }
    var last = end
    while last - 2 > start, cursor[last - 1].mark == UInt8(ascii: "]"),
      cursor[last - 2].mark == UInt8(ascii: "[")
    {
      last -= 2
    }
    guard last > start, cursor[start].kind != .string, cursor[start].kind != .number else {
      throw SignatureMismatch()
    }
    let name = last - 1
    let isNamed =
      name > start && cursor[name].kind == .identifier && cursor[name - 1].mark != UInt8(ascii: ".")
      || name > start && cursor[name].kind == .identifier && cursor[name - 1].length == 3
    guard isNamed else {
      parameter.type = cursor.written(from: start, to: end)
      return parameter
    }
    parameter.name = cursor.located(name)
    if last < end { parameter.arraySuffix = cursor.written(from: last, to: end) }
    var typeEnd = name
    if cursor[name - 1].mark == UInt8(ascii: "."), cursor[name - 1].length == 3 {
      parameter.isVariadic = true
      typeEnd -= 1
    }
    parameter.type = cursor.written(from: start, to: typeEnd)
    return parameter
  }

  /// `out`, `ref` and the attributes `[In]` and `[Out]` are no qualifiers, but say how data flows.
  private func takeDirection(of parameter: inout ParameterDeclaration) {
    var direction: ParameterDirection = []
    var place: SourceSpan?
    for qualifier in parameter.qualifiers {
      switch qualifier.name.value {
      case "out", "Out": direction.formUnion(.out)
      case "in", "In": direction.formUnion(.in)
      case "ref": direction.formUnion(.inOut)
      case "params":
        parameter.isVariadic = true
        continue
      default: continue
      }
      place = place?.union(qualifier.name.span) ?? qualifier.name.span
    }
    guard let place else { return }
    parameter.direction = Located(direction, at: place)
    parameter.qualifiers.removeAll { ["out", "Out", "in", "In", "ref"].contains($0.name.value) }
  }
}
