/// Facts about the bytes of signature blocks.
enum SignatureText {
  /// A byte of an identifier or number, outside of non-ASCII letters.
  @inline(__always)
  static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "_"), UInt8(ascii: "$"):
      true
    default: false
    }
  }

  /// The width in bytes of the space or zero-width character at an offset; 0 where there is another character.
  ///
  /// Non-breaking, figure, thin and ideographic spaces, zero-width characters, soft hyphen, byte order mark.
  static func ignorableWidth(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
    switch text[offset] {
    case 0xC2:
      guard offset + 1 < text.count else { return 0 }
      return text[offset + 1] == 0xA0 || text[offset + 1] == 0xAD ? 2 : 0
    case 0xE2:
      guard offset + 2 < text.count else { return 0 }
      let last = text[offset + 2]
      switch text[offset + 1] {
      case 0x80: return last <= 0x8F || last >= 0xA8 && last <= 0xAF ? 3 : 0
      case 0x81: return last == 0x9F || last == 0xA0 ? 3 : 0
      default: return 0
      }
    case 0xE3:
      return offset + 2 < text.count && text[offset + 1] == 0x80 && text[offset + 2] == 0x80 ? 3 : 0
    case 0xEF:
      return offset + 2 < text.count && text[offset + 1] == 0xBB && text[offset + 2] == 0xBF ? 3 : 0
    default:
      return 0
    }
  }

  /// The character at an offset has no width: U+00AD, U+200B–U+200F, U+202A–U+202E, U+2060, U+FEFF.
  static func isZeroWidth(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    guard ignorableWidth(text, at: offset) > 0 else { return false }
    switch text[offset] {
    case 0xC2: return text[offset + 1] == 0xAD
    case 0xE2:
      let last = text[offset + 2]
      if text[offset + 1] == 0x80 { return last >= 0x8B && last <= 0x8F || last >= 0xAA && last <= 0xAE }
      return last == 0xA0
    case 0xEF: return true
    default: return false
    }
  }

  /// The character that a reference (`&quot;`, `&#39;`, `&nbsp;`) stands for, and the width of the reference.
  ///
  /// Only those that a converter writes for the marks of code; a non-breaking space is a space.
  static func characterReference(
    _ text: UnsafeBufferPointer<UInt8>, at offset: Int
  ) -> (character: UInt8, width: Int)? {
    func has(_ reference: StaticString) -> Bool {
      guard offset + reference.utf8CodeUnitCount <= text.count else { return false }
      for index in 0..<reference.utf8CodeUnitCount where text[offset + index] != reference.utf8Start[index] {
        return false
      }
      return true
    }
    guard offset + 3 < text.count else { return nil }
    switch text[offset + 1] {
    case UInt8(ascii: "q"): return has("&quot;") ? (UInt8(ascii: "\""), 6) : nil
    case UInt8(ascii: "l"): return has("&lt;") ? (UInt8(ascii: "<"), 4) : nil
    case UInt8(ascii: "g"): return has("&gt;") ? (UInt8(ascii: ">"), 4) : nil
    case UInt8(ascii: "a"):
      if has("&amp;") { return (UInt8(ascii: "&"), 5) }
      return has("&apos;") ? (UInt8(ascii: "'"), 6) : nil
    case UInt8(ascii: "n"): return has("&nbsp;") ? (0x20, 6) : nil
    case UInt8(ascii: "#"):
      if has("&#39;") { return (UInt8(ascii: "'"), 5) }
      if has("&#34;") { return (UInt8(ascii: "\""), 5) }
      if has("&#42;") { return (UInt8(ascii: "*"), 5) }
      return has("&#160;") ? (0x20, 6) : nil
    default: return nil
    }
  }

  /// Whether a literal of one character begins at an offset: `'a'`, `'\n'`.
  static func holdsCharacter(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    func byte(_ distance: Int) -> UInt8 { offset + distance < text.count ? text[offset + distance] : 0 }
    if byte(1) == UInt8(ascii: "\\") { return true }
    if byte(1) < 0x80 { return byte(2) == UInt8(ascii: "'") }
    return (3...5).contains { byte($0) == UInt8(ascii: "'") }
  }

  /// Calls back with each byte that counts: references decoded, zero-width characters left out, wide spaces as one space.
  @inline(__always)
  static func forEachByte(_ text: UnsafeBufferPointer<UInt8>, _ body: (UInt8) -> Void) {
    var offset = 0
    while offset < text.count {
      let byte = text[offset]
      if byte == UInt8(ascii: "&"), let (character, width) = characterReference(text, at: offset) {
        body(character)
        offset += width
        continue
      }
      if byte >= 0x80 {
        let width = ignorableWidth(text, at: offset)
        if width > 0 {
          if !isZeroWidth(text, at: offset) { body(0x20) }
          offset += width
          continue
        }
      }
      body(byte)
      offset += 1
    }
  }
}
