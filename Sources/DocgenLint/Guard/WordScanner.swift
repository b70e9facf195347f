import DocgenSupport

/// Tells words and the ends of sentences in UTF-8, in any script.
enum WordScanner {
  /// The end of the word at an index; the index itself where none is. A word of Chinese or Japanese is one character.
  static func end(ofWordAt start: Int, in bytes: ArraySlice<UInt8>) -> Int {
    var index = start
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte < 0x80 {
        guard isLetterOrDigit(byte) else { return index }
        index += 1
        continue
      }
      let length = scalarLength(byte)
      let end = min(bytes.endIndex, index + length)
      if isPunctuation(bytes[index..<end]) { return index }
      if isIdeograph(byte) { return index == start ? end : index }
      index = end
    }
    return index
  }

  /// The length of a mark that may end a sentence; 0 where there is none.
  static func length(ofTerminatorAt index: Int, in bytes: ArraySlice<UInt8>) -> Int {
    switch bytes[index] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return 1
    case ..<0x80: return 0
    default: break
    }
    return terminators.first { bytes[index...].starts(with: $0) }?.count ?? 0
  }

  /// Whether a mark that ends at an index ends a sentence: the text ends there, or a space follows and no small letter,
  /// as it does in abbreviations and torn names. Marks of Chinese and Japanese need no space.
  static func endsSentence(at index: Int, in bytes: ArraySlice<UInt8>) -> Bool {
    var index = index
    while index < bytes.endIndex, closers.contains(bytes[index]) { index += 1 }
    guard index < bytes.endIndex else { return true }
    if bytes[index] >= 0x80 { return true }
    guard bytes[index] <= 0x20 else { return false }
    while index < bytes.endIndex, bytes[index] <= 0x20 { index += 1 }
    guard index < bytes.endIndex else { return true }
    // A piece of a torn name goes on: `NAME \_ MAX. \_ SIZE`.
    if bytes[index] == UInt8(ascii: "_"), index + 1 < bytes.endIndex, bytes[index + 1] <= 0x20 { return false }
    return !(0x61...0x7A).contains(bytes[index])
  }

  /// How many words make up the names in a text: `CreateWindow` is made of two, `E_FAIL` as well.
  static func nameParts(in text: [UInt8]) -> Int {
    var count = 0
    var previous: UInt8 = 0
    for byte in text {
      let isCapital = (0x41...0x5A).contains(byte)
      let wasCapital = (0x41...0x5A).contains(previous)
      let isPart = isLetterOrDigit(byte) || byte >= 0x80
      let wasPart = isLetterOrDigit(previous) || previous >= 0x80
      if isPart, !wasPart || isCapital && !wasCapital { count += 1 }
      previous = byte
    }
    return count
  }

  /// Those beyond ASCII.
  private static let terminators = ["。", "！", "？", "…", "؟", "।", "۔"].map { Array($0.utf8) }
  private static let closers = Set("\"')]*_`".utf8)

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  private static func scalarLength(_ lead: UInt8) -> Int { lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4 }

  /// From U+3000 on to the end of the unified ideographs, and those beyond the first plane.
  private static func isIdeograph(_ lead: UInt8) -> Bool { (0xE3...0xE9).contains(lead) }

  /// Signs up to U+00BF, general punctuation, and that of Chinese, Japanese and Arabic.
  private static func isPunctuation(_ scalar: ArraySlice<UInt8>) -> Bool {
    let bytes = Array(scalar)
    guard bytes.count >= 2 else { return false }
    if bytes[0] == 0xC2 { return true }
    if bytes[0] == 0xE2 { return bytes[1] <= 0x81 }
    if bytes[0] == 0xE3 { return bytes[1] == 0x80 }
    if bytes[0] == 0xEF {
      return bytes[1] == 0xBC && bytes.count > 2 && (bytes[2] < 0x90 || bytes[2] > 0x99) && bytes[2] < 0xA1
    }
    return terminators.contains(bytes)
  }
}
