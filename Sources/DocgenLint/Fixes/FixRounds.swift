import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Makes the fixes of one file, round after round, until none is left that may be made.
struct FixRounds {
  /// The page at some time, and what is found in the file then.
  private struct State {
    var page: APIPage
    /// What the user asked for.
    var diagnostics: [Diagnostic]
    /// What all rules find.
    var all: [FindingIdentity: Int]
    /// How many code blocks are not closed.
    var openCodeCount = 0
  }

  private let locale: Int
  private let linter: Linter
  /// Sees all rules; `nil` if the linter does.
  private let judge: Linter?
  private let allowsUnsafe: Bool
  /// Findings that are not reported, and so not fixed.
  private let accepted: Set<FindingKey>
  /// What the page is compared with; `nil` if the file is the source itself.
  private let source: PageContext?
  private var state: State
  private(set) var fixedCount = 0
  /// Fixes that would have changed more than their slots; they are not tried again.
  private var refused: Set<FindingIdentity> = []
  /// How many times in a row fixes may uncover what has to be fixed with them.
  private static let depth = 3
  /// How often the file may be read anew: a page of thousands of harmful fixes, or a very long one, is not worth more.
  private var attempts: Int

  init(page: APIPage, locale: Int, linter: Linter, judge: Linter?, allowsUnsafe: Bool, accepted: Set<FindingKey>) {
    self.locale = locale
    self.linter = linter
    self.judge = judge
    self.allowsUnsafe = allowsUnsafe
    self.accepted = accepted
    source = locale == PageCatalog.source ? nil : linter.sourceContext(of: page)
    let size = page.translations[locale]?.source.bytes.count ?? 0
    attempts = min(256, max(6, Limits.fixedBytes / max(1, size)))
    state = State(page: page, diagnostics: [], all: [:])
  }

  /// The page with all fixes that were made.
  var page: APIPage { state.page }
  /// The number of findings whose fixes do harm.
  var refusedCount: Int { refused.count }

  /// Makes the fixes.
  mutating func run() {
    state = judged(state.page)
    while attempts > 0 {
      let chosen = choose(in: state)
      guard !chosen.isEmpty else { return }
      if let next = attempt(chosen) {
        adopt(next)
        continue
      }
      // One of them is to blame, or two of them together.
      let groups = harmless(chosen)
      let all = groups.flatMap(\.self)
      guard let largest = groups.max(by: { $0.count < $1.count }) else { continue }
      if let next = attempt(all) ?? attempt(largest) { adopt(next) }
    }
  }

  private mutating func adopt(_ next: State) {
    // After a fence that is set, all is read anew, so that more may be found than before.
    let closed = state.openCodeCount - next.openCodeCount
    fixedCount += max(0, closed, state.diagnostics.count - next.diagnostics.count)
    state = next
  }

  /// The findings of the file whose fixes may be made together: of two in one slot, the second waits for the next
  /// round.
  ///
  /// - Complexity: O(*n* log *n*), but for moving the taken places up.
  private func choose(in state: State, where isWanted: (FindingIdentity) -> Bool = { _ in true }) -> [Diagnostic] {
    // What is code and what is text has to be known first, one block after the other.
    let fences = state.diagnostics.first { Self.setsFence($0) && canBeMade($0) && isWanted(FindingIdentity($0)) }
    if let fences { return [fences] }
    var chosen: [Diagnostic] = []
    // In the order of the file, apart from each other.
    var taken: [SourceSpan] = []
    for diagnostic in state.diagnostics {
      guard canBeMade(diagnostic), let fix = diagnostic.fix, isWanted(FindingIdentity(diagnostic)),
        !fix.edits.contains(where: { edit in Self.place(of: edit.span, in: taken) == nil })
      else { continue }
      chosen.append(diagnostic)
      for edit in fix.edits {
        if let index = Self.place(of: edit.span, in: taken) { taken.insert(edit.span, at: index) }
      }
    }
    return chosen
  }

  private func canBeMade(_ diagnostic: Diagnostic) -> Bool {
    guard let fix = diagnostic.fix, allowsUnsafe || fix.applicability == .safe else { return false }
    return !refused.contains(FindingIdentity(diagnostic))
  }

  /// The names of the rules whose fixes decide what is code.
  private static let codeRules = Set(RuleCatalog.checks.filter { $0.decidesCode }.map { $0.rule.id })

  private static func setsFence(_ diagnostic: Diagnostic) -> Bool { codeRules.contains(diagnostic.rule) }

  /// Where a place belongs among others; `nil` if it touches one of them.
  private static func place(of span: SourceSpan, in taken: [SourceSpan]) -> Int? {
    var low = 0
    var high = taken.count
    while low < high {
      let middle = (low + high) / 2
      if taken[middle].end < span.start { low = middle + 1 } else { high = middle }
    }
    return low < taken.count && taken[low].start <= span.end ? nil : low
  }

  /// The fixes that do no harm by themselves, in groups that do none together; the others are refused.
  private mutating func harmless(_ chosen: [Diagnostic]) -> [[Diagnostic]] {
    guard chosen.count > 1 else {
      refused.formUnion(chosen.map(FindingIdentity.init))
      return []
    }
    let middle = chosen.count / 2
    return [chosen[..<middle], chosen[middle...]].flatMap { half in
      let half = Array(half)
      return attempt(half) != nil ? [half] : harmless(half)
    }
  }

  /// The page with fixes made; `nil` if they do harm.
  ///
  /// A name that is whole again may show that another one is not, which it was counted for. What is uncovered so has to
  /// go with its own fix.
  private mutating func attempt(_ chosen: [Diagnostic]) -> State? {
    guard var next = applying(chosen, to: state) else { return nil }
    if chosen.contains(where: Self.setsFence) { return next.openCodeCount < state.openCodeCount ? next : nil }
    for _ in 0..<Self.depth {
      let uncovered = Set(next.all.lazy.filter { [all = state.all] in $0.value > all[$0.key, default: 0] }.map(\.key))
      if uncovered.isEmpty { return next.diagnostics.count < state.diagnostics.count ? next : nil }
      let fixes = choose(in: next) { uncovered.contains($0) }
      guard fixes.count >= uncovered.count, let further = applying(fixes, to: next) else { return nil }
      next = further
    }
    return nil
  }

  /// A state with fixes made; `nil` if something outside of their places changes.
  private mutating func applying(_ chosen: [Diagnostic], to state: State) -> State? {
    guard attempts > 0, let old = state.page.translations[locale] else { return nil }
    attempts -= 1
    let edits = chosen.flatMap { $0.fix?.edits ?? [] }.sorted { $0.span.start < $1.span.start }
    let changed = linter.loader.rereading(state.page, locale: locale, as: Self.applying(edits, to: old.source.bytes))
    guard let new = changed.translations[locale], !new.source.hasEncodingErrors, isKept(old, edits, in: new) else {
      return nil
    }
    return judged(changed)
  }

  private func isKept(_ old: LocalizedPage, _ edits: [Diagnostic.Fix.Edit], in new: LocalizedPage) -> Bool {
    let guardian = FixGuard(old)
    let changes = edits.map { FixGuard.Edit($0.span, Array($0.text.utf8)) }
    guard guardian.isKept(changes, in: new) else { return false }
    if guardian.areOfFences(changes) { return true }
    return PageComparison(old, edits: edits.map(\.span)).isUnchangedElsewhere(in: new)
  }

  private func judged(_ page: APIPage) -> State {
    let diagnostics = findings(linter, page)
    let all = judge.map { findings($0, page) } ?? diagnostics
    return State(
      page: page, diagnostics: reported(diagnostics), all: FindingIdentity.counts(all),
      openCodeCount: all.count(where: Self.setsFence))
  }

  /// What is found in the file, and where it is the source, in all that is compared with it.
  private func findings(_ linter: Linter, _ page: APIPage) -> [Diagnostic] {
    let locales = locale == PageCatalog.source ? Array(page.translations.indices) : [locale]
    var result: [Diagnostic] = []
    for index in locales {
      guard let translation = page.translations[index] else { continue }
      // Other files' fixes are not this file's.
      result += linter.lint(translation, of: page, source: source).map { index == locale ? $0 : $0.withoutFix }
    }
    return result
  }

  /// The findings of a file without those that are accepted.
  private func reported(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    guard !accepted.isEmpty else { return diagnostics }
    let sorted = DiagnosticOrder.sorted(diagnostics)
    return zip(FindingKey.keys(of: sorted), sorted).filter { !accepted.contains($0.0) }.map(\.1)
  }

  private static func applying(_ edits: [Diagnostic.Fix.Edit], to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 64)
    var index = 0
    for edit in edits {
      result += bytes[index..<Int(edit.span.start)]
      result += edit.text.utf8
      index = Int(edit.span.end)
    }
    return result + bytes[index...]
  }
}
