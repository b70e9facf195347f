extension PageAlignment {
  /// Alerts stand for each other in sections that do.
  func alignAlerts() -> Alignment {
    let (source, translation) = (self.source.facts.alerts, self.translation.facts.alerts)
    if source.map(\.kind) == translation.map(\.kind) {
      return Alignment(source, translation) { _, _ in .equal }
    }
    return Alignment(source, translation) { expected, actual in
      let section = Self.section(of: expected, in: self.source)
      let counterpart = section < 0 ? -1 : sections.pair(ofSource: section)?.translation
      if counterpart != Self.section(of: actual, in: self.translation) { return .unrelated }
      return expected.kind == actual.kind ? .equal : .different
    }
  }

  /// The section of an alert; -1 before the first.
  private static func section(of alert: Alert, in page: LocalizedPage) -> Int {
    page.facts.sections.lastIndex { $0.heading < alert.node } ?? -1
  }
}
