import DocgenModel
import DocgenSupport

/// Notes about a page what rules that compare pages need, as far as those rules run.
struct PageRecorder {
  private(set) var record = PageRecord()
  private let notesLinks: Bool
  private let notesAnchors: Bool

  init(rules: Set<Rule>) {
    notesLinks = rules.contains(BrokenLink.rule)
    notesAnchors = rules.contains(BrokenAnchor.rule)
  }

  mutating func add(_ context: PageContext) {
    if notesAnchors {
      let locale = context.page.locale
      while record.anchors.count <= locale { record.anchors.append([]) }
      record.anchors[locale] = context.anchors.hashes
    }
    guard notesLinks || notesAnchors else { return }
    for (link, target) in context.targets.links where !link.isImage {
      switch target {
      case .elsewhere(let folder) where notesLinks: note(link, page: nil, folder, context)
      case .page(let page, let fragment?) where notesAnchors: note(link, page: page, fragment, context)
      default: break
      }
    }
  }

  private mutating func note(_ link: ProseLink, page: Int?, _ name: String, _ context: PageContext) {
    record.openLinks.append(
      PageRecord.OpenLink(
        locale: context.page.locale, page: page, name: name, destination: link.destination, span: link.span))
  }
}
