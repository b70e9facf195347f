import DocgenMarkup
import DocgenSupport

/// A place of a translation that says something else than its source.
struct FactCorrection: Sendable {
  /// The fact, by its kind and its number on the page.
  struct Fact: Hashable, Sendable {
    var kind: String
    var index: Int
  }

  var fact: Fact
  /// Under which name lint reports it; `nil` if it does not.
  var finding: FindingName?
  /// The whole name or value; `nil` if the translation has none.
  var place: SourceSpan?
  /// What the translation says there.
  var actual: String
  /// What lets it say the same as the source; `nil` if that cannot be written.
  var restoration: Restoration?

  /// What is written, if it is beyond doubt.
  var safeEdits: [TextEdit]? { restoration.flatMap { $0.isSafe ? $0.edits : nil } }
}

extension PageAlignment {
  /// The name under which titles and headings are counted.
  static let titles = "titles"
  /// The name under which signatures are counted.
  static let signatureKind = "signatures"

  /// The kinds that are restored: those that lint has rules for.
  private static let restored: [FactKind] = [.parameters, .returnCodes, .exceptions, .members, .requirements]

  /// Those of them that one of the pages has facts of.
  private var restoredKinds: [FactKind] {
    Self.restored.filter { $0.count(in: source.facts) != 0 || $0.count(in: translation.facts) != 0 }
  }

  /// Whether another page has as many facts as the translation, so that their numbers mean the same.
  func hasAsManyFacts(as page: LocalizedPage) -> Bool {
    Self.restored.allSatisfy { $0.count(in: page.facts) == $0.count(in: translation.facts) }
      && page.facts.codeBlocks.count == translation.facts.codeBlocks.count
  }

  /// All places in which the translation's facts differ from the source's, title and signatures included.
  var corrections: [FactCorrection] {
    var result: [FactCorrection] = []
    for kind in restoredKinds {
      for difference in differences(of: kind) {
        result.append(
          FactCorrection(
            fact: .init(kind: kind.name, index: difference.pair.translation),
            finding: .of(kind, difference.role), place: difference.actual?.span,
            actual: difference.actual?.value ?? "", restoration: difference.restoration))
      }
    }
    for difference in titleDifferences {
      result.append(
        FactCorrection(
          fact: .init(kind: Self.titles, index: difference.isHeading ? 1 : 0), finding: .title,
          place: difference.place.span,
          actual: difference.place.value, restoration: difference.restoration))
    }
    for (index, difference) in descriptionDifferences.enumerated() {
      result.append(
        FactCorrection(
          fact: .init(kind: Self.tornNameKind, index: -1 - index), finding: .identifier,
          place: difference.place.span, actual: difference.place.value, restoration: difference.restoration))
    }
    for difference in signatureDifferences {
      result.append(
        FactCorrection(
          fact: .init(kind: Self.signatureKind, index: difference.translation.node), finding: .signature, place: nil,
          actual: translation.source.text(difference.translation.span), restoration: difference.restoration))
    }
    result += linkNameCorrections
    return keepingSuppressed(result + tornNameCorrections(besides: result))
  }

  /// Takes from corrections what would be written where the author says that the translation is right.
  private func keepingSuppressed(_ corrections: [FactCorrection]) -> [FactCorrection] {
    guard !corrections.isEmpty, let suppressed = SuppressedLines(translation) else { return corrections }
    return corrections.map { correction in
      guard let finding = correction.finding,
        let offset = correction.place?.start ?? correction.restoration?.edits.first?.span.start,
        suppressed.hold(finding, at: offset)
      else { return correction }
      var kept = correction
      kept.restoration = nil
      return kept
    }
  }

  /// What of each kind stands for something of the source's beyond doubt, for the kinds that the page has.
  var comparedCounts: [FactCount] {
    var counts: [FactCount] = []
    if !signatures.pairs.isEmpty || !signatures.missing.isEmpty || !signatures.extra.isEmpty {
      let pairs = signatures.pairs.count
      counts.append(
        FactCount(
          kind: Self.signatureKind, total: pairs + signatures.missing.count + signatures.extra.count, compared: pairs))
    }
    for kind in restoredKinds {
      let alignment = self[kind]
      let total = alignment.pairs.count + alignment.missing.count + alignment.extra.count
      counts.append(FactCount(kind: kind.name, total: total, compared: alignment.pairs.count(where: \.isCertain)))
    }
    return counts
  }
}
