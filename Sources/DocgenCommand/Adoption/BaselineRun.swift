import DocgenLint
import DocgenModel
import DocgenSupport

/// What a run does with its baseline: leaves out what it lists, tells what is gone from it, writes it anew.
struct BaselineRun: MessageSource {
  struct Messages: MessageSet {
    let written = MessageForm<Int, String, Int, Int>("{1:# finding|# findings} written to '{2}': {3} new, {4} gone")
    let leftAsIs = MessageForm<String, Int>(
      "the baseline '{1}' is left as it is, for {2:# file|# files} could not be read; make them readable, and write it then"
    )
    let finding = MessageForm<String, String>("{1} in {2}")
    let findingAbout = MessageForm<String, String, String>("{1} in {2} ('{3}')")
    let more = MessageForm<Int>("and {1} more")
    let gone = MessageForm<Int, String, Int, Message, Int>(
      "{1:# finding|# findings} of the baseline '{2}' {3:is|are} gone: {4}; --write-baseline takes {5:it|them} out")
  }

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
        Self.messages.written(kept.count + new, file, new, gone.count)
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
    Self.messages.leftAsIs(file, unreadableCount)
  }

  private func message(_ gone: Set<FindingKey>) -> Message {
    var named: [Message] = gone.sorted().prefix(Self.limit).map { key in
      let what = [key.slot, key.value].filter { !$0.isEmpty }.joined(separator: ": ")
      let page = key.locale + "/" + key.page
      return what.isEmpty ? Self.messages.finding(key.rule, page) : Self.messages.findingAbout(key.rule, page, what)
    }
    if gone.count > named.count { named.append(Self.messages.more(gone.count - named.count)) }
    return Self.messages.gone(gone.count, file, gone.count, Message.listed(named) ?? .empty, gone.count)
  }
}
