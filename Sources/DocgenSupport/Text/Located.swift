/// A value together with the place in the source file that says it.
public struct Located<Value> {
  /// What the source says.
  public var value: Value
  /// Where it says so.
  public var span: SourceSpan

  /// Joins a value and its place.
  @inlinable
  public init(_ value: Value, at span: SourceSpan) {
    self.value = value
    self.span = span
  }
}

extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
extension Located: Sendable where Value: Sendable {}
