import DocgenSupport

/// Words of names and what joins them within a line: `IShape :: Area`, `web. config`, `C: \\ Temp`.
///
/// What joins them is points, colons, backslashes, and underscores that stand apart; whitespace may stand beside.
struct NameChain {
  /// A word, or what joins two.
  struct Part {
    var range: Range<Int>
    var isWord: Bool
    /// Whitespace stands before it.
    var isAfterSpace: Bool
  }

  var parts: [Part] = []
  /// Where the word starts from which nothing but whitespace parts it; `nil` if there is none.
  private var next: Int?

  /// Whether another chain follows with nothing but whitespace between: both may be parts of one name.
  func touches(_ other: NameChain) -> Bool { next != nil && next == other.parts.first?.range.lowerBound }

  /// Longer chains are no names.
  static let longest = 24

  /// Reads the chains of a text.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - range: Where to read.
  ///   - allowsSpaces: Whether whitespace may stand beside what joins words.
  ///   - use: Called with each chain of at least two words, or of one with an underscore within.
  /// - Complexity: O(*n*).
  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>, allowsSpaces: Bool, _ use: (NameChain) -> Void
  ) {
    var chain = NameChain()
    var index = range.lowerBound
    func end() {
      while let last = chain.parts.last, !last.isWord { chain.parts.removeLast() }
      if chain.isName(in: bytes), chain.parts.count <= longest { use(chain) }
      chain.parts.removeAll(keepingCapacity: true)
    }
    while index < range.upperBound {
      // Most words stand alone, and are passed over.
      if chain.parts.isEmpty {
        guard let start = nextStart(bytes, index, range.upperBound, allowsSpaces) else { break }
        index = start
      }
      let space = allowsSpaces && !chain.parts.isEmpty ? lengthOfSpaces(bytes, index, range.upperBound) : 0
      let start = index + space
      let word = lengthOfWord(bytes, start, range.upperBound)
      let join = word > 0 ? 0 : lengthOfJoin(bytes, start, range.upperBound)
      guard word > 0 || join > 0 else {
        end()
        index = max(start, index + 1)
        continue
      }
      // Two words with nothing but whitespace between are no name, but for underscores at their sides.
      if space > 0, word > 0, let last = chain.parts.last, last.isWord,
        bytes[last.range.upperBound - 1] != UInt8(ascii: "_"), !startsWithUnderscore(bytes, start)
      {
        chain.next = start
        end()
        chain.next = nil
        index = start
        continue
      }
      if join > 0, chain.parts.isEmpty {
        index = start + join
        continue
      }
      chain.parts.append(
        Part(range: start..<start + word + join, isWord: word > 0, isAfterSpace: space > 0 && !chain.parts.isEmpty))
      index = start + word + join
    }
    end()
  }

  /// Where the next chain may start: at the word before what joins words, or holds an underscore; `nil` if there is none.
  private static func nextStart(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ limit: Int, _ allowsSpaces: Bool
  ) -> Int? {
    var start = index
    while start < limit, !joins(bytes[start]) { start += 1 }
    if start == limit { return nil }
    if allowsSpaces {
      while let length = lengthOfSpace(bytes, before: start, from: index) { start -= length }
    }
    while start > index, Identifier.isNameByte(bytes[start - 1]) { start -= 1 }
    return start
  }

  /// Whether a byte begins what joins words, or may be in the middle of one that is a name by itself.
  @inline(__always)
  private static func joins(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "\\")
  }

  /// The length of the space that ends at an offset; `nil` if there is none after another offset.
  private static func lengthOfSpace(_ bytes: UnsafeBufferPointer<UInt8>, before end: Int, from start: Int) -> Int? {
    for length in 1...3 where end - length >= start {
      if lengthOfSpaces(bytes, end - length, end) == length { return length }
    }
    return nil
  }

  private func isName(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = parts.first else { return false }
    if parts.count > 1 { return true }
    return bytes[first.range].dropFirst().dropLast().contains(UInt8(ascii: "_"))
  }

  /// Whether whitespace stands between parts of it.
  func isTorn(_ range: Range<Int>) -> Bool { parts[range].dropFirst().contains(where: \.isAfterSpace) }

  /// Calls a function with the parts that may be a torn name: from a word to a later one, with whitespace between.
  func forEachTorn(_ use: (Range<Int>) -> Void) {
    for first in parts.indices where parts[first].isWord {
      for last in parts.indices.dropFirst(first + 1) where parts[last].isWord && isTorn(first..<last + 1) {
        use(first..<last + 1)
      }
    }
  }

  /// Where some parts stand, with what is between them.
  func place(of range: Range<Int>) -> Range<Int> {
    parts[range.lowerBound].range.lowerBound..<parts[range.upperBound - 1].range.upperBound
  }

  /// The text of some parts without whitespace and escapes; backslashes between words are one.
  func text(of range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    forEachByte(of: range, in: bytes) { text.append($0) }
    return text
  }

  /// The hash of the text of some parts in lower case.
  func hash(of range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = FNVHash.offsetBasis
    forEachByte(of: range, in: bytes) { hash = (hash ^ UInt64(ASCIICase.lowercased($0))) &* FNVHash.prime }
    return hash
  }

  @inline(__always)
  private func forEachByte(
    of range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>, _ use: (UInt8) -> Void
  ) {
    var previous: UInt8?
    for part in parts[range] {
      for byte in bytes[part.range] {
        if byte == UInt8(ascii: "\\"), part.isWord || previous == byte { continue }
        use(byte)
        previous = byte
      }
    }
  }

  // MARK: Bytes

  /// A word of letters, digits and underscores, which may be escaped.
  private static func lengthOfWord(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int) -> Int {
    var index = start
    while index < limit {
      if Identifier.isNameByte(bytes[index]) {
        index += 1
      } else if startsWithUnderscore(bytes, index), bytes[index] == UInt8(ascii: "\\") {
        index += 2
      } else {
        break
      }
    }
    return index - start
  }

  private static func startsWithUnderscore(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    if bytes[index] == UInt8(ascii: "_") { return true }
    return bytes[index] == UInt8(ascii: "\\") && index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "_")
  }

  /// A point, two colons, backslashes, or a colon before them.
  private static func lengthOfJoin(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int) -> Int {
    guard start < limit else { return 0 }
    var index = start
    switch bytes[start] {
    case UInt8(ascii: "."): return 1
    case UInt8(ascii: ":"):
      if start + 1 < limit, bytes[start + 1] == UInt8(ascii: ":") { return 2 }
      // The colon of a drive.
      var next = start + 1
      next += lengthOfSpaces(bytes, next, limit)
      return next < limit && bytes[next] == UInt8(ascii: "\\") ? 1 : 0
    case UInt8(ascii: "\\"):
      while index < limit, index - start < 2, bytes[index] == UInt8(ascii: "\\") { index += 1 }
      return index - start
    default: return 0
    }
  }

  /// Spaces, and those that do not break.
  private static func lengthOfSpaces(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int) -> Int {
    var index = start
    while index < limit {
      if bytes[index] == 0x20 {
        index += 1
      } else if bytes[index] == 0xC2, index + 1 < limit, bytes[index + 1] == 0xA0 {
        index += 2
      } else if bytes[index] == 0xE2, index + 2 < limit, bytes[index + 1] == 0x80, bytes[index + 2] == 0xAF {
        index += 3
      } else {
        break
      }
    }
    return index - start
  }
}
