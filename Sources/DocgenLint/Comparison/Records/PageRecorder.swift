import DocgenModel
import DocgenSupport

/// Notes about a page what rules that compare pages need, as far as those rules run.
struct PageRecorder {
  private(set) var record = PageRecord()
  private let notes: PageNotes

  init(_ notes: PageNotes) {
    self.notes = notes
  }

  /// Notes what is needed about a page, with the comparison to its source where it is a translation.
  mutating func add(_ context: PageContext, pair: TranslationPair?) {
    if notes.contains(.terms), let pair { record.terms += TermRecord.terms(of: pair) }
    if notes.contains(.apis), context.source == nil, let api = APIRecord(context.page) { record.apis.append(api) }
    if let pair {
      let locale = context.project.catalog.locales[context.page.locale]
      let tokens = KeptTokens(pair, locale: locale)
      record.tokens.kept += tokens.kept
      record.tokens.changed += tokens.changed
    }
    let notesAnchors = notes.contains(.anchors)
    let notesLinks = notes.contains(.folderLinks)
    if notesAnchors {
      let locale = context.page.locale
      while record.anchors.count <= locale { record.anchors.append([]) }
      record.anchors[locale] = context.anchors.hashes
    }
    guard notesLinks || notesAnchors else { return }
    // In place of a draft, readers see the source.
    if notesLinks, context.page.publication?.isShown ?? true {
      let locale = Int32(truncatingIfNeeded: context.page.locale)
      record.innerLinks += context.ownLinks.pages.map { link in
        PageRecord.InnerLink(locale: locale, page: Int32(truncatingIfNeeded: link.page), span: link.span)
      }
    }
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
