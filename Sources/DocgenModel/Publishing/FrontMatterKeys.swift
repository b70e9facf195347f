import DocgenSupport

/// Looks at the lines of a front matter for keys, without reading what they say.
enum FrontMatterKeys {
  /// The front matters of most pages are shorter.
  private static let startLength = 4096

  /// Whether a file starts with a front matter that may hold one of the keys; reads no more of it than that takes.
  static func fileMayHold(_ keys: PublishingKeys, _ path: String) -> Bool {
    guard let start = try? FileSystem.readStart(of: path, length: startLength) else { return false }
    switch start.withUnsafeBufferPointer({ holds(keys, $0) }) {
    case .yes: return true
    case .no: return false
    // Longer front matters are rare; they are read whole.
    case .unclosed: return start.count == startLength
    }
  }

  private enum Answer {
    case yes
    case no
    /// The bytes end before the front matter does.
    case unclosed
  }

  private static func holds(_ keys: PublishingKeys, _ bytes: UnsafeBufferPointer<UInt8>) -> Answer {
    let hasMark = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
    var position = hasMark ? 3 : 0
    guard isFence(bytes, position, UInt8(ascii: "-")) else { return mayBeOther(bytes, position) ? .yes : .no }
    while let next = nextLine(bytes, position) {
      position = next
      guard position < bytes.count else { break }
      if isFence(bytes, position, UInt8(ascii: "-")) || isFence(bytes, position, UInt8(ascii: ".")) { return .no }
      if let key = FoldedKey(key(bytes, position)), keys.mayHold(key) { return .yes }
    }
    return .unclosed
  }

  /// Whether a front matter of another form may start here, or one below a comment; the files are few.
  private static func mayBeOther(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    guard start < bytes.count else { return false }
    switch bytes[start] {
    case UInt8(ascii: "+"), UInt8(ascii: "{"), 0x20, 0x09, 0x0A, 0x0D: return true
    case UInt8(ascii: "<"): return start + 1 < bytes.count && bytes[start + 1] == UInt8(ascii: "!")
    default: return false
    }
  }

  private static func isFence(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ byte: UInt8) -> Bool {
    start + 2 < bytes.count && bytes[start] == byte && bytes[start + 1] == byte && bytes[start + 2] == byte
  }

  private static func nextLine(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    var position = start
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == 0x0A { return position }
      if byte == 0x0D { return position < bytes.count && bytes[position] == 0x0A ? position + 1 : position }
    }
    return nil
  }

  /// What stands before the colon of a line, without quotes; empty for lines that are no keys.
  private static func key(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Slice<UnsafeBufferPointer<UInt8>> {
    var start = start
    if bytes[start] == UInt8(ascii: "\"") || bytes[start] == UInt8(ascii: "'") { start += 1 }
    var end = start
    scan: while end < bytes.count {
      switch bytes[end] {
      case UInt8(ascii: ":"), UInt8(ascii: "\""), UInt8(ascii: "'"), 0x09, 0x20: break scan
      case 0x0A, 0x0D: return bytes[start..<start]
      default: end += 1
      }
    }
    return bytes[start..<end]
  }
}
