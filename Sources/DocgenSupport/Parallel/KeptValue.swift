/// A value that stays in memory until the program ends.
public final class KeptValue<Value> {
  private let value: Value

  private init(_ value: Value) { self.value = value }

  /// Keeps a value that is needed up to the end, so that no time goes into taking it apart there.
  public static func keep(_ value: Value) { _ = Unmanaged.passRetained(KeptValue(value)) }
}
