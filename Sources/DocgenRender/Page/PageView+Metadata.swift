import DocgenMarkup
import DocgenModel
import DocgenSupport

/// What the front matter of a page says to readers.
extension PageView {
  /// Sets description and date, and the ways to other forms of the page.
  ///
  /// `index` is the page's index in the catalog.
  mutating func setMetadata(_ page: LocalizedPage, _ index: Int) {
    if let description = Self.description(of: page) { object["description"] = .string(description) }
    if let date = Self.updated(page) { object["updated"] = day(date) }
    var links = TemplateObject(capacity: 2)
    if address == SiteAddress(file: "index.html"), let quality = site.qualityAddress {
      links["quality"] = .string(reference(to: quality))
    }
    if site.settings.writesTwins {
      links["markdown"] = .string(reference(to: site.markdownAddress(of: index), in: page.locale))
    }
    if let address = site.editAddress(of: page.source.path) { links["edit"] = .string(address) }
    let hasLinks = !links.isEmpty
    object["links"] = .object(links)
    object["has-about"] = .boolean(hasLinks || object["updated"] != nil)
  }

  /// Sets what search engines are told of the page, where it says something of that.
  mutating func setRobots(_ exclusions: PagePublication.Exclusions) {
    let words = [(PagePublication.Exclusions.index, "noindex"), (.following, "nofollow")]
    let told = words.filter { exclusions.contains($0.0) }.map(\.1)
    if !told.isEmpty { object["robots"] = .string(told.joined(separator: ", ")) }
  }

  /// What the front matter says of the page's content.
  static func description(of page: LocalizedPage) -> String? {
    page.frontMatter.string("description").map { FrontMatter.shown($0.value) }
  }

  /// The day of the last change, as `2018-05-31`.
  static func updated(_ page: LocalizedPage) -> String? {
    page.frontMatter.string("ms.date").flatMap { isoDate($0.value) }
  }

  /// A day for programs and for readers.
  private func day(_ iso: String) -> TemplateValue {
    ["iso": .string(iso), "text": .string(site.locales[locale].dateForm.text(iso: iso))]
  }

  /// Sets what is known of a translation.
  ///
  /// - Parameters:
  ///   - page: The page that is shown.
  ///   - sourceNames: The hashes of the source's content of today; `nil` if the page has no source.
  ///   - restored: What was compared with the source, and what came of it.
  mutating func setStatus(_ page: LocalizedPage, sourceNames: ContentHashes?, restored: RestoredPage?) {
    var status = TemplateObject(capacity: 7)
    let hasSource = sourceNames != nil
    if let counts = restored?.counts { setCounts(counts, in: &status) }
    // The text that was translated, as translation tools name it.
    if let name = site.catalog.dialect.keys.text(.hash, in: page.frontMatter)?.value,
      let isCurrent = sourceNames?.contains(name)
    {
      status[isCurrent ? "is-current" : "is-outdated"] = true
    }
    switch page.frontMatter.string("ms.translationtype")?.value.uppercased() {
    case "MT": status["is-machine"] = true
    case "HT": status["is-human"] = true
    default:
      guard hasSource else { return }
      status["is-unnamed"] = true
    }
    if let date = page.frontMatter.string("ms.lasthandoff").flatMap({ Self.isoDate($0.value) }) {
      status["date"] = day(date)
    }
    if hasSource { status["source-href"] = .string(reference(to: address, in: PageCatalog.source)) }
    object["status"] = .object(status)
  }

  /// Sets how many facts of which kinds were compared, are the source's, and differ from it; a kind without any is not
  /// named.
  private func setCounts(_ counts: [FactCount], in status: inout TemplateObject) {
    let text = site.locales[locale]
    func list(_ items: [String]) -> TemplateValue? { items.isEmpty ? nil : .string(items.joined(separator: ", ")) }
    status["compared"] = list(
      counts.filter { $0.compared > 0 }.map { text.counted("compared-" + $0.kind, [$0.compared, $0.total]) })
    status["restored"] = list(
      counts.filter { $0.restored > 0 }.map { text.counted("number-of-" + $0.kind, [$0.restored]) })
    status["differing"] = list(
      counts.filter { $0.differing > 0 }.map { text.counted("number-of-" + $0.kind, [$0.differing]) })
  }

  /// A date as `2018-05-31`, from that form or from `05/31/2018`; `nil` if it is none.
  static func isoDate(_ text: String) -> String? {
    let hasSlashes = text.utf8.contains(UInt8(ascii: "/"))
    let parts = text.utf8.prefix(while: { $0 != UInt8(ascii: "T") && $0 != 0x20 })
      .split(separator: UInt8(ascii: hasSlashes ? "/" : "-"), omittingEmptySubsequences: false)
    guard parts.count == 3 else { return nil }
    let numbers = parts.compactMap { part in
      part.allSatisfy { (0x30...0x39).contains($0) } && part.count <= 4 ? Int(String(Substring(part))) : nil
    }
    guard numbers.count == 3 else { return nil }
    let (year, month, day) = hasSlashes ? (numbers[2], numbers[0], numbers[1]) : (numbers[0], numbers[1], numbers[2])
    guard (1000...9999).contains(year), (1...12).contains(month), (1...days(month, year)).contains(day) else {
      return nil
    }
    return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  private static func days(_ month: Int, _ year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension SiteContext {
  /// Where a file can be edited, by its path below the content folder.
  func editAddress(of file: String) -> String? {
    settings.editURL.map { address in
      address.split(separator: "{path}", omittingEmptySubsequences: false)
        .joined(separator: URLText.encodedPath(file))
    }
  }

  /// The overview of a locale's quality below the locale's folder, where there is one.
  var qualityAddress: SiteAddress? { settings.quality.map { _ in SiteAddress(file: places.qualityOverview) } }
}
