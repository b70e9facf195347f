import Glibc

/// Markup for which the library needs time in proportion to the square of a paragraph's length.
///
/// Within a paragraph the library looks for the end of each `<?`, `<![CDATA[` and `<!NAME`, up to the paragraph's end. A
/// few do no harm and no page has more; 200 KB of nothing else took 6 s.
enum CostlyMarkup {
  /// How many there may be in a page.
  private static let limit = 1_000
  /// A character that means nothing to Markdown or HTML.
  private static let mask: UInt8 = 0x01

  /// The bytes with another character in the place of each `<` that starts such markup; nothing where they may stay.
  ///
  /// Only the bytes that the library gets are changed: a document's text is that of the file.
  static func masked(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> [UInt8]? {
    guard count(bytes, from: start) > limit else { return nil }
    var masked = Array(bytes)
    for index in start..<max(start, bytes.count - 1) where isCostly(bytes, at: index) { masked[index] = mask }
    return masked
  }

  private static func count(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return 0 }
    var count = 0
    var index = start
    while index + 1 < bytes.count, let found = memchr(base + index, 0x3C, bytes.count - 1 - index) {
      index = UnsafeRawPointer(found) - base
      if isCostly(bytes, at: index) { count += 1 }
      index += 1
    }
    return count
  }

  private static func isCostly(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard bytes[index] == UInt8(ascii: "<") else { return false }
    switch bytes[index + 1] {
    case UInt8(ascii: "?"): return true
    // Comments are read at once.
    case UInt8(ascii: "!"): return index + 2 < bytes.count && bytes[index + 2] != UInt8(ascii: "-")
    default: return false
    }
  }
}
