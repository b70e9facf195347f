import DocgenMarkup
import DocgenSupport
import Testing

@testable import DocgenModel

@Suite struct EditedPlacesTests {
  /// `0123456789` with `2` gone, `XYZ` written between `4` and `5`, and `67` one letter.
  private static let edits = [
    TextEdit(SourceSpan(2..<3), []), TextEdit(SourceSpan(5..<5), Array("XYZ".utf8)),
    TextEdit(SourceSpan(6..<8), Array("s".utf8)),
  ]

  @Test func areWhereTheTextIs() {
    let bytes = Array("0123456789".utf8)
    let edited = TextEdit.applying(Self.edits, to: bytes)
    let places = EditedPlaces(Self.edits)
    func text(_ span: Range<Int>) -> String {
      String(decoding: edited[places.after(SourceSpan(span)).range], as: UTF8.self)
    }
    #expect(String(decoding: edited, as: UTF8.self) == "0134XYZ5s89")
    #expect(text(0..<2) == "01")
    #expect(text(1..<4) == "13", "what is gone lies within")
    #expect(text(3..<5) == "34", "what is written at the end is of what follows")
    #expect(text(5..<6) == "5")
    #expect(text(4..<6) == "4XYZ5")
    #expect(text(6..<8) == "s")
    #expect(text(8..<10) == "89")
    #expect(text(0..<10) == "0134XYZ5s89")
    #expect(EditedPlaces([]).after(SourceSpan(3..<7)) == SourceSpan(3..<7))
  }
}
