import DocgenSupport

/// A small generator of numbers that gives the same ones for the same seed, on every machine and with any number of threads.
///
/// Each use has dice of its own, seeded by what it is for, so that one more kind of damage does not
/// change what the others do.
struct Dice: Sendable {
  private var numbers: SplitMix64

  /// Makes dice of a seed and of words that tell what they are for.
  init(seed: UInt64, _ purpose: String...) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ seed
    for word in purpose {
      for byte in word.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      hash = (hash ^ 0xFF) &* 0x100_0000_01B3
    }
    numbers = SplitMix64(seed: hash)
  }

  /// A number from 0 up to a limit that is not reached; the limit is positive.
  mutating func number(below limit: Int) -> Int { Int(numbers.next() % UInt64(max(1, limit))) }

  /// Whether a thing happens that happens so many times in a hundred.
  mutating func happens(_ percent: Int) -> Bool { number(below: 100) < percent }

  /// One of some items; `nil` if there is none.
  mutating func pick<Item>(_ items: [Item]) -> Item? { items.isEmpty ? nil : items[number(below: items.count)] }

  /// The items in a random order.
  mutating func shuffled<Item>(_ items: [Item]) -> [Item] {
    var items = items
    for index in items.indices.dropFirst().reversed() { items.swapAt(index, number(below: index + 1)) }
    return items
  }
}
