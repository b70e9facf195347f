import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Makes a true translation of a page's frame: titles, labels, directions and phrases in the words of the target's
/// vocabulary, filler in the place of prose, and all names, values, code, links and emphasis as they are.
struct FrameTranslator: Sendable {
  let source: Vocabulary
  let target: Vocabulary
  let filler: FillerProse
  let phrases: PhraseTable

  init(from source: Vocabulary, to target: Vocabulary) {
    self.source = source
    self.target = target
    filler = FillerProse(target)
    phrases = PhraseTable(from: source, to: target)
  }

  /// The bytes of the translation.
  func translate(_ page: LocalizedPage, _ dice: Dice) -> [UInt8] {
    var work = FrameTranslation(page, self, dice)
    work.translateHeadings()
    work.translateParameters()
    work.translateRequirements()
    work.translateReturnCodes()
    work.translateMembers()
    work.translateTableHeaders()
    work.translateProse()
    work.translateFrontMatter()
    return EditList(work.edits).applied(to: page.source.bytes)
  }
}

/// The translation of one page in the making.
struct FrameTranslation {
  let page: LocalizedPage
  let translator: FrameTranslator
  var dice: Dice
  private(set) var edits: [Edit] = []
  /// What is translated already, or must stay as it is.
  private var claimed: [Range<Int>] = []
  /// Names that a sentence may start with.
  private let names: Set<String>

  private var document: Document { page.document }
  private var source: Vocabulary { translator.source }
  private var target: Vocabulary { translator.target }

  init(_ page: LocalizedPage, _ translator: FrameTranslator, _ dice: Dice) {
    self.page = page
    self.translator = translator
    self.dice = dice
    var names = Set(page.facts.parameters.map(\.name.value) + page.facts.members.map(\.name.value))
    for name in page.frontMatter.strings("api_name") {
      names.formUnion(name.value.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init))
    }
    self.names = names
  }

  // MARK: Claims

  private mutating func claim(_ span: SourceSpan) { claimed.append(span.range) }

  private func isClaimed(_ range: Range<Int>) -> Bool { claimed.contains { $0.overlaps(range) } }

  /// Puts a text in the place of another, written as its place demands; it stays where markup stands within.
  private mutating func replace(_ span: SourceSpan, with text: String?) {
    guard !span.isEmpty, !isClaimed(span.range) else { return }
    defer { claim(span) }
    guard let text, let slot = Slot(document, at: span),
      let (place, bytes) = slot.replacing(0..<slot.text.count, with: Array(text.utf8))
    else { return }
    edits.append(Edit(place.range, bytes))
  }

  /// Puts filler in the place of the plain words of a part of the page.
  private mutating func fill(_ range: Range<Int>, isTitle: Bool = false, startsSentence: Bool = true) {
    let words = PlainWords.find(
      in: page.source.bytes, range, isTitle: isTitle, startsSentence: startsSentence
    ) { names.contains(String(decoding: $0, as: UTF8.self)) && $0.contains { (0x41...0x5A).contains($0) } }
    for word in words where !isClaimed(word.range) {
      var text = word.isCapitalized ? translator.filler.capitalizedWord(&dice) : translator.filler.word(&dice)
      // Languages need words of different numbers.
      if !isTitle, dice.happens(12) { text += " " + translator.filler.word(&dice) }
      edits.append(Edit(word.range, text))
    }
  }

  // MARK: Titles

  mutating func translateHeadings() {
    if let heading = page.facts.headingNode { translateTitle(document.nodes[heading].span.range) }
    let entries = Set(page.facts.parameters.map(\.node) + page.facts.members.map(\.node))
    for section in page.facts.sections {
      insertAnchor(section)
      if entries.contains(section.heading) {
        // The name of a parameter or member, which may read like the title of a section.
        if let parameter = page.facts.parameters.first(where: { $0.node == section.heading }) {
          claim(parameter.name.span)
        } else {
          claim(section.title.span)
        }
        continue
      }
      if section.title.value.hasPrefix("-") {
        claim(section.title.span)
      } else if let role = source.sectionRole(section.title.value), let title = target.sectionTitle(role) {
        replace(section.title.span, with: title)
      } else {
        fill(section.span.range, isTitle: true)
        claim(section.span)
      }
    }
  }

  /// Translations name the source's anchor in each heading.
  private mutating func insertAnchor(_ section: Section) {
    let bytes = page.source.bytes
    var index = Int(section.span.start)
    guard !section.hasExplicitAnchor, index < bytes.count, bytes[index] == UInt8(ascii: "#") else { return }
    while index < bytes.count, bytes[index] == UInt8(ascii: "#") || bytes[index] == 0x20 { index += 1 }
    edits.append(Edit(index..<index, "<a name=\"\(section.anchor)\"></a>"))
  }

  /// The words of a title: kinds in the words of the language, other words by filler.
  private mutating func translateTitle(_ range: Range<Int>) {
    let bytes = page.source.bytes
    let words = PlainWords.find(in: bytes, range, isTitle: !page.facts.isReference, startsSentence: false) { _ in false
    }
    for word in words {
      let text = String(decoding: bytes[word.range], as: UTF8.self)
      if names.contains(text) { continue }
      if let kind = source.kind(text), let own = target.forms(of: kind, in: .kinds).first {
        edits.append(Edit(word.range, own))
      } else if let kind = source.pluralKind(text), let own = target.forms(of: kind, in: .pluralKinds).first {
        edits.append(Edit(word.range, own))
      } else {
        edits.append(
          Edit(
            word.range, word.isCapitalized ? translator.filler.capitalizedWord(&dice) : translator.filler.word(&dice)))
      }
    }
    claimed.append(range)
  }

  // MARK: Facts

  mutating func translateParameters() {
    for parameter in page.facts.parameters {
      claim(parameter.name.span)
      guard let text = parameter.directionText else { continue }
      if let key = source.direction(text.value) {
        replace(text.span, with: target.forms(of: key, in: .directions).first)
      } else {
        let words = text.value.split(separator: ",").map { String($0).trimmed }
        let own = words.map { word in
          source.direction(word).flatMap { target.forms(of: $0, in: .directions).first } ?? word
        }
        replace(text.span, with: own.joined(separator: ", "))
      }
    }
  }

  mutating func translateRequirements() {
    for requirement in page.facts.requirements {
      replace(requirement.label.span, with: requirement.key.flatMap { target.requirementLabel($0) })
      for value in requirement.values { translatePhrases(value.span) }
      claim(requirement.valueSpan)
    }
  }

  private mutating func translatePhrases(_ span: SourceSpan) {
    guard let slot = Slot(document, at: span) else { return }
    for match in translator.phrases.matches(in: slot.text) {
      if let form = match.forms.first, let (place, bytes) = slot.replacing(match.range, with: Array(form.utf8)) {
        edits.append(Edit(place.range, bytes))
      }
    }
  }

  mutating func translateReturnCodes() {
    for code in page.facts.returnCodes + page.facts.exceptions {
      if let name = code.name {
        if !code.isSymbolic { fill(name.span.range, isTitle: true) }
        claim(name.span)
      }
      for value in [code.value, code.alternateValue] {
        if let value { claim(value.span) }
      }
    }
  }

  mutating func translateMembers() {
    for member in page.facts.members {
      claim(member.name.span)
      translateValues(type: member.dataType, access: member.access)
      for value in [member.qualifiers, member.value, member.defaultValue, member.required] {
        if let value { claim(value.span) }
      }
    }
    for value in page.facts.labelledValues where value.key != nil {
      guard let key = value.key, value.section == nil || source.propertyLabel(value.label.value) != nil else {
        continue
      }
      replace(
        value.label.span,
        with: target.forms(of: key, in: .propertyLabels).first ?? target.forms(of: key, in: .valueHeaders).first)
      translateValues(type: value.value, access: value.value)
      claim(value.value.span)
    }
  }

  private mutating func translateValues(type: Located<String>?, access: Located<String>?) {
    if let access, let key = source.access(access.value) {
      replace(access.span, with: target.forms(of: key, in: .access).first)
    }
    // The name of a type is the same in every language; only words for one are translated.
    if let type, !Identifier.isName(type.value.utf8), let key = source.dataType(type.value) {
      replace(type.span, with: target.forms(of: key, in: .dataTypes).first)
    }
    if let type { claim(type.span) }
  }

  mutating func translateTableHeaders() {
    for (index, node) in document.nodes.enumerated() where node.kind == .tableRow && node.flags.contains(.header) {
      let cells = document.children(of: index).filter { document.nodes[$0].kind == .tableCell }
      let texts = cells.map { document.text(of: $0).located }
      let isRequirements = source.isRequirementHeader(texts.map(\.value))
      for (cell, text) in zip(cells, texts) where !text.value.isEmpty {
        if isRequirements, let own = translationOfHeader(text.value) {
          replace(text.span, with: own)
        } else if let key = source.valueHeader(text.value), let own = target.forms(of: key, in: .valueHeaders).first {
          replace(text.span, with: own)
        } else {
          fill(document.nodes[cell].span.range, isTitle: true)
        }
      }
    }
  }

  /// The word of the interface for a header of a table of requirements.
  private func translationOfHeader(_ text: String) -> String? {
    source.interfaceKeys.first { source.interfaceText($0) == text }.flatMap { target.interfaceText($0) }
  }

  // MARK: Prose

  mutating func translateProse() {
    var markedEnd = 0
    for (index, node) in document.nodes.enumerated() {
      switch node.kind {
      case .emphasis, .strong, .code, .codeBlock, .link, .image, .ignored, .comment, .htmlInline:
        if node.kind == .strong { translateAlertLabel(index) }
        markedEnd = max(markedEnd, Int(node.end))
      case .element where [.b, .strong, .i, .em, .var, .code, .tt, .kbd, .samp, .pre, .a].contains(node.tag):
        markedEnd = max(markedEnd, Int(node.end))
      case .text where index >= markedEnd && node.payload < 0 && !node.flags.contains(.escaped):
        translateText(node)
      default: break
      }
    }
  }

  private mutating func translateAlertLabel(_ node: Int) {
    let text = document.text(of: node).located
    if let key = source.alert(text.value) { replace(text.span, with: target.forms(of: key, in: .alerts).first) }
  }

  private mutating func translateText(_ node: Node) {
    var range = node.span.range
    let bytes = page.source.bytes
    if let colon = bytes[range].prefix(32).firstIndex(of: UInt8(ascii: ":")), !isClaimed(range.lowerBound..<colon) {
      let label = String(decoding: bytes[range.lowerBound..<colon], as: UTF8.self).trimmed
      if let key = source.propertyLabel(label), let own = target.forms(of: key, in: .propertyLabels).first {
        let start = bytes[range].firstIndex { $0 > 0x20 } ?? range.lowerBound
        edits.append(Edit(start..<colon, own))
        claimed.append(start..<colon)
        range = colon + 1..<range.upperBound
      }
    }
    let before = range.lowerBound > 0 ? bytes[range.lowerBound - 1] : 0x0A
    fill(range, startsSentence: before == 0x0A || before == UInt8(ascii: "|") || before == UInt8(ascii: ">"))
  }

  // MARK: Front matter

  mutating func translateFrontMatter() {
    guard let span = page.frontMatter.span, page.frontMatter.problems.isEmpty else { return }
    if let title = page.facts.title { translateTitle(title.span.range) }
    if let description = page.frontMatter.string("description") {
      fill(description.span.range, startsSentence: true)
    }
    // The closing line is the last of the span.
    let bytes = page.source.bytes
    var start = Int(span.end)
    while start > 0, bytes[start - 1] == 0x0A || bytes[start - 1] == 0x0D { start -= 1 }
    while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
    let known = Set(page.frontMatter.entries.map(\.key.value))
    var lines = ""
    if !known.contains("ms.openlocfilehash") {
      let name = HashFunction.sha256.hexadecimal(of: Self.withCRLF(page.source.originalBytes))
      lines += "ms.openlocfilehash: \(name)\n"
    }
    if !known.contains("ms.contentlocale") { lines += "ms.contentlocale: \(target.tag)\n" }
    if !known.contains("ms.translationtype") { lines += "ms.translationtype: MT\n" }
    edits.append(Edit(start..<start, lines))
  }

  private static func withCRLF(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      if byte == 0x0A, index == 0 || bytes[index - 1] != 0x0D { result.append(0x0D) }
      result.append(byte)
    }
    return result
  }
}

extension String {
  /// Without whitespace at its ends.
  var trimmed: String {
    String(decoding: utf8.drop { $0 <= 0x20 }.reversed().drop { $0 <= 0x20 }.reversed(), as: UTF8.self)
  }
}
