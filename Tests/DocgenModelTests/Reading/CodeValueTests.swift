import DocgenModel
import Testing

@Suite struct CodeValueTests {
  @Test(arguments: [
    ("0", "0"), (" 4 ", "4"), ("-1", "-1"), ("–1", "-1"), ("−2", "-2"), ("– 1", nil), ("+2", "2"), ("259L", "259"),
    ("007", "007"),
    ("0x0", "0x0"), ("0X8004100f", "0x8004100F"), ("0x80041001L", "0x80041001"),
    ("8..32767", "8..32767"), ("8 .. 32767", "8..32767"), ("32768.. 65535", "32768..65535"),
    ("8 . . 32767", "8..32767"), ("8...32767", "8..32767"), ("8…32767", "8..32767"),
    ("8-32767", "8..32767"), ("8 – 32767", "8..32767"), ("8—32767", "8..32767"), ("0x1-0xff", "0x1..0xFF"),
    ("32768..", "32768.."), ("..", ".."), (". .", ".."), ("…", ".."),
    ("1, 2", "1, 2"), ("1;2/3", "1, 2, 3"), ("0 (0x0)", nil), ("5, 8..10", "5, 8..10"),
    ("8 32767", nil), ("32768.65535", nil), ("1.5", nil), (".", nil), ("", nil), ("-", nil), ("..5", nil),
    ("0x", nil), ("12a", nil), ("12_", nil), ("E_FAIL", nil), ("0xFG", nil), ("12L3", nil), ("4 (four)", nil),
  ])
  func readsOneCanonicalText(_ text: String, _ expected: String?) {
    #expect(CodeValue(text.utf8)?.text == expected)
  }

  @Test func takesASpaceForARangeOnlyWhereAsked() {
    #expect(CodeValue("8 32767".utf8, allowsSpacedRange: true)?.text == "8..32767")
    #expect(CodeValue("8 9 10".utf8, allowsSpacedRange: true) == nil)
    #expect(CodeValue("8 words".utf8, allowsSpacedRange: true) == nil)
  }

  @Test func takesWordsOfTheLanguageForARange() {
    let words = ["to", "à"].map { Array($0.utf8) }
    #expect(CodeValue("1 to 4294967295".utf8, rangeWords: words)?.text == "1..4294967295")
    #expect(CodeValue("0x1 TO 0xF".utf8, rangeWords: words)?.text == "0x1..0xF")
    #expect(CodeValue("7, 9 à 12".utf8, rangeWords: words)?.text == "7, 9..12")
    for text in ["1 to", "1to2", "1 bis 2", "to 2", "1 too 2", "1 to two"] {
      #expect(CodeValue(text.utf8, rangeWords: words) == nil, "\(text)")
    }
    #expect(CodeValue("1 to 2".utf8) == nil)
  }

  @Test func tellsHexadecimalNumbers() {
    #expect(CodeValue("0x10".utf8)?.isHexadecimal == true)
    #expect(CodeValue("10".utf8)?.isHexadecimal == false)
    #expect(CodeValue("0xAB".utf8) == CodeValue("0xab".utf8))
  }

  @Test func refusesEndlessLists() {
    let list = Array(String(repeating: "1,", count: 100_000).utf8) + [0x31]
    #expect(CodeValue(list) == nil)
  }
}
