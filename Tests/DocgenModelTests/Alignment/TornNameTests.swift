import DocgenModel
import DocgenSupport
import Testing

@Suite struct TornNameTests {
  /// Whether what stands between `«` and `»`, which the page does not keep, begins a longer name.
  private func isBeginning(_ page: String, beside source: String) -> Bool {
    let parts = page.split(omittingEmptySubsequences: false) { $0 == "«" || $0 == "»" }.map { Array($0.utf8) }
    let span = SourceSpan(parts[0].count..<parts[0].count + parts[1].count)
    return TornName.isBeginning(span, in: parts.flatMap(\.self), beside: Array(source.utf8))
  }

  @Test(arguments: [
    ("**«Store. Box». Werkzeug**", true), ("[«Store. Box».Werkzeug](a.md)", true), ("**«Store. Box». (x)**", true),
    // The source goes on so.
    ("**«Store. Box». Tool**", false), ("**«Store. Box».tool**", false),
    // No marker before it.
    ("«Store. Box». Werkzeug", false), ("Die «Store. Box». Werkzeug", false),
    // It is whole, or no name with points.
    ("**«Store.Box». Werkzeug**", false), ("**«Store Box». Werkzeug**", false),
    // The marked text ends after it, or the line does.
    ("**«Store. Box»**. Werkzeug", false), ("**«Store. Box».** Werkzeug", false), ("**«Store. Box».\nWerkzeug", false),
    ("**«Store. Box».", false), ("**«Store. Box»", false), ("**«Store. Box» Werkzeug**", false),
  ])
  func piecesOfLongerNamesAreTold(_ page: String, _ expected: Bool) {
    #expect(isBeginning(page, beside: "The **Store.Box.Tool** class. A **Store.Box**.") == expected)
  }
}
