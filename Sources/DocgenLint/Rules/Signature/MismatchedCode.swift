import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Compares code blocks that are no signatures, comments aside, and the languages of all code blocks.
enum MismatchedCode: TranslationCheck {
  static let rule = Rule(
    "mismatched-code", in: .signature, .warning,
    "A code block differs from the source, or names another language.")

  struct Messages: MessageSet {
    let missing = PlainMessage("a code block of the source is missing; copy it from there")
    let extra = PlainMessage("the source has no such code block; remove it here or add it there")
    let extraLanguage = MessageForm<String>(
      "the code block names the language '{1}', and the source none; remove it here or add it there")
    let missingLanguage = MessageForm<String>("the code block names no language; write '{1}' as in the source")
    let otherLanguage = MessageForm<String, String>(
      "the language of the code block is '{1}' here; write '{2}' as in the source")
    let changed = MessageForm<String, String>("the code says '{1}' here; write '{2}' as in the source")
    let missingLine = MessageForm<String>("the line '{1}' of the source is missing before this; write it as there")
    let extraLine = MessageForm<String>("the source has no line '{1}' here; remove it here or add it there")
    let ends = MessageForm<String>("the code ends before '{1}'; add what follows in the source")
    let continues = MessageForm<String>(
      "the code goes on with '{1}' where the source's ends; remove it here or add it there")
  }

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    for (source, translation) in pair.alignment.signatures.pairs {
      compareLanguages(source, translation, pair, isCertain: pair.alignment.signatures.areCertain, &findings)
    }
    for (source, translation) in pair.alignment.samples.pairs {
      compareLanguages(source, translation, pair, isCertain: pair.alignment.samples.areCertain, &findings)
      compareText(source, translation, pair, &findings)
    }
    for block in pair.alignment.samples.missing {
      report(
        Finding(
          messages.missing, at: pair.placeOfMissing(node: block.node),
          damage: .lost, source: block.place(in: pair.source)), to: &findings)
    }
    for block in pair.alignment.samples.extra {
      report(
        Finding(
          messages.extra, at: block.place(in: pair.translation)),
        to: &findings)
    }
  }

  private static func compareLanguages(
    _ source: CodeBlock, _ translation: CodeBlock, _ pair: TranslationPair, isCertain: Bool,
    _ findings: inout Findings
  ) {
    guard source.language != translation.language, startsBlock(source, pair.source),
      startsBlock(translation, pair.translation)
    else { return }
    let expected = source.infoString?.value ?? ""
    let actual = translation.infoString?.value ?? ""
    // Titles and marked words follow the code, in which names of examples may be the language's own.
    if !expected.isEmpty, Self.withoutTexts(expected) == Self.withoutTexts(actual) { return }
    let message: Message =
      if expected.isEmpty {
        messages.extraLanguage(actual)
      } else if actual.isEmpty {
        messages.missingLanguage(expected)
      } else {
        messages.otherLanguage(actual, expected)
      }
    report(
      Finding(
        message,
        at: translation.place(in: pair.translation),
        // What is coloured although the source is not harms nobody.
        severity: expected.isEmpty || CodeLanguages.shared.areSame(expected, actual) ? .note : nil, expected: expected,
        actual: actual,
        damage: Damage.classify(expected: expected, actual: actual), source: source.place(in: pair.source),
        // Which of the two is right is for a writer to say, where the source names none, or where the code is other: its
        // language, marked lines and titles may be its own.
        fix: expected.isEmpty || Self.hasMoreWords(actual, than: expected)
          || !CodeBlockText.areEqual(source, in: pair.source, translation, in: pair.translation)
          ? nil
          : pair.alignment.restoration(
            ofLanguage: source, at: translation,
            // A language that there is may be meant.
            isCertain: isCertain && (actual.isEmpty || CodeLanguages.shared.named(actual) == nil))),
      to: &findings)
  }

  /// Whether more is said of the same language, which other parts of the page may ask for.
  private static func hasMoreWords(_ actual: String, than expected: String) -> Bool {
    let (found, wanted) = (actual.split(separator: " "), expected.split(separator: " "))
    return found.count > wanted.count && found.first == wanted.first && Set(found).isSuperset(of: wanted)
  }

  /// What a block is said to be, without the texts in quotes: `js title="…" del={6}`.
  private static func withoutTexts(_ infoString: String) -> [UInt8] {
    var result: [UInt8] = []
    var quote: UInt8?
    var isEscaped = false
    for byte in infoString.utf8 {
      if let open = quote {
        if byte == open, !isEscaped { quote = nil }
        isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
        continue
      }
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { quote = byte }
      result.append(byte)
    }
    return result
  }

  /// Whether a part of joined code is the first of its block, for which the block names the language.
  private static func startsBlock(_ block: CodeBlock, _ page: LocalizedPage) -> Bool {
    let blocks = page.facts.codeBlocks
    let index = blocks.partitioningIndex { $0.node >= block.node }
    return index < blocks.count && blocks[index].span.start == block.span.start
  }

  private static func compareText(
    _ source: CodeBlock, _ translation: CodeBlock, _ pair: TranslationPair, _ findings: inout Findings
  ) {
    let language = source.infoString?.value
    guard !CodeBlockText.areEqual(source, in: pair.source, translation, in: pair.translation) else { return }
    var wanted = CodeBlockText.tokens(of: source, in: pair.source, language: language)
    var found = CodeBlockText.tokens(of: translation, in: pair.translation, language: language)
    guard
      var difference = CodeBlockText.firstDifference(
        wanted, in: pair.source, found, in: pair.translation),
      !isText(language, wanted, found, pair)
    else { return }
    var hasTexts = false
    var differsInTexts = false
    if let code = codeBesideTexts(source, translation, pair) {
      hasTexts = true
      if let ofCode = CodeBlockText.firstDifference(
        code.source, in: pair.source, code.translation, in: pair.translation)
      {
        (wanted, found, difference) = (code.source, code.translation, ofCode)
      } else {
        differsInTexts = true
      }
    }
    // Samples hold words for people, too, which a translation may have its own for: what programs read is told first, and
    // nothing is written over the others.
    let strings = TranslatedStrings(wanted, found, pair)
    let differences = strings.differences()
    if let differences, differences.ofWords.contains(difference.index),
      let index = differences.ofCode.first(where: { $0 > difference.index })
    {
      (difference.expected, difference.actual) = (wanted.tokens[index].span, found.tokens[index].span)
    }
    let isOfWords = differsInTexts || differences.map { $0.ofCode.isEmpty && !$0.ofWords.isEmpty } ?? false
    let severity: Severity? = difference.kind == .placeholder || isOfWords ? .note : nil
    let fix =
      !hasTexts && (differences?.ofWords.isEmpty ?? true || strings.differInCase)
        && areCounterparts(source, wanted, translation, found, pair)
      ? pair.alignment.restoration(ofCode: source, wanted, at: translation, found, isCertain: false)
        .flatMap { isOfOneLine($0, pair) && !isPrinted($0, translation, pair) ? $0 : nil } : nil
    let expected = difference.expected.map { Located(pair.source.source.text($0), at: $0) }
    let actual = difference.actual.map { Located(pair.translation.source.text($0), at: $0) }
    switch (expected, actual) {
    case (let expected?, let actual?):
      let lines = CodeLinePair(source, wanted, in: pair.source.source, translation, found, in: pair.translation.source)
      report(
        .changed(
          message(lines.difference(at: expected.span, actual.span)), from: expected, to: actual, severity: severity,
          fix: fix),
        to: &findings)
    case (let expected?, nil):
      report(
        Finding(
          messages.ends(expected.value),
          at: SourceSpan(at: translation.span.end), expected: expected.value, damage: .lost, source: expected.span,
          fix: fix),
        to: &findings)
    case (nil, let actual?):
      report(
        Finding(
          messages.continues(actual.value),
          at: actual.span, actual: actual.value,
          source: SourceSpan(at: source.span.end), fix: fix), to: &findings)
    case (nil, nil): break
    }
  }

  /// Two blocks without what they say to people; `nil` if one of both says nothing, or they say other numbers.
  private static func codeBesideTexts(
    _ source: CodeBlock, _ translation: CodeBlock, _ pair: TranslationPair
  ) -> (source: Signature, translation: Signature)? {
    let own = TextInCode(of: source, in: pair.source)
    let other = TextInCode(of: translation, in: pair.translation)
    guard !own.places.isEmpty, !other.places.isEmpty,
      own.digits(in: pair.source.source.bytes).elementsEqual(other.digits(in: pair.translation.source.bytes))
    else { return nil }
    let language = source.infoString?.value
    return (
      own.code(of: source, in: pair.source, language: language),
      other.code(of: translation, in: pair.translation, language: language)
    )
  }

  private static func message(_ difference: CodeLinePair.Difference) -> Message {
    switch difference {
    case .changed(let actual, let expected): messages.changed(actual, expected)
    case .missing(let line): messages.missingLine(line)
    case .extra(let line): messages.extraLine(line)
    }
  }

  /// Whether two blocks are the same but for details: they stand in sections that stand for each other, and have most of
  /// their tokens in common. What is less alike may be another command.
  private static func areCounterparts(
    _ source: CodeBlock, _ wanted: Signature, _ translation: CodeBlock, _ found: Signature, _ pair: TranslationPair
  ) -> Bool {
    let own = pair.source.facts.lastSection(before: source.node)
    let other = pair.translation.facts.lastSection(before: translation.node)
    guard own.flatMap(pair.prose.section(inPlaceOf:)) == other else { return false }
    var counts: [ArraySlice<UInt8>: Int] = [:]
    for token in wanted.tokens { counts[pair.source.source.bytes[token.span.range], default: 0] += 1 }
    var common = 0
    for token in found.tokens {
      let text = pair.translation.source.bytes[token.span.range]
      guard let count = counts[text], count > 0 else { continue }
      counts[text] = count - 1
      common += 1
    }
    return common * 3 >= max(wanted.tokens.count, found.tokens.count) * 2
      // A name that stands in a block that the source lacks would be left there.
      && !pair.extraCode.names(
        in: pair.translation.source.bytes[translation.span.range],
        butNotIn: pair.source.source.bytes[source.span.range])
  }

  /// Whether a fix changes a part of a line, and no number in it: lines that are more, less or others are those of another
  /// time, and so are numbers of versions, which comments and texts beside the code are about.
  private static func isOfOneLine(_ fix: Restoration, _ pair: TranslationPair) -> Bool {
    fix.edits.allSatisfy { edit in
      let removed = pair.translation.source.bytes[edit.span.range]
      return !edit.text.contains(0x0A) && !removed.contains(0x0A) && LiteralDamage.haveSameDigits(edit.text, removed)
    }
  }

  /// Whether a fix removes what the output of the code has elsewhere, which would no longer be that of the code.
  private static func isPrinted(_ fix: Restoration, _ block: CodeBlock, _ pair: TranslationPair) -> Bool {
    guard block.infoString != nil else { return false }
    return fix.edits.contains { edit in
      pair.printedCode.names(in: pair.translation.source.bytes[edit.span.range], butNotIn: edit.text[...])
    }
  }

  /// Whether two blocks of words for people, in which each language says the same in its own way, name the same things.
  private static func isText(
    _ language: String?, _ wanted: Signature, _ found: Signature, _ pair: TranslationPair
  ) -> Bool {
    guard CodeLanguages.shared.language(of: language)?.isText ?? false else { return false }
    let names = Set(found.tokens.lazy.map { pair.translation.source.bytes[$0.span.range] })
    return wanted.tokens.allSatisfy { token in
      let text = pair.source.source.bytes[token.span.range]
      return !isName(text, token.kind) || names.contains(text)
    }
  }

  /// Whether a token is a number or a name, which no language changes.
  private static func isName(_ text: ArraySlice<UInt8>, _ kind: SignatureToken.Kind) -> Bool {
    guard kind == .identifier else { return kind == .number }
    return text.contains { $0 == UInt8(ascii: "_") || (0x30...0x39).contains($0) }
  }
}
