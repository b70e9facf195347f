import Synchronization

/// Counts the pages that several threads have written.
final class PageCounter: Sendable {
  private let value = Atomic<Int>(0)

  /// Adds some; the number of all.
  func add(_ count: Int) -> Int { value.wrappingAdd(count, ordering: .relaxed).newValue }
}
