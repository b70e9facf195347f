import Foundation
import Testing

@testable import DocgenRender

/// Letters as the search compares them; `search.js` relies on Unicode's own tables for the same.
@Suite struct SearchFoldingTests {
  private func words(_ text: String) -> [String] {
    var words: [String] = []
    SearchFolding.standard.forEachWord(of: Array(text.utf8)[...]) { words.append(String(decoding: $0, as: UTF16.self)) }
    return words
  }

  @Test func takesLettersWithoutMarksAndCase() {
    #expect(words("Requête d’état, RÜCKGABE_WERT 32-Bit") == ["requete", "d", "etat", "ruckgabe", "wert", "32", "bit"])
    #expect(words("Straße Œuvre Łódź Ærø") == ["strasse", "oeuvre", "lodz", "aero"])
    #expect(words("e\u{301}te\u{301} Йод Ώρα 日本") == ["ete", "иод", "ωρα", "日本"])
    #expect(words(" . ").isEmpty)
  }

  @Test func takesPairsOfLettersWhereNoSpacesStand() {
    #expect(words("采购订单") == ["采购", "购订", "订单"])
    #expect(words("使用JWT令牌。") == ["使用", "jwt", "令牌"])
    #expect(words("発注の承認") == ["発注", "注の", "の承", "承認"])
    #expect(words("인증아키텍처 안내") == ["인증", "증아", "아키", "키텍", "텍처", "안내"])
    #expect(words("字 a") == ["字", "a"])
  }

  @Test func agreesWithUnicodeOnLettersWithMarks() {
    for value in UInt32(0xC0)..<0x2000 {
      guard let scalar = Unicode.Scalar(value), scalar.properties.isLowercase else { continue }
      let parts = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars
      guard parts.count > 1, parts.dropFirst().allSatisfy({ (0x300...0x36F).contains($0.value) }),
        let base = parts.first, base.properties.isLowercase, base.isASCII
      else { continue }
      #expect(SearchFolding.standard.fold(scalar) == .one(UInt16(base.value)), "\(scalar)")
    }
  }
}
