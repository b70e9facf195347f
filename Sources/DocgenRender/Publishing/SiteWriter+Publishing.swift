import DocgenSupport

extension SiteWriter {
  /// Writes the pages at old addresses, and what servers, search engines and other programs look for.
  ///
  /// - Parameters:
  ///   - summaries: What is known of the pages.
  ///   - redirects: Where old addresses lead.
  ///   - problems: What is wrong with redirects is added to them.
  /// - Returns: The number of files.
  /// - Throws: What kept a file from being written.
  func writePublishingFiles(
    _ summaries: [PageSummary], _ redirects: SiteRedirects, _ problems: inout [FileProblem]
  ) throws(SiteError) -> Int {
    let redirects = try write(redirects)
    problems += redirects.problems
    let headers = ResponseHeaders(
      basePath: site.basePath, redirects: site.serverRedirects(redirects.redirects),
      hasFullText: site.fullTextCall != nil, hasTwins: site.settings.writesTwins)
    var files = headers.files(&problems)
    var robots = "User-agent: *\nAllow: /\n"
    if let origin = site.origin {
      files += Sitemaps(site: site, origin: origin, summaries: summaries).files()
      robots += "Sitemap: \(origin)/\(Sitemaps.indexPath)\n"
    }
    files.append(SiteFile(path: "robots.txt", text: robots))
    // GitHub Pages takes the files as they are.
    files.append(SiteFile(path: ".nojekyll", text: ""))
    files += LanguageModelIndex(site: site, summaries: summaries).files
    files.append(webManifest)
    return try write(files) + redirects.count
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
