import DocgenSupport

/// Where places of a file are after edits.
struct EditShift {
  private let edits: [SourceSpan]
  /// By how many bytes all that stands after each edit moves.
  private let shifts: [Int32]

  /// `nil` for edits that add text between two bytes: which side it belongs to is not told.
  init?(_ edits: [TextEdit]) {
    var shifts: [Int32] = []
    var shift: Int32 = 0
    for edit in edits {
      if edit.span.isEmpty { return nil }
      shift += Int32(truncatingIfNeeded: edit.text.count) - (edit.span.end - edit.span.start)
      shifts.append(shift)
    }
    self.edits = edits.map(\.span)
    self.shifts = shifts
  }

  /// `nil` within an edit.
  func moved(_ offset: Int32) -> Int32? {
    var (low, high) = (0, edits.count)
    while low < high {
      let middle = (low + high) / 2
      if edits[middle].end <= offset { low = middle + 1 } else { high = middle }
    }
    if low < edits.count, edits[low].start < offset { return nil }
    return low == 0 ? offset : offset + shifts[low - 1]
  }

  /// Whether a place holds an edit or a part of one.
  func changes(_ span: SourceSpan) -> Bool {
    var (low, high) = (0, edits.count)
    while low < high {
      let middle = (low + high) / 2
      if edits[middle].end <= span.start { low = middle + 1 } else { high = middle }
    }
    return low < edits.count && edits[low].start < span.end
  }

  /// `nil` for a place that starts or ends within an edit.
  func moved(_ span: SourceSpan) -> SourceSpan? {
    guard let start = moved(span.start), let end = moved(span.end) else { return nil }
    return SourceSpan(start: start, end: end)
  }
}
