/// The words of many texts, each with a number in the order of their coming.
struct WordTable {
  private var units: [UInt16] = []
  private var ends: [Int32] = []
  /// Numbers of words by hash, -1 where a slot is free; always a power of two, and never more than half full.
  private var slots = [Int32](repeating: -1, count: 4096)

  /// The number of words.
  var count: Int { ends.count }

  /// The word of a number.
  subscript(_ number: Int) -> ArraySlice<UInt16> {
    units[(number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])]
  }

  /// The number of a word, which is added where it is new.
  mutating func insert(_ word: [UInt16]) -> Int {
    var slot = self.slot(of: word[...])
    if slots[slot] >= 0 { return Int(slots[slot]) }
    if ends.count * 2 >= slots.count {
      grow()
      slot = self.slot(of: word[...])
    }
    slots[slot] = Int32(ends.count)
    units += word
    ends.append(Int32(units.count))
    return ends.count - 1
  }

  /// The number of a word; `nil` if it is not known.
  func number(of word: ArraySlice<UInt16>) -> Int? {
    let number = slots[slot(of: word)]
    return number < 0 ? nil : Int(number)
  }

  /// The slot that holds a word, or the free one where it belongs.
  private func slot(of word: ArraySlice<UInt16>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for unit in word { hash = (hash ^ UInt64(unit)) &* 0x0000_0100_0000_01B3 }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
    while slots[slot] >= 0, self[Int(slots[slot])] != word { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for number in 0..<ends.count { slots[slot(of: self[number])] = Int32(number) }
  }
}
