/// Tells names that no language may change from words of a language.
package enum Identifier {
  /// Whether a text is one symbolic name of the kind return codes have: `E_FAIL`, `ERROR_BADDB`, `wbemErrFailed`.
  ///
  /// It is one word of letters, digits and underscores with an underscore or an inner capital, or all in capitals.
  package static func isSymbolic(_ text: some Collection<UInt8>) -> Bool {
    text.withContiguousStorageIfAvailable(isSymbolic(bytes:)) ?? Array(text).withUnsafeBufferPointer(isSymbolic(bytes:))
  }

  private static func isSymbolic(bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var letters = 0
    var capitals = 0
    var hasUnderscore = false
    var hasInnerCapital = false
    var previousIsLower = false
    for (position, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "_"):
        hasUnderscore = true
        previousIsLower = false
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        letters += 1
        capitals += 1
        if previousIsLower { hasInnerCapital = true }
        previousIsLower = false
      case UInt8(ascii: "a")...UInt8(ascii: "z"):
        letters += 1
        previousIsLower = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if position == 0 { return false }
        previousIsLower = false
      default: return false
      }
    }
    return letters > 1 && (hasUnderscore || hasInnerCapital || (capitals == letters && letters > 3))
  }

  /// Whether a text is made of symbolic names alone: one, or several with punctuation between, such as
  /// `HRESULT_FROM_WIN32(ERROR_BADDB)` or `(HRESULT) E_FAIL`.
  package static func isSymbolicExpression(_ text: some Collection<UInt8>) -> Bool {
    if isSymbolic(text) { return true }
    var hasUnderscore = false
    for byte in text where !isNameByte(byte) {
      guard byte == 0x20 || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: ",")
      else { return false }
    }
    let names = text.split { !isNameByte($0) }
    for name in names {
      guard isSymbolic(name) else { return false }
      if name.contains(UInt8(ascii: "_")) { hasUnderscore = true }
    }
    return names.count > 1 && hasUnderscore
  }

  /// Whether a byte may be a part of a name: a letter, a digit or an underscore.
  @inlinable
  package static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// Whether a byte of UTF-8 starts a letter of a script without capitals, such as Arabic, Thai, Chinese, Japanese or Korean.
  ///
  /// No name goes on in such a script: right after a name, it is a word of the language.
  @inlinable
  package static func startsUncasedLetter(_ byte: UInt8) -> Bool {
    (0xD7...0xE0).contains(byte) || (0xE3...0xED).contains(byte)
  }

  /// Whether a text is one name, as a parameter has it: a word of ASCII without whitespace, with a letter in it.
  ///
  /// Punctuation that names come with in documentation is part of it (`KeyPackage[]`, `*ppv`, `lParam/wParam`).
  package static func isName(_ text: some Collection<UInt8>) -> Bool {
    var hasLetter = false
    for byte in text {
      guard byte > 0x20, byte < 0x7F else { return false }
      if isNameByte(byte) { hasLetter = true }
    }
    return hasLetter
  }
}
