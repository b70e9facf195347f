import CDocgen
import Glibc

/// Finds short runs of bytes in long ones, and compares runs.
public enum ByteSearch {
  /// The offset of the first place; `nil` if there is none.
  ///
  /// - Complexity: O(*n*).
  public static func firstIndex(of needle: [UInt8], in text: UnsafeRawBufferPointer) -> Int? {
    guard let base = text.baseAddress, !needle.isEmpty else { return nil }
    guard let found = docgen_find(base, text.count, needle, needle.count) else { return nil }
    return found - base
  }

  /// The index of the first place from an index on; `nil` if there is none.
  ///
  /// - Complexity: O(*n*).
  public static func firstIndex(of needle: [UInt8], in text: [UInt8], from start: Int) -> Int? {
    guard start < text.count else { return nil }
    return text.withUnsafeBytes { text in
      firstIndex(of: needle, in: UnsafeRawBufferPointer(rebasing: text[start...])).map { start + $0 }
    }
  }

  /// The offset of the first place of a byte from an offset on; `nil` if there is none.
  ///
  /// - Complexity: O(*n*), many bytes at a time.
  public static func firstIndex(of byte: UInt8, in text: UnsafeRawBufferPointer, from start: Int) -> Int? {
    guard let base = text.baseAddress, start < text.count else { return nil }
    guard let found = memchr(base + start, Int32(byte), text.count - start) else { return nil }
    return UnsafeRawPointer(found) - base
  }

  /// The offsets of all places, which do not overlap.
  ///
  /// - Complexity: O(*n*).
  public static func indices(of needle: [UInt8], in text: UnsafeRawBufferPointer) -> [Int] {
    var offsets: [Int] = []
    var start = 0
    while let found = firstIndex(of: needle, in: UnsafeRawBufferPointer(rebasing: text[start...])) {
      offsets.append(start + found)
      start += found + needle.count
    }
    return offsets
  }

  /// Whether a text comes before another in the order of their bytes.
  ///
  /// - Complexity: O(*n*), many bytes at a time where both are kept as UTF-8.
  public static func precedes(_ left: String, _ right: String) -> Bool {
    let isBefore = left.utf8.withContiguousStorageIfAvailable { left in
      right.utf8.withContiguousStorageIfAvailable { right -> Bool in
        guard let first = left.baseAddress, let second = right.baseAddress else { return left.count < right.count }
        let order = memcmp(first, second, min(left.count, right.count))
        return order == 0 ? left.count < right.count : order < 0
      }
    }
    return (isBefore ?? nil) ?? left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  /// Whether two runs are equal byte for byte.
  ///
  /// - Complexity: O(*n*), and O(1) where they are of different lengths.
  public static func areEqual(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool {
    guard left.count == right.count else { return false }
    guard let first = left.baseAddress, let second = right.baseAddress else { return true }
    return memcmp(first, second, left.count) == 0
  }
}
