/// Writes values one after the other into flat bytes, which ``StateReader`` takes apart.
public struct StateWriter: Sendable {
  /// The most bytes that a number takes.
  static let longestNumber = 10

  /// What was written.
  public private(set) var bytes: [UInt8] = []
  /// The numbers of texts that are likely to come again.
  private var numbers: [String: Int] = [:]

  /// Makes a writer of nothing, with room for some bytes.
  public init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  /// Writes a number in as few bytes as it needs (LEB128).
  public mutating func write(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest & 0x7F) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Writes a hash, whose bytes are all needed.
  public mutating func write(hash: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: hash >> shift)) }
  }

  /// Writes yes or no.
  public mutating func write(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  /// Writes bytes with their number.
  public mutating func write(_ content: some Collection<UInt8>) {
    write(content.count)
    bytes.append(contentsOf: content)
  }

  /// Writes a text.
  public mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  /// Writes a text, or that there is none.
  public mutating func write(_ text: String?) {
    write(text != nil)
    if let text { write(text) }
  }

  /// Writes a text that is likely to come again, whole for the first time only.
  public mutating func write(repeated text: String) {
    if let number = numbers[text] { return write(number) }
    write(0)
    write(text)
    numbers[text] = numbers.count + 1
  }

  /// Writes bytes whose number is known where they are read.
  public mutating func write(plain content: [UInt8]) { bytes.append(contentsOf: content) }

  /// Writes a list by writing each of its items.
  public mutating func write<Item>(_ items: [Item], _ write: (inout StateWriter, Item) -> Void) {
    self.write(items.count)
    for item in items { write(&self, item) }
  }
}
