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

  struct Messages: MessageSet {
    let open = MessageForm<String>(
      "this code block has no end, so that what follows is code; write '{1}' on a line of its own after its last line")
    let late = MessageForm<String>(
      "this code block ends at the fence of another and holds the text before that; write '{1}' on a line of its own after its last line"
    )
    let reversed = MessageForm<String>(
      "this fence ends a code block whose start is missing; write '{1}' on a line of its own before its first line")
    let raw = MessageForm<String, String>(
      "this '{1}' has no end, so that what follows is a part of it; write '{2}' after its last line")
    let within = MessageForm<String>("these marks make no code block; write '{1}' on a line of its own before the code")
  }
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
    case .open: messages.open(fault.fence)
    case .late: messages.late(fault.fence)
    case .reversed: messages.reversed(fault.fence)
    case .raw(let opening): messages.raw(opening, fault.fence)
    case .within: messages.within(fault.fence)
    }
  }
}
