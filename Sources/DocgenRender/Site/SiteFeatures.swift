import DocgenModel

/// What the features of a site know of all pages before the first is rendered.
struct SiteFeatures: Sendable {
  let redirects: SiteRedirects
  let sameNamePages: SameNamePages
  let types: TypeIndex
  /// What a check of the content found, if the site shows it.
  let findings: FindingIndex?

  /// - Parameters:
  ///   - site: The site.
  ///   - sourceNames: What the source calls the pages.
  ///   - outline: What was read of the pages before; `nil` to read them.
  init(_ site: SiteContext, _ sourceNames: SourceNames, _ outline: SiteOutline? = nil) {
    let jobs = site.settings.jobs
    redirects = SiteRedirects(
      table: site.settings.redirects, publications: site.publications, links: site.links, folders: site.folders,
      paths: site.paths, style: site.settings.pathStyle)
    sameNamePages = outline?.sameNamePages ?? SameNamePages(site.loader, names: sourceNames, jobs: jobs)
    types =
      outline.map { TypeIndex($0.types, links: site.links) }
      ?? TypeIndex(site.loader, names: sourceNames, links: site.links, jobs: jobs)
    findings = site.settings.quality.map { FindingIndex($0, site.catalog) }
  }

  /// Gives the addresses that pages of types have on a page, by the names of the types; its own page has none there.
  func typeAddress(from page: Int, _ paths: SitePaths) -> (String) -> String? {
    { [types] name in
      types.type(named: name, from: page).flatMap { type in
        let target = types.types[type].page
        return target == page ? nil : paths.address(of: target, from: page)
      }
    }
  }
}
