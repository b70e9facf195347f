import DocgenModel
import DocgenSupport

/// All that the pages of a site are made with; the same for every page and every feature.
final class SiteContext: Sendable {
  let loader: PageLoader
  /// Puts translations beside their source.
  let restorer: PageRestorer
  let settings: SiteSettings
  let paths: SitePaths
  let links: LinkTargets
  let folders: SiteFolders
  let locales: [LocaleText]
  let navigation: [Navigation]
  let templates: TemplateSet
  let publications: Publications
  let places: SitePlaces
  /// What is wrong with tables of contents.
  let problems: [FileProblem]
  /// Tables of contents that could not be read.
  let failures: [FileError]
  /// The address before paths of the site, where it is known; without a slash at its end.
  let origin: String?
  /// How the program for the full text is called; `nil` if the site has no full text.
  let fullTextCall: [String]?
  /// The values that all pages of a locale share.
  let shared: [TemplateValue]

  var catalog: PageCatalog { loader.catalog }
  var images: [SiteImages.Image] { links.images.all }

  /// The files of the theme that the site needs, by name.
  var assets: [(name: String, bytes: [UInt8])] {
    settings.theme.assets.sorted { $0.key < $1.key }.filter { asset in
      switch asset.key {
      case "quality.css": settings.quality != nil
      case "full-text.js": fullTextCall != nil
      default: true
      }
    }.map { ($0.key, $0.value) }
  }

  /// - Parameters:
  ///   - loader: The pages of the site.
  ///   - settings: What it is to be like.
  ///   - publications: What pages say about publishing.
  ///   - sourceNames: What the source calls the pages.
  ///   - known: The folders of the pages, where they were told before.
  ///   - navigation: The navigation, which was read before; `nil` to read it.
  /// - Throws: ``SiteError``, where the theme or a program that is asked for cannot be used.
  init(
    _ loader: PageLoader, _ settings: SiteSettings, _ publications: Publications, _ sourceNames: SourceNames,
    folders known: SiteFolders? = nil, navigation: SiteNavigation? = nil
  ) throws(SiteError) {
    self.loader = loader
    self.publications = publications
    restorer = PageRestorer(loader, restoresFacts: settings.correctsFacts)
    self.settings = settings
    fullTextCall = try settings.fullText?.find()
    let catalog = loader.catalog
    paths = SitePaths(catalog, style: settings.pathStyle)
    links = LinkTargets(catalog, mappings: settings.linkMappings)
    folders = known ?? SiteFolders(catalog, orders: sourceNames.orders)
    let builtIn = (try? VocabularySource.builtIn.vocabulary("en")).map { [$0] } ?? []
    let source = loader.vocabularies.prefix(1) + builtIn
    locales = loader.vocabularies.map { LocaleText($0, fallbacks: Array(source)) }
    let found =
      navigation
      ?? SiteNavigation(
        NavigationReader(
          links: links, folders: folders, publications: publications, restorer: restorer,
          names: settings.correctsFacts ? sourceNames.names : []), jobs: settings.jobs)
    self.navigation = found.locales
    problems = found.problems
    failures = found.failures
    places = SitePlaces(catalog, folders)
    templates = try Self.templates(settings.theme)
    origin = settings.baseURL.flatMap { $0.hasPrefix("http://") || $0.hasPrefix("https://") ? $0 : nil }
    let names = SiteAddress(file: places.names + "/index.html")
    let search = places.search + "/"
    shared = locales.indices.map { [locales, settings] locale in
      let folder = catalog.locales[locale]
      return Self.shared(
        locales[locale], site: settings.slots(locale, locales[locale].htmlStyle),
        search: [
          "files": .string(search), "locale": .string(URLText.encodedPath(folder)),
          "names": .string(names.below(folder: folder).path),
        ])
    }
  }

  private static func shared(_ locale: LocaleText, site: TemplateObject, search: TemplateValue) -> TemplateValue {
    var object = TemplateObject(capacity: 8)
    object["lang"] = .string(locale.tag)
    if let direction = locale.direction { object["dir"] = .string(direction) }
    object["ui"] = locale.strings
    object["language-name"] = .string(locale.language)
    object["site"] = .object(site)
    object["search"] = search
    return .object(object)
  }

  private static func templates(_ theme: Theme) throws(SiteError) -> TemplateSet {
    do {
      return try TemplateSet(["page", "index", "landing", "not-found", "redirect", "quality", "findings"]) {
        theme.templates[$0]
      }
    } catch let error as TemplateError {
      throw .template(error)
    } catch {
      throw .refused("\(error)")
    }
  }

  /// The file with the Markdown of a page, beside it below the locale's folder: links to other pages' files hold.
  func markdownFile(of page: Int) -> String { catalog.entries[page].name + ".md" }

  /// A page with those of its translations that lists for other programs name.
  func listed(_ page: APIPage, at index: Int) -> APIPage {
    guard !publications.isEmpty else { return page }
    let translations = page.translations.enumerated().map { locale, translation in
      publications.excludes(index, locale, from: .navigation) ? nil : translation
    }
    return APIPage(id: page.id, name: page.name, translations: translations, failures: page.failures)
  }

  /// The address of that file below the locale's folder.
  func markdownAddress(of page: Int) -> SiteAddress { SiteAddress(file: markdownFile(of: page)) }

  /// The address, from the root of the site on, of a file below a locale's folder.
  func address(_ address: SiteAddress, in locale: Int) -> SiteAddress {
    address.below(folder: catalog.locales[locale])
  }

  /// The address of a locale's home page, from the root of the site on.
  func home(_ locale: Int) -> SiteAddress { address(SiteAddress(file: "index.html"), in: locale) }
}

extension SiteContext {
  /// The path of the site on its host, without a slash at its end.
  var basePath: String {
    guard let base = settings.baseURL else { return "" }
    guard let origin else { return base }
    let scheme = origin.hasPrefix("https://") ? 8 : 7
    let rest = origin.utf8.dropFirst(scheme)
    return rest.firstIndex(of: UInt8(ascii: "/")).map { String(origin[$0...]) } ?? ""
  }
}

extension SiteSettings {
  /// What the theme shows of the site itself on every page of a locale.
  func slots(_ locale: Int, _ style: HTMLStyle) -> TemplateObject {
    var object = TemplateObject(capacity: 4)
    object["title"] = .string(title(locale))
    if let logo { object["logo"] = .string(SiteAddress(file: "assets/" + logo).path) }
    for (key, texts) in [("banner", banners), ("footer", footers)] where locale < texts.count && !texts[locale].isEmpty
    {
      object[TemplateKey(key)] = .bytes(HTMLWriter.html(markdown: texts[locale], style: style))
    }
    return object
  }

  /// The name of the site in a locale.
  func title(_ locale: Int) -> String { locale < titles.count ? titles[locale] : titles.first ?? "" }
}
