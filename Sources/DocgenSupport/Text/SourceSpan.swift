/// A half-open range of UTF-8 byte offsets in one source file.
///
/// Offsets count from the first byte of the file, byte order mark included. Lines and columns are worked out
/// only when something is printed, by ``LineTable``.
public struct SourceSpan: Hashable, Sendable {
  /// The offset of the first byte.
  public var start: Int32
  /// The offset after the last byte.
  public var end: Int32

  /// Makes a span of two offsets; one whose end is before its start is empty.
  @inlinable
  public init(start: Int32, end: Int32) {
    self.start = start
    self.end = end
  }

  /// Makes a span of a range; files of 2 GB and more are none of a project's pages.
  @inlinable
  public init(_ range: Range<Int>) {
    self.init(start: Int32(truncatingIfNeeded: range.lowerBound), end: Int32(truncatingIfNeeded: range.upperBound))
  }

  /// The empty span at one offset.
  @inlinable
  public init(at offset: Int32) {
    self.init(start: offset, end: offset)
  }

  /// The offsets as a range of indices.
  @inlinable
  public var range: Range<Int> { Int(start)..<Int(max(start, end)) }

  /// Whether the span holds no byte.
  @inlinable
  public var isEmpty: Bool { end <= start }

  /// Whether all of another span lies within this one.
  @inlinable
  public func contains(_ other: SourceSpan) -> Bool { start <= other.start && other.end <= end }

  /// Whether the two have a byte in common.
  public func overlaps(_ other: SourceSpan) -> Bool { start < other.end && other.start < end }

  /// The smallest span that holds both.
  @inlinable
  public func union(_ other: SourceSpan) -> SourceSpan {
    SourceSpan(start: min(start, other.start), end: max(end, other.end))
  }
}
