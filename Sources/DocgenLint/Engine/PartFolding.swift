import DocgenModel
import DocgenSupport

extension Findings {
  /// Folds the findings about what one of both pages lacks as a whole into those that tell of that.
  ///
  /// What tells of a part is as severe as the most severe of what the part holds: a run that fails for a lost parameter
  /// fails for a lost section of parameters. A page of another edition is no wrong translation, and stays what it is.
  ///
  /// - Parameter first: The index of the first finding about the pair.
  mutating func foldParts(from first: Int) {
    if foldPage(from: first) || parts.lost.isEmpty && parts.added.isEmpty { return }
    let (lost, added) = (OutermostParts(parts.lost), OutermostParts(parts.added))
    let facts = OutermostParts(parts.lost.filter(\.tellsOfFacts))
    var explanations: [Int: Int] = [:]
    for index in first..<diagnostics.count {
      let isFact = Self.factRules.contains(diagnostics[index].rule)
      guard isFact || Self.partRules.contains(diagnostics[index].rule) else { continue }
      let explanation =
        if let start = starts[index].source {
          // What something stands for has moved, or another finding is wrong.
          diagnostics[index].isOfLoss ? (isFact ? facts : lost).finding(at: start) : nil
        } else {
          added.finding(at: starts[index].own)
        }
      if let explanation, explanation != index { explanations[index] = explanation }
    }
    for (index, explanation) in explanations.sorted(by: { $0.key < $1.key }) {
      fold(index, into: explanation)
      // Outermost parts lie in no other, so what tells of one is folded at most once more.
      raise(explanation, to: index)
      if let outer = explanations[explanation] { raise(outer, to: index) }
    }
  }

  /// Folds all that a comparison with another edition finds into the finding that tells of it; false where none does.
  private mutating func foldPage(from first: Int) -> Bool {
    guard let explanation = diagnostics[first...].firstIndex(where: { $0.rule == OtherEdition.rule.id }) else {
      return false
    }
    for index in first..<diagnostics.count
    where index != explanation && diagnostics[index].group != RuleGroup.metadata.rawValue {
      fold(index, into: explanation)
      // What the source says now would stand beside what it said: a new checksum at the address of an old file.
      if diagnostics[index].damage != .whitespace { withdrawFix(of: index) }
    }
    return true
  }

  /// The rules that tell of what a part of a page holds, but for those about facts.
  private static let partRules: Set<String> = Set(
    [
      MissingSection.rule, ExtraSection.rule, MismatchedDirective.rule, MissingAlert.rule, MismatchedList.rule,
      MismatchedTable.rule, MismatchedAnchor.rule, MismatchedCode.rule, MismatchedInlineCode.rule,
      MismatchedLiteral.rule, DamagedPlaceholder.rule, DamagedIdentifier.rule, MismatchedLink.rule, MissingImage.rule,
      LostAltText.rule, MismatchedNumber.rule, MissingText.rule, ExtraText.rule,
    ].map(\.id))

  /// The rules about facts that are missing with the section of what they belong to.
  private static let factRules: Set<String> = [MissingParameter.rule.id, MissingSignature.rule.id]
}

extension Diagnostic {
  /// Whether the finding tells that something of the source is not there, or not all of it.
  fileprivate var isOfLoss: Bool { damage == .lost || damage == .number && actual == "0" || actual == nil }
}

/// Parts of a page that lie in no other of them, in order.
private struct OutermostParts {
  private var parts: [FindingPart] = []

  /// - Complexity: O(*n* log *n*)
  init(_ all: [FindingPart]) {
    for part in all.sorted(by: { ($0.span.start, $1.span.end) < ($1.span.start, $0.span.end) })
    where parts.last.map({ $0.span.end <= part.span.start }) ?? true {
      parts.append(part)
    }
  }

  /// The finding that tells of the part at an offset.
  ///
  /// - Complexity: O(log *n*)
  func finding(at offset: Int32) -> Int? {
    let next = parts.partitioningIndex { $0.span.start > offset }
    return next > 0 && parts[next - 1].span.end > offset ? parts[next - 1].finding : nil
  }
}
