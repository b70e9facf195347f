/// Places of a file that texts cover, to be asked for many others.
public struct CoveredPlaces: Sendable {
  /// The places by their starts, each with the last end of all up to it.
  private var spans: [SourceSpan]

  /// Takes places in any order.
  ///
  /// - Complexity: O(*n* log *n*).
  public init(_ spans: some Sequence<SourceSpan>) {
    self.spans = spans.sorted { $0.start < $1.start }
    for index in self.spans.indices.dropFirst() {
      self.spans[index].end = max(self.spans[index].end, self.spans[index - 1].end)
    }
  }

  /// Whether one of the places, or several side by side, reach from before a span to its end.
  ///
  /// - Complexity: O(log *n*).
  public func hold(_ span: SourceSpan) -> Bool {
    let next = spans.partitioningIndex { $0.start > span.start }
    return next > 0 && spans[next - 1].end >= span.end
  }
}
