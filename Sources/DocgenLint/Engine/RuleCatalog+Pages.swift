extension RuleCatalog {
  /// The rules that look at a page by itself or beside its source: what they find changes with that page alone.
  ///
  /// The others compare pages with each other, ask the history of the source, or judge what all rules have found.
  package static let rulesOfOnePage = Set(
    checks.filter { check in
      !(check is any ProjectCheck.Type || check is any RevisionCheck.Type || check is any SuppressionCheck.Type
        || check is any ContentsCheck.Type || check is any SkippedFileCheck.Type)
    }.map { $0.rule })
}
