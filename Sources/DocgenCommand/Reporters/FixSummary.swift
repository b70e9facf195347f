import DocgenSupport

/// What was fixed, and what else could be, in one line; empty if there is nothing to say.
struct FixSummary: MessageSource {
  struct Messages: MessageSet {
    let noneLeft = PlainMessage("none is left")
    let left = MessageForm<Int>("{1:# is left|# are left}")
    let refused = MessageForm<Int>("{1:# fix|# fixes} left out that would have changed more")
    let nothingFixed = PlainMessage("nothing was fixed")
    let nothingToFix = PlainMessage("there is nothing to fix")
    let fixed = MessageForm<Int, Int>("{1:# finding|# findings} fixed in {2:# file|# files}")
    let wouldBeFixed = MessageForm<Int, Int>("{1:# finding|# findings} would be fixed in {2:# file|# files}")
    let fixableUnsafely = MessageForm<Int>("{1:# finding|# findings} can be fixed by --fix --unsafe, to be looked at")
    let fixableSafely = MessageForm<Int>("{1:# finding|# findings} can be fixed by --fix")
    let fixableBothWays = MessageForm<Int, Int>(
      "{1:# finding|# findings} can be fixed by --fix, {2} more by --fix --unsafe")
  }

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
      parts.append(left == 0 ? Self.messages.noneLeft : Self.messages.left(left))
    }
    if fixes.refused > 0 {
      parts.append(Self.messages.refused(fixes.refused))
    }
    if !fixes.allowsUnsafe, let more = Self.fixable(summary, isFixing: true) { parts.append(more) }
    message = Message.sequence(parts)
  }

  private static func fixed(_ fixes: FixReport) -> Message {
    let isDone = fixes.differences == nil
    guard fixes.fixed > 0 else { return isDone ? Self.messages.nothingFixed : Self.messages.nothingToFix }
    return isDone
      ? Self.messages.fixed(fixes.fixed, fixes.files)
      : Self.messages.wouldBeFixed(fixes.fixed, fixes.files)
  }

  private static func fixable(_ summary: LintSummary, isFixing: Bool) -> Message? {
    let (safe, unsafe) = (isFixing ? 0 : summary.safelyFixable, summary.unsafelyFixable)
    switch (safe, unsafe) {
    case (0, 0): return nil
    case (0, _):
      return Self.messages.fixableUnsafely(unsafe)
    case (_, 0): return Self.messages.fixableSafely(safe)
    default:
      return Self.messages.fixableBothWays(safe, unsafe)
    }
  }
}
