import DocgenModel
import DocgenSupport

/// `llms.txt` (llmstxt.org): what the site is, and its pages by section with the way to their Markdown, for programs
/// that read text.
///
/// The folder of each locale has one with the pages of its language; the one at the root has those of the source.
struct LanguageModelIndex {
  private static let name = "llms.txt"

  let site: SiteContext
  let summaries: [PageSummary]

  /// The files: that of the root first, then in the order of the locales.
  var files: [SiteFile] {
    let texts = Parallel.map(count: site.catalog.locales.count, jobs: site.settings.jobs) { text($0) }
    let locales = zip(site.catalog.locales, texts).map { locale, text in
      SiteFile(path: locale + "/" + Self.name, bytes: text)
    }
    return [SiteFile(path: Self.name, bytes: texts[PageCatalog.source])] + locales
  }

  private func text(_ locale: Int) -> [UInt8] {
    let text = site.locales[locale]
    let title = site.settings.title(locale)
    var buffer = ByteBuffer(capacity: 1024 + 128 * summaries.count)
    buffer.append("# " + Self.escaped(title.isEmpty ? text["landing-title"] : title) + "\n\n")
    if let description = site.catalog.page(ofFolder: "").flatMap({ description(of: $0, locale) }) {
      buffer.append("> " + Self.escaped(description) + "\n\n")
    }
    for folder in site.folders.folders.indices { append(folder, locale, to: &buffer) }
    if site.locales.count > 1 {
      buffer.append("## " + text["language"] + "\n\n")
      for (index, locale) in site.locales.enumerated() {
        buffer.append("- [\(locale.language)](\(address(SiteAddress(file: Self.name), index)))\n")
      }
    }
    return buffer.bytes
  }

  /// Appends a section with the pages that there are in the locale's language; writes no section if there are none.
  private func append(_ index: Int, _ locale: Int, to buffer: inout ByteBuffer) {
    let folder = site.folders.folders[index]
    let pages = ((folder.index.map { [$0] } ?? []) + folder.pages).filter { isListed($0, locale) }
    guard !pages.isEmpty else { return }
    let name = index == 0 ? site.locales[locale]["all-pages"] : site.navigation[locale].sections[index].name
    buffer.append("## " + Self.escaped(name.isEmpty ? folder.name : name) + "\n\n")
    for page in pages {
      buffer.append("- [" as StaticString)
      Self.append(summaries[page].titles[locale] ?? "", to: &buffer)
      buffer.append("](" as StaticString)
      buffer.append(address(target(of: page), locale))
      buffer.append(")" as StaticString)
      if let description = description(of: page, locale) {
        buffer.append(": " as StaticString)
        Self.append(description, to: &buffer)
      }
      buffer.append("\n" as StaticString)
    }
    buffer.append("\n" as StaticString)
  }

  /// Whether the page is in the locale's language, and nothing keeps it out of lists.
  private func isListed(_ page: Int, _ locale: Int) -> Bool {
    summaries[page].titles[locale] != nil
      && [.index, .navigation].allSatisfy { !site.publications.excludes(page, locale, from: $0) }
  }

  /// The page's Markdown, or where there is none beside it the page.
  private func target(of page: Int) -> SiteAddress {
    site.settings.writesTwins ? site.markdownAddress(of: page) : site.paths.pages[page]
  }

  private func description(of page: Int, _ locale: Int) -> String? {
    let text = summaries[page].texts[locale]?.description(limit: .max) ?? []
    return text.isEmpty ? nil : String(decoding: text, as: UTF8.self)
  }

  /// An address between parentheses, of which one of its own could end it.
  private func address(_ address: SiteAddress, _ locale: Int) -> String {
    var buffer = ByteBuffer()
    for byte in site.address(address, in: locale).absolute(site.origin ?? site.basePath).utf8 {
      let isParenthesis = byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")")
      if isParenthesis { buffer.appendPercentEncoded(byte) } else { buffer.append(byte) }
    }
    return buffer.string
  }

  /// Text that Markdown shows as it is, on one line; in that of a link, a bracket would end it.
  private static func escaped(_ text: String) -> String {
    var buffer = ByteBuffer(capacity: text.utf8.count)
    append(text, to: &buffer)
    return buffer.string
  }

  private static func append(_ text: String, to buffer: inout ByteBuffer) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "\\"), UInt8(ascii: "<"):
        buffer.append(UInt8(ascii: "\\"))
        buffer.append(byte)
      case 0x00...0x1F, 0x7F: buffer.append(0x20)
      default: buffer.append(byte)
      }
    }
  }
}
