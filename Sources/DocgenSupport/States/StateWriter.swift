/// Writes values one after the other into flat bytes, which ``StateReader`` takes apart.
public struct StateWriter: Sendable {
  /// What was written.
  public private(set) var bytes: [UInt8] = []

  /// Makes a writer of nothing.
  public init() {}

  /// Writes a number in as few bytes as it needs (LEB128).
  public mutating func write(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest & 0x7F) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
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

  /// Writes bytes whose number is known where they are read.
  public mutating func write(plain content: [UInt8]) { bytes.append(contentsOf: content) }

  /// Writes a list by writing each of its items.
  public mutating func write<Item>(_ items: [Item], _ write: (inout StateWriter, Item) -> Void) {
    self.write(items.count)
    for item in items { write(&self, item) }
  }
}
