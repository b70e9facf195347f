import DocgenSupport
import Testing

@testable import DocgenRender

@Suite struct AssetCompactionTests {
  @Test(arguments: [
    ("a { b : c ; }", "a{b :c}"), ("/* x */\na  b,\nc { d: e f; g: h }\n", "a b,c{d:e f;g:h}"),
    ("a::before { content: \" { ; \"; }", "a::before{content:\" { ; \"}"),
    ("a { b: calc(1px + 2px); }\n@media (x) { c { d: e } }", "a{b:calc(1px + 2px)}@media (x){c{d:e}}"),
  ])
  func leavesBlanksOutOfStyleSheets(sheet: String, result: String) {
    #expect(String(decoding: AssetCompaction.compacted(Array(sheet.utf8), path: "a.css"), as: UTF8.self) == result)
  }

  @Test func leavesCommentsOutOfScripts() {
    let script = "// a\n  x(); // b\n\n  // c\n  y(\"//\");\n"
    #expect(
      String(decoding: AssetCompaction.compacted(Array(script.utf8), path: "a.js"), as: UTF8.self)
        == "x(); // b\ny(\"//\");\n")
  }
}
