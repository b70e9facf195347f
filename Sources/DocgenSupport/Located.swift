/// A value together with the place in the source file that says it.
public struct Located<Value> {
  public var value: Value
  public var span: SourceSpan

  @inlinable
  public init(_ value: Value, at span: SourceSpan) {
    self.value = value
    self.span = span
  }
}

extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
extension Located: Sendable where Value: Sendable {}
