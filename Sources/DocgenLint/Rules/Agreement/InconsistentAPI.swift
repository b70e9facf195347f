import DocgenModel
import DocgenSupport

/// Finds pages about the same API whose signatures differ.
///
/// Translations are compared with their source instead; a page that has none is compared with others of its locale.
enum InconsistentAPI: ProjectCheck {
  static let rule = Rule(
    "inconsistent-api", in: .agreement, .warning,
    "Pages about the same API disagree.")

  struct Messages: MessageSet {
    let differs = MessageForm<String>(
      "the signature differs from that of the same API on the page '{1}'; correct one of the two")
  }
  static let notes: PageNotes = .apis

  private struct Key: Hashable {
    var locale: Int
    var key: UInt64
    var language: UInt64
  }

  static func check(_ records: [PageRecord], in project: LintProject, _ findings: inout ProjectFindings) {
    var first: [Key: (page: Int, api: APIRecord)] = [:]
    for (page, record) in records.enumerated() {
      for api in record.apis {
        let key = Key(locale: api.locale, key: api.key, language: api.language)
        guard let other = first[key] else {
          first[key] = (page, api)
          continue
        }
        guard other.api.signature != api.signature else { continue }
        findings.add(
          Finding(
            messages.differs(project.catalog.entries[other.page].name),
            at: api.span), of: rule, page: page, locale: api.locale)
      }
    }
  }
}
