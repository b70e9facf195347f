import DocgenSupport

/// Tells where in the file the bytes of a block's content stand.
///
/// The parser strips the prefixes of lines (indentation, markers of block quotes) and the backslashes before pipes
/// in table cells; what is left are segments of the file, one after the other.
struct ContentMap {
  struct Segment {
    enum Kind {
      case verbatim
      /// Starts with a pipe whose backslash was stripped.
      case escaped
      /// Spaces that stand for what an indentation left of one tab.
      case tab
      /// A line end that is a lone CR in the file.
      case carriageReturn

      /// The file has other bytes there than the content.
      var isReplaced: Bool { self == .tab || self == .carriageReturn }
    }

    /// Where the segment starts in the content.
    var start: Int
    /// Where it starts in the file.
    var source: Int
    var kind: Kind = .verbatim
  }

  private(set) var segments: [Segment] = []
  /// Lines are segments of their own, also where one follows the other.
  var splitsLines = false
  /// The segment of the last look-up; look-ups go forward, or back by a few segments.
  private var current = 0

  mutating func reset() {
    segments.removeAll(keepingCapacity: true)
    current = 0
  }

  /// Adds a segment, or lengthens the last one where it goes on.
  mutating func append(start: Int, source: Int, kind: Segment.Kind = .verbatim) {
    if kind == .verbatim, !splitsLines, let last = segments.last, !last.kind.isReplaced,
      last.source - last.start == source - start
    {
      return
    }
    segments.append(Segment(start: start, source: source, kind: kind))
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

  /// The kind of the segment that holds an offset; the pipe alone is the escaped part of its segment.
  mutating func kind(of offset: Int) -> Segment.Kind {
    seek(offset)
    guard current < segments.count else { return .verbatim }
    let segment = segments[current]
    return segment.kind == .escaped && offset > segment.start ? .verbatim : segment.kind
  }

  private mutating func seek(_ offset: Int) {
    while current > 0, segments[current].start > offset { current -= 1 }
    while current + 1 < segments.count, segments[current + 1].start <= offset { current += 1 }
  }
}
