import DocgenSupport

/// A folder of a commit: names with the ids of what they hold, found without regard to case.
struct Tree: Sendable {
  struct Entry {
    var name: String
    var isFolder: Bool
    /// In hexadecimal digits.
    var id: String
  }

  /// As git stores it: mode, space, name, NUL and id, over and over.
  private let bytes: [UInt8]
  private let idLength: Int
  /// The offset of each entry's mode and of its name, sorted by the names in lower case, then by the names.
  private let entries: [(mode: Int32, name: Int32)]

  /// The number of bytes that are held.
  var size: Int { bytes.count + entries.count * 8 }

  /// Reads the bytes of a tree; what cannot be read ends it.
  init(_ bytes: [UInt8], idLength: Int) {
    self.bytes = bytes
    self.idLength = idLength
    var entries: [(mode: Int32, name: Int32)] = []
    var start = 0
    while let space = bytes[start...].firstIndex(of: 0x20), let end = bytes[space...].firstIndex(of: 0),
      end + idLength < bytes.count
    {
      entries.append((Int32(truncatingIfNeeded: start), Int32(truncatingIfNeeded: space + 1)))
      start = end + 1 + idLength
    }
    entries.sort { Self.compare(bytes, Int($0.name), bytes, Int($1.name)) < 0 }
    self.entries = entries
  }

  /// All entries, sorted by their names in lower case.
  var all: [Entry] { entries.indices.map(entry) }

  /// The entry of a name; without one, that of a name that differs in case only.
  ///
  /// - Complexity: O(log *n*).
  func entry(named name: String) -> Entry? {
    let wanted = Array(name.utf8) + [0]
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if Self.compareFolded(bytes, Int(entries[middle].name), wanted, 0) < 0 { low = middle + 1 } else { high = middle }
    }
    var found: Int?
    while low < entries.count, Self.compareFolded(bytes, Int(entries[low].name), wanted, 0) == 0 {
      if Self.compare(bytes, Int(entries[low].name), wanted, 0) == 0 { return entry(low) }
      found = found ?? low
      low += 1
    }
    return found.map(entry)
  }

  private func entry(_ index: Int) -> Entry {
    let (mode, name) = entries[index]
    let end = bytes[Int(name)...].firstIndex(of: 0) ?? bytes.count
    // The mode of a folder is 40000; those of files start with 1.
    return Entry(
      name: String(decoding: bytes[Int(name)..<end], as: UTF8.self), isFolder: bytes[Int(mode)] == UInt8(ascii: "4"),
      id: Hexadecimal.string(bytes[end + 1..<end + 1 + idLength]))
  }

  /// Compares two names that end in NUL without regard to case.
  private static func compareFolded(_ left: [UInt8], _ leftStart: Int, _ right: [UInt8], _ rightStart: Int) -> Int {
    var index = 0
    while true {
      let first = ASCIICase.lowercased(left[leftStart + index])
      let second = ASCIICase.lowercased(right[rightStart + index])
      if first != second { return Int(first) - Int(second) }
      if first == 0 { return 0 }
      index += 1
    }
  }

  private static func compare(_ left: [UInt8], _ leftStart: Int, _ right: [UInt8], _ rightStart: Int) -> Int {
    let folded = compareFolded(left, leftStart, right, rightStart)
    if folded != 0 { return folded }
    var index = 0
    while left[leftStart + index] == right[rightStart + index] {
      if left[leftStart + index] == 0 { return 0 }
      index += 1
    }
    return Int(left[leftStart + index]) - Int(right[rightStart + index])
  }
}
