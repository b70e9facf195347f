import DocgenSupport

extension FactKind {
  /// The entries of the sections that hold return codes.
  package static let returnCodes: FactKind = FactKind(
    "return-codes",
    read: { page, _ in facts(of: page.facts.returnCodes) },
    align: { Alignment($0.source.facts.returnCodes, $0.translation.facts.returnCodes, FactSimilarity.returnCodes) },
    anchor: { facts, index in "return-" + anchor(of: facts.returnCodes[index]) },
    compare: { pair, aligned in
      compare(
        pair.source.facts.returnCodes[aligned.source], pair.translation.facts.returnCodes[aligned.translation],
        of: .returnCodes, pair, aligned)
    })

  /// The exceptions that the page says may be thrown.
  package static let exceptions: FactKind = FactKind(
    "exceptions",
    read: { page, _ in facts(of: page.facts.exceptions) },
    align: { Alignment($0.source.facts.exceptions, $0.translation.facts.exceptions, FactSimilarity.returnCodes) },
    compare: { pair, aligned in
      compare(
        pair.source.facts.exceptions[aligned.source], pair.translation.facts.exceptions[aligned.translation],
        of: .exceptions, pair, aligned)
    })

  static func facts(of codes: some Sequence<NamedValue>) -> [Fact] {
    codes.map {
      Fact(node: $0.node, [(.name, $0.name), (.value, $0.value), (.alternateValue, $0.alternateValue)])
    }
  }

  /// The name, or the value; that of a range has its start.
  private static func anchor(of code: ReturnCode) -> String {
    if code.isSymbolic, let name = code.name { return FactAnchor.make(from: name.value) }
    guard let value = code.value?.value else { return FactAnchor.make(from: code.name?.value ?? "") }
    if value == ".." { return "others" }
    guard let dots = value.utf8.firstIndex(of: UInt8(ascii: ".")), dots != value.utf8.startIndex else {
      return FactAnchor.make(from: value)
    }
    return FactAnchor.make(from: String(value[..<dots]))
  }

  // MARK: What differs

  static func compare(
    _ source: NamedValue, _ translation: NamedValue, of kind: FactKind, _ pair: PageAlignment,
    _ aligned: Alignment.Pair
  ) -> [FactDifference] {
    var differences: [FactDifference] = []
    // Most entries are the same, or are so but for words; only ranges have to be looked at in any case.
    if source.value == nil, source.alternateValue == nil, source.name?.value == translation.name?.value { return [] }
    if source.isSymbolic, let expected = source.name {
      if let actual = translation.name {
        if !FactSimilarity.differByMarksOnly(expected.value, actual.value) {
          differences.append(pair.difference(.name, expected, actual, of: kind, aligned))
        }
      } else {
        differences.append(FactDifference(kind: kind, pair: aligned, role: .name, expected: expected))
      }
    }
    compareValues(source, translation, of: kind, pair, aligned, &differences)
    return differences
  }

  private static func compareValues(
    _ source: NamedValue, _ translation: NamedValue, of kind: FactKind, _ pair: PageAlignment,
    _ aligned: Alignment.Pair, _ differences: inout [FactDifference]
  ) {
    var found = translation.values
    var missing: [Located<String>] = []
    for expected in source.values where expected.value.utf8.contains(where: { (0x30...0x39).contains($0) }) {
      guard let index = found.firstIndex(where: { $0.value == expected.value }) else {
        missing.append(expected)
        continue
      }
      let actual = found.remove(at: index)
      if let text = spacedRange(actual, in: pair.translation.source, besides: expected, in: pair.source.source) {
        differences.append(pair.difference(.value, expected, Located(text, at: actual.span), of: kind, aligned))
      }
    }
    for (index, expected) in missing.enumerated() {
      if index < found.count {
        differences.append(pair.difference(.value, expected, found[index], of: kind, aligned))
        continue
      }
      var difference = FactDifference(kind: kind, pair: aligned, role: .value, expected: expected)
      difference.restoration = replacedValue(source, translation).flatMap {
        pair.restoration(of: expected.span, at: $0, isCertain: aligned.isCertain)
      }
      differences.append(difference)
    }
  }

  /// The place of the words that a term has instead of a value, where the source's term is nothing but the value.
  private static func replacedValue(_ source: NamedValue, _ translation: NamedValue) -> SourceSpan? {
    guard source.values.count == 1, let value = source.value, source.span.contains(value.span),
      !(source.name.map { source.span.contains($0.span) } ?? false), translation.value == nil,
      let words = translation.name, translation.span.contains(words.span)
    else { return nil }
    return words.span
  }

  /// The text of a range that is written as two numbers with a space between, where the source has dots or a dash.
  private static func spacedRange(
    _ actual: Located<String>, in file: SourceFile, besides expected: Located<String>, in sourceFile: SourceFile
  ) -> String? {
    guard expected.value.utf8.contains(UInt8(ascii: ".")) else { return nil }
    let text = file.text(actual.span)
    return hasSpacedRange(text) && !hasSpacedRange(sourceFile.text(expected.span)) ? text : nil
  }

  /// Whether there are only whitespace between two numbers; in a range, there may be dots, a dash or a word.
  private static func hasSpacedRange(_ range: String) -> Bool {
    let words = range.utf8.split { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
    return zip(words, words.dropFirst()).contains { isNumber($0) && isNumber($1) }
  }

  private static func isNumber(_ word: Substring.UTF8View) -> Bool {
    word.first.map { (0x30...0x39).contains($0) } ?? false && word.last.map { Identifier.isNameByte($0) } ?? false
  }
}

extension ReturnCode {
  /// The values in the order of the page.
  package var values: [Located<String>] { [value, alternateValue].compactMap(\.self) }
}
