import DocgenModel
import Testing

@Suite struct SignatureLanguageTests {
  @Test(arguments: [
    ("[Dynamic, AMENDMENT]\nclass Win_A : Win_B\n{\n};", "syntax", SignatureLanguage.mof),
    ("uint32 Stop([in] boolean Force);", "C++", .mof),
    ("uint32 Move([out] Win_Job REF Job);", "", .mof),
    ("HRESULT Open([in] BSTR name);", "syntax", .c),
    ("typedef struct _A { datetime x; } A;", "cpp", .c),
    ("<xs:element name=\"A\" />", "syntax", .xml),
    ("[object, uuid(0000000A)] interface IA : IUnknown { HRESULT X(); }", "syntax", .idl),
    ("sample /out file", "syntax", .other),
    ("nameID MENU text", "", .other),
    ("Sub Open()", "VB", .visualBasic),
    ("a.Open()", "JScript", .jScript),
    ("public void Open();", "csharp", .cSharp),
  ])
  func tellsTheLanguage(_ text: String, _ infoString: String, _ expected: SignatureLanguage) {
    #expect(Signature.parse(text, infoString: infoString).language == expected)
  }

  @Test(arguments: [
    "sample /out { first | second }", "nameID MENU text", "small identifier-name;", "[async] function-name (params)",
    "show cachestate [url]", "} HALF_OF_A_STRUCTURE;", "void ();", "", "   \n", "Just some words, and a full stop.",
  ])
  func declaresNothingItDoesNotUnderstand(_ text: String) {
    #expect(Signature.parse(text, infoString: "syntax").declarations.isEmpty)
  }
}
