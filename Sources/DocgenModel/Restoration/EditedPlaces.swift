import DocgenMarkup
import DocgenSupport

/// Where places of a file are after edits.
struct EditedPlaces {
  private let edits: [TextEdit]
  /// By how many bytes the file has grown before each edit, and after the last.
  private let growths: [Int32]

  /// Takes edits in the order of the file, apart from each other.
  init(_ edits: [TextEdit]) {
    self.edits = edits
    var growths: [Int32] = [0]
    growths.reserveCapacity(edits.count + 1)
    var growth: Int32 = 0
    for edit in edits {
      growth += Int32(truncatingIfNeeded: edit.text.count) - (edit.span.end - edit.span.start)
      growths.append(growth)
    }
    self.growths = growths
  }

  /// The place with what was written within it.
  ///
  /// - Complexity: O(log *n*) in the number of edits.
  func after(_ span: SourceSpan) -> SourceSpan {
    let before = edits.partitioningIndex { $0.span.end > span.start }
    let within = edits.partitioningIndex { $0.span.start >= span.end }
    return SourceSpan(start: span.start + growths[before], end: span.end + growths[within])
  }
}
