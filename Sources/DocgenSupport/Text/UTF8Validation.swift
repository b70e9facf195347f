/// Checks whether bytes are well-formed UTF-8.
public enum UTF8Validation {
  /// Whether the bytes are well-formed UTF-8, as the Unicode standard defines it (table 3-7).
  ///
  /// - Complexity: O(*n*); runs of ASCII are skipped eight bytes at a time.
  public static func isValid(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var index = 0
      let count = buffer.count
      while index < count {
        if index + 8 <= count,
          buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
          index += 8
          continue
        }
        let length = sequenceLength(buffer, at: index)
        if length == 0 { return false }
        index += length
      }
      return true
    }
  }

  /// Bytes as text, where those that are no part of well-formed UTF-8 are spelled out: `caf\xE9`.
  public static func escaped(_ bytes: UnsafeRawBufferPointer) -> String {
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let length = sequenceLength(bytes, at: index)
      if length > 0 {
        result += bytes[index..<index + length]
        index += length
      } else {
        // No such byte is less than 0x80.
        result += Array("\\x\(String(bytes[index], radix: 16, uppercase: true))".utf8)
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The length of the well-formed sequence at an index, or 0 where there is none.
  static func sequenceLength(_ buffer: UnsafeRawBufferPointer, at index: Int) -> Int {
    let lead = buffer[index]
    if lead < 0x80 { return 1 }
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF:
      length = 3
      if lead == 0xE0 { second = 0xA0...0xBF }
      if lead == 0xED { second = 0x80...0x9F }
    case 0xF0...0xF4:
      length = 4
      if lead == 0xF0 { second = 0x90...0xBF }
      if lead == 0xF4 { second = 0x80...0x8F }
    default: return 0
    }
    guard index + length <= buffer.count, second.contains(buffer[index + 1]) else { return 0 }
    for offset in 2..<max(length, 2) where !(0x80...0xBF).contains(buffer[index + offset]) { return 0 }
    return length
  }
}
