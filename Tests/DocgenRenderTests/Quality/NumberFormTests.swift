import Testing

@testable import DocgenRender

@Suite struct NumberFormTests {
  private let form = NumberForm(group: ".", decimal: ",", percent: "# %")

  @Test func groupsDigits() {
    #expect(
      [0, 999, 1000, 71915, 1_234_567, -1000].map(form.text) == ["0", "999", "1.000", "71.915", "1.234.567", "-1.000"])
  }

  @Test func tellsAllOnlyOfAll() {
    #expect(form.share(1, of: 3) == "33,3 %")
    #expect(form.share(9_999, of: 10_000) == "99,9 %")
    #expect(form.share(1, of: 10_000) == "0,1 %")
    #expect(form.share(10_000, of: 10_000) == "100 %")
    #expect(form.share(0, of: 10_000) == "0 %")
    #expect(form.share(0, of: 0) == "0 %")
    #expect(form.share(1, of: 2) == "50,0 %")
  }
}
