import DocgenSupport

/// What was fixed, and what else could be, in one line; empty if there is nothing to say.
struct FixSummary {
  let message: Message?

  init(_ report: LintReport) {
    let summary = report.summary
    guard let fixes = report.fixes else {
      message = Self.fixable(summary, isFixing: false)
      return
    }
    var parts: [Message] = [Self.fixed(fixes)]
    let left = summary.errors + summary.warnings + summary.notes
    if fixes.fixed > 0 {
      parts.append(left == 0 ? "none is left" : "\(left, one: "# is left", other: "# are left")")
    }
    if fixes.refused > 0 {
      parts.append("\(fixes.refused, one: "# fix", other: "# fixes") left out that would have changed more")
    }
    if !fixes.allowsUnsafe, let more = Self.fixable(summary, isFixing: true) { parts.append(more) }
    message = Message.sequence(parts)
  }

  private static func fixed(_ fixes: FixReport) -> Message {
    let isDone = fixes.differences == nil
    guard fixes.fixed > 0 else { return isDone ? "nothing was fixed" : "there is nothing to fix" }
    return isDone
      ? "\(fixes.fixed, one: "# finding", other: "# findings") fixed in \(fixes.files, one: "# file", other: "# files")"
      : "\(fixes.fixed, one: "# finding", other: "# findings") would be fixed in \(fixes.files, one: "# file", other: "# files")"
  }

  private static func fixable(_ summary: LintSummary, isFixing: Bool) -> Message? {
    let (safe, unsafe) = (isFixing ? 0 : summary.safelyFixable, summary.unsafelyFixable)
    switch (safe, unsafe) {
    case (0, 0): return nil
    case (0, _):
      return "\(unsafe, one: "# finding", other: "# findings") can be fixed by --fix --unsafe, to be looked at"
    case (_, 0): return "\(safe, one: "# finding", other: "# findings") can be fixed by --fix"
    default:
      return "\(safe, one: "# finding", other: "# findings") can be fixed by --fix, \(unsafe) more by --fix --unsafe"
    }
  }
}
