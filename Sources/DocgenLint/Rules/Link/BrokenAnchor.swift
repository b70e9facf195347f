import DocgenModel
import DocgenSupport

/// Looks for the anchors that links lead to, on their own page and on others.
enum BrokenAnchor: ContentCheck, ProjectCheck {
  static let rule = Rule(
    "broken-anchor", in: .link, .warning,
    "A link leads to an anchor that its page does not have.")

  struct Messages: MessageSet {
    let notOnThisPage = MessageForm<String>(
      "there is no anchor '{1}' on this page; correct the link, or add the anchor")
    let notOnPage = MessageForm<String, String>(
      "the page '{1}' has no anchor '{2}'; correct the link, or add the anchor there")
  }
  static let notes: PageNotes = .anchors

  static func check(_ context: PageContext, _ findings: inout Findings) {
    if context.anchors.hashes.contains(AnchorTable.anyAnchor) { return }
    // What leads nowhere in the source either is found there.
    var known: Set<String>?
    for link in context.inventory.links {
      guard let anchor = PageLink.fragment(link.destination), !context.anchors.contains(anchor) else { continue }
      if let source = context.source, !source.anchors.contains(anchor) {
        let destinations = known ?? Set(source.inventory.links.map(\.destination))
        known = destinations
        if destinations.contains(link.destination) { continue }
      }
      report(
        Finding(
          messages.notOnThisPage(anchor), at: link.span,
          actual: link.destination), to: &findings)
    }
  }

  static func check(_ records: [PageRecord], in project: LintProject, _ findings: inout ProjectFindings) {
    // The anchors of the page at hand, where it has many.
    var large: (page: Int, locale: Int, anchors: Set<UInt64>)?
    func contains(_ page: Int, _ locale: Int, _ hash: UInt64) -> Bool {
      let anchors = records[page].anchors[locale]
      guard anchors.count > 64 else { return anchors.contains(hash) }
      if let large, large.page == page, large.locale == locale { return large.anchors.contains(hash) }
      let set = Set(anchors)
      large = (page, locale, set)
      return set.contains(hash)
    }
    for (index, record) in records.enumerated() {
      for link in record.openLinks {
        guard let page = link.page, page < records.count else { continue }
        // A page without translation is shown in the source language.
        let anchors = records[page].anchors
        let own = link.locale < anchors.count && !anchors[link.locale].isEmpty ? link.locale : PageCatalog.source
        guard own < anchors.count, !anchors[own].isEmpty, !contains(page, own, AnchorTable.hash(link.name)),
          !contains(page, own, AnchorTable.anyAnchor)
        else {
          continue
        }
        findings.add(
          Finding(
            messages.notOnPage(project.catalog.entries[page].name, link.name),
            at: link.span, actual: link.destination), of: rule, page: index, locale: link.locale)
      }
    }
  }
}
