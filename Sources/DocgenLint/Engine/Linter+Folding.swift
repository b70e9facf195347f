import DocgenModel
import DocgenSupport

/// Findings that are there because the source changed, and not because a translation is wrong.
extension Linter {
  /// The findings about a translation; those that the changes of its source explain name the one that tells of these.
  ///
  /// What the source's change explains is not there beside the text that was translated. A name that is torn or
  /// translated differs from both texts, so that its finding stays what it is.
  func folded(_ diagnostics: [Diagnostic], _ context: PageContext, _ staleness: inout Staleness) -> [Diagnostic] {
    guard diagnostics.count > 1, let stale = diagnostics.first(where: { $0.rule == StaleTranslation.rule.id }),
      let text = staleness.translatedPage()
    else { return diagnostics }
    let source = PageContext(text, of: context.apiPage, source: nil, project: project)
    let translation = PageContext(context.page, of: context.apiPage, source: source, project: project)
    guard let pair = pair(source, translation), translation.incomparablePlaces.source.isEmpty else {
      return diagnostics
    }
    let explained = ExplainedFindings(beside: findings(translation, pair).diagnostics)
    return diagnostics.map { $0 !== stale && explained.holds($0) ? $0.folded(into: stale) : $0 }
  }
}

/// Tells which findings of a translation are not there beside the text that was translated.
private struct ExplainedFindings {
  private struct Values: Hashable {
    var rule: String
    var slot: String?
    var expected: String?
    var actual: String?
  }

  private struct Place: Hashable {
    var rule: String
    var start: SourcePosition
    var message: Message
  }

  private var values: Set<Values> = []
  private var places: Set<Place> = []
  /// The places in the translation at which something is wrong beside both texts, in their order, apart from each other.
  private var spans: [Range<SourcePosition>] = []

  /// - Parameter findings: What is found beside the text that was translated.
  init(beside findings: [Diagnostic]) {
    for finding in findings {
      values.insert(Self.values(finding))
      places.insert(Self.place(finding))
    }
    let all = findings.map { $0.location.start..<$0.location.end }.filter { !$0.isEmpty }
    for span in all.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = spans.last, span.lowerBound < last.upperBound {
        spans[spans.count - 1] = last.lowerBound..<max(last.upperBound, span.upperBound)
      } else {
        spans.append(span)
      }
    }
  }

  /// Whether nothing is wrong at the place of a finding beside the text that was translated, nor anywhere the same.
  func holds(_ finding: Diagnostic) -> Bool {
    if finding.expected != nil || finding.actual != nil, values.contains(Self.values(finding)) { return false }
    return !places.contains(Self.place(finding)) && !touchesOther(finding.location)
  }

  private func touchesOther(_ location: SourceLocation) -> Bool {
    var (low, high) = (0, spans.count)
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].upperBound <= location.start { low = middle + 1 } else { high = middle }
    }
    return low < spans.count && spans[low].lowerBound < max(location.end, location.start)
  }

  private static func values(_ finding: Diagnostic) -> Values {
    Values(rule: finding.rule, slot: finding.slot, expected: finding.expected, actual: finding.actual)
  }

  private static func place(_ finding: Diagnostic) -> Place {
    Place(rule: finding.rule, start: finding.location.start, message: finding.message)
  }
}
