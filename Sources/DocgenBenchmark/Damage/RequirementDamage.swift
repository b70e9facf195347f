import DocgenLint
import DocgenMarkup
import DocgenModel
import DocgenSupport

extension DamageKind {
  static let requirements: [DamageKind] = [
    DamageKind("file-name-blank-added", .requirement, .error, "mismatched-requirement") { page, dice in
      page.mutatedRequirement(&dice) { isFileName($0) ? NameDamage.whitespace($0, &$1) : nil }
    },
    DamageKind("file-name-translated", .requirement, .error, "mismatched-requirement") { page, dice in
      let damage = NameDamage.partTranslated(page.filler)
      return page.mutatedRequirement(&dice) { isFileName($0) ? damage($0, &$1) : nil }
    },
    DamageKind("file-name-case-changed", .requirement, .error, "mismatched-requirement") { page, dice in
      page.mutatedRequirement(&dice) { isFileName($0) ? NameDamage.letterCase($0, &$1) : nil }
    },
    DamageKind("file-name-extension-lost", .requirement, .error, "mismatched-requirement") { page, dice in
      page.mutatedRequirement(&dice) { text, _ in
        isFileName(text) ? text.lastIndex(of: ".").map { String(text[..<$0]) } : nil
      }
    },
    DamageKind("namespace-backslash-lost", .requirement, .error, "mismatched-requirement") { page, dice in
      page.mutatedRequirement(&dice) { text, _ in
        guard !text.contains(" "), let mark = text.lastIndex(of: "\\") else { return nil }
        return text.replacingCharacters(mark..<text.index(after: mark), with: "")
      }
    },
    DamageKind("namespace-translated", .requirement, .error, "mismatched-requirement") { page, dice in
      let damage = NameDamage.partTranslated(page.filler)
      return page.mutatedRequirement(&dice) { $0.contains("\\") && !$0.contains(" ") ? damage($0, &$1) : nil }
    },
    DamageKind("namespace-blanks-added", .requirement, .error, "mismatched-requirement") { page, dice in
      page.mutatedRequirement(&dice) { text, _ in
        text.contains("\\") && !text.contains(" ") ? text.replacing("\\", with: " \\ ").trimmed : nil
      }
    },
    DamageKind("guid-digit-changed", .requirement, .error, "mismatched-requirement") { page, dice in
      page.mutatedRequirement(&dice) { isGUID($0) ? NameDamage.digit($0, &$1) : nil }
    },
    DamageKind("guid-letters-changed", .requirement, .error, "mismatched-requirement") { page, dice in
      page.mutatedRequirement(&dice) { text, dice in
        // "EFFE" becomes "WADE": a digit that reads like the letter of a word.
        guard let end = text.lastIndex(of: "-"), isGUID(text) else { return nil }
        let letters = text[..<end].indices.suffix(20).filter { text[$0].isLetter && text[$0].isHexDigit }
        return dice.pick(letters).map { text.replacingCharacters($0..<text.index(after: $0), with: "W") }
      }
    },
    DamageKind("platform-number-changed", .requirement, .error, "mismatched-requirement") { page, dice in
      page.mutatedRequirement(&dice, isPlatform: true, NameDamage.digit)
    },
    DamageKind("platform-product-lost", .requirement, .error, "mismatched-requirement") { page, dice in
      page.mutatedRequirement(&dice, isPlatform: true) { text, dice in
        // The first word of a product names its maker's line of products; the others tell one from another.
        let names = page.words.source.keys(of: .products).flatMap { $0.split(separator: " ").dropFirst() }
        let words = text.split(separator: " ").filter { word in
          word.contains { $0.isLetter } && !word.contains { $0.isNumber } && names.contains(word)
        }
        guard let word = dice.pick(words) else { return nil }
        return text.replacing(String(word), with: page.filler.capitalizedWord(&dice))
      }
    },
    DamageKind("version-comma", .requirement, .error, "mismatched-requirement") { page, dice in
      let damage: (String, inout Dice) -> String? = { text, _ in
        let dots = text.indices.dropFirst().dropLast().filter { index in
          text[index] == "." && text[text.index(before: index)].isNumber && text[text.index(after: index)].isNumber
        }
        return dots.first.map { text.replacingCharacters($0..<text.index(after: $0), with: ",") }
      }
      return page.mutatedRequirement(&dice, isPlatform: true, damage) ?? page.mutatedRequirement(&dice, damage)
    },
    DamageKind("requirement-label-exchanged", .requirement, .error, "missing-requirement", "extra-requirement") {
      page, dice in
      // "MIDL" for "IDL": the label of another requirement.
      let known = Set(page.facts.requirements.compactMap(\.key))
      let labels = page.words.target.keys(of: .requirements).filter { !known.contains($0) }
        .compactMap { page.words.target.requirementLabel($0) }
      return page.mutation(page.rows.map(\.label), &dice) { _, dice in dice.pick(labels) }
    },
    DamageKind("requirement-lost", .requirement, .error, "missing-requirement") { page, dice in
      page.lostEntry(page.requirementEntries, &dice)
    },
    DamageKind("requirement-added", .requirement, .error, "extra-requirement") { page, dice in
      // The label of a requirement that the page does not have.
      let known = Set(page.facts.requirements.compactMap(\.key))
      let labels = page.words.target.keys(of: .requirements).filter { !known.contains($0) }
        .compactMap { page.words.target.requirementLabel($0) }
      return page.extraEntry(page.requirementEntries, &dice) { _, dice in dice.pick(labels) }
    },
    // Without its label, what stands in no table is not read as a requirement.
    DamageKind("requirement-label-unknown", .requirement, .warning, "unknown-requirement-label", "missing-requirement")
    { page, dice in
      page.mutation(page.rows.map(\.label), &dice) { _, dice in
        let text = page.filler.title(2, &dice)
        return page.words.target.requirementKey(text) == nil ? text : nil
      }
    },
    DamageKind("requirement-values-swapped", .requirement, .error, "mismatched-requirement") { page, dice in
      let single = page.facts.requirements.filter {
        $0.values.count == 1 && $0.key != nil && isFileName($0.values[0].value)
      }
      guard single.count > 1, let index = dice.pick(Array(single.indices.dropLast())) else { return nil }
      let (first, second) = (single[index].values[0], single[index + 1].values[0])
      guard first.value != second.value, let one = page.edit(first.span, saying: second.value),
        let other = page.edit(second.span, saying: first.value)
      else { return nil }
      return Mutation([one, other], at: [.old(Int(first.span.start))])
    },
    DamageKind("requirement-value-lost", .requirement, .error, "mismatched-requirement") { page, dice in
      let several = page.facts.requirements.filter { $0.values.count > 1 && $0.key != nil }
      guard let requirement = dice.pick(several), let value = requirement.values.last,
        isFileName(value.value)
      else { return nil }
      return Mutation([Edit(value.span, "")], at: [.old(Int(requirement.valueSpan.start))])
    },
    DamageKind("metadata-requirement-changed", .requirement, .error, "mismatched-requirement", "mismatched-metadata") {
      page, dice in
      let values = page.facts.metadataRequirements.map(\.value).filter { isFileName($0.value) }
      guard let value = dice.pick(values), let text = NameDamage.whitespace(value.value, &dice) else { return nil }
      return Mutation(Edit(value.span, text))
    },
  ]

  /// One word with a dot between letters.
  static func isFileName(_ text: String) -> Bool {
    guard !text.contains(" "), !text.contains("\\"), let dot = text.lastIndex(of: ".") else { return false }
    return dot > text.startIndex && text[..<dot].contains(where: \.isLetter)
      && text[dot...].dropFirst().allSatisfy { $0.isLetter } && text[dot...].count > 1
  }

  private static func isGUID(_ text: String) -> Bool {
    text.count { $0 == "-" } >= 4 && text.count { $0.isHexDigit } >= 32
  }
}

extension Specimen {
  /// The requirements that are no head of their table.
  var rows: [Requirement] { facts.requirements.filter { $0.key != nil && !nodes[$0.node].flags.contains(.header) } }

  var requirementEntries: [Entry] {
    entries(rows.map { ($0.node, $0.label.span, $0.content) })
  }

  /// A value of the requirements is another; values of systems and versions are told from names.
  func mutatedRequirement(
    _ dice: inout Dice, isPlatform: Bool = false, _ damage: (String, inout Dice) -> String?
  ) -> Mutation? {
    let rows = facts.requirements.filter { $0.key?.hasPrefix("minimum-supported") == isPlatform && $0.key != nil }
    return mutation(rows.flatMap(\.values), &dice, damage)
  }
}
