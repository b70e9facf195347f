import DocgenModel
import DocgenSupport

/// A site of which all is known that pages ask of each other, before the first of them is rendered.
struct PreparedSite: Sendable {
  let site: SiteContext
  /// What the source calls the pages.
  let names: SourceNames
  let features: SiteFeatures

  /// Prepares a site.
  ///
  /// - Parameters:
  ///   - loader: The pages of the content.
  ///   - settings: What the site is to be like.
  ///   - outline: What was read of the pages before; `nil` to read them.
  ///   - kept: What the build before knew of the pages, and this one leaves for the next; `nil` to keep nothing.
  /// - Throws: ``SiteError``, where the theme or a program that is asked for cannot be used.
  init(
    _ loader: PageLoader, _ settings: SiteSettings, _ outline: SiteOutline? = nil, kept: KeptOutline? = nil
  ) throws(SiteError) {
    let all = loader
    let known = outline == nil ? kept?.known(loader, jobs: settings.jobs) : nil
    let outline = outline ?? known?.outline
    let publications = outline?.publications ?? Publications(loader.catalog, jobs: settings.jobs)
    var settings = settings
    settings.quality?.keep(publications.catalog, of: loader.catalog)
    let loader = loader.reading(publications.catalog)
    names = outline?.names ?? SourceNames(loader, publications, jobs: settings.jobs)
    site = try SiteContext(
      loader, settings, publications, names, folders: outline?.folders, navigation: outline?.navigation)
    features = SiteFeatures(site, names, outline)
    if let known { kept?.keep(self, all, known.context) }
  }
}
