import DocgenSupport

/// Tells where in the file the bytes of a block's content stand.
///
/// The parser strips the prefixes of lines (indentation, markers of block quotes) and the backslashes before pipes
/// in table cells; what is left are segments of the file, one after the other.
struct ContentMap {
  struct Segment {
    /// Where the segment starts in the content.
    var start: Int
    /// Where it starts in the file.
    var source: Int
  }

  private(set) var segments: [Segment] = []
  /// The segment of the last look-up; look-ups go forward.
  private var current = 0

  mutating func reset() {
    segments.removeAll(keepingCapacity: true)
    current = 0
  }

  /// Adds a segment, or lengthens the last one where it goes on.
  mutating func append(start: Int, source: Int) {
    if let last = segments.last, last.source - last.start == source - start { return }
    segments.append(Segment(start: start, source: source))
  }

  /// The file offset of a content offset.
  mutating func source(of offset: Int) -> Int {
    seek(offset)
    guard current < segments.count else { return offset }
    return segments[current].source + offset - segments[current].start
  }

  /// The end of the segment that holds an offset.
  mutating func segmentEnd(of offset: Int) -> Int {
    seek(offset)
    return current + 1 < segments.count ? segments[current + 1].start : Int.max
  }

  private mutating func seek(_ offset: Int) {
    if current > 0, segments[current].start > offset { current = 0 }
    while current + 1 < segments.count, segments[current + 1].start <= offset { current += 1 }
  }
}
