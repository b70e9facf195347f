/// Which syntaxes may start with two bytes, so that nearly all places of a page are passed over at once.
struct TokenStarts: Sendable {
  /// The row of a first byte; 0 for one that starts nothing.
  private(set) var rows = [UInt8](repeating: 0, count: 256)
  /// Whether something starts with the first byte of a row and a second one, by both.
  private var pairs: [Bool] = [Bool](repeating: false, count: 256)
  /// The numbers of the syntaxes of a row, in their order.
  private(set) var candidates: [[Int]] = [[]]

  /// Adds a syntax that starts with a byte; `next` tells which bytes may follow.
  mutating func add(_ number: Int, _ first: UInt8, next: (UInt8) -> Bool = { _ in true }) {
    if rows[Int(first)] == 0 {
      rows[Int(first)] = UInt8(truncatingIfNeeded: candidates.count)
      candidates.append([])
      pairs += [Bool](repeating: false, count: 256)
    }
    let row = Int(rows[Int(first)])
    if candidates[row].last != number { candidates[row].append(number) }
    for second in UInt8.min...UInt8.max where next(second) { pairs[row << 8 | Int(second)] = true }
  }

  /// Adds a syntax by its opening mark.
  mutating func add(_ number: Int, mark: [UInt8]) {
    guard let first = mark.first else { return }
    add(number, first) { mark.count < 2 || $0 == mark[1] }
  }

  /// The row of two bytes; `nil` if nothing starts with them.
  func row(_ first: UInt8, _ second: UInt8) -> Int? {
    let row = Int(rows[Int(first)])
    return row > 0 && pairs[row << 8 | Int(second)] ? row : nil
  }
}
