import Testing

@testable import DocgenRender

@Suite struct FactCorrectionsTests {
  @Test(arguments: [
    ("Winuser. h", "Winuser.h", "Winuser.h"),
    ("Winuser. h (inclure windows. h)", "Winuser.h (include Windows.h)", "Winuser.h (inclure Windows.h)"),
    ("WindowsVirtualization. v2. mof", "WindowsVirtualization.V2.mof", "WindowsVirtualization.V2.mof"),
    ("Root \\ virtualization \\ v2", "Root\\virtualization\\v2", "Root\\virtualization\\v2"),
  ])
  func putsNamesOfFilesBack(own: String, source: String, result: String) {
    #expect(FactCorrections.restored(own, from: source) == result)
  }

  @Test(arguments: [
    ("Winuser.h", "Winuser.h"), ("Windows 8.1 (nur Desktop-Apps)", "Windows 8.1 [desktop apps only]"),
    ("Kommstrg. h", "Commctrl.h"), ("", "A.h"), ("XWinuser. h", "Winuser.h"),
  ])
  func leavesOtherTextsAlone(own: String, source: String) {
    #expect(FactCorrections.restored(own, from: source) == nil)
  }

  @Test(arguments: [
    ("WM _ PAINT-Meldung", "WM_PAINT", "WM_PAINT-Meldung"), ("Fonction getdc", "GetDC", "Fonction GetDC"),
    ("Die Meldung", "WM_PAINT", "Die Meldung"), ("XWM _ PAINT", "WM_PAINT", "XWM _ PAINT"), ("", "A", ""),
  ])
  func putsANameBackIntoATitle(own: String, name: String, result: String) {
    #expect(FactCorrections.restoring(name, in: own) == result)
  }
}
