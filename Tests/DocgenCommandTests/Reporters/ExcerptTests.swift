import DocgenSupport
import DocgenTestSupport
import Testing

@testable import DocgenCommand

@Suite struct ExcerptTests {
  /// A line and the marked scalars, counted from 0.
  private static func shown(_ line: String, _ marked: Range<Int>, width: Int = 40) -> String {
    let excerpt = Excerpt(of: line, marking: marked, width: width)
    return excerpt.text.string + "\n" + String(repeating: " ", count: excerpt.markStart)
      + String(repeating: "^", count: excerpt.markWidth) + "\n"
  }

  @Test func alignsTheMark() {
    let long = (1...60).map { "word\($0)" }.joined(separator: " ")
    let wide = String(repeating: "漢字", count: 40)
    Snapshot.expect(
      [
        Self.shown("plain text", 6..<10),
        Self.shown("", 0..<0),
        Self.shown("empty span", 6..<6),
        Self.shown("past the end", 30..<40),
        Self.shown("to the end of the line", 3..<Int.max),
        Self.shown("\tone\ttwo", 5..<8),
        Self.shown("漢字 and かな", 2..<6),
        Self.shown("漢字 and かな", 7..<9),
        Self.shown("e\u{301}te\u{301} uMsg", 6..<10),
        Self.shown("e\u{301}", 1..<2),
        Self.shown("zero\u{200B}width", 4..<5),
        Self.shown("bell\u{7} escape\u{1B}[31m delete\u{7F} next\u{85}", 12..<13),
        Self.shown("turned \u{202E}txet", 8..<12),
        Self.shown("👩‍👩‍👧 family", 5..<7),
        Self.shown(long, 0..<5),
        Self.shown(long, 27..<32),
        Self.shown(long, 36..<48),
        Self.shown(long, 200..<206),
        Self.shown(long, 100..<180),
        Self.shown(long, 405..<411),
        Self.shown(long, 411..<411),
        Self.shown(wide, 0..<2),
        Self.shown(wide, 41..<43),
        Self.shown(wide, 78..<80),
      ].joined(separator: "\n"), "reporters/excerpts.txt")
  }

  @Test func staysWithinItsWidth() {
    let lines = [
      String(repeating: "漢a", count: 60), String(repeating: "\t", count: 50), String(repeating: "e\u{301}", count: 90),
      String(repeating: "\u{200B}x", count: 50), "short", "",
    ]
    for line in lines {
      for start in stride(from: 0, to: 130, by: 3) {
        for length in [0, 1, 7, 60] {
          for width in [16, 17, 40] {
            let excerpt = Excerpt(of: line, marking: start..<(start + length), width: width)
            let columns = excerpt.text.string.unicodeScalars.reduce(0) { $0 + DisplayWidth.of($1) }
            #expect(columns <= width && excerpt.markStart + excerpt.markWidth <= width + 1 && excerpt.markStart >= 0)
          }
        }
      }
    }
  }

  @Test func isQuickOnOneLongLine() {
    let line = String(repeating: "x", count: 5_000_000)
    let excerpt = Excerpt(of: line, marking: 4_000_000..<4_000_003, width: 80)
    #expect(excerpt.text.bytes.count < 100)
    #expect(excerpt.markWidth == 3)
  }
}
