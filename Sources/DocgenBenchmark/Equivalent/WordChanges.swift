import DocgenMarkup
import DocgenModel
import DocgenSupport

extension EquivalentMutation {
  /// Other words of the language that its vocabulary accepts, and other ways to write values.
  static let wording: [EquivalentMutation] = [
    EquivalentMutation("section-title-synonyms") { page, dice in
      let entries = Set(page.facts.parameters.map(\.node) + page.facts.members.map(\.node))
      return page.reworded(page.facts.sections.filter { !entries.contains($0.heading) }.map(\.title), .sections, &dice)
    },
    EquivalentMutation("requirement-label-synonyms") { page, dice in
      page.reworded(page.facts.requirements.map(\.label), .requirements, &dice)
    },
    EquivalentMutation("direction-synonyms") { page, dice in
      page.reworded(page.facts.parameters.compactMap(\.directionText), .directions, &dice)
    },
    EquivalentMutation("access-synonyms") { page, dice in
      page.reworded(page.facts.members.compactMap(\.access), .access, &dice)
    },
    EquivalentMutation("phrase-synonyms") { page, dice in
      let phrases = PhraseTable(from: page.words.target, to: page.words.target)
      var edits: [Edit] = []
      for value in page.facts.requirements.filter({ $0.key?.hasPrefix("minimum-supported") ?? false }).flatMap(\.values)
      {
        guard let slot = Slot(page.document, at: value.span) else { continue }
        for match in phrases.matches(in: slot.text) {
          if let form = dice.pick(match.forms), let (place, bytes) = slot.replacing(match.range, with: Array(form.utf8))
          {
            edits.append(Edit(place.range, bytes))
          }
        }
      }
      return EditList(edits).applied(to: page.bytes)
    },
    EquivalentMutation("direction-blanks-and-capitals") { page, _ in
      EditList(
        page.facts.parameters.compactMap(\.directionText).map { text in
          let words = page.string(text.span.range)
          return Edit(text.span, " " + words.prefix(1).uppercased() + words.dropFirst() + " ")
        }
      ).applied(to: page.bytes)
    },
    EquivalentMutation("ranges-with-dashes") { page, dice in
      var edits: [Edit] = []
      for value in page.facts.returnCodes.compactMap(\.value) {
        let text = page.string(value.span.range)
        guard text.contains(".."), !text.hasPrefix("."), !text.hasSuffix(".") else { continue }
        edits.append(Edit(value.span, text.replacing("..", with: dice.pick(["–", " .. ", " – ", "…"]) ?? "..")))
      }
      return EditList(edits).applied(to: page.bytes)
    },
    EquivalentMutation("prose-reworded") { page, dice in
      var edits: [Edit] = []
      for range in page.plainParagraphs {
        let words = PlainWords.find(in: page.bytes, range, isTitle: false, startsSentence: false) { _ in false }
        for word in words where !word.isCapitalized && dice.happens(30) && page.isPlainText(word.range) {
          edits.append(Edit(word.range, page.filler.word(&dice)))
        }
      }
      return EditList(edits).applied(to: page.bytes)
    },
  ]
}

extension Specimen {
  /// Puts other forms in the place of texts that the vocabulary knows.
  func reworded(_ texts: [Located<String>], _ part: Vocabulary.Part, _ dice: inout Dice) -> [UInt8] {
    var edits: [Edit] = []
    for text in texts {
      guard let key = words.target.key(of: text.value, in: part),
        let form = dice.pick(words.target.forms(of: key, in: part).filter { $0 != text.value }),
        let edit = edit(text.span, saying: form)
      else { continue }
      edits.append(edit)
    }
    return EditList(edits).applied(to: bytes)
  }

  /// Whether a range is text without any mark.
  func isPlainText(_ range: Range<Int>) -> Bool {
    !nodes.contains { node in
      [.strong, .emphasis, .code, .link, .image].contains(node.kind) && node.span.range.overlaps(range)
    }
  }
}
