import DocgenModel
import DocgenSupport

/// All that the pages of a site are made with; the same for every page.
final class Site: Sendable {
  let loader: PageLoader
  let settings: SiteSettings
  let paths: SitePaths
  let links: LinkTargets
  let folders: SiteFolders
  let locales: [LocaleText]
  let navigation: [Navigation]
  let templates: TemplateSet
  let problems: [FileProblem]
  /// The address before paths of the site, where it is known; without a slash at its end.
  let origin: String?
  /// The values that all pages of a locale share.
  let shared: [TemplateValue]

  var catalog: PageCatalog { loader.catalog }
  var images: [SiteImages.Image] { links.images.all }

  init(_ loader: PageLoader, _ settings: SiteSettings) throws(SiteError) {
    self.loader = loader
    self.settings = settings
    let catalog = loader.catalog
    paths = SitePaths(catalog, style: settings.pathStyle)
    links = LinkTargets(catalog, mappings: settings.linkMappings)
    folders = SiteFolders(catalog)
    let builtIn = (try? VocabularySource.builtIn.vocabulary("en")).map { [$0] } ?? []
    let source = loader.vocabularies.prefix(1) + builtIn
    locales = loader.vocabularies.map { LocaleText($0, fallbacks: Array(source)) }
    let reader = NavigationReader(links: links, folders: folders)
    let results = catalog.locales.indices.map { reader.read(locale: $0, jobs: settings.jobs) }
    navigation = results.map(\.navigation)
    problems = Self.unique(results.flatMap(\.problems))
    templates = try Self.templates(settings.theme)
    origin = settings.baseURL.flatMap { $0.hasPrefix("http://") || $0.hasPrefix("https://") ? $0 : nil }
    shared = locales.indices.map { [locales, settings] in Self.shared(locales[$0], title: settings.title($0)) }
  }

  private static func shared(_ locale: LocaleText, title: String) -> TemplateValue {
    var object = TemplateObject(capacity: 8)
    object["lang"] = .string(locale.tag)
    if let direction = locale.direction { object["dir"] = .string(direction) }
    object["ui"] = locale.strings
    object["language-name"] = .string(locale.language)
    object["site"] = ["title": .string(title)]
    return .object(object)
  }

  private static func templates(_ theme: Theme) throws(SiteError) -> TemplateSet {
    do {
      return try TemplateSet(["page", "index", "landing", "not-found"]) { theme.templates[$0] }
    } catch let error as TemplateError {
      throw .template(error)
    } catch {
      throw .refused("\(error)")
    }
  }

  /// The source's tables are read for locales that have none, so that a problem may come up more than once.
  private static func unique(_ problems: [FileProblem]) -> [FileProblem] {
    var seen: Set<FileProblem> = []
    return problems.filter { seen.insert($0).inserted }
  }

  /// The relative way from a path below a locale's folder to the root of the site.
  static func root(from path: String) -> String { SitePaths.up(SitePaths.depth(of: path) + 1) }

  /// The name of a locale's folder as addresses have it.
  func folder(_ locale: Int) -> String { URLText.encodedPath(catalog.locales[locale]) }
}

extension SiteSettings {
  /// The name of the site in a locale.
  func title(_ locale: Int) -> String { locale < titles.count ? titles[locale] : titles.first ?? "" }
}
