import DocgenModel
import DocgenSupport

/// The pages that show a team how good its translations are: for each locale an overview, and lists of the findings in
/// each folder.
struct QualityPages: Sendable {
  /// The file with all numbers, at the root of the site.
  static let numbersPath = "quality.json"

  let site: SiteContext
  let index: FindingIndex
  let summaries: [PageSummary]
  /// By locale.
  let statistics: [QualityStatistics]
  /// Whether any locale has findings in a folder.
  let hasFindings: [Bool]

  /// Counts the findings.
  init(_ site: SiteContext, findings index: FindingIndex, summaries: [PageSummary]) {
    self.site = site
    self.index = index
    self.summaries = summaries
    statistics = site.locales.indices.map { QualityStatistics(site, index, locale: $0, summaries: summaries) }
    var hasFindings = [Bool](repeating: false, count: site.folders.folders.count)
    for folder in statistics.flatMap(\.folders) where folder.findings.total > 0 { hasFindings[folder.index] = true }
    self.hasFindings = hasFindings
  }

  /// The path of a list of the findings in a folder, below a locale's folder; parts count from 0.
  func list(ofFolder folder: Int, part: Int) -> String {
    let name = site.folders.folders[folder].name
    return site.places.quality + "/findings/" + (name.isEmpty ? "" : name + "/")
      + (part == 0 ? "index.html" : "part-\(part + 1).html")
  }

  /// The name of a folder as lists have it.
  func name(ofFolder folder: Int) -> String {
    let name = site.folders.folders[folder].name
    return name.isEmpty ? site.locales[PageCatalog.source]["top-folder"] : "/" + VisibleText.string(name)
  }

  /// The model that all of these pages start with.
  func view(_ locale: Int, path: String, title: String) -> PageView {
    var view = PageView(site, locale: locale, address: SiteAddress(file: path), title: title)
    view.object["is-unlisted"] = true
    view.object["page-style"] = "quality.css"
    view.setHeading(title)
    return view
  }

  /// The parts of findings by severity, the highest first.
  static func segments(_ counts: FindingCounts) -> [BarPlot.Segment] {
    [
      .init(name: "error", value: counts.errors), .init(name: "warning", value: counts.warnings),
      .init(name: "note", value: counts.notes),
    ]
  }

  /// The names of the severities, with the classes that tell their colours.
  static func severities(_ text: LocaleText) -> [TemplateValue] {
    [
      ("error", "severities-error"), ("warning", "severities-warning"), ("note", "severities-note"),
    ].map { ["class": .string($0), "name": .string(text[$1])] }
  }
}
