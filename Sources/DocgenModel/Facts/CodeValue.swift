import DocgenSupport

/// The value of a return code: a number, a range, or several of them.
///
/// Values compare by their canonical text: `8..32767` for `8 .. 32767`, `8–32767` and, where a value is all that can
/// stand there, `8 32767` or `8 to 32767` in the words of the language; hexadecimal digits in upper case after `0x`; a bare `..` stands for "values between".
package struct CodeValue: Hashable, Sendable {
  /// The canonical text.
  package let text: String
  /// Whether one of the numbers is hexadecimal.
  package let isHexadecimal: Bool

  /// Reads a value that fills the text.
  ///
  /// - Parameters:
  ///   - text: The text as UTF-8.
  ///   - allowsSpacedRange: Two numbers separated by spaces are a range (`8 32767`).
  ///   - rangeWords: The words of the language that stand between the ends of a range (`1 to 5`), in lower case.
  package init?(
    _ text: some Collection<UInt8>, allowsSpacedRange: Bool = false, rangeWords: [[UInt8]] = []
  ) {
    var scanner = Scanner(bytes: Array(text))
    scanner.skipWhitespace()
    var result: [UInt8] = []
    var isHexadecimal = false
    if scanner.dots() {
      scanner.skipWhitespace()
      guard scanner.isAtEnd else { return nil }
      self.text = ".."
      self.isHexadecimal = false
      return
    }
    var numbers = 0
    while true {
      scanner.skipWhitespace()
      guard let number = scanner.number(isHexadecimal: &isHexadecimal) else { return nil }
      result += number
      numbers += 1
      let hadSpace = scanner.skipWhitespace()
      if scanner.isAtEnd { break }
      if scanner.dots() || scanner.dash() || (hadSpace && scanner.word(among: rangeWords)) {
        scanner.skipWhitespace()
        result += [UInt8(ascii: "."), UInt8(ascii: ".")]
        // "32768.." has no upper end.
        if scanner.isAtEnd { break }
      } else if scanner.separator() {
        result += [UInt8(ascii: ","), 0x20]
      } else if hadSpace, allowsSpacedRange, numbers == 1 {
        result += [UInt8(ascii: "."), UInt8(ascii: ".")]
      } else {
        return nil
      }
      if numbers > 64 { return nil }
    }
    self.text = String(decoding: result, as: UTF8.self)
    self.isHexadecimal = isHexadecimal
  }

  private struct Scanner {
    let bytes: [UInt8]
    var index = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { index >= bytes.count }

    private func byte(_ offset: Int = 0) -> UInt8 { index + offset < bytes.count ? bytes[index + offset] : 0 }

    @discardableResult
    mutating func skipWhitespace() -> Bool {
      let start = index
      while byte() == 0x20 { index += 1 }
      return index > start
    }

    /// Two or three dots, with or without whitespace between, or an ellipsis.
    mutating func dots() -> Bool {
      if byte() == 0xE2, byte(1) == 0x80, byte(2) == 0xA6 {
        index += 3
        return true
      }
      guard byte() == UInt8(ascii: ".") else { return false }
      var probe = index + 1
      while probe < bytes.count, bytes[probe] == 0x20 { probe += 1 }
      guard probe < bytes.count, bytes[probe] == UInt8(ascii: ".") else { return false }
      index = probe + 1
      if byte() == UInt8(ascii: ".") { index += 1 }
      return true
    }

    /// A hyphen, an en dash or an em dash between two numbers.
    mutating func dash() -> Bool {
      if byte() == 0xE2, byte(1) == 0x80, byte(2) == 0x93 || byte(2) == 0x94 {
        index += 3
        return true
      }
      guard byte() == UInt8(ascii: "-") else { return false }
      index += 1
      return true
    }

    /// One of some words, with a space after it.
    mutating func word(among words: [[UInt8]]) -> Bool {
      for word in words where bytes.count - index > word.count && bytes[index + word.count] == 0x20 {
        guard ASCIICase.equal(bytes[index..<index + word.count], word) else { continue }
        index += word.count
        return true
      }
      return false
    }

    mutating func separator() -> Bool {
      guard byte() == UInt8(ascii: ",") || byte() == UInt8(ascii: ";") || byte() == UInt8(ascii: "/") else {
        return false
      }
      index += 1
      return true
    }

    mutating func number(isHexadecimal: inout Bool) -> [UInt8]? {
      var result: [UInt8] = []
      if byte() == UInt8(ascii: "-") || byte() == UInt8(ascii: "+") {
        if byte() == UInt8(ascii: "-") { result.append(byte()) }
        index += 1
      } else if byte() == 0xE2, (byte(1), byte(2)) == (0x80, 0x93) || (byte(1), byte(2)) == (0x88, 0x92) {
        // An en dash or the sign itself for a minus.
        result.append(UInt8(ascii: "-"))
        index += 3
      }
      if byte() == UInt8(ascii: "0"), byte(1) | 0x20 == UInt8(ascii: "x"), Self.isHexDigit(byte(2)) {
        isHexadecimal = true
        result += Array("0x".utf8)
        index += 2
        while Self.isHexDigit(byte()) {
          result.append((UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte()) ? byte() - 0x20 : byte())
          index += 1
        }
        if byte() | 0x20 == UInt8(ascii: "l") { index += 1 }
      } else {
        let start = index
        while (0x30...0x39).contains(byte()) {
          result.append(byte())
          index += 1
        }
        guard index > start else { return nil }
        if byte() | 0x20 == UInt8(ascii: "l"), !Self.isWordByte(byte(1)) { index += 1 }
      }
      return Self.isWordByte(byte()) ? nil : result
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
      (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x5F
    }
  }
}
