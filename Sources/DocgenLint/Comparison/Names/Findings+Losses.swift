import DocgenSupport

extension Findings {
  /// Whether a finding tells at a place that a name is missing there.
  ///
  /// - Complexity: O(*n*) in the findings about the page.
  func hasLoss(of name: String, at place: Int32) -> Bool {
    diagnostics.indices.contains { index in
      starts[index].own == place && diagnostics[index].damage == .lost && diagnostics[index].expected == name
    }
  }
}
