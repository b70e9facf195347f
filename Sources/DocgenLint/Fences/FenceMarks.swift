import DocgenModel
import DocgenSupport

/// The marks of a line that are a fence, or that somebody took for one.
///
/// Keyboards, editors and machine translation turn ticks into accents, quotes and full-width forms, put spaces between
/// them, lose one, or indent them until they are text.
struct FenceMarks {
  /// The marks in the file.
  let marks: Range<Int>
  /// What follows them on the line, without the whitespace around it.
  let rest: Range<Int>

  /// Characters that stand for a tick or tilde, as UTF-8.
  private static let forms: [[UInt8]] = [
    "`", "~", "'", "\"", "´", "｀", "～", "ˋ", "ˊ", "‘", "’", "‚", "‛", "“", "”", "„", "′", "″", "‵", "「", "」", "«", "»",
  ].map { Array($0.utf8) }
  /// Those that no text has in a row.
  private static let rareForms: [[UInt8]] = ["`", "~", "´", "｀", "～", "ˋ"].map { Array($0.utf8) }

  /// Reads the marks that a line starts with, after whitespace; `nil` if it starts with too few to be a fence.
  ///
  /// Before one of the info strings that are looked for, any number is enough.
  init?(startOf line: Range<Int>, in bytes: [UInt8], before infoStrings: Set<[UInt8]> = []) {
    var start = line.lowerBound
    while start < line.upperBound, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    let (end, count) = Self.run(of: Self.forms, from: start, in: line, of: bytes)
    rest = Self.trimmed(end..<line.upperBound, in: bytes)
    guard count >= 3 || count == 2 && rest.isEmpty || count > 0 && infoStrings.contains(Array(bytes[rest])) else {
      return nil
    }
    marks = start..<end
  }

  /// Finds marks within a line, after text: `Run this: ```sh`.
  init?(within line: Range<Int>, in bytes: [UInt8]) {
    var start = line.lowerBound
    while start < line.upperBound {
      let (end, count) = Self.run(of: Self.rareForms, from: start, in: line, of: bytes)
      if count >= 3 {
        marks = start..<end
        rest = Self.trimmed(end..<line.upperBound, in: bytes)
        return
      }
      start = max(end, start + 1)
    }
    return nil
  }

  /// Whether a text is nothing but marks, white space and markers of block quotes.
  static func areAll(of text: ArraySlice<UInt8>) -> Bool {
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] <= 0x20 || text[index] == UInt8(ascii: ">") {
        index += 1
      } else if let form = forms.first(where: { text[index...].starts(with: $0) }) {
        index += form.count
      } else {
        return false
      }
    }
    return true
  }

  /// The end of a run of forms with at most one space between, and how many there are.
  private static func run(
    of forms: [[UInt8]], from start: Int, in line: Range<Int>, of bytes: [UInt8]
  ) -> (end: Int, count: Int) {
    var (end, count, index) = (start, 0, start)
    while index < line.upperBound,
      let form = forms.first(where: { bytes[index..<line.upperBound].starts(with: $0) })
    {
      index += form.count
      end = index
      count += 1
      if index < line.upperBound, bytes[index] == 0x20 { index += 1 }
    }
    return (end, count)
  }

  private static func trimmed(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var range = range
    while !range.isEmpty, bytes[range.lowerBound] <= 0x20 { range = range.lowerBound + 1..<range.upperBound }
    while !range.isEmpty, bytes[range.upperBound - 1] <= 0x20 { range = range.lowerBound..<range.upperBound - 1 }
    return range
  }
}
