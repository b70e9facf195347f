import DocgenLint
import DocgenMarkup
import DocgenModel
import DocgenSupport

extension DamageKind {
  static let signatures: [DamageKind] = [
    DamageKind("signature-word-translated", .signature, .error, "mismatched-signature") { page, dice in
      page.mutatedCode(page.signatures, &dice, NameDamage.translated(page.filler))
    },
    DamageKind("signature-word-letters-changed", .signature, .error, "mismatched-signature") { page, dice in
      page.mutatedCode(page.signatures, &dice, NameDamage.letters)
    },
    DamageKind("signature-number-changed", .signature, .error, "mismatched-signature") { page, dice in
      page.mutatedCode(page.signatures, &dice, NameDamage.digit)
    },
    DamageKind("signature-mark-lost", .signature, .error, "mismatched-signature") { page, dice in
      guard let block = dice.pick(page.signatures) else { return nil }
      let marks = block.span.range.filter { "();,*&=".utf8.contains(page.bytes[$0]) && !page.isInComment($0, block) }
      guard let mark = dice.pick(marks) else { return nil }
      return Mutation([Edit(mark..<mark + 1, "")], at: page.placesOfDifference(mark..<mark + 1, block))
    },
    DamageKind("signature-line-lost", .signature, .error, "mismatched-signature") { page, dice in
      guard let block = dice.pick(page.signatures) else { return nil }
      let lines = page.codeLines(block)
      guard lines.count > 2, let index = dice.pick(Array(1..<lines.count - 1)) else { return nil }
      return Mutation([Edit(lines[index], "")], at: page.placesOfDifference(lines[index], block))
    },
    DamageKind("signature-lost", .signature, .error, "missing-signature") { page, dice in
      guard let block = dice.pick(page.signatures), page.nodes[block.node].flags.contains(.fenced),
        let section = page.facts.sections.first(where: { $0.role == .syntax }), section.heading < block.node
      else { return nil }
      let span = page.nodes[block.node].span.range
      return Mutation(
        [Edit(page.lineStart(span.lowerBound)..<page.lineEnd(span.upperBound - 1), "")],
        at: [.old(Int(section.span.start))])
    },
    DamageKind("signature-added", .signature, .error, "extra-signature") { page, dice in
      guard let block = dice.pick(page.signatures), page.nodes[block.node].flags.contains(.fenced),
        let info = block.infoString, let name = page.firstWord(block)
      else { return nil }
      let span = page.nodes[block.node].span.range
      let range = page.lineStart(span.lowerBound)..<page.lineEnd(span.upperBound - 1)
      let text = page.string(range).replacing(name, with: name + "Ex")
      return Mutation(
        [Edit(range.upperBound..<range.upperBound, "\n" + text)],
        at: [.new(edit: 0, offset: 1 + Int(info.span.start) - range.lowerBound)])
    },
  ]

  static let code: [DamageKind] = [
    DamageKind("code-language-lost", .signature, .warning, "mismatched-code") { page, dice in
      guard let block = dice.pick(page.facts.codeBlocks.filter { $0.infoString != nil }), let info = block.infoString
      else { return nil }
      return Mutation([Edit(info.span, "")], at: [.old(Int(page.nodes[block.node].span.start))])
    },
    DamageKind("code-language-changed", .signature, .warning, "mismatched-code") { page, dice in
      guard let info = dice.pick(page.facts.codeBlocks.compactMap(\.infoString)) else { return nil }
      return Mutation(Edit(info.span, page.filler.word(&dice)))
    },
    DamageKind("sample-word-changed", .signature, .warning, "mismatched-code") { page, dice in
      page.mutatedCode(page.samples, &dice, NameDamage.letters)
    },
    DamageKind("sample-lost", .signature, .warning, "mismatched-code") { page, dice in
      let blocks = page.samples.filter { page.nodes[$0.node].flags.contains(.fenced) && page.parent(of: $0.node) == 0 }
      guard let block = dice.pick(blocks), let heading = page.heading(around: block.node) else { return nil }
      let span = page.nodes[block.node].span.range
      return Mutation(
        [Edit(page.lineStart(span.lowerBound)..<page.lineEnd(span.upperBound - 1), "")], at: [.old(heading)])
    },
  ]
}

extension Specimen {
  var signatures: [CodeBlock] { facts.codeBlocks.filter { $0.signature != nil && !$0.span.isEmpty } }

  var samples: [CodeBlock] { facts.codeBlocks.filter { $0.signature == nil && !$0.span.isEmpty } }

  /// The lines of a block, each with its line end.
  func codeLines(_ block: CodeBlock) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = lineStart(Int(block.span.start))
    while start < Int(block.span.end) {
      let end = lineEnd(start)
      if bytes[start..<end].contains(where: { $0 > 0x20 }) { lines.append(start..<end) }
      start = end
    }
    return lines.filter { line in
      let ink = firstInk(line)
      return !isInComment(ink, block) && !"/<".utf8.contains(bytes[ink])
    }
  }

  /// Where a block first reads otherwise when a part of it is gone: at the token that stands where another is wanted, or at
  /// the end of what is left.
  func placesOfDifference(_ lost: Range<Int>, _ block: CodeBlock) -> [Mutation.Place] {
    let end = Int(block.span.end)
    func skip(_ index: inout Int) {
      while index < end {
        if bytes[index] <= 0x20 {
          index += 1
        } else if bytes[index] == 0xC2, bytes[index + 1] == 0xA0 {
          index += 2
        } else if bytes[index...].starts(with: Array("//".utf8)) || bytes[index...].starts(with: Array("_\n".utf8)) {
          index = min(lineEnd(index), end)
        } else {
          return
        }
      }
    }
    if lost.lowerBound > 0, lost.upperBound < end, Identifier.isNameByte(bytes[lost.lowerBound - 1]),
      Identifier.isNameByte(bytes[lost.upperBound])
    {
      // The words beside the mark have become one.
      var start = lost.lowerBound
      while Identifier.isNameByte(bytes[start - 1]) { start -= 1 }
      return [.old(start)]
    }
    var (old, new) = (lost.lowerBound, lost.upperBound)
    var token = new
    while true {
      skip(&old)
      skip(&new)
      if new == end || bytes[old] != bytes[new] { break }
      // The start of the token that both have.
      if !(Identifier.isNameByte(bytes[new]) && new > token && Identifier.isNameByte(bytes[new - 1])) { token = new }
      old += 1
      new += 1
    }
    let isWithinName =
      new < end && new > token && Identifier.isNameByte(bytes[new]) && Identifier.isNameByte(bytes[new - 1])
      || old < end && old > 0 && new > token && Identifier.isNameByte(bytes[old])
        && Identifier.isNameByte(bytes[new - 1])
    if new < end { return [.old(isWithinName ? token : new)] }
    var last = lost.lowerBound
    while last > Int(block.span.start), bytes[last - 1] <= 0x20 { last -= 1 }
    return [.old(last), .old(lost.lowerBound), .old(end)]
  }

  func firstInk(_ range: Range<Int>) -> Int { range.first { bytes[$0] > 0x20 } ?? range.lowerBound }

  func firstWord(_ block: CodeBlock) -> String? { words(of: block).first.map { string($0) } }

  /// The words of a block that are no comment's or string's.
  func words(of block: CodeBlock) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var index = Int(block.span.start)
    while index < Int(block.span.end) {
      guard Identifier.isNameByte(bytes[index]) else {
        index += 1
        continue
      }
      var end = index
      while end < Int(block.span.end), Identifier.isNameByte(bytes[end]) { end += 1 }
      if !isInComment(index, block) { words.append(index..<end) }
      index = end
    }
    return words
  }

  /// Whether a place of a block is in a comment or string, as far as the marks of common languages tell; in doubt it is.
  func isInComment(_ offset: Int, _ block: CodeBlock) -> Bool {
    let line = bytes[lineStart(offset)..<lineEnd(offset)]
    if line.contains(where: { "\"'#%$@".utf8.contains($0) || $0 >= 0x80 }) { return true }
    let text = String(decoding: bytes[Int(block.span.start)..<offset], as: UTF8.self)
    let before = String(decoding: bytes[max(lineStart(offset), Int(block.span.start))..<offset], as: UTF8.self)
    if before.contains("//") || before.contains("--") || before.contains("REM ") { return true }
    func last(_ mark: String) -> String.Index? { text.ranges(of: mark).last?.lowerBound }
    for (open, close) in [("/*", "*/"), ("<!--", "-->")] {
      if let start = last(open), last(close).map({ $0 < start }) ?? true { return true }
    }
    return false
  }

  /// A word of one of some blocks is another.
  func mutatedCode(
    _ blocks: [CodeBlock], _ dice: inout Dice, _ damage: (String, inout Dice) -> String?
  ) -> Mutation? {
    guard let block = dice.pick(blocks) else { return nil }
    for word in dice.shuffled(words(of: block)) {
      let text = string(word)
      guard let new = damage(text, &dice), new.lowercased() != text.lowercased(), Int(new) == nil || Int(text) != nil
      else { continue }
      return Mutation(Edit(word, new))
    }
    return nil
  }
}
