import Testing

@testable import DocgenRender

@Suite struct FenceOptionsTests {
  @Test(
    arguments: [
      ("python {1,3-4}", [1...1, 3...4], nil, nil),
      ("js{2}", [2...2], nil, nil),
      ("python hl_lines=\"1 3-4\" linenums=\"5\" title=\"app.py\"", [1...1, 3...4], "app.py", 5),
      ("go {hl_lines=[2,\"4-5\"],linenos=true,linenostart=10}", [2...2, 4...5], nil, 10),
      ("ts:line-numbers {1} [config.ts]", [1...1], "config.ts", 1),
      ("ts:line-numbers=7", [], nil, 7),
      ("jsx title='src/App.jsx' showLineNumbers", [], "src/App.jsx", 1),
      ("title=\"no language\"", [], "no language", nil),
      ("python linenos=false", [], nil, nil),
      ("{.python .numberLines startFrom=\"3\"}", [], nil, 3),
      ("python {4-2} {x} title=\"\"", [], nil, nil),
      ("c++", [], nil, nil),
    ] as [(String, [ClosedRange<Int>], String?, Int?)])
  func readsWhatIsSaidOfLines(info: String, lines: [ClosedRange<Int>], title: String?, first: Int?) {
    let options = FenceOptions(info: info)
    #expect(options.lines == lines)
    #expect(options.title == title)
    #expect(options.firstNumber == first)
  }

  @Test(arguments: [
    "python {", "python hl_lines=", "python title=\"", "js [", "{", "={}", "c linenums=\"99999999999999999999\"",
  ])
  func takesAnythingElse(info: String) {
    #expect(FenceOptions(info: info).lines.isEmpty)
  }
}
