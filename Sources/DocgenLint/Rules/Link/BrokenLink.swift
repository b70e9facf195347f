import DocgenModel
import DocgenSupport

/// Looks for the pages and files that relative links lead to.
///
/// Where a whole folder is not there, it may belong to a part of the project that is elsewhere: its links are one
/// finding. What a translation has from its source is found there.
enum BrokenLink: ContentCheck, ProjectCheck {
  static let rule = Rule(
    "broken-link", in: .link, .warning,
    "A link leads to a page or file that does not exist.")

  static func check(_ context: PageContext, _ findings: inout Findings) {
    for (link, target) in context.targets.links where !link.isImage {
      guard case .missing(let path) = target else { continue }
      report(
        Finding(
          "there is no page or file '\(path)'; correct or remove the link", at: link.span, actual: link.destination),
        to: &findings)
    }
  }

  static func check(_ records: [PageRecord], in project: LintProject, _ findings: inout ProjectFindings) {
    struct Folder {
      var page: Int
      var link: PageRecord.OpenLink
      var links = 0
      var pages = 0
      var lastPage = -1
    }
    var folders: [[String: Folder]] = .init(repeating: [:], count: project.catalog.locales.count)
    for (index, record) in records.enumerated() {
      for link in record.openLinks where link.page == nil {
        var folder = folders[link.locale][link.name] ?? Folder(page: index, link: link)
        folder.links += 1
        if folder.lastPage != index { folder.pages += 1 }
        folder.lastPage = index
        folders[link.locale][link.name] = folder
      }
    }
    for (locale, byName) in folders.enumerated() {
      for (name, folder) in byName.sorted(by: {
        ($0.value.page, $0.value.link.span.start) < ($1.value.page, $1.value.link.span.start)
      }) {
        let message: Message =
          folder.links == 1
          ? "there is no folder '\(name)'; correct or remove the link"
          : "there is no folder '\(name)', where \(folder.links) links of \(folder.pages, one: "# page", other: "# pages") lead; correct or remove them"
        findings.add(
          Finding(message, at: folder.link.span, actual: folder.link.destination),
          of: rule, page: folder.page, locale: locale)
      }
    }
  }
}
