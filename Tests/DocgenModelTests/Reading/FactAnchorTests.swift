import DocgenModel
import Testing

/// Anchors made of names.
@Suite struct FactAnchorTests {
  @Test(arguments: [
    ("", "value"),
    ("!", "value"),
    ("hWnd", "hwnd"),
    ("E_FAIL", "e_fail"),
    ("Get-Item", "get-item"),
    ("a--b", "a-b"),
    ("operator ==", "operator-"),
    ("Größe in Byte", "größe-in-byte"),
    ("-Path", "-path"),
  ])
  func isMadeOfLettersDigitsAndHyphens(name: String, anchor: String) {
    #expect(FactAnchor.make(from: name) == anchor)
  }
}
