/// Text in the making, as UTF-8 bytes.
public struct ByteBuffer: Sendable {
  /// What was appended so far.
  public var bytes: [UInt8]

  /// Makes an empty buffer with room for so many bytes.
  @inlinable
  public init(capacity: Int = 0) {
    bytes = []
    bytes.reserveCapacity(capacity)
  }

  /// Appends one byte, which must be ASCII or a part of a character whose other bytes follow.
  @inlinable
  public mutating func append(_ byte: UInt8) { bytes.append(byte) }

  /// Appends text that stands in the program.
  @inlinable
  public mutating func append(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends text.
  @inlinable
  public mutating func append(_ text: String) {
    // A text of the program's own lies in one piece, and is neither copied nor retained.
    if text.utf8.withContiguousStorageIfAvailable({ bytes.append(contentsOf: $0) }) == nil {
      bytes.append(contentsOf: text.utf8)
    }
  }

  /// Appends UTF-8 bytes.
  @inlinable
  public mutating func append(_ other: [UInt8]) { bytes.append(contentsOf: other) }

  /// Appends UTF-8 bytes.
  @inlinable
  public mutating func append(_ other: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: other) }

  /// Appends text with `&`, `<`, `>` and `"` as character references, as CommonMark's reference renderer does.
  public mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    guard let base = text.baseAddress else { return }
    var runStart = 0
    for index in 0..<text.count {
      let reference: StaticString
      switch base[index] {
      case UInt8(ascii: "&"): reference = "&amp;"
      case UInt8(ascii: "<"): reference = "&lt;"
      case UInt8(ascii: ">"): reference = "&gt;"
      case UInt8(ascii: "\""): reference = "&quot;"
      default: continue
      }
      append(UnsafeBufferPointer(start: base + runStart, count: index - runStart))
      append(reference)
      runStart = index + 1
    }
    append(UnsafeBufferPointer(start: base + runStart, count: text.count - runStart))
  }

  /// Appends text, escaped in the same way.
  public mutating func appendEscaped(_ text: String) {
    var text = text
    text.withUTF8 { appendEscaped($0) }
  }

  /// Appends UTF-8 bytes, escaped in the same way.
  public mutating func appendEscaped(_ text: [UInt8]) {
    text.withUnsafeBufferPointer { appendEscaped($0) }
  }

  /// The bytes as text.
  public var string: String { String(decoding: bytes, as: UTF8.self) }
}
