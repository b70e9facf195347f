import DocgenMarkup

/// What a page's HTML says in words of the page's language.
package struct HTMLStyle: Sendable {
  /// The titles of alerts, by the raw value of their kind.
  package var alertTitles: [String]
  /// What the link beside a heading is for.
  package var anchorLabel: String
  /// The name of a table that scrolls, for those who do not see it.
  package var tableLabel: String
  /// What the sign hides beside a fact of the source: the translation's own text.
  package var originalLabel: String

  /// Takes the words; an alert without a title shows the name of its kind.
  package init(
    alertTitles: [AlertKind: String] = [:], anchorLabel: String = "#", tableLabel: String = "Table",
    originalLabel: String = "Original"
  ) {
    self.alertTitles = AlertKind.allCases.map { alertTitles[$0] ?? $0.name }
    self.anchorLabel = anchorLabel
    self.tableLabel = tableLabel
    self.originalLabel = originalLabel
  }
}
