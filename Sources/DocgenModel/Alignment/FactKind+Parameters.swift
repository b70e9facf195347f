import DocgenMarkup
import DocgenSupport

extension FactKind {
  /// The entries of the sections that describe parameters.
  package static let parameters: FactKind = FactKind(
    "parameters",
    read: { page, _ in
      page.facts.parameters.map { Fact(node: $0.node, [(.name, $0.name), (.direction, $0.directionText)]) }
    },
    align: { pair in pair.alignParameters() },
    anchor: { facts, index in "parameter-" + FactAnchor.make(from: facts.parameters[index].name.value) },
    compare: { pair, aligned in
      let expected = pair.source.facts.parameters[aligned.source]
      let actual = pair.translation.facts.parameters[aligned.translation]
      var differences: [FactDifference] = []
      let name =
        actual.name.value.isEmpty
        ? lostName(expected, actual, pair, aligned)
        : tornLine(expected, actual, pair, aligned)
          // A page whose own code has the name would contradict itself.
          ?? pair.difference(
            name: expected.name, actual.name, of: .parameters, aligned,
            isCertain: expected.name.value == actual.name.value || !pair.declares(actual, insteadOf: expected))
      if let name { differences.append(name) }
      if let direction = direction(expected, actual, pair, aligned) { differences.append(direction) }
      return differences
    })

  /// A name of which nothing is left; it goes before the direction.
  private static func lostName(
    _ expected: Parameter, _ actual: Parameter, _ pair: PageAlignment, _ aligned: Alignment.Pair
  ) -> FactDifference? {
    guard Identifier.isName(expected.name.value.utf8) else { return nil }
    var difference = FactDifference(kind: .parameters, pair: aligned, role: .name, expected: expected.name)
    guard let direction = actual.directionText,
      let form = Slot(pair.translation.document, at: direction.span, index: pair.slotIndices.translation)?.form,
      let text = form.written(Array(expected.name.value.utf8))
    else { return difference }
    // With the bracket, so that the edit holds the text that it changes.
    let place = SourceSpan(start: actual.name.span.start, end: max(actual.name.span.start, direction.span.start))
    let bracket = pair.translation.source.bytes[place.range]
    difference.restoration = Restoration([TextEdit(place, text + [0x20] + bracket)], isSafe: aligned.isCertain)
    return difference
  }

  /// A line of a name that was torn; that of the source takes its place.
  private static func tornLine(
    _ expected: Parameter, _ actual: Parameter, _ pair: PageAlignment, _ aligned: Alignment.Pair
  ) -> FactDifference? {
    guard let line = actual.tornLine, Identifier.isName(expected.name.value.utf8) else { return nil }
    var difference = FactDifference(
      kind: .parameters, pair: aligned, role: .name, expected: expected.name, actual: actual.name)
    let document = pair.source.document
    if document.nodes[expected.node].kind == .paragraph {
      let text = pair.source.source.bytes[document.fileLine(of: expected.node).range]
      difference.restoration = Restoration([TextEdit(line, Array(text))], isSafe: aligned.isCertain)
    }
    return difference
  }

  private static func direction(
    _ expected: Parameter, _ actual: Parameter, _ pair: PageAlignment, _ aligned: Alignment.Pair
  ) -> FactDifference? {
    guard let text = expected.directionText, let direction = expected.direction, !direction.isEmpty else { return nil }
    guard let found = actual.directionText else {
      return FactDifference(kind: .parameters, pair: aligned, role: .direction, expected: text)
    }
    if actual.direction == direction || found.value == text.value { return nil }
    return pair.difference(.direction, text, found, of: .parameters, aligned)
  }
}
