import Testing

@testable import DocgenRender

@Suite struct NameBreaksTests {
  @Test(arguments: [
    ("KillJob", "KillJob"),
    ("a sentence of several short words", "a sentence of several short words"),
    ("RequestStateChangeTimeout", "Request<wbr>State<wbr>Change<wbr>Timeout"),
    ("CIM_ConcreteJob.RequestStateChange method", "CIM_<wbr>Concrete<wbr>Job.<wbr>Request<wbr>State<wbr>Change method"),
    ("ERROR_INSUFFICIENT_BUFFER__", "ERROR_<wbr>INSUFFICIENT_<wbr>BUFFER__"),
    ("Windows::Foundation::Uri", "Windows::<wbr>Foundation::<wbr>Uri"),
    ("IVector<HSTRING>&GetMany", "IVector&lt;HSTRING&gt;&amp;Get<wbr>Many"),
    ("Rückgabewertbeschreibung", "Rückgabewertbeschreibung"),
  ])
  func breaksAfterMarksAndBeforeHumps(name: String, html: String) {
    #expect(NameBreaks.html(name) == html)
  }
}
