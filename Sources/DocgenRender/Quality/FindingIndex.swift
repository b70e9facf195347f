import DocgenModel
import DocgenSupport

/// The findings of a report by page and locale.
struct FindingIndex: Sendable {
  let report: QualityReport
  private let localeCount: Int
  /// The findings by their indices in the report: those of a page in a locale lie side by side, in their order.
  private let order: [Int32]
  /// Where those of each page and locale begin, and the end of all.
  private let starts: [Int]

  /// - Complexity: O(*n*) in the numbers of findings and pages.
  init(_ report: QualityReport, _ catalog: PageCatalog) {
    self.report = report
    localeCount = catalog.locales.count
    let locales = Dictionary(uniqueKeysWithValues: zip(catalog.locales, catalog.locales.indices))
    let places = report.findings.map { finding -> Int? in
      guard let page = catalog.index(of: finding.page), let locale = locales[finding.locale] else { return nil }
      return page * catalog.locales.count + locale
    }
    var starts = [Int](repeating: 0, count: catalog.entries.count * localeCount + 1)
    for case let place? in places { starts[place + 1] += 1 }
    for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
    var next = starts
    var order = [Int32](repeating: 0, count: starts.last ?? 0)
    for (index, place) in places.enumerated() {
      guard let place else { continue }
      order[next[place]] = Int32(truncatingIfNeeded: index)
      next[place] += 1
    }
    self.order = order
    self.starts = starts
  }

  /// The number of findings of a page in a locale.
  func count(page: Int, locale: Int) -> Int {
    let place = page * localeCount + locale
    return starts[place + 1] - starts[place]
  }

  /// A finding of a page in a locale, by its number.
  func finding(_ number: Int, page: Int, locale: Int) -> Diagnostic {
    report.findings[Int(order[starts[page * localeCount + locale] + number])]
  }

  /// The findings of a page in a locale, in their order.
  func findings(page: Int, locale: Int) -> [Diagnostic] {
    (0..<count(page: page, locale: locale)).map { finding($0, page: page, locale: locale) }
  }
}
