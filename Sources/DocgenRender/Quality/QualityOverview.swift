import DocgenModel
import DocgenSupport

/// The overview of a locale: its numbers, and those by language, rule and folder, as plots and as tables.
struct QualityOverview {
  /// The most bars of a plot; its table has all.
  private static let barLimit = 12

  private let pages: QualityPages
  private let locale: Int
  private let text: LocaleText
  private let numbers: NumberForm
  private let own: QualityStatistics
  private var view: PageView

  init(_ pages: QualityPages, locale: Int) {
    self.pages = pages
    self.locale = locale
    text = pages.site.locales[locale]
    numbers = text.numberForm
    own = pages.statistics[locale]
    view = pages.view(locale, path: pages.site.places.qualityOverview, title: text["quality"])
  }

  private var site: SiteContext { pages.site }
  private var isSource: Bool { locale == PageCatalog.source }

  func render() throws(TemplateError) -> [UInt8] {
    var view = view
    view.setLanguages { _ in true }
    view.setBreadcrumbs([])
    view.object["language"] = .string(text.language)
    view.object["is-clean"] = .boolean(own.findings.total == 0)
    view.object["figures"] = .list(figures)
    view.object["topics"] = .list([languages, rules, folders].compactMap(\.self))
    view.object["numbers-href"] = .string(view.root + QualityPages.numbersPath)
    return try view.render("quality", capacity: 65536)
  }

  // MARK: Numbers

  private var figures: [TemplateValue] {
    var figures: [TemplateValue] = []
    func add(_ name: String, _ value: String, _ detail: String? = nil, kind: String? = nil) {
      var figure = TemplateObject(capacity: 4)
      figure["name"] = .string(text[name])
      figure["value"] = .string(value)
      figure["detail"] = detail.map { .string($0) } ?? .null
      figure["class"] = kind.map { .string($0) } ?? .null
      figures.append(.object(figure))
    }
    func ratio(_ part: Int, _ whole: Int) -> String { numbers.text(part) + " / " + numbers.text(whole) }
    let translations = own.translations
    if isSource {
      add("page-count", numbers.text(own.pages))
    } else {
      add(
        "coverage", numbers.share(translations.translated, of: translations.sources),
        ratio(translations.translated, translations.sources))
      add("outdated-pages", numbers.text(translations.outdatedTotal))
    }
    add(
      "pages-with-findings", numbers.share(own.pagesWithFindings, of: own.pages),
      ratio(own.pagesWithFindings, own.pages))
    add("severities-error", numbers.text(own.findings.errors), kind: "error")
    add("severities-warning", numbers.text(own.findings.warnings), kind: "warning")
    add("severities-note", numbers.text(own.findings.notes), kind: "note")
    return figures
  }

  // MARK: Topics

  private static let states = ["current", "outdated", "unknown", "missing"]

  private var languages: TemplateValue? {
    guard site.locales.count > 1 else { return nil }
    var table = QualityTable(
      label: text["translations-by-language"],
      columns: [
        text["language"], text["page-count"], text["coverage"], text["state-current"], text["state-outdated"],
        text["state-unknown"], text["state-missing"], text["translated-by-machine"], text["findings"],
      ])
    var bars: [BarPlot.Bar] = []
    for (index, other) in site.locales.enumerated() {
      let statistics = pages.statistics[index]
      let counts = statistics.translations
      let name = QualityTable.Name(
        text: other.language, href: index == locale ? nil : view.reference(to: view.address, in: index),
        language: index == locale ? nil : other.tag, note: index == PageCatalog.source ? text["source-language"] : nil,
        isCurrent: index == locale)
      if index == PageCatalog.source {
        let none = [String](repeating: "–", count: 5)
        table.add(name, [numbers.text(statistics.pages), "–"] + none + [numbers.text(statistics.findings.total)])
        continue
      }
      let share = numbers.share(counts.translated, of: counts.sources)
      table.add(
        name,
        [numbers.text(statistics.pages), share]
          + [
            counts.current, counts.outdatedTotal, counts.unknown, counts.missing,
            counts.translators[.machine, default: 0], statistics.findings.total,
          ].map(numbers.text))
      let parts = [counts.current, counts.outdatedTotal, counts.unknown, counts.missing]
      bars.append(
        BarPlot.Bar(
          label: other.language, text: share,
          segments: zip(Self.states, parts).map { BarPlot.Segment(name: $0, value: $1) }))
    }
    return topic(
      "translations", title: text["translations-by-language"], bars,
      maximum: pages.statistics.map(\.translations.sources).max() ?? 0,
      legend: Self.states.map { ["class": .string($0), "name": .string(text["state-" + $0])] }, table)
  }

  private var rules: TemplateValue? {
    guard !own.rules.isEmpty else { return nil }
    let summaries = locale < pages.index.report.summaries.count ? pages.index.report.summaries[locale] : [:]
    var table = QualityTable(
      label: text["findings-by-rule"], columns: [text["rule"]] + findingColumns + [text["page-count"]])
    for rule in own.rules {
      let summary = summaries[rule.name]
      let name = QualityTable.Name(
        text: rule.name, isCode: true, note: summary?.text,
        noteLanguage: summary.flatMap { text.isWritten(in: $0.language) ? nil : $0.language })
      table.add(name, Self.columns(rule.findings, numbers) + [numbers.text(rule.pages)])
    }
    return topic(
      "rules", title: text["findings-by-rule"],
      own.rules.prefix(Self.barLimit).map { bar($0.name, $0.findings) },
      maximum: own.rules.first?.findings.total ?? 0, legend: QualityPages.severities(text), table)
  }

  private var folders: TemplateValue? {
    guard !own.folders.isEmpty else { return nil }
    let shares = isSource ? [] : [text["coverage"], text["state-outdated"]]
    var table = QualityTable(
      label: text["findings-by-folder"],
      columns: [text["folder"], text["page-count"]] + shares + findingColumns)
    for folder in own.folders {
      let title = site.navigation[locale].sections[folder.index].name
      let isTitled = !title.isEmpty && title != site.folders.folders[folder.index].name
      let name = QualityTable.Name(
        text: pages.name(ofFolder: folder.index),
        href: pages.hasFindings[folder.index]
          ? view.reference(to: SiteAddress(file: pages.list(ofFolder: folder.index, part: 0))) : nil,
        isCode: true, note: isTitled ? title : nil)
      let translations = folder.translations
      let shares = [
        numbers.share(translations.translated, of: translations.sources), numbers.text(translations.outdatedTotal),
      ]
      table.add(
        name,
        [numbers.text(folder.pages)] + (isSource ? [] : shares) + Self.columns(folder.findings, numbers))
    }
    let heaviest = own.folders.filter { $0.findings.total > 0 }
      .sorted { ($1.findings.total, $0.index) < ($0.findings.total, $1.index) }
    return topic(
      "folders", title: text["findings-by-folder"],
      heaviest.prefix(Self.barLimit).map { bar(pages.name(ofFolder: $0.index), $0.findings) },
      maximum: heaviest.first?.findings.total ?? 0, legend: QualityPages.severities(text), table)
  }

  // MARK: Parts

  private var findingColumns: [String] {
    [text["severities-error"], text["severities-warning"], text["severities-note"], text["total"]]
  }

  static func columns(_ counts: FindingCounts, _ numbers: NumberForm) -> [String] {
    [counts.errors, counts.warnings, counts.notes, counts.total].map(numbers.text)
  }

  private func bar(_ label: String, _ counts: FindingCounts) -> BarPlot.Bar {
    BarPlot.Bar(label: label, text: numbers.text(counts.total), segments: QualityPages.segments(counts))
  }

  private func topic(
    _ id: String, title: String, _ bars: [BarPlot.Bar], maximum: Int, legend: [TemplateValue], _ table: QualityTable
  ) -> TemplateValue {
    var topic = TemplateObject(capacity: 5)
    topic["id"] = .string(id)
    topic["title"] = .string(title)
    topic["legend"] = ["items": .list(legend)]
    topic["table"] = table.value
    topic["plot"] = .null
    if !bars.isEmpty {
      let plot = BarPlot(
        id: id, title: title,
        description: bars.map { $0.label + text["colon"] + " " + $0.text }.joined(separator: "; "), bars: bars,
        maximum: maximum, isFromRight: text.direction == "rtl")
      topic["plot"] = .bytes(plot.svg)
    }
    return .object(topic)
  }
}
