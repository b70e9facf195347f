import DocgenLint
import DocgenMarkup
import DocgenModel
import DocgenSupport

extension DamageKind {
  static let identifiers: [DamageKind] = [
    DamageKind("marked-name-blanks-added", .identifier, .warning, "damaged-identifier") { page, dice in
      page.mutation(page.markedNames, &dice, NameDamage.whitespace)
    },
    DamageKind("marked-name-translated", .identifier, .warning, "damaged-identifier") { page, dice in
      page.mutation(page.markedNames, &dice, NameDamage.translated(page.filler))
    },
    DamageKind("marked-name-case-changed", .identifier, .warning, "damaged-identifier") { page, dice in
      page.mutation(page.markedNames, &dice, NameDamage.letterCase)
    },
    DamageKind("marked-name-letters-changed", .identifier, .warning, "damaged-identifier") { page, dice in
      page.mutation(page.markedNames, &dice, NameDamage.letters)
    },
    DamageKind("unmarked-name-blanks-added", .identifier, .warning, "damaged-identifier") { page, dice in
      page.mutation(page.unmarkedNames, &dice, NameDamage.whitespace)
    },
    DamageKind("unmarked-name-translated", .identifier, .warning, "damaged-identifier") { page, dice in
      page.mutation(page.unmarkedNames, &dice, NameDamage.partTranslated(page.filler))
    },
    DamageKind("link-text-name-blanks-added", .identifier, .warning, "damaged-identifier") { page, dice in
      page.mutation(page.linkNames, &dice, NameDamage.whitespace)
    },
  ]

  static let prose: [DamageKind] = [
    DamageKind("sentence-untranslated", .prose, .note, "untranslated-text") { page, dice in
      page.mutatedSentence(&dice)
    },
    DamageKind("emphasis-torn", .prose, .warning, "broken-emphasis") { page, dice in
      let strong = page.proseNodes(.strong).filter { page.string(page.nodes[$0].span.range).hasPrefix("**") }
      guard let node = dice.pick(strong) else { return nil }
      let start = Int(page.nodes[node].span.start) + 2
      return Mutation([Edit(start..<start, " ")], at: [.old(start - 2)])
    },
    DamageKind("emphasis-mark-lost", .prose, .warning, "broken-emphasis") { page, dice in
      let strong = page.proseNodes(.strong).filter { page.string(page.nodes[$0].span.range).hasSuffix("**") }
      guard let node = dice.pick(strong) else { return nil }
      let end = Int(page.nodes[node].span.end)
      return Mutation([Edit(end - 2..<end, "")], at: [.old(Int(page.nodes[node].span.start))])
    },
    DamageKind("code-mark-lost", .prose, .warning, "broken-emphasis") { page, dice in
      guard let node = dice.pick(page.proseNodes(.code)) else { return nil }
      let end = Int(page.nodes[node].span.end)
      return Mutation([Edit(end - 1..<end, "")], at: [.old(Int(page.nodes[node].span.start))])
    },
    DamageKind("encoding-doubled", .prose, .warning, "broken-encoding") { page, dice in
      // UTF-8 that was read as Latin-1.
      let places = page.bytes.indices.dropLast().filter {
        page.bytes[$0] == 0xC3 && (0xA0...0xBF).contains(page.bytes[$0 + 1])
      }
      guard let place = dice.pick(places) else { return nil }
      return Mutation(Edit(place..<place + 2, [0xC3, 0x83, 0xC2, page.bytes[place + 1]]))
    },
    DamageKind("character-lost", .prose, .warning, "broken-encoding") { page, dice in
      let start = Int(page.page.frontMatter.bodyStart)
      // One that the source has, too, may stand for another.
      if page.string(start..<page.bytes.count).contains("\u{FFFD}") { return nil }
      let places = page.bytes.indices.dropLast().filter { $0 > start && page.bytes[$0] == 0xC3 }
      guard let place = dice.pick(places) else { return nil }
      return Mutation(Edit(place..<place + 2, "\u{FFFD}"))
    },
    DamageKind("number-changed", .prose, .note, "mismatched-number") { page, dice in
      page.mutation(page.numbers, &dice) { text, dice in
        NameDamage.digit(text, &dice).flatMap { $0.hasPrefix("0") ? nil : $0 }
      }
    },
  ]

  static let staleness: [DamageKind] = [
    DamageKind("source-changed", .staleness, .warning, "stale-translation") { page, _ in
      guard let name = page.page.frontMatter.string("ms.openlocfilehash"), !name.value.isEmpty else { return nil }
      let old = HashFunction.sha256.hexadecimal(of: Array("what it was".utf8) + page.source.source.originalBytes)
      return Mutation(Edit(name.span, old))
    },
    DamageKind("suppression-unused", .suppression, .warning, "unused-suppression") { page, dice in
      guard let section = dice.pick(page.facts.sections.filter { $0.parent == nil }) else { return nil }
      let start = Int(section.span.start)
      let words = "<!-- docgen-disable-next-line "
      return Mutation(
        [Edit(start..<start, "\(words)mismatched-number -->\n\n")], at: [.new(edit: 0, offset: words.utf8.count)])
    },
  ]
}

extension Specimen {
  /// The places of facts, which rules of their own compare.
  private var factSpans: [SourceSpan] {
    facts.parameters.map { nodes[$0.node].span } + facts.returnCodes.map { nodes[$0.node].span }
      + facts.members.map { nodes[$0.node].span } + facts.requirements.map { nodes[$0.node].span }
      + facts.members.flatMap {
        [$0.dataType, $0.access, $0.qualifiers, $0.value, $0.defaultValue].compactMap { $0?.span }
      }
      + facts.returnCodes.flatMap { [$0.value, $0.alternateValue].compactMap { $0?.span } }
      + facts.labelledValues.map(\.value.span) + (facts.headingNode.map { [nodes[$0].span] } ?? [])
  }

  private func isProse(_ span: SourceSpan) -> Bool {
    !factSpans.contains { $0.start < span.end && span.start < $0.end }
  }

  /// Emphasis or code in paragraphs of prose.
  func proseNodes(_ kind: Node.Kind) -> [Int] {
    nodes.indices.filter { index in
      nodes[index].kind == kind && isProse(nodes[index].span) && nodes[parent(of: index)].kind == .paragraph
    }
  }

  /// Names with the shape of one in bold, italics or code.
  var markedNames: [Located<String>] {
    nodes.indices.filter { [.strong, .emphasis, .code].contains(nodes[$0].kind) }.compactMap { nameText($0) }
      .filter { name in !linkSpans.contains { $0.contains(name.span) } }
  }

  /// Names in the texts of links.
  var linkNames: [Located<String>] { linkNodes.compactMap { nameText($0) } }

  private var linkSpans: [SourceSpan] { linkNodes.map { nodes[$0].span } }

  /// The text of a node where it is one name.
  private func nameText(_ index: Int) -> Located<String>? {
    let text = document.text(of: index).located
    guard text.value.utf8.count > 3, text.value.utf8.allSatisfy(Identifier.isNameByte),
      Identifier.isSymbolic(text.value.utf8),
      text.value.contains("_") || text.value.dropFirst().contains(where: \.isLowercase), isProse(text.span)
    else { return nil }
    return isUnique(text) ? text : nil
  }

  /// Whether a name stands once in its section: one of several that is damaged may be taken for another.
  private func isUnique(_ name: Located<String>) -> Bool {
    guard
      let node = nodes.indices.last(where: {
        nodes[$0].span.start <= name.span.start && nodes[$0].span.end >= name.span.end
      })
    else { return false }
    let index = section(of: node)
    let range = index < 0 ? 0..<(facts.sections.first?.heading ?? nodes.count) : facts.sections[index].content
    let words = document.text(in: range).string.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
    return words.count { $0 == name.value } == 1
  }

  /// Names with an underscore in plain text.
  var unmarkedNames: [Located<String>] {
    var result: [Located<String>] = []
    for index in nodes.indices where nodes[index].kind == .paragraph && isProse(nodes[index].span) {
      let text = document.text(of: index)
      for word in text.bytes.indices.split(whereSeparator: { !Identifier.isNameByte(text.bytes[$0]) }) {
        let range = word.startIndex..<word.endIndex
        guard range.count > 3, text.bytes[range].contains(UInt8(ascii: "_")), Identifier.isSymbolic(text.bytes[range])
        else { continue }
        let name = text.located(range)
        let isMarked = nodes[index + 1..<Int(nodes[index].end)].contains {
          [.strong, .emphasis, .code, .link].contains($0.kind) && $0.span.contains(name.span)
        }
        if !isMarked, isUnique(name) { result.append(name) }
      }
    }
    return result
  }

  /// Numbers of two digits and more in paragraphs.
  var numbers: [Located<String>] {
    var result: [Located<String>] = []
    for index in nodes.indices where nodes[index].kind == .paragraph && isProse(nodes[index].span) {
      let text = document.text(of: index)
      guard !text.bytes.contains(UInt8(ascii: "/")) else { continue }
      let words = text.bytes.indices.split { text.bytes[$0] == 0x20 || text.bytes[$0] == UInt8(ascii: ",") }
      let numbers = words.map { $0.startIndex..<$0.endIndex }.filter { range in
        range.count > 1 && text.bytes[range].allSatisfy { (0x30...0x39).contains($0) }
      }
      if numbers.count == 1 { result += numbers.map { text.located($0) } }
    }
    return result
  }

  /// A paragraph in the words of the source.
  func mutatedSentence(_ dice: inout Dice) -> Mutation? {
    let own = nodes.indices.filter { nodes[$0].kind == .paragraph }
    let others = source.document.nodes.indices.filter { source.document.nodes[$0].kind == .paragraph }
    guard own.count == others.count else { return nil }
    let places = own.indices.filter { index in
      let node = source.document.nodes[others[index]]
      let text = source.document.text(of: others[index]).string
      let plain = text.split(separator: " ").prefix { !$0.hasSuffix(".") }.count { $0.allSatisfy(\.isLowercase) }
      return plain >= 7 && isProse(nodes[own[index]].span) && Int(node.end) == others[index] + 2
    }
    guard let index = dice.pick(Array(places)) else { return nil }
    let range = source.document.nodes[others[index]].span.range
    return Mutation(Edit(nodes[own[index]].span.range, Array(source.source.bytes[range])))
  }
}
