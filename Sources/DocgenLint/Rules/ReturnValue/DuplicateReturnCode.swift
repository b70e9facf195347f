import DocgenModel
import DocgenSupport

/// Finds values that one list of return codes holds twice.
///
/// Translations are compared with their source instead.
enum DuplicateReturnCode: PageCheck {
  static let rule = Rule(
    "duplicate-return-code", in: .returnValue, .warning,
    "A return code is listed twice on one page.")

  struct Messages: MessageSet {
    let duplicate = MessageForm<String, String, String>(
      "the return code '{1}' is listed twice: as {2} and as {3}; correct or remove one of the two")
  }

  static func check(_ page: LocalizedPage, isTranslation: Bool, _ findings: inout Findings) {
    guard !isTranslation else { return }
    var seen: [String: ReturnCode] = [:]
    for code in page.facts.returnCodes {
      // One value with several symbolic names is an alias; a bare ".." stands for several values.
      guard let value = code.value, value.value != ".." else { continue }
      let key = "\(code.container) \(value.value) \(code.isSymbolic ? code.name?.value ?? "" : "")"
      if let first = seen[key] {
        report(
          Finding(
            messages.duplicate(value.value, first.label, code.label),
            at: value.span, actual: value.value), to: &findings)
      } else {
        seen[key] = code
      }
    }
  }
}
