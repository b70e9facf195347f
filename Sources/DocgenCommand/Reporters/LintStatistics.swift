import DocgenSupport

/// Findings counted by rule, by locale and by folder.
struct LintStatistics {
  /// The findings that have something in common.
  struct Row: Equatable {
    var name: String
    /// The findings of each severity.
    var bySeverity: [Severity: Int] = [:]
    /// The findings of each locale, by its index.
    var byLocale: [Int]

    var total: Int { byLocale.reduce(0, +) }
  }

  /// The locales that have findings, by name.
  let locales: [String]
  /// The rules that have findings, those with many first.
  let rules: [Row]
  /// In the order of the locales.
  let byLocale: [Row]
  /// The topmost folders of pages with findings, those with many first; `.` for pages that lie in none.
  let folders: [Row]
  /// All findings.
  let total: Row

  /// - Complexity: O(*n*) in the number of findings.
  init(_ diagnostics: [Diagnostic]) {
    let locales = Set(diagnostics.map(\.locale)).sorted()
    let indices = Dictionary(uniqueKeysWithValues: zip(locales, locales.indices))
    func row(_ name: String) -> Row { Row(name: name, byLocale: [Int](repeating: 0, count: locales.count)) }
    func add(_ diagnostic: Diagnostic, _ locale: Int, to row: inout Row) {
      row.bySeverity[diagnostic.severity, default: 0] += 1
      row.byLocale[locale] += 1
    }
    var rules: [String: Row] = [:]
    var folders: [String: Row] = [:]
    var byLocale = locales.map(row)
    var total = row("total")
    for diagnostic in diagnostics {
      let locale = indices[diagnostic.locale] ?? 0
      let folder = Self.folder(of: diagnostic.location.file)
      add(diagnostic, locale, to: &rules[diagnostic.rule, default: row(diagnostic.rule)])
      add(diagnostic, locale, to: &folders[folder, default: row(folder)])
      add(diagnostic, locale, to: &byLocale[locale])
      add(diagnostic, locale, to: &total)
    }
    self.locales = locales
    self.rules = Self.sorted(rules.values)
    self.byLocale = byLocale
    self.folders = Self.sorted(folders.values)
    self.total = total
  }

  private static func sorted(_ rows: some Sequence<Row>) -> [Row] {
    rows.sorted { ($1.total, $0.name) < ($0.total, $1.name) }
  }

  /// The topmost folder below the locale's.
  private static func folder(of file: String) -> String {
    let parts = file.split(separator: "/", maxSplits: 2)
    return parts.count > 2 ? String(parts[1]) : "."
  }
}
