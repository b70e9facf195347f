import DocgenModel
import DocgenSupport

extension SiteWriter {
  /// The quality pages of all locales; none where the site does not show its quality.
  func qualityPages(_ quality: QualityPages?) throws(SiteError) -> [ExtraPage] {
    guard let quality else { return [] }
    var pages: [ExtraPage] = []
    for locale in site.locales.indices {
      try createFolder(path(locale, site.places.quality))
      pages.append(
        ExtraPage(path: path(locale, site.places.qualityOverview)) { () throws(TemplateError) in
          try QualityOverview(quality, locale: locale).render()
        })
      for folder in site.folders.folders.indices where quality.hasFindings[folder] {
        let list = FindingList(quality, locale: locale, folder: folder)
        try createFolder(String(SitePaths.folder(of: path(locale, list.path(0))).dropLast()))
        for part in 0..<list.partCount {
          pages.append(
            ExtraPage(path: path(locale, list.path(part))) { () throws(TemplateError) in try list.render(part) })
        }
      }
    }
    return pages
  }
}
