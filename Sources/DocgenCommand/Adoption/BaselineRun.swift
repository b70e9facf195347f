import DocgenLint
import DocgenModel
import DocgenSupport

/// What a run does with its baseline: leaves out what it lists, tells what is gone from it, writes it anew.
struct BaselineRun {
  let file: String
  let writes: Bool
  /// The rules that ran.
  let rules: Set<Rule>
  let scope: LintScope?
  let catalog: PageCatalog
  /// Where the file may lie; `nil` for anywhere.
  var boundary: FileBoundary?
  /// The number of files that could not be read, so that it is not known what would be found in them.
  var unreadableCount = 0

  /// No more entries than these are named in a message.
  private static let limit = 3

  /// The findings that are accepted before the run; none where the baseline is made by it.
  ///
  /// - Throws: That the file cannot be read.
  func accepted() throws(CommandFailure) -> Set<FindingKey> { try old().keys }

  private func old() throws(CommandFailure) -> Baseline {
    writes && !FileSystem.isThere(file) ? Baseline() : try Baseline(file: file, within: boundary)
  }

  /// Leaves out the findings that the baseline lists, or all of them when it is written.
  ///
  /// - Parameter diagnostics: All findings of the run in their total order; those that count are left.
  /// - Returns: How many were left out, and what there is to say.
  /// - Throws: That the file cannot be read or written.
  func apply(to diagnostics: inout [Diagnostic]) throws(CommandFailure) -> (count: Int, messages: [Message]) {
    let old = try old()
    let all = diagnostics
    let found = old.apply(to: &diagnostics)
    let gone = old.keys.filter { !found.contains($0) && isLookedAt($0) }
    if unreadableCount > 0 { return (found.count, writes ? [keeping] : []) }
    guard writes else { return (found.count, gone.isEmpty ? [] : [message(gone)]) }
    let keys = FindingKey.keys(of: all)
    let kept = old.keys.subtracting(gone)
    try Baseline(kept.union(keys)).write(to: file)
    let new = diagnostics.count
    diagnostics = []
    return (
      all.count,
      [
        "\(kept.count + new, one: "# finding", other: "# findings") written to '\(file)': \(new) new, \(gone.count) gone"
      ]
    )
  }

  /// Whether this run would have found an entry again: its rule ran, on its page.
  private func isLookedAt(_ key: FindingKey) -> Bool {
    guard let rule = RuleCatalog.rule(named: key.rule) else { return true }
    guard rules.contains(rule), let locale = catalog.locales.firstIndex(of: key.locale) else { return false }
    guard let scope, catalog.index(of: key.page) != nil else { return true }
    return scope.locales(of: key.page).contains(locale)
  }

  private var keeping: Message {
    "the baseline '\(file)' is left as it is, for \(unreadableCount, one: "# file", other: "# files") could not be read; make them readable, and write it then"
  }

  private func message(_ gone: Set<FindingKey>) -> Message {
    var named: [Message] = gone.sorted().prefix(Self.limit).map { key in
      let what = [key.slot, key.value].filter { !$0.isEmpty }.joined(separator: ": ")
      let page = key.locale + "/" + key.page
      return what.isEmpty ? "\(key.rule) in \(page)" : "\(key.rule) in \(page) ('\(what)')"
    }
    if gone.count > named.count { named.append("and \(gone.count - named.count) more") }
    return
      "\(gone.count, one: "# finding", other: "# findings") of the baseline '\(file)' \(gone.count, one: "is", other: "are") gone: \(Message.listed(named) ?? ""); --write-baseline takes \(gone.count, one: "it", other: "them") out"
  }
}
