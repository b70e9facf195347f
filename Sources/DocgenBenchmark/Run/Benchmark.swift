import DocgenLint
import DocgenModel
import DocgenSupport

/// docgen's benchmark of its own rightness: true translations, each damaged in one place or changed without harm.
package struct Benchmark: Sendable {
  private let inputs: [BenchmarkInput]
  private let vocabularies: [Vocabulary]
  private let seed: UInt64

  /// Makes a benchmark.
  ///
  /// - Parameters:
  ///   - inputs: The pages of the source language.
  ///   - vocabularies: The words of all locales, the source's first; the pages are translated into all others.
  ///   - seed: What is chosen at random depends on it alone.
  package init(inputs: [BenchmarkInput], vocabularies: [Vocabulary], seed: UInt64) {
    self.inputs = inputs
    self.vocabularies = vocabularies
    self.seed = seed
  }

  /// Translates, damages and lints every page; the result does not depend on the number of jobs.
  package func run(jobs: Int) -> BenchmarkResult {
    var result = BenchmarkResult()
    result.damages = DamageKind.all.map {
      (DamageSummary(name: $0.name, group: $0.group.rawValue, severity: $0.severity), Score())
    }
    let projectKinds = ProjectDamage.all
    result.damages += projectKinds.map {
      (DamageSummary(name: $0.name, group: $0.group.rawValue, severity: $0.severity), Score())
    }
    result.changes = EquivalentMutation.all.map { ($0.name, Score()) }
    for input in inputs {
      let bench = Bench(input, vocabularies: vocabularies, seed: seed)
      result.pageCount += input.pages.count
      for outcome in Parallel.map(count: input.pages.count, jobs: jobs, { bench.work(on: $0) }) { result.add(outcome) }
    }
    return result
  }
}

/// What came of one page in all locales.
struct PageOutcome: Sendable {
  var damages: [(index: Int, score: Score)] = []
  var changes: [(index: Int, score: Score)] = []
  var cleanCount = 0
  var alarms: [Diagnostic] = []
}

extension BenchmarkResult {
  mutating func add(_ outcome: PageOutcome) {
    for (index, score) in outcome.damages { damages[index].score.add(score) }
    for (index, score) in outcome.changes { changes[index].score.add(score) }
    cleanCount += outcome.cleanCount
    for alarm in outcome.alarms {
      falseAlarms[alarm.severity, default: 0] += 1
      let place = "\(alarm.location.start.line):\(alarm.location.start.column)"
      alarms.append(
        Score.Miss(
          what: alarm.severity.rawValue, page: "\(alarm.locale)/\(alarm.page)",
          detail: "\(place) \(alarm.rule): \(alarm.message)"))
    }
  }
}

/// The project that the pages of one input are, with what its pages share.
private struct Bench: Sendable {
  let input: BenchmarkInput
  let loader: PageLoader
  let linter: Linter
  let translators: [FrameTranslator]
  let vocabularies: [Vocabulary]
  let seed: UInt64

  init(_ input: BenchmarkInput, vocabularies: [Vocabulary], seed: UInt64) {
    self.input = input
    self.seed = seed
    self.vocabularies = vocabularies
    // Every page has all translations, so that links lead somewhere in every locale.
    var files = vocabularies.map { _ in input.paths }
    files[PageCatalog.source] += input.resources
    let catalog = PageCatalog(contentFolder: "", locales: vocabularies.map(\.locale), files: files)
    loader = PageLoader(catalog: catalog, vocabularies: vocabularies)
    linter = Linter(loader: loader, settings: LintSettings())
    translators = vocabularies.map { FrameTranslator(from: vocabularies[PageCatalog.source], to: $0) }
  }

  func work(on index: Int) -> PageOutcome {
    var outcome = PageOutcome()
    let page = input.pages[index]
    let id = String(page.path.dropLast(3)).lowercased()
    guard let position = loader.catalog.index(of: id) else { return outcome }
    let entry = loader.catalog.entries[position]
    let path = entry.files[PageCatalog.source] ?? page.path
    let source = loader.read(SourceFile(path: path, bytes: page.bytes), locale: PageCatalog.source)
    for locale in vocabularies.indices.dropFirst() {
      let trial = Trial(
        source, entry, locale: locale, translator: translators[locale], siblings: siblings(of: position),
        linter: linter, loader: loader, seed: seed
      ).linted()
      outcome.cleanCount += 1
      outcome.alarms += trial.clean
      for (index, kind) in DamageKind.all.enumerated() {
        if let score = trial.score(kind) { outcome.damages.append((index, score)) }
      }
      for (index, kind) in ProjectDamage.all.enumerated() {
        if let score = kind.score(trial, vocabularies) { outcome.damages.append((DamageKind.all.count + index, score)) }
      }
      for (index, change) in EquivalentMutation.all.enumerated() {
        if let score = trial.score(change) { outcome.changes.append((index, score)) }
      }
    }
    return outcome
  }

  /// Some other pages of the same folder, relative to it.
  private func siblings(of position: Int) -> [String] {
    let entries = loader.catalog.entries
    func folder(_ name: String) -> Substring { name.lastIndex(of: "/").map { name[..<$0] } ?? "" }
    let own = folder(entries[position].name)
    return (max(0, position - 3)..<min(entries.count, position + 4)).filter {
      $0 != position && folder(entries[$0].name) == own
    }
    .map { String(entries[$0].name.dropFirst(own.isEmpty ? 0 : own.count + 1)) + ".md" }
  }
}
