import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Tells of macros, shortcodes, directives and tags of which the dialect does not say what they show.
///
/// A name is told once for the project; what a translation has from its source is found there.
enum UnknownDirective: PageCheck {
  static let rule = Rule(
    "unknown-directive", in: .structure, .note,
    "A macro, shortcode, directive or tag has a name that the dialect does not know.")

  struct Messages: MessageSet {
    let unknown = MessageForm<String>(
      "nothing is known of '{1}', which is left out of the page; say under 'tokens' of the dialect what it shows")
  }

  static func check(_ page: LocalizedPage, isTranslation: Bool, _ findings: inout Findings) {
    if isTranslation { return }
    var told: Set<String> = []
    for token in page.document.tokens where !token.isKnown && token.role != .end && !token.name.isEmpty {
      guard told.insert(token.name.lowercased()).inserted else { continue }
      report(
        Finding(
          messages.unknown(token.name),
          at: token.span, actual: token.name), to: &findings)
    }
  }

  /// Lets the first finding of a project about a name stand for the others.
  static func foldRepeated(in diagnostics: inout [Diagnostic]) {
    var first: [String: Int] = [:]
    for index in diagnostics.indices where diagnostics[index].rule == rule.id {
      let name = (diagnostics[index].actual ?? "").lowercased()
      if let told = first[name] {
        diagnostics[index] = diagnostics[index].folded(into: diagnostics[told])
      } else {
        first[name] = index
      }
    }
  }
}
