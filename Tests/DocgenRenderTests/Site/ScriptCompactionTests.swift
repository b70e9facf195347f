import Testing

@testable import DocgenRender

@Suite struct ScriptCompactionTests {
  private static let cases: [(script: String, compacted: String)] = [
    ("const a = 1;\n", "let a=1;\n"),
    ("a.const = 1\nb()\n", "a.const=1\nb()\n"),
    ("if (a) { b(); }\n", "if(a){b()}\n"),
    // A `;` that is a statement stays.
    ("{ if (a); }\n", "{if(a);}\n"),
    ("{ if (a) b(); else; }\n", "{if(a)b();else;}\n"),
    // So does a line end that ends one.
    ("a\n++b\n", "a\n++b\n"),
    ("a = b\n(c)\n", "a=b\n(c)\n"),
    ("a + +b - -c\n", "a+ +b- -c\n"),
    ("x = /[/'\"]/.test(a) // b\n", "x=/[/'\"]/.test(a)\n"),
    ("x = a / b / 'c // d'\n", "x=a/b/'c // d'\n"),
    ("x = `a  ${ {b: `c  ` }.b }  d` /* e */\n", "x=`a  ${ {b: `c  ` }.b }  d`\n"),
    ("f((event) => g(event), (a, b) => c, () => d)\n", "f(event=>g(event),(a,b)=>c,()=>d)\n"),
  ]

  @Test(arguments: cases)
  func keepsWhatAScriptDoes(script: String, compacted: String) {
    #expect(String(decoding: ScriptCompaction.compacted(Array(script.utf8)), as: UTF8.self) == compacted)
  }
}
