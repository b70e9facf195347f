import DocgenModel
import DocgenSupport

/// The findings of a locale in one folder, page by page, in parts of a readable length.
struct FindingList: Sendable {
  /// The most findings of a part.
  static let partLength = 250
  /// The most findings of all parts: more than anybody goes through by hand.
  static let limit = 25_000

  private struct Item: Sendable {
    /// The index of the page.
    var page: Int
    /// The number of the finding among those of the page.
    var number: Int
  }

  private let pages: QualityPages
  private let locale: Int
  private let folder: Int
  private let items: [Item]
  private let statistics: QualityStatistics.Folder?
  /// The number of parts; one where there are no findings.
  let partCount: Int

  /// - Complexity: O(*n*) in the number of findings and of the pages in the folder.
  init(_ pages: QualityPages, locale: Int, folder: Int) {
    self.pages = pages
    self.locale = locale
    self.folder = folder
    let part = pages.site.folders.folders[folder]
    var items: [Item] = []
    for page in (part.index.map { [$0] } ?? []) + part.pages {
      let count = min(pages.index.count(page: page, locale: locale), Self.limit - items.count)
      items += (0..<count).map { Item(page: page, number: $0) }
    }
    self.items = items
    statistics = pages.statistics[locale].folder(folder)
    partCount = max(1, (items.count + Self.partLength - 1) / Self.partLength)
  }

  private var site: SiteContext { pages.site }

  /// The path of a part below the locale's folder; parts count from 0.
  func path(_ part: Int) -> String { pages.list(ofFolder: folder, part: part) }

  func render(_ part: Int) throws(TemplateError) -> [UInt8] {
    let text = site.locales[locale]
    let numbers = text.numberForm
    let name = pages.name(ofFolder: folder)
    let quality = text["quality"]
    var view = pages.view(locale, path: path(part), title: "\(quality)\(text["colon"]) \(name)")
    // Another locale may have fewer parts.
    let first = SiteAddress(file: path(0))
    view.setLanguages(address: { $0 == locale ? nil : first }, isTranslated: { _ in true })
    view.setBreadcrumbs([PageView.link(quality, view.reference(to: SiteAddress(file: site.places.qualityOverview)))])
    view.object["heading"] = .bytes(Array(NameBreaks.html(name).utf8))
    let folderTitle = site.navigation[locale].sections[folder].name
    if folderTitle != site.folders.folders[folder].name { view.object["folder-title"] = .string(folderTitle) }
    let total = statistics?.findings.total ?? 0
    view.object["finding-count"] = .string(numbers.text(total))
    if partCount > 1 {
      view.object["part"] = .string("\(numbers.text(part + 1)) / \(numbers.text(partCount))")
      func link(_ other: Int) -> TemplateValue {
        PageView.link(
          "\(numbers.text(other + 1)) / \(numbers.text(partCount))",
          view.reference(to: SiteAddress(file: path(other))))
      }
      if part > 0 { view.object["previous"] = link(part - 1) }
      if part + 1 < partCount { view.object["next"] = link(part + 1) }
      view.object["has-pager"] = true
    }
    view.object["is-cut"] = .boolean(part + 1 == partCount && total > items.count)
    if part == 0 { view.object["table"] = rules(text) }
    view.object["pages"] = .list(groups(part, view))
    return try view.render("findings", capacity: 262_144)
  }

  private func rules(_ text: LocaleText) -> TemplateValue {
    var table = QualityTable(
      label: text["findings-by-rule"],
      columns: [
        text["rule"], text["severities-error"], text["severities-warning"], text["severities-note"], text["total"],
      ])
    let rules = (statistics?.byRule ?? [:]).sorted { ($1.value.total, $0.key) < ($0.value.total, $1.key) }
    for (rule, counts) in rules {
      table.add(.init(text: rule, isCode: true), QualityOverview.columns(counts, text.numberForm))
    }
    return table.value
  }

  // MARK: Findings

  private func groups(_ part: Int, _ view: PageView) -> [TemplateValue] {
    let start = part * Self.partLength
    var rest = items[min(start, items.count)..<min(start + Self.partLength, items.count)]
    var groups: [TemplateValue] = []
    while let page = rest.first?.page {
      let own = rest.prefix { $0.page == page }
      rest = rest.dropFirst(own.count)
      groups.append(group(page, own.map(\.number), view))
    }
    return groups
  }

  private func group(_ page: Int, _ findings: [Int], _ view: PageView) -> TemplateValue {
    let summary = pages.summaries[page]
    let shown = summary.titles.indices.contains(locale) && summary.titles[locale] != nil ? locale : nil
    let language = shown ?? summary.titles.firstIndex { $0 != nil }
    let title = language.flatMap { summary.titles[$0] }
    let href = view.reference(to: site.paths.pages[page])
    let fragments = summary.translations[locale]?.fragments ?? []
    var group = TemplateObject(capacity: 5)
    group["title"] = .string(
      title.flatMap { $0.isEmpty ? nil : $0 } ?? VisibleText.string(site.catalog.entries[page].name))
    group["title-language"] = shown == nil ? language.map { .string(site.locales[$0].tag) } ?? .null : .null
    group["href"] = .string(href)
    group["count"] = .string(site.locales[locale].numberForm.text(pages.index.count(page: page, locale: locale)))
    group["findings"] = .list(
      findings.map { number in
        item(
          pages.index.finding(number, page: page, locale: locale), href: href,
          fragment: number < fragments.count ? fragments[number] : "")
      })
    return .object(group)
  }

  private func item(_ finding: Diagnostic, href: String, fragment: String) -> TemplateValue {
    let text = site.locales[locale]
    let catalog = pages.index.report.messages[locale]
    let severity = finding.severity.rawValue
    var item = TemplateObject(capacity: 8)
    item["severity"] = .string(severity)
    item["severity-name"] = .string(text["severity-" + severity])
    item["place"] = .string(href + fragment)
    item["message"] = .string(catalog.text(finding.message))
    item["message-language"] = text.isWritten(in: catalog.language) ? .null : .string(catalog.language)
    item["rule"] = .string(finding.rule)
    item["line"] = .string(text.numberForm.text(finding.location.start.line))
    item["edit"] =
      site.editAddress(of: finding.location.file).map { address in
        // A place within the address must not be taken for one of ours.
        .string(address.utf8.contains(UInt8(ascii: "#")) ? address : "\(address)#L\(finding.location.start.line)")
      } ?? .null
    return .object(item)
  }
}
