extension PageAlignment {
  /// Alerts stand for each other in sections that do.
  func alignAlerts() -> Alignment {
    let (source, translation) = (self.source.facts.alerts, self.translation.facts.alerts)
    if source.map(\.kind) == translation.map(\.kind) {
      return Alignment(source, translation) { _, _ in .equal }
    }
    let counterparts = source.map { alert in
      let section = Self.section(of: alert, in: self.source)
      return section < 0 ? -1 : sections.pair(ofSource: section)?.translation
    }
    let own = translation.map { Self.section(of: $0, in: self.translation) }
    return Alignment(Array(source.indices), Array(translation.indices)) { expected, actual in
      if counterparts[expected] != own[actual] { return .unrelated }
      return source[expected].kind == translation[actual].kind ? .equal : .different
    }
  }

  /// The section of an alert; -1 before the first.
  private static func section(of alert: Alert, in page: LocalizedPage) -> Int {
    page.facts.lastSection(before: alert.node) ?? -1
  }
}
