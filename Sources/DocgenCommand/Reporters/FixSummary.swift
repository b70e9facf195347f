import DocgenSupport

/// What was fixed, and what else could be, in one line; empty where there is nothing to say.
struct FixSummary {
  let text: String

  init(_ report: LintReport) {
    let summary = report.summary
    guard let fixes = report.fixes else {
      text = Self.fixable(summary, isFixing: false)
      return
    }
    let findings = counted(fixes.fixed, "finding")
    let files = counted(fixes.files, "file")
    var parts: [String]
    if fixes.fixed == 0 {
      parts = [fixes.differences == nil ? "nothing was fixed" : "there is nothing to fix"]
    } else if fixes.differences == nil {
      parts = ["\(findings) fixed in \(files)"]
    } else {
      parts = ["\(findings) would be fixed in \(files)"]
    }
    let left = summary.errors + summary.warnings + summary.notes
    if fixes.fixed > 0 { parts.append(left == 1 ? "1 is left" : "\(grouped(left)) are left") }
    if fixes.refused > 0 {
      parts.append("\(counted(fixes.refused, "fix", plural: "fixes")) left out that would have changed more")
    }
    if !fixes.allowsUnsafe {
      let more = Self.fixable(summary, isFixing: true)
      if !more.isEmpty { parts.append(more) }
    }
    text = parts.joined(separator: "; ")
  }

  private static func fixable(_ summary: LintSummary, isFixing: Bool) -> String {
    let (safe, unsafe) = (isFixing ? 0 : summary.safelyFixable, summary.unsafelyFixable)
    switch (safe, unsafe) {
    case (0, 0): return ""
    case (0, _): return "\(counted(unsafe, "finding")) can be fixed by --fix --unsafe, to be looked at"
    case (_, 0): return "\(counted(safe, "finding")) can be fixed by --fix"
    default: return "\(counted(safe, "finding")) can be fixed by --fix, \(grouped(unsafe)) more by --fix --unsafe"
    }
  }
}
