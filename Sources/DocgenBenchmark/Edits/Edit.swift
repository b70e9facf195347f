import DocgenSupport

/// A change of some bytes of a file.
struct Edit: Sendable {
  /// The bytes that go.
  var range: Range<Int>
  /// What comes in their place.
  var text: [UInt8]

  init(_ range: Range<Int>, _ text: [UInt8]) {
    self.range = range
    self.text = text
  }

  init(_ range: Range<Int>, _ text: String) { self.init(range, Array(text.utf8)) }

  init(_ span: SourceSpan, _ text: String) { self.init(span.range, Array(text.utf8)) }
}

/// Changes of one file that do not overlap, in the order of their places.
struct EditList: Sendable {
  private(set) var edits: [Edit]

  /// Takes edits in any order; one that overlaps an earlier one of the list is left out.
  init(_ edits: [Edit]) {
    var sorted: [Edit] = []
    for (_, edit) in edits.enumerated().sorted(by: {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }) {
      if let last = sorted.last, last.range.upperBound > edit.range.lowerBound { continue }
      sorted.append(edit)
    }
    self.edits = sorted
  }

  func applied(to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + edits.reduce(0) { $0 + $1.text.count })
    var offset = 0
    for edit in edits {
      result += bytes[offset..<edit.range.lowerBound]
      result += edit.text
      offset = edit.range.upperBound
    }
    return result + bytes[offset...]
  }

  /// Where a byte stands after the changes; one that goes is where its replacement starts.
  func offset(of old: Int) -> Int {
    var shift = 0
    for edit in edits {
      if edit.range.upperBound <= old, edit.range.lowerBound < old {
        shift += edit.text.count - edit.range.count
      } else if edit.range.lowerBound < old {
        return edit.range.lowerBound + shift
      }
    }
    return old + shift
  }
}
