import DocgenSupport

/// One of several parts of the work on a project, each of which a machine does by itself.
package struct Shard: Hashable, Sendable {
  /// The number of the part, from 1 on.
  package let number: Int
  /// The number of parts.
  package let count: Int

  /// The most parts that work is cut into.
  package static let mostParts = 100_000

  /// Names a part; `nil` if there is none of the number.
  package init?(number: Int, of count: Int) {
    guard (1...Self.mostParts).contains(count), (1...count).contains(number) else { return nil }
    self.number = number
    self.count = count
  }

  /// Reads `2/7`; `nil` for all else.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Self.number(parts[0]), let count = Self.number(parts[1]) else { return nil }
    self.init(number: number, of: count)
  }

  private static func number(_ text: Substring) -> Int? {
    text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? Int(text) : nil
  }

  /// The pages of the part, out of pages with costs: they lie side by side, and all parts cost about the same.
  ///
  /// A page belongs to the part in whose share of the whole cost its middle lies, so that each page is in one part.
  package func pages(costs: [Int]) -> Range<Int> {
    let total = costs.reduce(0, +)
    guard total > 0 else { return number == 1 ? costs.indices : costs.count..<costs.count }
    var start = costs.count
    var end = costs.count
    var before = 0
    for (page, cost) in costs.enumerated() {
      let middle = 2 * before + cost
      before += cost
      let part = min(count - 1, middle * count / (2 * total))
      if part < number - 1 { continue }
      if part == number - 1 {
        start = min(start, page)
      } else {
        end = page
        break
      }
    }
    return min(start, end)..<end
  }
}

extension Shard: CustomStringConvertible {
  /// The part as it is written: `2/7`.
  package var description: String { "\(number)/\(count)" }
}

extension PageCatalog {
  /// What the work on each page costs, about: the bytes that are read and shown, in all locales.
  ///
  /// A locale without a translation shows the page in another language.
  package func costs(jobs: Int) -> [Int] {
    Parallel.map(count: entries.count, jobs: jobs) { page in
      let own = entries[page].files.map { $0.flatMap { FileSystem.size(of: contentFolder + "/" + $0) } }
      let shown = own.lazy.compactMap(\.self).first ?? 0
      return own.reduce(0) { $0 + ($1 ?? shown) } + 1
    }
  }
}
