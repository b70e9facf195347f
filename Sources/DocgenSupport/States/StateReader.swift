/// Takes apart what ``StateWriter`` wrote. Bytes that are something else are an error, and never end the program.
public struct StateReader: Sendable {
  /// What was read is not what a writer wrote.
  public struct Damage: Error {
    /// Says no more than that.
    public init() {}
  }

  private let bytes: ArraySlice<UInt8>
  /// The texts that may come again.
  private var texts: [String] = []
  /// The place of the next byte.
  public private(set) var index: Int

  /// Reads bytes from their start.
  public init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  /// Whether all was read.
  public var isAtEnd: Bool { index == bytes.endIndex }

  /// Reads a byte.
  public mutating func byte() throws(Damage) -> UInt8 {
    guard index < bytes.endIndex else { throw Damage() }
    defer { index += 1 }
    return bytes[index]
  }

  /// Reads a number.
  public mutating func number() throws(Damage) -> Int {
    var (value, shift): (UInt64, UInt64) = (0, 0)
    while shift < 64 {
      let byte = try byte()
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(truncatingIfNeeded: Int64(bitPattern: value)) }
      shift += 7
    }
    throw Damage()
  }

  /// Reads a hash.
  public mutating func hash() throws(Damage) -> UInt64 {
    try plain(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Reads yes or no.
  public mutating func flag() throws(Damage) -> Bool { try byte() != 0 }

  /// Reads bytes that were written with their number.
  public mutating func content() throws(Damage) -> ArraySlice<UInt8> { try plain(try number()) }

  /// Reads so many bytes.
  public mutating func plain(_ count: Int) throws(Damage) -> ArraySlice<UInt8> {
    guard count >= 0, count <= bytes.endIndex - index else { throw Damage() }
    defer { index += count }
    return bytes[index..<index + count]
  }

  /// Reads a text.
  public mutating func text() throws(Damage) -> String { String(decoding: try content(), as: UTF8.self) }

  /// Reads a text, or that there is none.
  public mutating func optionalText() throws(Damage) -> String? { try flag() ? try text() : nil }

  /// Reads a text that may have come before.
  public mutating func repeatedText() throws(Damage) -> String {
    let number = try number()
    if number == 0 {
      texts.append(try text())
      return texts[texts.count - 1]
    }
    guard texts.indices.contains(number - 1) else { throw Damage() }
    return texts[number - 1]
  }

  /// Reads a list by reading each of its items.
  public mutating func list<Item>(
    _ read: (inout StateReader) throws(Damage) -> Item
  ) throws(Damage) -> [Item] {
    let count = try number()
    // Each item has a byte at least, or it is no list.
    guard count >= 0, count <= bytes.endIndex - index else { throw Damage() }
    var items: [Item] = []
    items.reserveCapacity(count)
    for _ in 0..<count { items.append(try read(&self)) }
    return items
  }

  /// Reads a digest.
  public mutating func digest() throws(Damage) -> ContentDigest {
    let bytes = try plain(ContentDigest.size)
    return bytes.withUnsafeBytes { ContentDigest($0.baseAddress) }
  }
}
