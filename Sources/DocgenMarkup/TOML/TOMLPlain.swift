/// Tells which texts without quotes are values of TOML: truth values, numbers, days and times.
enum TOMLPlain {
  /// Whether a text is such a value.
  static func isValid(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let bytes = Array(text)
    if bytes.elementsEqual("true".utf8) || bytes.elementsEqual("false".utf8) { return true }
    return isNumber(bytes) || isTime(bytes)
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// Whether a byte may stand in the time after a day.
  static func isOfTime(_ byte: UInt8) -> Bool {
    isDigit(byte) || [UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "-")].contains(byte)
      || byte | 0x20 == UInt8(ascii: "z")
  }

  private static func isNumber(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    let isSigned = rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-")
    if isSigned { rest = rest.dropFirst() }
    if rest.elementsEqual("inf".utf8) || rest.elementsEqual("nan".utf8) { return true }
    if rest.count > 2, rest.first == UInt8(ascii: "0"), let isOfBase = base(rest[rest.startIndex + 1]) {
      return !isSigned && isRun(rest.dropFirst(2), isOfBase)
    }
    let integer = rest.prefix { isDigit($0) || $0 == UInt8(ascii: "_") }
    guard isRun(integer, isDigit), integer.count == 1 || integer.first != UInt8(ascii: "0") else { return false }
    rest = rest.dropFirst(integer.count)
    if rest.first == UInt8(ascii: ".") {
      let fraction = rest.dropFirst().prefix { isDigit($0) || $0 == UInt8(ascii: "_") }
      guard isRun(fraction, isDigit) else { return false }
      rest = rest.dropFirst(fraction.count + 1)
    }
    guard let first = rest.first else { return true }
    guard first | 0x20 == UInt8(ascii: "e") else { return false }
    rest = rest.dropFirst()
    if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    return isRun(rest, isDigit)
  }

  /// The digits of a number with a letter for its base.
  private static func base(_ letter: UInt8) -> ((UInt8) -> Bool)? {
    switch letter {
    case UInt8(ascii: "x"): { isDigit($0) || ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x66) }
    case UInt8(ascii: "o"): { $0 >= 0x30 && $0 <= 0x37 }
    case UInt8(ascii: "b"): { $0 == 0x30 || $0 == 0x31 }
    default: nil
    }
  }

  /// Digits with single underscores between them.
  private static func isRun(_ bytes: ArraySlice<UInt8>, _ isOfRun: (UInt8) -> Bool) -> Bool {
    var wasDigit = false
    for byte in bytes {
      if byte == UInt8(ascii: "_") {
        guard wasDigit else { return false }
        wasDigit = false
      } else if isOfRun(byte) {
        wasDigit = true
      } else {
        return false
      }
    }
    return wasDigit
  }

  /// `1979-05-27`, `07:32:00.5`, or both with `T` or a space between, and an offset.
  private static func isTime(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    let hasDay = matches(&rest, "dddd-dd-dd")
    if hasDay {
      if rest.isEmpty { return true }
      guard let separator = rest.popFirst(), separator == 0x20 || separator | 0x20 == UInt8(ascii: "t") else {
        return false
      }
    }
    guard matches(&rest, "dd:dd:dd") else { return false }
    if rest.first == UInt8(ascii: ".") {
      let fraction = rest.dropFirst().prefix(while: isDigit)
      if fraction.isEmpty { return false }
      rest = rest.dropFirst(fraction.count + 1)
    }
    if rest.isEmpty { return true }
    guard hasDay, let first = rest.popFirst() else { return false }
    if first | 0x20 == UInt8(ascii: "z") { return rest.isEmpty }
    return (first == UInt8(ascii: "+") || first == UInt8(ascii: "-")) && matches(&rest, "dd:dd") && rest.isEmpty
  }

  /// Takes bytes that are of a form, in which `d` stands for a digit.
  private static func matches(_ bytes: inout ArraySlice<UInt8>, _ form: StaticString) -> Bool {
    form.withUTF8Buffer { form in
      guard bytes.count >= form.count else { return false }
      for (byte, wanted) in zip(bytes, form) {
        guard wanted == UInt8(ascii: "d") ? isDigit(byte) : byte == wanted else { return false }
      }
      bytes = bytes.dropFirst(form.count)
      return true
    }
  }
}
