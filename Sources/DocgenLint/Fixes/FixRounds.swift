import DocgenModel
import DocgenSupport

/// Makes the fixes of one file, round after round, until none is left that may be made.
struct FixRounds {
  private(set) var page: APIPage
  private let locale: Int
  private let linter: Linter
  private let judge: Linter
  private let allowsUnsafe: Bool
  /// What is found in the file as it is now.
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var fixedCount = 0
  /// Fixes that would have changed more than their slots; they are not tried again.
  private var refused: Set<FindingIdentity> = []

  /// Each round mends a finding; this only keeps a mistake from running on.
  private static let limit = 100

  init(page: APIPage, locale: Int, linter: Linter, judge: Linter, allowsUnsafe: Bool) {
    self.page = page
    self.locale = locale
    self.linter = linter
    self.judge = judge
    self.allowsUnsafe = allowsUnsafe
  }

  var refusedCount: Int { refused.count }

  mutating func run() {
    diagnostics = findings(linter, page)
    for _ in 0..<Self.limit {
      let chosen = choose()
      guard !chosen.isEmpty else { return }
      if tryFixes(chosen) { continue }
      // One of them is to blame; those that stand alone are made one after the other.
      var standing: [Diagnostic] = []
      for diagnostic in chosen {
        if accepts([diagnostic]) != nil {
          standing.append(diagnostic)
        } else {
          refused.insert(FindingIdentity(diagnostic))
        }
      }
      if standing.count > 1, tryFixes(standing) { continue }
      guard let first = standing.first, tryFixes([first]) else { continue }
    }
  }

  /// The findings of the file whose fixes may be made together.
  private func choose() -> [Diagnostic] {
    var chosen: [Diagnostic] = []
    var taken: [SourceSpan] = []
    for diagnostic in diagnostics {
      guard let fix = diagnostic.fix, allowsUnsafe || fix.applicability == .safe,
        !refused.contains(FindingIdentity(diagnostic))
      else { continue }
      let overlaps = fix.edits.contains { edit in
        taken.contains { $0.start <= edit.span.end && edit.span.start <= $0.end }
      }
      guard !overlaps else { continue }
      chosen.append(diagnostic)
      taken += fix.edits.map(\.span)
    }
    return chosen
  }

  private mutating func tryFixes(_ chosen: [Diagnostic]) -> Bool {
    guard let (page, diagnostics) = accepts(chosen) else { return false }
    fixedCount += max(0, self.diagnostics.count - diagnostics.count)
    self.page = page
    self.diagnostics = diagnostics
    return true
  }

  /// The page with fixes made and what is then found in it; nothing where they do harm.
  private func accepts(_ chosen: [Diagnostic]) -> (APIPage, [Diagnostic])? {
    guard let old = page.translations[locale] else { return nil }
    let edits = chosen.flatMap { $0.fix?.edits ?? [] }.sorted { $0.span.start < $1.span.start }
    let changed = linter.loader.rereading(page, locale: locale, as: Self.applying(edits, to: old.source.bytes))
    guard let new = changed.translations[locale], !new.source.hasEncodingErrors,
      PageComparison(old, edits).isUnchangedElsewhere(in: new)
    else { return nil }
    var known = FindingIdentity.counts(findings(judge, page))
    for diagnostic in findings(judge, changed) {
      let key = FindingIdentity(diagnostic)
      guard let count = known[key], count > 0 else { return nil }
      known[key] = count - 1
    }
    let diagnostics = findings(linter, changed)
    return diagnostics.count < self.diagnostics.count ? (changed, diagnostics) : nil
  }

  /// What is found in the file, and where it is the source, in all that is compared with it.
  private func findings(_ linter: Linter, _ page: APIPage) -> [Diagnostic] {
    let locales = locale == PageCatalog.source ? Array(page.translations.indices) : [locale]
    var result: [Diagnostic] = []
    for index in locales {
      guard let translation = page.translations[index] else { continue }
      // Other files' fixes are not this file's.
      result += linter.lint(translation, of: page).map { diagnostic in
        var diagnostic = diagnostic
        if index != locale { diagnostic.fix = nil }
        return diagnostic
      }
    }
    return result
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
