import DocgenSupport
import Testing

@testable import DocgenRender

@Suite struct AssetCompactionTests {
  @Test(arguments: [
    ("a { b : c ; }", "a{b :c}"), ("a > b + c { d: e }", "a>b + c{d:e}"),
    ("/* x */\na  b,\nc { d: e f; g: h }\n", "a b,c{d:e f;g:h}"),
    ("a::before { content: \" { ; \"; }", "a::before{content:\" { ; \"}"),
    ("a { b: calc(1px + 2px); }\n@media (x) { c { d: e } }", "a{b:calc(1px + 2px)}@media (x){c{d:e}}"),
  ])
  func leavesWhitespaceOutOfStyleSheets(sheet: String, result: String) {
    #expect(String(decoding: AssetCompaction.compacted(Array(sheet.utf8), path: "a.css"), as: UTF8.self) == result)
  }

  @Test(arguments: [
    ("// a\n  x(); // b\n\n  // c\n  y(\"//\");\n", "x();y(\"//\");\n"),
    ("const a = b + 1;\nreturn  a in { c : 1 }", "let a=b+1;return a in{c:1}\n"),
    ("a.const = constant; { b(); while (c()); }", "a.const=constant;{b();while(c());}\n"),
    ("if (a) { b((c) => d((e, f) => g)); }", "if(a){b(c=>d((e,f)=>g))}\n"),
    ("a((b)=>c, async (d) => e, (f()) >= g)", "a(b=>c,async(d)=>e,(f())>=g)\n"),
    ("a\nb\n(c)", "a\nb\n(c)\n"), ("a = b\n  .c()\n  ?? d\n}", "a=b.c()??d}\n"),
    ("x + +y - -z; 1 .a; b\n++c", "x+ +y- -z;1 .a;b\n++c\n"),
    (
      "let s = ' a  // b ' + `  ${ f(`}` , { }) }  // c\n  d`;", "let s=' a  // b '+`  ${ f(`}` , { }) }  // c\n  d`;\n"
    ),
    ("a = b / c / d; e(/[/ ]  '/g , f)", "a=b/c/d;e(/[/ ]  '/g,f)\n"),
    ("return /  \"/.test(a) /* b */ && c", "return/  \"/.test(a)&&c\n"),
  ])
  func leavesWhitespaceAndCommentsOutOfScripts(script: String, result: String) {
    #expect(String(decoding: AssetCompaction.compacted(Array(script.utf8), path: "a.js"), as: UTF8.self) == result)
  }
}
