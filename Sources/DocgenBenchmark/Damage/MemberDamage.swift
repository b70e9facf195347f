import DocgenLint
import DocgenModel
import DocgenSupport

extension DamageKind {
  static let members: [DamageKind] = [
    DamageKind("member-name-translated", .member, .error, "mismatched-member-name") { page, dice in
      page.mutation(page.memberNames, &dice, NameDamage.translated(page.filler))
    },
    DamageKind("member-name-case-changed", .member, .error, "mismatched-member-name") { page, dice in
      page.mutation(page.memberNames, &dice, NameDamage.letterCase)
    },
    DamageKind("member-name-blanks-added", .member, .error, "mismatched-member-name") { page, dice in
      page.mutation(page.memberNames, &dice, NameDamage.whitespace)
    },
    DamageKind("member-lost", .member, .error, "missing-member") { page, dice in
      page.facts.members.count > 1 ? page.lostEntry(page.memberEntries, &dice) : nil
    },
    DamageKind("member-added", .member, .error, "extra-member") { page, dice in
      page.extraEntry(page.memberEntries, &dice) { name, _ in name + "Ex" }
    },
    DamageKind("member-type-translated", .member, .error, "mismatched-member-type") { page, dice in
      page.mutation(page.memberTypes, &dice, NameDamage.translated(page.filler))
    },
    DamageKind("member-type-letters-changed", .member, .error, "mismatched-member-type") { page, dice in
      page.mutation(page.memberTypes, &dice, NameDamage.letters)
    },
    DamageKind("member-access-changed", .member, .error, "mismatched-member-type") { page, dice in
      page.mutation(page.facts.members.compactMap(\.access), &dice) { access, _ in
        guard let key = page.words.target.access(access) else { return nil }
        return page.words.target.forms(of: key == "read-only" ? "read-write" : "read-only", in: .access).first
      }
    },
    DamageKind("member-value-changed", .member, .error, "mismatched-member-type") { page, dice in
      let values = page.facts.members.compactMap(\.value).filter { CodeValue($0.value.utf8) != nil }
      for value in dice.shuffled(values) {
        let text = page.string(value.span.range)
        guard let new = NameDamage.digit(text, &dice), !values.contains(where: { page.string($0.span.range) == new }),
          CodeValue(new.utf8) != CodeValue(text.utf8)
        else { continue }
        return Mutation(Edit(value.span, new))
      }
      return nil
    },
  ]
}

extension Specimen {
  var memberNames: [Located<String>] {
    facts.members.map(\.name).filter {
      $0.value.utf8.allSatisfy(Identifier.isNameByte) && Identifier.isName($0.value.utf8)
    }
  }

  var memberTypes: [Located<String>] {
    facts.members.compactMap(\.dataType).filter {
      $0.value.utf8.count > 3 && $0.value.utf8.allSatisfy(Identifier.isNameByte)
    }
  }

  var memberEntries: [Entry] {
    entries(
      facts.members.filter { $0.name.value.utf8.allSatisfy(Identifier.isNameByte) }
        .map { ($0.node, $0.name.span, $0.description) })
  }
}
