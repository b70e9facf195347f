import DocgenModel
import DocgenSupport

/// Finds code blocks that have no end, or whose fences turned around, so that text is code and code is text.
///
/// Blocks of raw HTML that only their own end marks end, `<pre>` and comments among them, count as such.
/// What follows such a block is no longer told apart, so that rules which compare with the source say nothing of it.
enum UnclosedCode: ContentCheck {
  static let rule = Rule(
    "unclosed-code", in: .structure, .error,
    "A code block is not closed where its code ends.")
  static let decidesCode = true

  static func check(_ context: PageContext, _ findings: inout Findings) {
    for fault in context.fenceFaults {
      report(
        Finding(
          message(for: fault), at: fault.place, damage: .lost,
          source: context.source == nil ? nil : fault.counterpart, fix: fault.fix),
        to: &findings)
    }
  }

  private static func message(for fault: FenceFault) -> Message {
    switch fault.kind {
    case .open:
      "this code block has no end, so that what follows is code; write '\(fault.fence)' on a line of its own after its last line"
    case .late:
      "this code block ends at the fence of another and holds the text before that; write '\(fault.fence)' on a line of its own after its last line"
    case .reversed:
      "this fence ends a code block whose start is missing; write '\(fault.fence)' on a line of its own before its first line"
    case .raw(let opening):
      "this '\(opening)' has no end, so that what follows is a part of it; write '\(fault.fence)' after its last line"
    case .within: "these marks make no code block; write '\(fault.fence)' on a line of its own before the code"
    }
  }
}
