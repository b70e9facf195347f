import DocgenSupport
import Testing

@Suite struct LineTableTests {
  @Test(arguments: [
    ("", [0]),
    ("one", [0]),
    ("one\n", [0, 4]),
    ("one\ntwo\n\nfour", [0, 4, 8, 9]),
    ("one\r\ntwo\r\n", [0, 5, 10]),
    ("one\rtwo\r", [0, 4, 8]),
    ("\r\r\n\n\r", [0, 1, 3, 4, 5]),
    ("a\rb\nc\r\nd\re", [0, 2, 4, 7, 9]),
  ])
  func linesEndAtLineFeedAndCarriageReturn(text: String, starts: [Int]) {
    #expect(LineTable(Array(text.utf8)).lineStarts == starts)
  }

  @Test func linesCountFromAnOffset() {
    Array("---\r\na\r\nb".utf8).withUnsafeBufferPointer { bytes in
      #expect(LineTable.lineStarts(of: bytes, from: 5) == [5, 8])
      #expect(LineTable.lineStarts(of: bytes, from: 9) == [9])
    }
  }

  @Test func columnsCountScalars() {
    let table = LineTable(Array("\u{FEFF}é\nçà!".utf8))
    #expect(table.position(of: 3) == SourcePosition(line: 1, column: 1))
    #expect(table.position(of: 5) == SourcePosition(line: 1, column: 2))
    #expect(table.position(of: 10) == SourcePosition(line: 2, column: 3))
    #expect(table.position(of: 99) == SourcePosition(line: 2, column: 4))
  }

  @Test(arguments: ["a", "é", "日a", "😀"], ["", "\u{FEFF}"])
  func columnsOfLongLinesCountScalars(unit: String, mark: String) {
    let line = String(repeating: unit, count: 20_000)
    let table = LineTable(Array((mark + line + "\n" + line).utf8))
    let scalars = Array(line.unicodeScalars)
    var start = mark.utf8.count
    for lineNumber in 1...2 {
      var offset = start
      for (index, scalar) in scalars.enumerated() {
        if index % 997 == 0 || index < 3 {
          let position = SourcePosition(line: lineNumber, column: index + 1)
          #expect(table.position(of: Int32(offset)) == position)
          #expect(table.offset(of: position) == offset)
        }
        offset += String(scalar).utf8.count
      }
      let text = table.text(ofLine: lineNumber, columns: 5_001..<5_011)
      #expect(Array(text.unicodeScalars) == Array(scalars[5_000..<5_010]))
      #expect(table.text(ofLine: lineNumber) == line)
      start += line.utf8.count + 1
    }
  }

  @Test(arguments: ["one\ntwo é çà\r\n\nfour", "\u{FEFF}é one\ntwo", "a\rb", "", "one"])
  func offsetsOfPositionsAreWhereTheyCameFrom(text: String) {
    let table = LineTable(Array(text.utf8))
    var offset = text.hasPrefix("\u{FEFF}") ? 3 : 0
    for scalar in text.unicodeScalars.dropFirst(offset == 3 ? 1 : 0) {
      #expect(table.offset(of: table.position(of: Int32(offset))) == offset)
      offset += scalar.utf8.count
    }
    #expect(table.offset(of: SourcePosition(line: 99, column: 1)) == text.utf8.count)
    #expect(table.offset(of: SourcePosition(line: 0, column: 7)) == 0)
  }

  @Test(arguments: ["one\ntwo é çà three\r\n\nfour", "\u{FEFF}é one\ntwo", "a\rb", "", "one"])
  func positionsOfSpansAreThoseOfTheirEnds(text: String) {
    let table = LineTable(Array(text.utf8))
    let count = Int32(text.utf8.count)
    // No span starts within a byte order mark.
    for start in (text.hasPrefix("\u{FEFF}") ? 3 : 0)...count + 1 {
      for end in start...count + 1 {
        let positions = table.positions(of: SourceSpan(start: start, end: end))
        #expect(positions == table.position(of: start)..<table.position(of: end), "\(start)..<\(end)")
      }
    }
  }
}
