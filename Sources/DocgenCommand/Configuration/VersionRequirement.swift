/// The versions of docgen that a project can be built with: `>=0.1, <0.3`.
struct VersionRequirement: Equatable, Sendable {
  /// A version as numbers, the most significant first.
  private typealias Numbers = [Int]

  private struct Bound: Equatable {
    var comparison: String
    var numbers: Numbers
  }

  /// The requirement as it is written.
  let text: String
  private let bounds: [Bound]

  private static let comparisons = [">=", "<=", "==", ">", "<", "="]

  /// Reads comparisons set apart by commas; a version alone stands for that version and no other.
  ///
  /// `nil` if one of them is none.
  init?(_ text: String) {
    self.text = text
    var bounds: [Bound] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let part = part.filter { $0 != " " }
      let comparison = Self.comparisons.first { part.hasPrefix($0) } ?? ""
      guard let numbers = Self.numbers(part.dropFirst(comparison.count)) else { return nil }
      bounds.append(Bound(comparison: comparison, numbers: numbers))
    }
    self.bounds = bounds
  }

  /// Whether a version is one of them.
  func holds(for version: String) -> Bool {
    guard let numbers = Self.numbers(version.prefix { $0 != "-" && $0 != "+" }) else { return false }
    return bounds.allSatisfy { Self.holds($0, for: numbers) }
  }

  private static func holds(_ bound: Bound, for version: Numbers) -> Bool {
    let length = max(version.count, bound.numbers.count)
    let (left, right) = (padded(version, to: length), padded(bound.numbers, to: length))
    switch bound.comparison {
    case ">=": return !left.lexicographicallyPrecedes(right)
    case "<=": return !right.lexicographicallyPrecedes(left)
    case ">": return right.lexicographicallyPrecedes(left)
    case "<": return left.lexicographicallyPrecedes(right)
    default: return left == right
    }
  }

  private static func padded(_ numbers: Numbers, to length: Int) -> Numbers {
    numbers + Numbers(repeating: 0, count: length - numbers.count)
  }

  private static func numbers(_ text: some StringProtocol) -> Numbers? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in part.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } ? Int(part) : nil }
    return numbers.count == parts.count && numbers.count <= 3 ? numbers : nil
  }
}
