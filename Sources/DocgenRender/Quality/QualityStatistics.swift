import DocgenModel
import DocgenSupport

/// Findings by severity.
struct FindingCounts: Sendable {
  private(set) var errors = 0
  private(set) var warnings = 0
  private(set) var notes = 0

  var total: Int { errors + warnings + notes }

  mutating func add(_ severity: Severity) {
    switch severity {
    case .error: errors += 1
    case .warning: warnings += 1
    case .note: notes += 1
    }
  }
}

/// Translations by what they are to their sources and by who made them.
struct TranslationCounts: Sendable {
  /// The pages of the source.
  private(set) var sources = 0
  private(set) var current = 0
  /// By how the source changed.
  private(set) var outdated: [SourceChangeClass: Int] = [:]
  /// Nothing tells how old they are.
  private(set) var unknown = 0
  /// Pages of the source that are not translated.
  private(set) var missing = 0
  /// Translations without a page of the source.
  private(set) var orphans = 0
  private(set) var translators: [TranslationNote.Translator: Int] = [:]

  var translated: Int { sources - missing }
  var outdatedTotal: Int { outdated.values.reduce(0, +) }

  mutating func add(hasSource: Bool, _ note: TranslationNote?, _ state: TranslationState?) {
    if hasSource { sources += 1 }
    guard let note else {
      if hasSource { missing += 1 }
      return
    }
    translators[note.translator, default: 0] += 1
    guard hasSource else {
      orphans += 1
      return
    }
    switch state {
    case .current: current += 1
    case .outdated(let change): outdated[change, default: 0] += 1
    case .unknown, nil: unknown += 1
    }
  }
}

/// The numbers of one locale.
struct QualityStatistics: Sendable {
  struct Rule: Sendable {
    var name: String
    var group: String
    var findings = FindingCounts()
    /// The pages that have such a finding.
    var pages = 0
  }

  struct Folder: Sendable {
    /// The index of the folder.
    let index: Int
    /// The pages that the locale has of its own.
    var pages = 0
    /// The pages among these that have findings.
    var pagesWithFindings = 0
    var translations = TranslationCounts()
    var findings = FindingCounts()
    var byRule: [String: FindingCounts] = [:]
  }

  /// The pages that the locale has of its own.
  private(set) var pages = 0
  private(set) var pagesWithFindings = 0
  /// Empty for the source.
  private(set) var translations = TranslationCounts()
  private(set) var findings = FindingCounts()
  /// The rules that have findings, those with many first.
  private(set) var rules: [Rule] = []
  /// The folders that have pages or findings, in the order of their paths.
  private(set) var folders: [Folder] = []

  /// - Complexity: O(*n*) in the numbers of findings and pages.
  init(_ site: SiteContext, _ index: FindingIndex, locale: Int, summaries: [PageSummary]) {
    var rules: [String: Rule] = [:]
    var folders = site.folders.folders.indices.map { Folder(index: $0) }
    for (page, summary) in summaries.enumerated() {
      let note = locale < summary.translations.count ? summary.translations[locale] : nil
      let folder = site.folders.ofPage[page]
      if note != nil {
        pages += 1
        folders[folder].pages += 1
      }
      if locale != PageCatalog.source {
        let hasSource = summary.translations.first.flatMap(\.self) != nil
        let state = index.report.state(of: page, locale: locale)
        translations.add(hasSource: hasSource, note, state)
        folders[folder].translations.add(hasSource: hasSource, note, state)
      }
      let found = index.findings(page: page, locale: locale)
      guard !found.isEmpty else { continue }
      if note != nil {
        pagesWithFindings += 1
        folders[folder].pagesWithFindings += 1
      }
      for finding in found {
        rules[finding.rule, default: Rule(name: finding.rule, group: finding.group)].findings.add(finding.severity)
        findings.add(finding.severity)
        folders[folder].findings.add(finding.severity)
        folders[folder].byRule[finding.rule, default: FindingCounts()].add(finding.severity)
      }
      for name in Set(found.map(\.rule)) { rules[name]?.pages += 1 }
    }
    self.rules = rules.values.sorted { ($1.findings.total, $0.name) < ($0.findings.total, $1.name) }
    self.folders = folders.filter { folder in
      folder.pages > 0 || folder.findings.total > 0 || folder.translations.sources > 0
    }
  }

  /// The numbers of a folder, by its index; `nil` if it has neither pages nor findings.
  ///
  /// - Complexity: O(log *n*) in the number of folders.
  func folder(_ index: Int) -> Folder? {
    var (low, high) = (0, folders.count)
    while low < high {
      let middle = (low + high) / 2
      if folders[middle].index < index { low = middle + 1 } else { high = middle }
    }
    return low < folders.count && folders[low].index == index ? folders[low] : nil
  }
}
