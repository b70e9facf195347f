import CDocgen
import Glibc

/// Finds short runs of bytes in long ones, and compares runs.
package enum ByteSearch {
  /// The offset of the first place; `nil` if there is none.
  ///
  /// - Complexity: O(*n*).
  package static func firstIndex(of needle: [UInt8], in text: UnsafeRawBufferPointer) -> Int? {
    guard let base = text.baseAddress, !needle.isEmpty else { return nil }
    guard let found = docgen_find(base, text.count, needle, needle.count) else { return nil }
    return found - base
  }

  /// The index of the first place from an index on; `nil` if there is none.
  ///
  /// - Complexity: O(*n*).
  package static func firstIndex(of needle: [UInt8], in text: [UInt8], from start: Int) -> Int? {
    guard start < text.count else { return nil }
    return text.withUnsafeBytes { text in
      firstIndex(of: needle, in: UnsafeRawBufferPointer(rebasing: text[start...])).map { start + $0 }
    }
  }

  /// The offsets of all places, which do not overlap.
  ///
  /// - Complexity: O(*n*).
  package static func indices(of needle: [UInt8], in text: UnsafeRawBufferPointer) -> [Int] {
    var offsets: [Int] = []
    var start = 0
    while let found = firstIndex(of: needle, in: UnsafeRawBufferPointer(rebasing: text[start...])) {
      offsets.append(start + found)
      start += found + needle.count
    }
    return offsets
  }

  /// Whether two runs are equal byte for byte.
  ///
  /// - Complexity: O(*n*), and O(1) where they are of different lengths.
  package static func areEqual(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool {
    guard left.count == right.count else { return false }
    guard let first = left.baseAddress, let second = right.baseAddress else { return true }
    return memcmp(first, second, left.count) == 0
  }
}
