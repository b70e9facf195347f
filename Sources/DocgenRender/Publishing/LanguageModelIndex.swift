import DocgenModel
import DocgenSupport

/// `llms.txt` (llmstxt.org): what the site is, and where its parts are as Markdown, for programs that read text.
///
/// It names folders and the pages at the top, not each of tens of thousands.
struct LanguageModelIndex {
  static let path = "llms.txt"

  let site: Site
  let summaries: [PageSummary]

  /// The file, in the source language; its other languages are named at the end.
  var file: SiteFile {
    let locale = PageCatalog.source
    let text = site.locales[locale]
    let title = site.settings.title(locale)
    var lines = ["# " + (title.isEmpty ? text["landing-title"] : title), ""]
    if let description = site.catalog.index(of: "index").flatMap({ description(of: $0, locale) }) {
      lines += ["> " + description, ""]
    }
    let top = site.folders.folders[0].pages
    if !top.isEmpty {
      lines += ["## " + text["all-pages"], ""]
      lines += top.compactMap { link(to: $0, locale) }
      lines.append("")
    }
    let folders = site.folders.folders.indices.dropFirst()
    if !folders.isEmpty {
      lines += ["## " + text["pages-in-section"], ""]
      lines += folders.map { folder in
        let section = site.navigation[locale].sections[folder].name
        let name = section.isEmpty ? site.folders.folders[folder].name : section
        return "- [\(Self.escaped(name))](\(address(URLText.encodedPath(site.folders.listing(folder)), locale)))"
      }
      lines.append("")
    }
    if site.locales.count > 1 {
      lines += ["## " + text["language"], ""]
      for (index, locale) in site.locales.enumerated() {
        lines.append("- [\(locale.language)](\(address("index.html", index)))")
      }
      lines.append("")
    }
    return SiteFile(path: Self.path, text: lines.joined(separator: "\n"))
  }

  private func link(to page: Int, _ locale: Int) -> String? {
    guard let title = summaries[page].titles[locale],
      [.index, .navigation].allSatisfy({ !site.publications.excludes(page, locale, from: $0) })
    else { return nil }
    let description = description(of: page, locale).map { ": " + $0 } ?? ""
    return
      "- [\(Self.escaped(title))](\(address(URLText.encodedPath(site.markdownFile(of: page)), locale)))\(description)"
  }

  private func description(of page: Int, _ locale: Int) -> String? {
    let text = summaries[page].texts[locale]?.description(limit: .max) ?? []
    return text.isEmpty ? nil : String(decoding: text, as: UTF8.self)
  }

  private func address(_ path: String, _ locale: Int) -> String {
    (site.origin ?? site.basePath) + "/" + site.folder(locale) + "/" + path
  }

  /// The text of a link, in which a bracket would end it.
  private static func escaped(_ text: String) -> String {
    text.utf8.contains { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "]") || $0 == UInt8(ascii: "\\") }
      ? text.reduce(into: "") { $0 += "[]\\".contains($1) ? "\\\($1)" : "\($1)" } : text
  }
}
