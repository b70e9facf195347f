import DocgenSupport

/// What a lint run found, with all that reporters need to write it.
struct LintReport: Sendable, MessageSource {
  struct Messages: MessageSet {
    let scopedPages = MessageForm<Int, Int>("{1} of {2:# page|# pages}")
    let pages = MessageForm<Int>("{1:# page|# pages}")
    let errors = MessageForm<Int>("{1:# error|# errors}")
    let warnings = MessageForm<Int>("{1:# warning|# warnings}")
    let notes = MessageForm<Int>("{1:# note|# notes}")
    let suppressed = MessageForm<Int>("{1} suppressed")
    let baselined = MessageForm<Int>("{1} in the baseline")
    let folded = MessageForm<Int>("{1} explained by others")
    let summary = MessageForm<Message, Message>("{1}: {2}")
    let error = PlainMessage("error")
    let warning = PlainMessage("warning")
    let note = PlainMessage("note")
  }

  /// The folder to which the files of the findings are relative.
  let contentFolder: String
  /// The findings that count, in their total order.
  private(set) var diagnostics: [Diagnostic]
  /// The same with those that are folded into others.
  private(set) var allDiagnostics: [Diagnostic]
  var summary: LintSummary
  /// The lightest finding that makes the run fail.
  let failingSeverity: Severity
  /// The ids of the pages that were checked, by locale.
  let pages: [String: [String]]
  /// The files as services of a repository know them.
  let paths: RepositoryPaths
  /// What was fixed, or would be, where that was asked for.
  var fixes: FixReport?
  /// What each translation is to its source, by the indices of page and locale; see `Linter.Result`.
  var states: [[TranslationState?]] = []
  /// What is to be said besides the findings, each in one sentence.
  var messages: [Message] = []
  /// Files and folders that could not be read or written.
  var failures: [FileError] = []
  /// Why there was nothing to check; `nil` if there was, or the user allows that there is nothing.
  var emptiness: String?
  /// The content of a file of the findings; `nil` if it cannot be read.
  var contents: @Sendable (String) -> [UInt8]?
  /// The language in which it is written.
  var catalog = MessageCatalog.source
  /// The number of threads that may work on it.
  var jobs = 1

  /// Sorts and counts the findings.
  ///
  /// - Parameters:
  ///   - contentFolder: The folder to which the files of the findings are relative.
  ///   - pages: The number of files that were checked, over all locales.
  ///   - diagnostics: The findings, in any order.
  ///   - failingSeverity: The lightest finding that makes the run fail.
  ///   - pagesByLocale: The ids of the pages that were checked.
  ///   - paths: How services of a repository know the files; found out where it is not given.
  ///   - fixes: What was fixed, or would be.
  ///   - folds: Findings that the change of a source explains are told by the one about that change.
  /// - Complexity: O(*n* log *n*); O(*n*) where the findings are in order.
  init(
    contentFolder: String, pages: Int, diagnostics: [Diagnostic], failingSeverity: Severity = .error,
    pagesByLocale: [String: [String]] = [:], paths: RepositoryPaths? = nil, fixes: FixReport? = nil,
    folds: Bool = true
  ) {
    self.contentFolder = contentFolder
    allDiagnostics = DiagnosticOrder.isSorted(diagnostics) ? diagnostics : diagnostics.sorted(by: Diagnostic.precedes)
    let isFolding = folds && diagnostics.contains { $0.foldedInto != nil }
    self.diagnostics = isFolding ? allDiagnostics.filter { $0.foldedInto == nil } : allDiagnostics
    self.summary = LintSummary(pages: pages, diagnostics: self.diagnostics)
    summary.folded = allDiagnostics.count - self.diagnostics.count
    self.failingSeverity = failingSeverity
    self.pages = pagesByLocale
    self.paths = paths ?? RepositoryPaths(contentFolder: contentFolder)
    self.fixes = fixes
    contents = { try? FileSystem.read(contentFolder + "/" + $0) }
  }
}

extension LintReport {
  /// Keeps no more findings than so many, the most severe of them, in their order; they are counted as before.
  mutating func keepWorst(_ limit: Int) {
    guard diagnostics.count > limit else { return }
    var room = limit
    var kept: [Severity: Int] = [:]
    for severity in Severity.allCases.sorted(by: { $1 < $0 }) {
      let count = min(room, diagnostics.count { $0.severity == severity })
      kept[severity] = count
      room -= count
    }
    diagnostics = diagnostics.filter { finding in
      guard let left = kept[finding.severity], left > 0 else { return false }
      kept[finding.severity] = left - 1
      return true
    }
    allDiagnostics = diagnostics
    summary.shown = diagnostics.count
  }
}

/// What became of the fixes of a run.
struct FixReport: Sendable {
  /// The number of findings that were fixed.
  var fixed = 0
  /// The number of files that this changed.
  var files = 0
  /// The number of fixes that were not made, since more than their slots would have changed.
  var refused = 0
  /// Fixes that somebody has to look at were made, too.
  var allowsUnsafe = false
  /// The changes as they are printed, where that was asked for; no file was written then.
  var differences: [FileDifference]?
  /// Files with findings that cannot be fixed, since they are not UTF-8.
  var undecoded: [String] = []
}

/// How many findings there are, by severity and by rule.
struct LintSummary: Equatable, Sendable {
  struct RuleCount: Equatable, Sendable {
    var rule: String
    var count: Int
  }

  let pages: Int
  let errors: Int
  let warnings: Int
  let notes: Int
  /// The rules with findings, by name.
  let byRule: [RuleCount]
  /// The findings with a fix that may be made unseen.
  let safelyFixable: Int
  /// The findings with a fix that somebody has to look at.
  let unsafelyFixable: Int
  /// The number of page files of the project, where only a part of them was checked.
  var allPages: Int?
  /// The number of findings that are shown, where there are more.
  var shown: Int?
  /// The number of findings that comments in pages keep silent.
  var suppressed = 0
  /// The number of findings that the baseline keeps silent.
  var baselined = 0
  /// The number of findings that are told by the one that explains them.
  var folded = 0

  init(pages: Int, diagnostics: [Diagnostic]) {
    var (errors, warnings, notes, safe, unsafe) = (0, 0, 0, 0, 0)
    var byRule: [RuleCount] = []
    for diagnostic in diagnostics {
      switch diagnostic.severity {
      case .error: errors += 1
      case .warning: warnings += 1
      case .note: notes += 1
      }
      switch diagnostic.fix?.applicability {
      case .safe: safe += 1
      case .unsafe: unsafe += 1
      case nil: break
      }
      // There are few rules, and fewer that find much.
      if let index = byRule.firstIndex(where: { $0.rule == diagnostic.rule }) {
        byRule[index].count += 1
      } else {
        byRule.append(RuleCount(rule: diagnostic.rule, count: 1))
      }
    }
    (self.pages, self.errors, self.warnings, self.notes) = (pages, errors, warnings, notes)
    (safelyFixable, unsafelyFixable) = (safe, unsafe)
    self.byRule = byRule.sorted { $0.rule < $1.rule }
  }

  /// The numbers in words: "60 pages: 3 errors, 0 warnings, 0 notes".
  var headline: Message {
    let looked: Message =
      allPages.map { LintReport.messages.scopedPages(pages, $0) }
      ?? LintReport.messages.pages(pages)
    let counts: [Message] = [
      LintReport.messages.errors(errors), LintReport.messages.warnings(warnings),
      LintReport.messages.notes(notes),
    ]
    var silent: [Message] = []
    if suppressed > 0 { silent.append(LintReport.messages.suppressed(suppressed)) }
    if baselined > 0 { silent.append(LintReport.messages.baselined(baselined)) }
    if folded > 0 { silent.append(LintReport.messages.folded(folded)) }
    let found = LintReport.messages.summary(looked, Message.listed(counts) ?? .empty)
    return Message.sequence([found, Message.listed(silent)].compactMap(\.self)) ?? found
  }

  /// The number of findings.
  var count: Int { errors + warnings + notes }

  /// The rules with findings, those with many first.
  var byFrequency: [RuleCount] { byRule.sorted { ($1.count, $0.rule) < ($0.count, $1.rule) } }

  /// Whether there is a finding of this severity or a higher one.
  func holds(atLeast severity: Severity) -> Bool {
    switch severity {
    case .error: errors > 0
    case .warning: errors + warnings > 0
    case .note: errors + warnings + notes > 0
    }
  }
}

extension Severity {
  /// The severity as people read it.
  var label: Message {
    switch self {
    case .error: LintReport.messages.error
    case .warning: LintReport.messages.warning
    case .note: LintReport.messages.note
    }
  }
}
