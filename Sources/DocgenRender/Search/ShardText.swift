import DocgenSupport

/// A file of the search index in the making: a script that hands one text to `search.js`.
///
/// Scripts, because a page that was opened from a folder may load nothing else. The text is lines; each tells in its first
/// digit how much of the line before it repeats.
struct ShardText {
  /// The digits of numbers, from 0 to 63.
  static let digits = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_".utf8)

  private var buffer: ByteBuffer
  /// The key of the line before.
  private var previous: [UInt8] = []

  /// Starts the file that `search.js` asks for under a name.
  init(_ name: String, capacity: Int = 16384) {
    buffer = ByteBuffer(capacity: capacity)
    buffer.append("docgenSearch(\"" as StaticString)
    buffer.append(name)
    buffer.append("\",`" as StaticString)
  }

  /// The number of bytes so far.
  var count: Int { buffer.bytes.count }

  /// Starts a line with its key, of which only what differs from the line before is written.
  mutating func line(_ key: [UInt8]) {
    var shared = 0
    while shared < min(key.count, previous.count), key[shared] == previous[shared] { shared += 1 }
    // Not within a character; and counted as the script counts.
    while shared > 0, shared < key.count, key[shared] & 0xC0 == 0x80 { shared -= 1 }
    var units = 0
    var end = 0
    while end < shared {
      let width = Self.width(key[end])
      if units + width.units > 63 { break }
      units += width.units
      end += width.bytes
    }
    if !previous.isEmpty || buffer.bytes.last != UInt8(ascii: "`") { buffer.append(UInt8(ascii: "\n")) }
    buffer.append(Self.digits[units])
    text(key[end...])
    previous = key
  }

  private static func width(_ first: UInt8) -> (bytes: Int, units: Int) {
    first < 0x80 ? (1, 1) : first < 0xE0 ? (2, 1) : first < 0xF0 ? (3, 1) : (4, 2)
  }

  /// Parts the fields of a line.
  mutating func field() { buffer.append(UInt8(ascii: "\t")) }

  /// Appends text; control characters become spaces.
  mutating func text(_ bytes: some Collection<UInt8>) {
    for byte in bytes {
      switch byte {
      case 0x00...0x1F: buffer.append(0x20)
      case UInt8(ascii: "`"), UInt8(ascii: "\\"), UInt8(ascii: "$"):
        buffer.append(UInt8(ascii: "\\"))
        buffer.append(byte)
      default: buffer.append(byte)
      }
    }
  }

  /// Appends one digit, from 0 to 63.
  mutating func digit(_ value: Int) { buffer.append(Self.digits[value & 63]) }

  /// Appends a number in so many digits, the most significant first.
  mutating func digits(_ value: Int, count: Int) {
    for place in (0..<count).reversed() { digit(value >> (6 * place)) }
  }

  /// Appends a number of any size: five bits a digit, the most significant first; all but the last are 32 and more.
  mutating func number(_ value: Int) {
    var shift = 0
    while value >> shift >= 32 { shift += 5 }
    while shift > 0 {
      digit(32 | (value >> shift & 31))
      shift -= 5
    }
    digit(value & 31)
  }

  /// The whole file.
  func finished() -> [UInt8] { buffer.bytes + Array("`)\n".utf8) }
}
