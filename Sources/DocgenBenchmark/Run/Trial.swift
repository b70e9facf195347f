import DocgenLint
import DocgenModel
import DocgenSupport

/// One clean translation of one page, and what becomes of it.
struct Trial: Sendable {
  let linter: Linter
  let loader: PageLoader
  let specimen: Specimen
  let entry: PageCatalog.Entry
  let localeCount: Int
  let localeName: String
  let seed: UInt64
  /// What is found in the clean translation.
  let clean: [Diagnostic]

  init(
    _ source: LocalizedPage, _ entry: PageCatalog.Entry, locale: Int, translator: FrameTranslator, siblings: [String],
    linter: Linter, loader: PageLoader, seed: UInt64
  ) {
    self.linter = linter
    self.loader = loader
    self.entry = entry
    self.seed = seed
    localeCount = loader.catalog.locales.count
    localeName = loader.catalog.locales[locale]
    let bytes = translator.translate(source, Dice(seed: seed, "translation", entry.id, localeName))
    let path = entry.files[locale] ?? ""
    let page = loader.read(SourceFile(path: path, bytes: bytes), locale: locale, beside: source)
    specimen = Specimen(
      source: source, page: page, words: (translator.source, translator.target), filler: translator.filler,
      siblings: siblings)
    clean = []
  }

  private init(_ trial: Trial, clean: [Diagnostic]) {
    linter = trial.linter
    loader = trial.loader
    entry = trial.entry
    seed = trial.seed
    localeCount = trial.localeCount
    localeName = trial.localeName
    specimen = trial.specimen
    self.clean = clean
  }

  /// The same trial, with the clean translation looked at.
  func linted() -> Trial { Trial(self, clean: lint(specimen.page)) }

  private func lint(_ page: LocalizedPage) -> [Diagnostic] {
    var translations = [LocalizedPage?](repeating: nil, count: localeCount)
    translations[PageCatalog.source] = specimen.source
    translations[page.locale] = page
    return linter.lint(APIPage(id: entry.id, name: entry.name, translations: translations))
      .filter { $0.locale == localeName }
  }

  /// What is found in other bytes of the translation, and not in the clean one.
  private func newFindings(in bytes: [UInt8]) -> [Diagnostic] {
    let path = specimen.page.source.path
    let page = loader.read(
      SourceFile(path: path, bytes: bytes), locale: specimen.page.locale, beside: specimen.source)
    var known: [String: Int] = [:]
    for finding in clean { known["\(finding.rule) \(finding.message)", default: 0] += 1 }
    return lint(page).filter { finding in
      let key = "\(finding.rule) \(finding.message)"
      known[key, default: 0] -= 1
      return known[key, default: 0] < 0
    }
  }

  // MARK: Damage

  /// Damages the page in one way and looks at what is found; `nil` if it has no slot for that.
  func score(_ kind: DamageKind) -> Score? {
    var dice = Dice(seed: seed, kind.name, entry.id, localeName)
    guard let mutation = kind.mutate(specimen, &dice) else { return nil }
    let bytes = mutation.edits.applied(to: specimen.bytes)
    guard bytes != specimen.bytes else { return nil }
    let lines = LineTable(bytes)
    let expected = mutation.offsets.map { lines.position(of: Int32(truncatingIfNeeded: $0)) }
    return Self.score(
      newFindings(in: bytes), rules: kind.rules, severity: kind.severity, expected: expected,
      case: "\(localeName)/\(entry.name)",
      changed: mutation.edits.edits.map { edit in
        "'\(Self.short(specimen.string(edit.range)))' → '\(Self.short(String(decoding: edit.text, as: UTF8.self)))'"
      }.joined(separator: ", "))
  }

  /// Compares findings with what was to be found.
  static func score(
    _ findings: [Diagnostic], rules: [String], severity: Severity, expected: [SourcePosition], case name: String,
    changed: String
  ) -> Score {
    var score = Score()
    score.cases = 1
    let right = findings.filter { rules.contains($0.rule) && $0.severity >= severity }
    let starts = right.map(\.location.start)
    let isLine = starts.contains { start in expected.contains { $0.line == start.line } }
    let isColumn = starts.contains { expected.contains($0) }
    if !right.isEmpty { score.found = 1 }
    if isLine { score.line = 1 }
    if isColumn { score.column = 1 }
    let others = findings.filter { !rules.contains($0.rule) && $0.severity == .error && severity == .error }
    if !others.isEmpty { score.alarms = 1 }
    if !isColumn || !others.isEmpty {
      let what = right.isEmpty ? "rule" : !isLine ? "line" : !isColumn ? "column" : "others"
      let places = expected.map { "\($0.line):\($0.column)" }.joined(separator: " or ")
      let found = findings.map { "\($0.location.start.line):\($0.location.start.column) \($0.rule): \($0.message)" }
      score.misses = [Score.Miss(what: what, page: name, detail: "\(changed) at \(places); found: \(found)")]
    }
    return score
  }

  // MARK: Equivalent mutations

  func score(_ change: EquivalentMutation) -> Score? {
    var dice = Dice(seed: seed, change.name, entry.id, localeName)
    guard let bytes = change.change(specimen, &dice) else { return nil }
    let findings = newFindings(in: bytes)
    var score = Score()
    score.cases = 1
    guard !findings.isEmpty else { return score }
    score.alarms = 1
    score.misses = findings.map { finding in
      Score.Miss(
        what: "alarm", page: "\(localeName)/\(entry.name)",
        detail: "\(finding.location.start.line):\(finding.location.start.column) \(finding.rule): \(finding.message)")
    }
    return score
  }

  static func short(_ text: String) -> String {
    let text = text.replacing("\n", with: "⏎")
    return text.count > 60 ? text.prefix(59) + "…" : text
  }
}
