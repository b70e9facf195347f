import Testing

@testable import DocgenMarkup

@Suite struct BodyLinesTests {
  /// Lines count from 0; definitions at the start of a paragraph are no part of its text.
  @Test(arguments: [
    ("Text\n", "Text", 0, 0, 0),
    ("[a]: /b\nText\n", "Text", 0, 1, 1),
    // The definition ends as the text does.
    ("[x]: [x]\n[x]\n", "[x]", 0, 1, 1),
    ("> 1. [x]: [x]\n>    [x]\n", "[x]", 0, 1, 1),
    // The last line is the underline of a heading.
    ("[a]: /b\nText\n===\n", "Text", 0, 2, 1),
    // Of lines that are equal, the first is the text's; they need not hold a letter.
    ("Text\nText\n", "Text", 0, 1, 0),
    ("1.\n1.\n", "1.", 0, 1, 0),
  ])
  func findsTheFirstLineOfAText(_ page: String, _ text: String, _ first: Int, _ last: Int, _ expected: Int) {
    let line = Array(page.utf8).withUnsafeBufferPointer { file in
      Array(text.utf8).withUnsafeBufferPointer { content in
        BodyLines(file: file, from: 0).firstTextLine(of: content, from: first, to: last)
      }
    }
    #expect(line == expected)
  }
}
