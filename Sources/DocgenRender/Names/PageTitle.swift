import DocgenMarkup
import DocgenModel
import DocgenSupport

/// What a page is called.
enum PageTitle {
  /// The title in words, without markup.
  static func text(of page: LocalizedPage) -> String {
    if let title = page.facts.title?.value { return FrontMatter.shown(title) }
    if let heading = page.facts.heading?.value { return heading }
    return PageCatalog.shownName(of: DialectFiles.withoutExtension(page.source.path))
  }
}
