import DocgenMarkup
import DocgenModel
import DocgenSupport

/// What the quality pages need to know of a page in one locale, kept when the page itself is let go.
struct TranslationNote: Sendable {
  /// Who made a translation.
  enum Translator: String, CaseIterable, Sendable {
    case machine
    case human
    /// The page does not tell.
    case unnamed

    init(_ page: LocalizedPage) {
      switch page.frontMatter.string("ms.translationtype")?.value.uppercased() {
      case "MT": self = .machine
      case "HT": self = .human
      default: self = .unnamed
      }
    }
  }

  /// Who made it; of no meaning on pages of the source.
  var translator: Translator
  /// The part of the address that leads to the place of each finding.
  var fragments: [String] = []
}
