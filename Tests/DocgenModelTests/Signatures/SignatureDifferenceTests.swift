import DocgenModel
import DocgenSupport
import Testing

@Suite struct SignatureDifferenceTests {
  private func difference(_ actual: String, from source: String, _ infoString: String = "C++") -> SignatureDifference? {
    let left = Signature.parse(actual, infoString: infoString)
    let right = Signature.parse(source, infoString: infoString)
    return Array(actual.utf8).withUnsafeBufferPointer { actualBytes in
      Array(source.utf8).withUnsafeBufferPointer { sourceBytes in
        left.firstDifference(in: actualBytes, from: right, in: sourceBytes)
      }
    }
  }

  private func text(_ span: SourceSpan?, in text: String) -> String? {
    span.map { String(decoding: Array(text.utf8)[$0.range], as: UTF8.self) }
  }

  @Test(arguments: [
    ("HRESULT Open(\n\u{A0} [in]\u{A0}BSTR name\n);", "HRESULT Open(\n  [in] BSTR name\n);"),
    ("HRESULT\tOpen( [ in ] BSTR name ) ;", "HRESULT Open([in] BSTR name);"),
    ("HRESULT Open(BSTR name); // \u{F6}ffnet", "HRESULT Open(BSTR name); // opens"),
    ("HRESULT Open(BSTR /* Name */ name);", "HRESULT Open(BSTR name);"),
    ("[Provider(&quot;P&quot;)] class A { };", "[Provider(\"P\")] class A { };"),
    ("array&lt;int&gt; Get(int &amp;x);", "array<int> Get(int &x);"),
    ("HRESULT Open\u{200B}File(\u{FEFF}BSTR name);", "HRESULT OpenFile(BSTR name);"),
    ("BYTE * * p;", "BYTE **p;"),
    ("char s[] = \"a\u{A0}b\";", "char s[] = \"a b\";"),
  ])
  func takesForEqual(_ actual: String, _ source: String) {
    #expect(difference(actual, from: source) == nil)
  }

  @Test func findsTheFirstOtherToken() throws {
    let actual = "uint32 Stop(\n  [in] boolean Erzwingen\n);"
    let source = "uint32 Stop(\n  [in] boolean Force\n);"
    let found = try #require(difference(actual, from: source, "mof"))
    #expect(found.kind == .text)
    #expect(text(found.actual, in: actual) == "Erzwingen")
    #expect(text(found.expected, in: source) == "Force")
  }

  @Test func findsATokenTooFewAndTooMany() throws {
    let long = "void Close(HANDLE h);"
    let short = "void Close(HANDLE h)"
    let missing = try #require(difference(short, from: long))
    #expect(missing.actual == nil)
    #expect(text(missing.expected, in: long) == ";")
    let extra = try #require(difference(long, from: short))
    #expect(extra.expected == nil)
    #expect(text(extra.actual, in: long) == ";")
  }

  @Test func findsADamagedMark() throws {
    let actual = "HRESULT Get(BYTE *_data);"
    let found = try #require(difference(actual, from: "HRESULT Get(BYTE **data);"))
    #expect(text(found.actual, in: actual) == "_data")
  }

  @Test(arguments: [
    ("Uint32 Reset();", "uint32 Reset();", "mof"),
    ("boolean Enabled = True;", "boolean Enabled = TRUE;", "mof"),
    ("#define LIMIT 0xff0a", "#define LIMIT 0xFF0A", "C++"),
    (
      "[uuid(7a9135ca-db21-11d2-85fc-0000f8102e5f)] interface I;",
      "[uuid(7A9135CA-DB21-11D2-85FC-0000F8102E5F)] interface I;", "idl"
    ),
    ("[UUID(\"{7a9135ca}\")] class A { };", "[UUID(\"{7A9135CA}\")] class A { };", "mof"),
    ("uint32 Open([In] string Name);", "uint32 Open([in] string Name);", "mof"),
  ])
  func tellsInsignificantCase(_ actual: String, _ source: String, _ infoString: String) {
    #expect(difference(actual, from: source, infoString)?.kind == .insignificantCase)
  }

  @Test func tellsSignificantCase() {
    #expect(difference("void close();", from: "void Close();")?.kind == .letterCase)
    #expect(
      difference("uint32 Stop([in] boolean force);", from: "uint32 Stop([in] boolean Force);", "mof")?.kind
        == .letterCase)
  }

  @Test func prefersADifferenceThatMatters() throws {
    let actual = "Uint32 Stop([in] boolean Zwang);"
    let found = try #require(difference(actual, from: "uint32 Stop([in] boolean Force);", "mof"))
    #expect(found.kind == .text)
    #expect(text(found.actual, in: actual) == "Zwang")
  }
}
