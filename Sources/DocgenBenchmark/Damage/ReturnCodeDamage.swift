import DocgenLint
import DocgenModel
import DocgenSupport

extension DamageKind {
  static let returnCodes: [DamageKind] = [
    DamageKind("return-name-blanks-added", .returnValue, .error, "mismatched-return-code-name") { page, dice in
      page.mutation(page.symbolicNames, &dice, NameDamage.whitespace)
    },
    DamageKind("return-name-part-translated", .returnValue, .error, "mismatched-return-code-name") { page, dice in
      page.mutation(page.symbolicNames, &dice, NameDamage.partTranslated(page.filler))
    },
    DamageKind("return-name-part-lost", .returnValue, .error, "mismatched-return-code-name") { page, dice in
      page.mutation(page.symbolicNames, &dice, NameDamage.partLost)
    },
    DamageKind("return-name-case-changed", .returnValue, .error, "mismatched-return-code-name") { page, dice in
      page.mutation(
        page.symbolicNames.filter { !["TRUE", "FALSE", "NULL"].contains($0.value) }, &dice, NameDamage.letterCase)
    },
    DamageKind("return-value-digit-changed", .returnValue, .error, "mismatched-return-code-value") { page, dice in
      page.mutatedValue(&dice, NameDamage.digit)
    },
    DamageKind("return-value-sign-added", .returnValue, .error, "mismatched-return-code-value") { page, dice in
      // A dash between name and value that lost its space.
      page.mutatedValue(&dice) { text, _ in text.allSatisfy(\.isNumber) && text != "0" ? "-" + text : nil }
    },
    DamageKind("return-range-dot-lost", .returnValue, .error, "mismatched-return-code-value") { page, dice in
      page.mutatedValue(&dice) { text, _ in
        text.contains("..") && text != ".." ? text.replacing("..", with: ".") : nil
      }
    },
    DamageKind("return-range-dots-lost", .returnValue, .error, "mismatched-return-code-value") { page, dice in
      page.mutatedValue(&dice) { text, _ in
        text.contains("..") && text != ".." ? text.replacing("..", with: " ") : nil
      }
    },
    DamageKind("return-value-translated", .returnValue, .error, "mismatched-return-code-value") { page, dice in
      page.mutatedValue(&dice) { _, dice in page.filler.word(&dice) }
    },
    DamageKind("return-value-lost", .returnValue, .error, "mismatched-return-code-value", "missing-return-code") {
      page, dice in
      // `**Name** (5)`: the brackets go with the number.
      let codes = page.facts.returnCodes.filter { code in
        guard let name = code.name, let value = code.value, name.span.end < value.span.start else { return false }
        return code.span.contains(value.span)
      }
      for code in dice.shuffled(codes) {
        guard let name = code.name, let value = code.value else { continue }
        var range = value.span.range
        if page.bytes[range.lowerBound - 1] == UInt8(ascii: "("), page.bytes[range.upperBound] == UInt8(ascii: ")") {
          range = range.lowerBound - 1..<range.upperBound + 1
        } else {
          continue
        }
        return Mutation([Edit(range, "")], at: [.old(Int(name.span.start))])
      }
      return nil
    },
    DamageKind("return-code-lost", .returnValue, .error, "missing-return-code") { page, dice in
      page.lostEntry(page.returnCodeEntries, &dice)
    },
    DamageKind("return-code-added", .returnValue, .error, "extra-return-code") { page, dice in
      let entries = page.returnCodeEntries.filter { entry in
        page.facts.returnCodes.contains { $0.node == entry.node && $0.isSymbolic && $0.name?.span == entry.name }
      }
      return page.extraEntry(entries, &dice) { name, _ in name + "_EX" }
    },
  ]
}

extension Specimen {
  var symbolicNames: [Located<String>] { facts.returnCodes.filter(\.isSymbolic).compactMap(\.name) }

  var returnCodeEntries: [Entry] {
    let nodes = facts.returnCodes.map(\.node)
    // Entries that state several codes cannot be taken out one by one.
    let codes = facts.returnCodes.filter { code in nodes.count { $0 == code.node } == 1 }
    return entries(codes.map { ($0.node, ($0.name ?? $0.value)?.span, $0.description) })
  }

  /// One of the values is another text.
  func mutatedValue(_ dice: inout Dice, _ damage: (String, inout Dice) -> String?) -> Mutation? {
    let codes = facts.returnCodes.flatMap { code in
      // Without its term a code would be read as another.
      [code.value, code.alternateValue].compactMap { $0 }.filter { value in
        value.value.contains { $0.isNumber }
          && (code.span.contains(value.span) || code.name.map { code.span.contains($0.span) } ?? false)
      }.map { (value: $0, name: code.name) }
    }
    for (value, name) in dice.shuffled(codes) {
      let text = string(value.span.range)
      let others = codes.filter { $0.value.span != value.span }.map { string($0.value.span.range) }
      // A value that another code has would be read as that code.
      guard let new = damage(text, &dice), new != text, !others.contains(new) else { continue }
      if let old = CodeValue(text.utf8), let changed = CodeValue(new.utf8), old == changed { continue }
      let edit = Edit(value.span, new)
      // What is no number is no value: it is missing from the code that is named so.
      let isValue = CodeValue(new.utf8) != nil
      return Mutation(
        [edit],
        at: [.old(edit.range.lowerBound)] + (isValue ? [] : [name.map { .old(Int($0.span.start)) }].compactMap { $0 }))
    }
    return nil
  }
}
