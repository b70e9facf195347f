import DocgenModel
import DocgenSupport

/// Looks for what links lead to, as the site does: what it would show as text is found.
///
/// A page that is not published is there, and its links lead nowhere for readers.
/// Where a whole folder is not there, it may belong to a part of the project that is elsewhere: its links are one
/// finding. What a translation has from its source is found there.
enum BrokenLink: ContentCheck, ProjectCheck, ContentsCheck {
  static let rule = Rule(
    "broken-link", in: .link, .warning,
    "A link leads to a page or file that does not exist.")

  struct Messages: MessageSet {
    let deadEntry = MessageForm<String>("there is no page or file '{1}'; correct or remove the entry")
    let unpublished = MessageForm<String>("the page '{1}' is not published; remove the link, or publish the page")
    let noMapping = MessageForm<Int, Int, String>(
      "{1:# link|# links} of {2:# page|# pages} to '{3}', which no prefix under 'links' of the configuration stands for; add one, or correct the links"
    )
    let noFolder = MessageForm<String>("there is no folder '{1}'; correct or remove the link")
    let noFolderOfLinks = MessageForm<String, Int, Int>(
      "there is no folder '{1}', where {2} links of {3:# page|# pages} lead; correct or remove them")
  }
  static let notes: PageNotes = .folderLinks

  static func check(_ context: PageContext, _ findings: inout Findings) {
    for (link, target) in context.ownLinks.links where !link.isImage {
      guard case .missing(let message) = target else { continue }
      report(Finding(message, at: link.span, actual: link.destination), to: &findings)
    }
  }

  static func check(_ records: [PageRecord], in project: LintProject, _ findings: inout ProjectFindings) {
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
        findings.add(
          Finding(message(name, folder), at: folder.link.span, actual: folder.link.destination),
          of: rule, page: folder.page, locale: locale)
      }
    }
    checkUnpublished(records, in: project, &findings)
  }

  /// Finds entries of tables of contents that lead nowhere; those of the source are found there.
  static func check(_ pair: ContentsPair, _ findings: inout Findings) {
    var inherited: Set<String>?
    for entry in pair.contents.entries where entry.isDead {
      guard let href = entry.href, let path = entry.key else { continue }
      if inherited == nil { inherited = Set(pair.source?.entries.compactMap(\.key) ?? []) }
      if inherited?.contains(path) == true { continue }
      report(
        Finding(messages.deadEntry(path), at: href.span, actual: href.value),
        to: &findings)
    }
  }

  /// Finds links of pages that are on the site to pages that are not.
  private static func checkUnpublished(
    _ records: [PageRecord], in project: LintProject, _ findings: inout ProjectFindings
  ) {
    guard records.contains(where: \.isUnpublished) else { return }
    for (index, record) in records.enumerated() where !record.isUnpublished {
      for link in record.innerLinks where records[Int(link.page)].isUnpublished {
        let locale = Int(link.locale)
        let name = project.catalog.entries[Int(link.page)].name
        findings.add(
          Finding(
            messages.unpublished(name), at: link.span,
            actual: findings.text(link.span, page: index, locale: locale)),
          of: rule, page: index, locale: locale)
      }
    }
  }

  private static func message(_ name: String, _ folder: Folder) -> Message {
    if name.hasPrefix("/") {
      return messages.noMapping(folder.links, folder.pages, name)
    }
    if folder.links == 1 { return messages.noFolder(name) }
    return messages.noFolderOfLinks(name, folder.links, folder.pages)
  }

  /// A folder that is not there, with the first link into it.
  private struct Folder {
    var page: Int
    var link: PageRecord.OpenLink
    var links = 0
    var pages = 0
    var lastPage = -1
  }
}
