import DocgenSupport

extension SiteWriter {
  /// Writes what servers, search engines and other programs look for.
  ///
  /// - Returns: the number of files.
  func writePublishingFiles(_ summaries: [PageSummary]) throws(SiteError) -> Int {
    var files =
      ResponseHeaders(
        basePath: site.basePath, redirects: site.redirectAddresses, hasFullText: site.fullTextCall != nil
      ).files
    var robots = "User-agent: *\nAllow: /\n"
    if let origin = site.origin {
      files += Sitemaps(site: site, origin: origin, summaries: summaries).files()
      robots += "Sitemap: \(origin)/\(Sitemaps.indexPath)\n"
    }
    files.append(SiteFile(path: "robots.txt", text: robots))
    files.append(LanguageModelIndex(site: site, summaries: summaries).file)
    files.append(webManifest)
    return try write(files)
  }

  /// What a browser that installs the site shows of it.
  private var webManifest: SiteFile {
    var json = JSONWriter(isIndented: true)
    json.object { json in
      let title = site.settings.title(0)
      json.member("name", title.isEmpty ? site.locales[0]["landing-title"] : title)
      json.member("start_url", "index.html")
      json.member("display", "browser")
      json.key("icons")
      json.array { json in
        json.object { json in
          json.member("src", "assets/favicon.svg")
          json.member("sizes", "any")
          json.member("type", "image/svg+xml")
        }
      }
    }
    return SiteFile(path: "site.webmanifest", bytes: json.buffer.bytes)
  }
}
