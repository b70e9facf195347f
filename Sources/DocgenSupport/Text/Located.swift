/// A value together with the place in the source file that says it.
package struct Located<Value> {
  /// What the source says.
  package var value: Value
  /// Where it says so.
  package var span: SourceSpan

  /// Joins a value and its place.
  @inlinable
  package init(_ value: Value, at span: SourceSpan) {
    self.value = value
    self.span = span
  }
}

extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
extension Located: Sendable where Value: Sendable {}
