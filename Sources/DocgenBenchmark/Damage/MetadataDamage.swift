import DocgenLint
import DocgenMarkup
import DocgenModel
import DocgenSupport

extension DamageKind {
  static let identity: [DamageKind] = [
    DamageKind("identity-digit-changed", .pairing, .error, "mismatched-identity") { page, dice in
      page.mutatedMetadata(["ms.assetid", "ms:assetid"], &dice, NameDamage.digit)
    },
    DamageKind("identity-blank-added", .pairing, .error, "mismatched-identity") { page, dice in
      page.mutatedMetadata(["ms.assetid", "ms:assetid"], &dice) { text, dice in
        let hyphens = text.indices.filter { text[$0] == "-" }
        return dice.pick(hyphens).map { text.replacingCharacters($0..<$0, with: " ") }
      }
    },
  ]

  static let metadata: [DamageKind] = [
    DamageKind("api-name-translated", .metadata, .error, "mismatched-metadata") { page, dice in
      page.mutatedMetadata(["api_name"], &dice, NameDamage.partTranslated(page.filler))
    },
    DamageKind("api-name-blank-added", .metadata, .error, "mismatched-metadata") { page, dice in
      page.mutatedMetadata(["api_name"], &dice, NameDamage.whitespace)
    },
    DamageKind("api-name-case-changed", .metadata, .error, "mismatched-metadata") { page, dice in
      page.mutatedMetadata(["api_name"], &dice, NameDamage.letterCase)
    },
    DamageKind("api-location-blank-added", .metadata, .error, "mismatched-metadata") { page, dice in
      page.mutatedMetadata(["api_location"], &dice, NameDamage.whitespace)
    },
    DamageKind("api-type-translated", .metadata, .error, "mismatched-metadata") { page, dice in
      page.mutatedMetadata(["api_type", "topic_type", "ms.topic"], &dice, NameDamage.translated(page.filler))
    },
    DamageKind("metadata-item-lost", .metadata, .error, "mismatched-metadata") { page, dice in
      let lists = page.page.frontMatter.entries.filter { entry in
        guard compared.contains(entry.key.value), case .list(let items, _) = entry.value else { return false }
        return Set(items.map(\.value)).count > 1 && items.allSatisfy { !$0.value.isEmpty }
      }
      guard let entry = dice.pick(lists), case .list(let items, _) = entry.value, let item = dice.pick(items) else {
        return nil
      }
      let start = page.lineStart(Int(item.span.start))
      guard page.bytes[start..<Int(item.span.start)].contains(UInt8(ascii: "-")) else { return nil }
      return Mutation(
        [Edit(start..<page.lineEnd(Int(item.span.start)), "")], at: [.old(Int(entry.key.span.start))])
    },
    DamageKind("metadata-key-translated", .metadata, .error, "mismatched-metadata") { page, dice in
      let entries = page.page.frontMatter.entries.filter {
        compared.contains($0.key.value) && !page.page.frontMatter.strings($0.key.value).isEmpty
      }
      guard let entry = dice.pick(entries) else { return nil }
      // The key is gone, so that the finding is at the start of the front matter.
      return Mutation(
        [Edit(entry.key.span, page.filler.word(&dice) + "_x")], at: [.old(Int(page.page.frontMatter.span?.start ?? 0))])
    },
    DamageKind("front-matter-unclosed", .metadata, .error, "invalid-front-matter") { page, _ in
      // It belongs before the text.
      guard let end = page.closingLine,
        let text = (end.upperBound..<page.bytes.count).first(where: { page.bytes[$0] > 0x20 })
      else { return nil }
      return Mutation([Edit(end, "")], at: [.old(end.upperBound), .old(text)])
    },
    DamageKind("front-matter-colon-unquoted", .metadata, .error, "invalid-front-matter") { page, dice in
      guard let title = page.page.frontMatter.string("description") ?? page.facts.title,
        page.bytes[Int(title.span.start) - 1] == 0x20
      else { return nil }
      let word = page.filler.word(&dice)
      let start = Int(title.span.start)
      return Mutation([Edit(start..<start, "\(word): ")], at: [.new(edit: 0, offset: word.utf8.count)])
    },
    DamageKind("title-name-translated", .metadata, .warning, "misnamed-title") { page, dice in
      page.mutatedTitle(page.facts.title, &dice, NameDamage.translated(page.filler), keepsPlace: false)
    },
    DamageKind("title-name-blanks-added", .metadata, .warning, "misnamed-title") { page, dice in
      page.mutatedTitle(page.facts.title, &dice, NameDamage.whitespace, keepsPlace: true)
    },
    DamageKind("heading-name-translated", .metadata, .warning, "misnamed-title") { page, dice in
      page.mutatedTitle(page.facts.heading, &dice, NameDamage.translated(page.filler), keepsPlace: false)
    },
    DamageKind("heading-name-case-changed", .metadata, .warning, "misnamed-title") { page, dice in
      page.mutatedTitle(page.facts.heading, &dice, NameDamage.letterCase, keepsPlace: true)
    },
  ]

  private static let compared: Set<String> = ["api_name", "api_type", "api_location", "topic_type", "ms.topic"]
}

extension Specimen {
  /// The closing line of the front matter.
  var closingLine: Range<Int>? {
    guard let span = page.frontMatter.span else { return nil }
    var end = Int(span.end)
    while end > 0, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    let start = lineStart(end)
    return start > Int(span.start) ? start..<lineEnd(start) : nil
  }

  /// One of the values of some keys, written as it was, in another way.
  func mutatedMetadata(
    _ keys: [String], _ dice: inout Dice, _ damage: (String, inout Dice) -> String?
  ) -> Mutation? {
    let all = keys.flatMap { page.frontMatter.strings($0) }
    for value in dice.shuffled(all) {
      guard let text = damage(value.value, &dice), text != value.value,
        !all.contains(where: { $0.value == text }), string(value.span.range) == value.value
      else { continue }
      return Mutation(Edit(value.span, text))
    }
    return nil
  }

  /// A title in which a name of the API is another; where the letters of the name are still there (`keepsPlace`), the
  /// finding points at them, and not at the whole title.
  func mutatedTitle(
    _ title: Located<String>?, _ dice: inout Dice, _ damage: (String, inout Dice) -> String?, keepsPlace: Bool
  ) -> Mutation? {
    guard let title, facts.isReference else { return nil }
    let text = Array(bytes[title.span.range])
    for name in dice.shuffled(
      page.frontMatter.strings("api_name").filter { !$0.value.contains(" ") }.flatMap {
        $0.value.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "_" })
      })
    {
      let forms = [Array(name.utf8), Array(name.replacing("_", with: "\\_").utf8)]
      for form in forms where form.count > 2 {
        let places = text.indices.dropLast(form.count - 1).filter { start in
          text[start...].starts(with: form)
            && (start == 0 || !isNameByte(text[start - 1]))
            && (start + form.count == text.count || !isNameByte(text[start + form.count]))
        }
        // A name that stands twice is still there when it is damaged once.
        guard places.count == 1, let damaged = damage(String(name), &dice) else { continue }
        let start = Int(title.span.start) + places[0]
        let isEscaped = form.contains(UInt8(ascii: "\\"))
        let edit = Edit(start..<start + form.count, isEscaped ? damaged.replacing("_", with: "\\_") : damaged)
        return Mutation([edit], at: [.old(keepsPlace ? start : Int(title.span.start))])
      }
    }
    return nil
  }

  private func isNameByte(_ byte: UInt8) -> Bool { Identifier.isNameByte(byte) || byte == UInt8(ascii: "\\") }
}
