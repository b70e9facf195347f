import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Compares the code within lines as it stands, block by block; its order is free.
///
/// Names in code are the matter of ``DamagedIdentifier``, and facts that of their rules: what these found is not told again.
/// Code that stands in the text with other marks, or without, is there.
enum MismatchedInlineCode: TranslationCheck {
  static let rule = Rule(
    "mismatched-inline-code", in: .identifier, .warning,
    "Code within a line is not that of the source.")

  struct Messages: MessageSet {
    let changed = MessageForm<String, String>("the code says '{1}' here; write '{2}' as in the source")
    let missing = MessageForm<String>("the code '{1}' is missing; write it as in the source")
    let unmarked = MessageForm<Int>(
      "the page has no code within its lines, and the source {1} that stand in the text here; mark them with backquotes"
    )
  }

  /// Fewer may be a choice of the translator.
  private static let leastUnmarked = 4

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    let source = pair.prose.source
    guard source.marks.contains(where: { $0.kind == .code }) else { return }
    reportUnmarked(pair, &findings)
    for texts in pair.prose.texts.pairs {
      let own = source.code(inRuns: texts.source..<texts.source + 1)
      if own.isEmpty { continue }
      let other = pair.prose.translation.code(inRuns: texts.translation..<texts.translation + 1)
      let lacking = LiteralPairs.lacking(own.map(\.fixed), other.map(\.fixed))
      if lacking.missing.isEmpty { continue }
      CodeOfBlock(pair: pair, texts: texts, sourceCode: own, translationCode: other)
        .report(lacking.missing, lacking.extra, &findings)
    }
  }
}

extension MismatchedInlineCode {
  /// Reports a page that has the code of its source as plain text: what lost its marks here and there is no finding.
  private static func reportUnmarked(_ pair: TranslationPair, _ findings: inout Findings) {
    let translation = pair.prose.translation
    guard !translation.marks.contains(where: { $0.kind == .code }) else { return }
    var count = 0
    var first: (place: SourceSpan, source: SourceSpan)?
    for texts in pair.prose.texts.pairs {
      let codes = pair.prose.source.code(inRuns: texts.source..<texts.source + 1)
      guard !codes.isEmpty, let text = translation.text(ofRun: texts.translation)?.bytes else { continue }
      // Pages of another time have their names in bold.
      let marked = Set(
        translation.marks[translation.runs[texts.translation].marks].map {
          Array(translation.page.document.text(of: $0.node).bytes)
        })
      // Words of a language stand in any text.
      for code in codes where !code.isPhrase && code.text.contains(where: { !(0x61...0x7A).contains($0) }) {
        guard pair.prose.holds(text, code.text, allowsSpaces: false), !marked.contains(code.text) else { continue }
        count += 1
        first = first ?? (SourceSpan(at: translation.runs[texts.translation].span.start), code.span)
      }
    }
    guard count >= leastUnmarked, let first else { return }
    report(
      Finding(messages.unmarked(count), at: first.place, damage: .lost, source: first.source), to: &findings)
  }
}

/// The code of one block of a translation and of its source.
private struct CodeOfBlock {
  let pair: TranslationPair
  let texts: ProsePair.TextPair
  let sourceCode: [InlineCode]
  let translationCode: [InlineCode]

  /// Two texts in blocks that stand for each other are the same where they have this much in common.
  private static let certainSimilarity = 0.6

  func report(_ missing: [Int], _ extra: [Int], _ findings: inout Findings) {
    let (source, translation) = (pair.prose.source, pair.prose.translation)
    let text = translation.text(ofRun: texts.translation)?.bytes ?? []
    let sourceText = source.text(ofRun: texts.source)?.bytes ?? []
    let tornForms = Set(extra.map { LiteralDamage.plain(translationCode[$0].text) })
    let missing = missing.filter { index in
      let code = sourceCode[index]
      if pair.prose.isFact(code.span) || findings.hasOne(aboutSource: code.span) { return false }
      if tornForms.contains(LiteralDamage.plain(code.text)) { return true }
      return !pair.prose.holds(text, code.text, allowsSpaces: true) && !standsInParts(code) && !stands(code)
    }
    // What the source has without marks is nothing else, but for what was torn.
    let wantedForms = Set(missing.map { LiteralDamage.plain(sourceCode[$0].text) })
    let extra = extra.filter { index in
      let code = translationCode[index].text
      return wantedForms.contains(LiteralDamage.plain(code)) || !pair.prose.holds(sourceText, code, allowsSpaces: true)
    }
    // A text that stands for what a reader fills in is the language's own.
    let wanted = missing.filter { index in
      !extra.contains { Self.areSamePhrases(sourceCode[index].text, translationCode[$0].text) }
    }
    report(lacking: wanted, extra, &findings)
  }

  private func report(lacking missing: [Int], _ extra: [Int], _ findings: inout Findings) {
    let translation = pair.prose.translation
    if missing.isEmpty { return }
    let isOtherText = isOfOtherText(missing.count, extra.count)
    var lost: [InlineCode] = []
    for difference in LiteralPairs(missing, of: sourceCode.map(\.text), with: extra, of: translationCode.map(\.text))
      .differences
    where !isOtherText || difference.isTypographic {
      let code = sourceCode[difference.source]
      // A command that stands in another place of the source is that one.
      if let match = difference.translation, translationCode[match].fixed != translationCode[match].text,
        isOfSource(translationCode[match])
      {
        continue
      }
      // What has nothing in common, and stands elsewhere in the source, is no other form of it.
      guard let match = difference.translation.map({ translationCode[$0] }),
        difference.similarity > 0 || !isElsewhereInSource(match)
      else {
        lost.append(code)
        continue
      }
      if areSameMarkup(code.text, match.text) || areSameAddress(code.text, match.text)
        || Self.areSamePhrases(code.text, match.text) || Self.areKeys(code.text, match.text)
        || Self.withoutSpacesOfBraces(code.text) == Self.withoutSpacesOfBraces(match.text)
        || findings.hasOne(in: match.span)
      {
        continue
      }
      // Where the text may be another, only what is alike stands for each other.
      let isAlike = difference.similarity >= Self.certainSimilarity
      if !isAlike, !texts.isCertain { continue }
      reportChange(code, match, isCertain: isAlike || difference.isOnly, &findings)
    }
    let block = translation.runs[texts.translation].span
    lost.removeAll { findings.hasOne(about: $0.string, in: block) }
    if !lost.isEmpty { reportLost(lost, &findings) }
  }

  /// Whether the translation has a name and its value apart (`cache=False`), or a code without the full stop of its sentence.
  private func standsInParts(_ code: InlineCode) -> Bool {
    func holds(_ text: ArraySlice<UInt8>) -> Bool { translationCode.contains { $0.text.elementsEqual(text) } }
    if let last = code.text.last, ".,".utf8.contains(last) { return holds(code.text.dropLast()) }
    let parts = code.text.split(separator: UInt8(ascii: "="), omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty && holds($0) }
  }

  /// Whether nearly all code of a block is gone, or all of one that may stand for another text: then the text is another.
  private func isOfOtherText(_ missing: Int, _ extra: Int) -> Bool {
    if !texts.isCertain { return missing == sourceCode.count }
    return missing > 3 && missing * 4 > sourceCode.count * 3 && extra * 2 < missing
  }

  private func reportChange(
    _ source: InlineCode, _ translation: InlineCode, isCertain: Bool, _ findings: inout Findings
  ) {
    let isTypographic = LiteralDamage.isTypographic(source.text, translation.text)
    // Words for readers are the language's own.
    let canBeWritten =
      isCertain && !source.isPhrase && !source.isFormulaOfWords && !source.hasMarks && !translation.hasMarks
      && (isTypographic
        || (isBalanced(source.text) || !isBalanced(translation.text))
          && LiteralDamage.haveSameDigits(source.text, translation.text)
          && !isElsewhereInSource(translation) && !isInSection(source)
          && !pair.ownCode.names(in: translation.text[...], butNotIn: source.text[...]))
    let text = Array(pair.source.source.bytes[source.span.range])
    var finding = Finding.changed(
      MismatchedInlineCode.messages.changed(translation.string, source.string),
      from: Located(source.string, at: source.span), to: Located(translation.string, at: translation.span),
      severity: source.isPhrase ? .note : nil,
      fix: canBeWritten ? Restoration([TextEdit(translation.span, text)], isSafe: isTypographic) : nil)
    if isTypographic { finding.damage = .whitespace }
    MismatchedInlineCode.report(finding, to: &findings)
  }

  /// Whether both are one address, each with the language of its page.
  private func areSameAddress(_ source: [UInt8], _ translation: [UInt8]) -> Bool {
    let slash = UInt8(ascii: "/")
    guard source.contains(slash), source.count(where: { $0 == slash }) == translation.count(where: { $0 == slash })
    else { return false }
    func isLanguage(_ part: ArraySlice<UInt8>, _ document: Document) -> Bool {
      guard let language = document.tokenSet?.language, !language.isEmpty else { return false }
      return ASCIICase.equal(part.prefix { $0 != UInt8(ascii: "-") }, language.utf8)
    }
    let parts = zip(
      source.split(separator: slash, omittingEmptySubsequences: false),
      translation.split(separator: slash, omittingEmptySubsequences: false))
    return parts.allSatisfy { own, other in
      own == other || isLanguage(own, pair.source.document) && isLanguage(other, pair.translation.document)
    }
  }

  /// Whether as many brackets close as open.
  private func isBalanced(_ text: [UInt8]) -> Bool {
    ["()", "[]", "{}", "<>"].allSatisfy { pair in
      text.count { $0 == pair.utf8.first } == text.count { $0 == pair.utf8.last }
    }
  }

  /// What is lost of a block is one finding.
  private func reportLost(_ codes: [InlineCode], _ findings: inout Findings) {
    let names = codes.map(\.string).joined(separator: "', '")
    MismatchedInlineCode.report(
      Finding(
        MismatchedInlineCode.messages.missing(names),
        at: SourceSpan(at: pair.prose.translation.runs[texts.translation].span.start), expected: codes[0].string,
        damage: .lost, source: codes[0].span), to: &findings)
  }

  /// Whether the section of the translation has code, as code or as text, as often as that of the source: what moved from
  /// one block to another is there.
  private func stands(_ code: InlineCode) -> Bool {
    let section = texts.section
    let translation = pair.prose.translation
    let (expected, actual) = (
      pair.prose.source.codeCounts(inRuns: section.sourceRuns), translation.codeCounts(inRuns: section.runs)
    )
    let wanted = expected.texts[code.text] ?? 0
    let fixed = code.fixed
    if fixed != code.text { return actual.fixed[fixed] ?? 0 >= expected.fixed[fixed] ?? 0 }
    if code.text.count < 3 { return actual.texts[code.text] ?? 0 >= wanted }
    var found = 0
    for run in section.runs {
      // Marks stand before the first word and after the last.
      let span = translation.runs[run].span
      let start = max(0, Int(span.start) - 2)
      let bytes = translation.page.source.bytes[start..<min(translation.page.source.bytes.count, Int(span.end) + 2)]
      guard pair.prose.maySearch(bytes.count) else { return true }
      found += LiteralSearch.count(of: code.text, in: Array(bytes))
      if found >= wanted { return true }
    }
    return false
  }

  /// Whether the section of the source has a code of the translation, placeholders aside.
  private func isOfSource(_ code: InlineCode) -> Bool {
    pair.prose.source.codeCounts(inRuns: texts.section.sourceRuns).fixed[code.fixed] != nil
  }

  /// Whether the section of the translation has a code of the source, so that it stands in another place.
  private func isInSection(_ code: InlineCode) -> Bool {
    pair.prose.translation.codeCounts(inRuns: texts.section.runs).texts[code.text] != nil
  }

  /// Whether the source has a text of the translation's code anywhere, as in a block of code.
  private func isElsewhereInSource(_ code: InlineCode) -> Bool {
    let bytes = pair.source.source.bytes
    guard code.text.count > 2, pair.prose.maySearch(bytes.count) else { return false }
    return ByteSearch.firstIndex(of: code.text, in: bytes, from: 0) != nil
  }

  /// A text without the spaces at the ends of what double braces hold, which say nothing: `{{ .Values }}`.
  private static func withoutSpacesOfBraces(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for (index, byte) in text.enumerated() {
      let isSpace =
        byte == 0x20
        && (result.suffix(2).elementsEqual("{{".utf8)
          || text[(index + 1)...].drop { $0 == 0x20 }.starts(with: "}}".utf8))
      if !isSpace { result.append(byte) }
    }
    return result
  }

  /// Whether both are as many keys that are pressed together, which each language calls as its keyboards do: `Ctrl+Space`.
  private static func areKeys(_ source: [UInt8], _ translation: [UInt8]) -> Bool {
    func keys(_ text: [UInt8]) -> [ArraySlice<UInt8>]? {
      let keys = text.split(separator: UInt8(ascii: "+"), omittingEmptySubsequences: false)
      let areKeys = keys.allSatisfy { key in
        guard let first = key.first else { return false }
        return ((0x41...0x5A).contains(first) || first >= 0x80)
          && key.dropFirst().allSatisfy { $0 >= 0x80 || (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
      }
      return keys.count > 1 && areKeys && keys[0].count > 1 ? keys : nil
    }
    guard let own = keys(source), let other = keys(translation) else { return false }
    // A letter is the same key everywhere.
    return own.count == other.count && zip(own, other).allSatisfy { $0 == $1 || $0.count > 1 && $1.count > 1 }
  }

  /// Whether both are the same but for what several words in angle brackets or braces say: `<width in pixels>`.
  private static func areSamePhrases(_ source: [UInt8], _ translation: [UInt8]) -> Bool {
    func parts(_ text: [UInt8]) -> (rest: [UInt8], count: Int) {
      var (rest, count, index) = ([UInt8](), 0, 0)
      while index < text.count {
        let isBrace = text[index] == UInt8(ascii: "{")
        if isBrace || text[index] == UInt8(ascii: "<"),
          let end = text[index...].firstIndex(of: isBrace ? UInt8(ascii: "}") : UInt8(ascii: ">")),
          text[index..<end].contains(0x20),
          text[index + 1..<end].allSatisfy({ $0 == 0x20 || $0 >= 0x80 || (0x61...0x7A).contains($0 | 0x20) })
        {
          count += 1
          index = end
        }
        rest.append(text[index])
        index += 1
      }
      return (rest, count)
    }
    let own = parts(source)
    return own.count > 0 && own == parts(translation)
  }

  /// Whether both are the same tags around other texts: `<p>Hello</p>` shows what readers read.
  private func areSameMarkup(_ source: [UInt8], _ translation: [UInt8]) -> Bool {
    func tags(_ text: [UInt8]) -> [UInt8] {
      var isInTag = false
      return text.filter { byte in
        if byte == UInt8(ascii: "<") { isInTag = true }
        defer { if byte == UInt8(ascii: ">") { isInTag = false } }
        return isInTag
      }
    }
    let own = tags(source)
    return own.count(where: { $0 == UInt8(ascii: "<") }) > 1 && own == tags(translation)
  }
}
