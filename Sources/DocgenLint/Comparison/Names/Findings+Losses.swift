import DocgenSupport

extension Findings {
  /// Whether a finding tells in a block that a name is missing or is another there.
  ///
  /// - Complexity: O(*n*) in the findings about the page.
  func hasOne(about name: String, in block: SourceSpan) -> Bool {
    diagnostics.indices.contains { index in
      block.start <= starts[index].own && starts[index].own <= block.end && diagnostics[index].expected == name
    }
  }
}
