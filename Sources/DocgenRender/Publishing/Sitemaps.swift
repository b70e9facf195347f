import DocgenModel
import DocgenSupport

/// The sitemaps of a site (sitemaps.org, protocol 0.9): for each locale one file, or several where it has many pages,
/// and an index over all of them.
///
/// A page shown in another language than its locale's is in none, nor is one that says so.
struct Sitemaps {
  /// The number of addresses that the protocol allows in a file.
  static let limit = 50_000
  /// The index over the sitemaps, at the root of the site.
  static let indexPath = "sitemap.xml"

  let site: SiteContext
  /// The address before paths of the site.
  let origin: String
  let summaries: [PageSummary]

  private struct Entry {
    /// The address below the locale's folder.
    var address: SiteAddress
    /// The day of the last change.
    var updated: String?
  }

  /// The sitemaps, and the index as the last file.
  func files(limit: Int = Sitemaps.limit) -> [SiteFile] {
    var files: [SiteFile] = []
    var addresses: [String] = []
    for locale in site.locales.indices {
      let entries = entries(locale)
      for (number, start) in stride(from: 0, to: entries.count, by: limit).enumerated() {
        let name = number == 0 ? "sitemap.xml" : "sitemap-\(number + 1).xml"
        let part = entries[start..<min(start + limit, entries.count)]
        files.append(SiteFile(path: site.catalog.locales[locale] + "/" + name, bytes: sitemap(part, locale)))
        addresses.append(site.address(SiteAddress(file: name), in: locale).absolute(origin))
      }
    }
    files.append(SiteFile(path: Self.indexPath, bytes: Self.index(addresses)))
    return files
  }

  private func entries(_ locale: Int) -> [Entry] {
    var entries: [Entry] = []
    for (index, folder) in site.folders.folders.enumerated() where folder.index == nil {
      entries.append(Entry(address: site.folders.address(ofListing: index)))
    }
    for (page, summary) in summaries.enumerated()
    where summary.titles[locale] != nil && !site.publications.excludes(page, locale, from: .sitemap) {
      entries.append(Entry(address: site.paths.pages[page], updated: summary.updated[locale]))
    }
    return entries
  }

  private func sitemap(_ entries: ArraySlice<Entry>, _ locale: Int) -> [UInt8] {
    var buffer = ByteBuffer(capacity: 128 * (entries.count + 2))
    buffer.append(Self.prolog)
    buffer.append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n" as StaticString)
    for entry in entries {
      buffer.append("<url><loc>" as StaticString)
      buffer.appendEscaped(site.address(entry.address, in: locale).absolute(origin))
      buffer.append("</loc>" as StaticString)
      if let updated = entry.updated {
        buffer.append("<lastmod>" as StaticString)
        buffer.append(updated)
        buffer.append("</lastmod>" as StaticString)
      }
      buffer.append("</url>\n" as StaticString)
    }
    buffer.append("</urlset>\n" as StaticString)
    return buffer.bytes
  }

  private static func index(_ addresses: [String]) -> [UInt8] {
    var buffer = ByteBuffer(capacity: 256)
    buffer.append(prolog)
    buffer.append("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n" as StaticString)
    for address in addresses {
      buffer.append("<sitemap><loc>" as StaticString)
      buffer.appendEscaped(address)
      buffer.append("</loc></sitemap>\n" as StaticString)
    }
    buffer.append("</sitemapindex>\n" as StaticString)
    return buffer.bytes
  }

  private static let prolog: StaticString = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
}
