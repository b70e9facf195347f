/// A half-open range of UTF-8 byte offsets in one source file.
///
/// Offsets count from the first byte of the file, byte order mark included. Lines and columns are worked out
/// only when something is printed, by ``LineTable``.
package struct SourceSpan: Hashable, Sendable {
  /// The offset of the first byte.
  package var start: Int32
  /// The offset after the last byte.
  package var end: Int32

  /// Makes a span of two offsets; one whose end is before its start is empty.
  @inlinable
  package init(start: Int32, end: Int32) {
    self.start = start
    self.end = end
  }

  /// Makes a span of a range; files of 2 GB and more are none of a project's pages.
  @inlinable
  package init(_ range: Range<Int>) {
    self.init(start: Int32(truncatingIfNeeded: range.lowerBound), end: Int32(truncatingIfNeeded: range.upperBound))
  }

  /// The empty span at one offset.
  @inlinable
  package init(at offset: Int32) {
    self.init(start: offset, end: offset)
  }

  /// The offsets as a range of indices.
  @inlinable
  package var range: Range<Int> { Int(start)..<Int(max(start, end)) }

  /// Whether the span holds no byte.
  @inlinable
  package var isEmpty: Bool { end <= start }

  /// Whether all of another span lies within this one.
  @inlinable
  package func contains(_ other: SourceSpan) -> Bool { start <= other.start && other.end <= end }

  /// Whether the two have a byte in common.
  package func overlaps(_ other: SourceSpan) -> Bool { start < other.end && other.start < end }

  /// The smallest span that holds both.
  @inlinable
  package func union(_ other: SourceSpan) -> SourceSpan {
    SourceSpan(start: min(start, other.start), end: max(end, other.end))
  }
}
