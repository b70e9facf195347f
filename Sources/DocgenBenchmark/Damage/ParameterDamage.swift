import DocgenLint
import DocgenModel
import DocgenSupport

extension DamageKind {
  static let parameters: [DamageKind] = [
    DamageKind("parameter-name-translated", .parameter, .error, "mismatched-parameter-name") { page, dice in
      page.mutation(page.parameterNames, &dice, NameDamage.translated(page.filler))
    },
    DamageKind("parameter-name-case-changed", .parameter, .error, "mismatched-parameter-name") { page, dice in
      page.mutation(page.parameterNames, &dice, NameDamage.letterCase)
    },
    DamageKind("parameter-name-blanks-added", .parameter, .error, "mismatched-parameter-name") { page, dice in
      page.mutation(page.parameterNames, &dice) { name, dice in
        let capitals = name.indices.dropFirst().filter {
          name[$0].isUppercase && !name[name.index(before: $0)].isUppercase
        }
        return NameDamage.whitespace(name, &dice)
          ?? dice.pick(Array(capitals)).map { name.replacingCharacters($0..<$0, with: " ") }
      }
    },
    DamageKind("parameter-name-letters-changed", .parameter, .error, "mismatched-parameter-name") { page, dice in
      page.mutation(page.parameterNames, &dice, NameDamage.letters)
    },
    DamageKind("parameter-lost", .parameter, .error, "missing-parameter") { page, dice in
      page.lostEntry(page.parameterEntries, &dice)
    },
    DamageKind("parameter-added", .parameter, .error, "extra-parameter") { page, dice in
      page.extraEntry(page.parameterEntries, &dice) { name, _ in name + "Ex" }
    },
    DamageKind("parameters-swapped", .parameter, .warning, "reordered-parameters") { page, dice in
      let names = page.facts.parameters.map { $0.name.value.lowercased() }
      guard Set(names).count == names.count else { return nil }
      return page.swappedEntries(page.parameterEntries, &dice)
    },
    DamageKind("direction-lost", .parameter, .error, "mismatched-parameter-direction") { page, dice in
      guard let parameter = dice.pick(page.directed), let text = parameter.directionText else { return nil }
      // The brackets go with the words; they may be escaped.
      var range = text.span.range
      while range.lowerBound > 0, "\\[ ".utf8.contains(page.bytes[range.lowerBound - 1]) {
        range = range.lowerBound - 1..<range.upperBound
      }
      while range.upperBound < page.bytes.count, "\\] ".utf8.contains(page.bytes[range.upperBound]) {
        range = range.lowerBound..<range.upperBound + 1
      }
      return Mutation([Edit(range, "")], at: [.old(Int(parameter.name.span.start))])
    },
    DamageKind("direction-changed", .parameter, .error, "mismatched-parameter-direction") { page, dice in
      page.mutatedDirection(&dice) { direction, _ in
        let other = direction.contains(.out) ? "in" : "out"
        return page.words.target.forms(of: other, in: .directions).first
      }
    },
    DamageKind("direction-not-understood", .parameter, .warning, "mismatched-parameter-direction") { page, dice in
      page.mutatedDirection(&dice) { _, dice in
        let word = page.filler.word(&dice)
        return page.words.target.direction(word) == nil && page.words.source.direction(word) == nil ? word : nil
      }
    },
    DamageKind("direction-optional-lost", .parameter, .warning, "mismatched-parameter-direction") { page, dice in
      page.mutatedDirection(&dice) { direction, _ in
        guard direction.contains(.optional) else { return nil }
        let flow = direction.contains(.in) ? direction.contains(.out) ? "in-out" : "in" : "out"
        return page.words.target.forms(of: flow, in: .directions).first
      }
    },
  ]
}

extension Specimen {
  /// The names of parameters that are names.
  var parameterNames: [Located<String>] {
    facts.parameters.map(\.name).filter {
      Identifier.isName($0.value.utf8) && $0.value.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    }
  }

  var parameterEntries: [Entry] {
    entries(facts.parameters.map { ($0.node, $0.name.span, $0.description) })
  }

  /// Parameters whose direction says which way values go.
  var directed: [Parameter] {
    facts.parameters.filter { parameter in
      parameter.direction.map { $0.contains(.in) || $0.contains(.out) } ?? false
    }
  }

  /// A direction that says something else, or nothing.
  func mutatedDirection(_ dice: inout Dice, _ words: (ParameterDirection, inout Dice) -> String?) -> Mutation? {
    for parameter in dice.shuffled(directed) {
      guard let direction = parameter.direction, let text = parameter.directionText,
        let new = words(direction, &dice)
      else { continue }
      return mutation(text.span, saying: new)
    }
    return nil
  }
}
