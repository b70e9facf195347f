import DocgenSupport

/// The text of addresses: which characters may stand there as they are.
package enum URLText {
  /// Whether a byte may stand anywhere in an address; `%` among them, since destinations may be encoded already.
  package static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    case UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "("),
      UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: ","), UInt8(ascii: "-"),
      UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "="),
      UInt8(ascii: "?"), UInt8(ascii: "@"), UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default: false
    }
  }

  /// Whether a byte of a file's name may stand in a path as it is.
  private static func isPathByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "#"), UInt8(ascii: "?"), UInt8(ascii: "%"): false
    default: isPlain(byte)
    }
  }

  /// The path of a file as it stands in an address.
  package static func encodedPath(_ path: String) -> String {
    guard !path.utf8.allSatisfy(isPathByte) else { return path }
    var buffer = ByteBuffer(capacity: path.utf8.count + 16)
    for byte in path.utf8 {
      if isPathByte(byte) { buffer.append(byte) } else { buffer.appendPercentEncoded(byte) }
    }
    return buffer.string
  }

  /// The anchor of an element as it stands after `#`: decoded, it is what it was.
  package static func encodedAnchor(_ anchor: String) -> String {
    guard !anchor.utf8.allSatisfy(isAnchorByte) else { return anchor }
    var buffer = ByteBuffer(capacity: anchor.utf8.count + 16)
    for byte in anchor.utf8 {
      if isAnchorByte(byte) { buffer.append(byte) } else { buffer.appendPercentEncoded(byte) }
    }
    return buffer.string
  }

  private static func isAnchorByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "#"), UInt8(ascii: "%"): false
    default: isPlain(byte) || isAddressByte(byte)
    }
  }

  /// An address that a page gives, with what may not stand there encoded; a stray `%` becomes `%25`.
  package static func encodedAddress(_ address: String) -> String {
    var needsWork = false
    for byte in address.utf8 where byte == UInt8(ascii: "%") || !(isPlain(byte) || isAddressByte(byte)) {
      needsWork = true
      break
    }
    guard needsWork else { return address }
    let bytes = Array(address.utf8)
    var buffer = ByteBuffer(capacity: bytes.count + 16)
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "%") {
        let digits = bytes[(index + 1)...].prefix(2)
        let isEncoded = digits.count == 2 && digits.allSatisfy { hexValue($0) != nil }
        if isEncoded { buffer.append(byte) } else { buffer.append("%25") }
      } else if isPlain(byte) || isAddressByte(byte) {
        buffer.append(byte)
      } else {
        buffer.appendPercentEncoded(byte)
      }
    }
    return buffer.string
  }

  private static func isAddressByte(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "&") || byte == UInt8(ascii: "'") }

  /// A path with `%41` and its like resolved; as it is where that gives no valid text.
  package static func decoded(_ path: Substring) -> String {
    guard path.utf8.contains(UInt8(ascii: "%")) else { return String(path) }
    let bytes = Array(path.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count, let high = hexValue(bytes[index + 1]),
        let low = hexValue(bytes[index + 2]), high > 0 || low > 0
      {
        result.append(high << 4 | low)
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return UTF8Validation.isValid(result) ? String(decoding: result, as: UTF8.self) : String(path)
  }

  private static func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}

extension ByteBuffer {
  /// Appends a byte as `%` and two digits.
  package mutating func appendPercentEncoded(_ byte: UInt8) {
    append(UInt8(ascii: "%"))
    append(Self.hexDigit(byte >> 4))
    append(Self.hexDigit(byte & 15))
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") - 10 + value
  }
}
