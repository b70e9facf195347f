import DocgenModel
import DocgenSupport

extension Findings {
  /// Folds the findings about parts of sections that only one of both pages has into those that tell of these sections.
  ///
  /// - Parameters:
  ///   - pair: The pages.
  ///   - first: The index of the first finding about the pair.
  mutating func foldParts(of pair: TranslationPair, from first: Int) {
    let sections = pair.alignment.sections
    guard !sections.missing.isEmpty || !sections.extra.isEmpty, first < diagnostics.count else { return }
    let missing = SectionParts(sections.missing.map(\.source), of: pair.source)
    let extra = SectionParts(sections.extra, of: pair.translation)
    var explanations: (missing: [Int: Int], extra: [Int: Int]) = ([:], [:])
    for index in first..<diagnostics.count {
      switch diagnostics[index].rule {
      case MissingSection.rule.id:
        if let section = starts[index].source.flatMap(missing.section) { explanations.missing[section] = index }
      case ExtraSection.rule.id:
        if let section = extra.section(at: starts[index].own) { explanations.extra[section] = index }
      default: break
      }
    }
    for index in first..<diagnostics.count where Self.partRules.contains(diagnostics[index].rule) {
      let explanation =
        if let start = starts[index].source {
          // What something stands for has moved, or another finding is wrong.
          diagnostics[index].isOfLoss ? missing.section(at: start).flatMap { explanations.missing[$0] } : nil
        } else {
          extra.section(at: starts[index].own).flatMap { explanations.extra[$0] }
        }
      if let explanation { fold(index, into: explanation) }
    }
  }

  /// The rules that tell of what a section holds, but for those about facts, which are missed wherever they belong.
  private static let partRules: Set<String> = Set(
    [
      MismatchedDirective.rule, MissingAlert.rule, MismatchedList.rule, MismatchedTable.rule, MismatchedAnchor.rule,
      MismatchedCode.rule, MismatchedInlineCode.rule, MismatchedLiteral.rule, DamagedPlaceholder.rule,
      DamagedIdentifier.rule, MismatchedLink.rule, MissingImage.rule, LostAltText.rule, MismatchedNumber.rule,
      MissingText.rule, ExtraText.rule,
    ].map(\.id))
}

extension Diagnostic {
  /// Whether the finding tells that something of the source is not there, or not all of it.
  fileprivate var isOfLoss: Bool { damage == .lost || damage == .number && actual == "0" || actual == nil }
}

/// Some sections of a page, with all that they hold.
private struct SectionParts {
  private var ranges: [(section: Int, range: Range<Int32>)] = []

  init(_ sections: [Int], of page: LocalizedPage) {
    let all = page.facts.sections
    for section in sections.sorted() {
      let end = section + 1 < all.count ? all[section + 1].span.start : .max
      ranges.append((section, all[section].span.start..<max(all[section].span.start, end)))
    }
  }

  /// The section that holds an offset.
  ///
  /// - Complexity: O(*n*) in the sections.
  func section(at offset: Int32) -> Int? { ranges.first { $0.range.contains(offset) }?.section }
}
