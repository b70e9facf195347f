import Testing

@testable import DocgenModel

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

  /// A number that a title has already, or that was given before, is given to no other.
  @Test func noneIsGivenTwice() {
    var numbers = AnchorNumbers()
    #expect(["a", "a", "a-1", "a", "a-1-1"].map { numbers.take($0) } == ["a", "a-1", "a-1-1", "a-2", "a-1-1-1"])
    var others = AnchorNumbers(["a-1"])
    #expect(["a", "a"].map { others.take($0) } == ["a", "a-2"])
  }
}
