import DocgenModel
import DocgenSupport

/// Notes about a page what rules that compare pages need, as far as those rules run.
struct PageRecorder {
  private(set) var record = PageRecord()
  private let notesLinks: Bool
  private let notesAnchors: Bool
  private let notesAPIs: Bool
  private let notesTerms: Bool

  init(rules: Set<Rule>) {
    notesLinks = rules.contains(BrokenLink.rule)
    notesAnchors = rules.contains(BrokenAnchor.rule)
    notesAPIs = rules.contains(InconsistentAPI.rule)
    notesTerms = rules.contains(InconsistentTerm.rule)
  }

  /// Notes what is needed about a page, with the comparison to its source where it is a translation.
  mutating func add(_ context: PageContext, pair: TranslationPair?) {
    if notesTerms, let pair { record.terms += TermRecord.terms(of: pair) }
    if notesAPIs, context.source == nil, let api = APIRecord(context.page) { record.apis.append(api) }
    if notesAnchors {
      let locale = context.page.locale
      while record.anchors.count <= locale { record.anchors.append([]) }
      record.anchors[locale] = context.anchors.hashes
    }
    guard notesLinks || notesAnchors else { return }
    for (link, target) in context.ownLinks.links where !link.isImage {
      switch target {
      case .elsewhere(let folder) where notesLinks: note(link, page: nil, folder, context)
      case .page(let page, let anchor) where notesAnchors: note(link, page: page, anchor, context)
      default: break
      }
    }
  }

  private mutating func note(_ link: PageLink, page: Int?, _ name: String, _ context: PageContext) {
    record.openLinks.append(
      PageRecord.OpenLink(
        locale: context.page.locale, page: page, name: name, destination: link.destination, span: link.span))
  }
}
