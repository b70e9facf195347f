/// Text in the making, as UTF-8 bytes.
public struct ByteBuffer: Sendable {
  public var bytes: [UInt8]

  @inlinable
  public init(capacity: Int = 0) {
    bytes = []
    bytes.reserveCapacity(capacity)
  }

  @inlinable
  public mutating func append(_ byte: UInt8) { bytes.append(byte) }

  @inlinable
  public mutating func append(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  @inlinable
  public mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  @inlinable
  public mutating func append(_ other: [UInt8]) { bytes.append(contentsOf: other) }

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

  public mutating func appendEscaped(_ text: String) {
    var text = text
    text.withUTF8 { appendEscaped($0) }
  }

  public mutating func appendEscaped(_ text: [UInt8]) {
    text.withUnsafeBufferPointer { appendEscaped($0) }
  }

  /// The bytes as text.
  public var string: String { String(decoding: bytes, as: UTF8.self) }
}
