import Testing

@testable import DocgenRender

@Suite struct DateFormTests {
  private static let months = (1...12).map { "month \($0)" }

  @Test(arguments: [
    ("d. MMMM yyyy", "2018-05-09", "9. month 5 2018"), ("MMMM d, yyyy", "2018-12-31", "month 12 31, 2018"),
    ("dd.MM.yyyy", "2018-05-09", "09.05.2018"), ("yyyy'y' M''", "2018-05-09", "2018y 5'"),
    ("d MMMM", "2018-13-09", "2018-13-09"), ("d MMMM", "today", "today"),
  ])
  func writesADay(pattern: String, day: String, text: String) {
    #expect(DateForm(pattern: pattern, months: Self.months).text(iso: day) == text)
  }
}
