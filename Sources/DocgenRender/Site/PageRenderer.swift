import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Renders one page of the content, in all locales of the site.
struct PageRenderer {
  /// A file of the site.
  struct Output {
    /// The path below the locale's folder.
    var path: String
    var locale: Int
    var bytes: [UInt8]
  }

  let site: SiteContext
  private let features: SiteFeatures
  /// The page's index in the catalog.
  let index: Int
  let page: APIPage
  /// What the translations say otherwise than their files, by the index of the locale.
  let restored: [RestoredPage?]
  private let inheritance: Inheritance?
  private let sourceNames: ContentHashes?
  private(set) var summary = PageSummary()
  /// The files that the page offers to readers.
  let offers = PageOffers()
  /// The names on the page are known; they are the same in every locale.
  private var hasPlaces = false

  init(_ site: SiteContext, _ features: SiteFeatures, index: Int, page: APIPage, restored: [RestoredPage?]) {
    self.restored = restored
    self.site = site
    self.features = features
    self.index = index
    self.page = page.readable
    sourceNames = page.source.map { ContentHashes($0.source.originalBytes) }
    inheritance = features.types.type(ofPage: index).map { Inheritance(of: $0, in: features.types, site.links) }
  }

  /// The page in every locale; a locale without a translation shows the source, or else the first there is.
  mutating func render() throws(TemplateError) -> [Output] {
    summary.unreadable = page.failures.map(\.error)
    summary.titles = page.translations.map { $0.map(PageTitle.text) }
    guard let original = page.source ?? page.translations.lazy.compactMap({ $0 }).first else {
      if features.findings != nil { summary.translations = page.translations.map { _ in nil } }
      return []
    }
    let vocabulary = site.loader.vocabularies[original.locale]
    let searchNames = SearchableNames.names(
      of: original, isArticle: page.kind.map(\.isArticle) ?? false, vocabulary)
    summary.kind = kind(of: original, name: searchNames.first ?? "", vocabulary)
    if !site.publications.excludes(index, PageCatalog.source, from: .navigation) {
      summary.names = names(of: original)
      summary.facets = Facet.values(of: original)
    }
    if !site.publications.excludes(index, PageCatalog.source, from: .search) {
      summary.searchNames = searchNames
      summary.searchEntries = SearchableNames.entries(of: original, beside: summary.searchNames)
    }
    summary.updated = page.translations.map { $0.flatMap(PageView.updated) }
    summary.texts = page.translations.enumerated().map { locale, page in
      site.publications.excludes(index, locale, from: .search) ? nil : page.map { SearchText($0) }
    }
    var outputs: [Output] = []
    for locale in site.locales.indices {
      let own = page.translations[locale]
      if let target = features.redirects.target(of: index, locale) {
        let file = site.paths.files[index]
        let bytes = try site.redirectPage(at: file, to: target, locale)
        outputs.append(Output(path: file, locale: locale, bytes: bytes))
        if own != nil { summary.pages += 1 }
        if features.findings != nil { summary.translations.append(nil) }
        continue
      }
      let shown = own ?? original
      let files = try render(shown, in: locale)
      if own == nil { summary.fallbackPages += 1 } else { summary.pages += 1 }
      outputs += files.map { Output(path: $0.path, locale: locale, bytes: $0.bytes) }
      if let own, site.settings.writesTwins {
        outputs.append(Output(path: site.markdownFile(of: index), locale: locale, bytes: own.source.bytes))
      }
    }
    summary.files = outputs.count
    return outputs
  }

  /// What readers are told that a page is about: the title's own word wins over what its declarations say.
  private func kind(of original: LocalizedPage, name: String, _ vocabulary: Vocabulary) -> String? {
    guard let kind = page.kind, !kind.isArticle else { return nil }
    let stated = PageKind.stated(by: PageTitle.text(of: original), name: name, vocabulary)
    return stated.flatMap { $0.isArticle ? nil : $0.name } ?? kind.name
  }

  private func names(of page: LocalizedPage) -> [String] {
    guard page.facts.isReference else { return [] }
    var names: [String] = []
    var known: Set<String> = []
    for name in page.frontMatter.strings("api_name") {
      let name = FrontMatter.unescaped(name.value)
      if known.insert(name).inserted { names.append(name) }
    }
    return names.isEmpty ? [PageTitle.text(of: page)] : names
  }

  private mutating func render(_ shown: LocalizedPage, in locale: Int) throws(TemplateError) -> [PageParts.File] {
    let text = site.locales[locale]
    let isFallback = shown.locale != locale
    var view = PageView(site, locale: locale, address: site.paths.pages[index], title: PageTitle.text(of: shown))
    var links = PageLinks(targets: site.links, paths: site.paths, locale: locale, page: index)
    links.offers = offers
    var content = PageContent(
      page, shown, links: links, typeAddress: features.typeAddress(from: index, site.paths), inheritance: inheritance,
      text: site.locales[shown.locale],
      vocabulary: site.loader.vocabularies[shown.locale], restored: restored[shown.locale])
    content.write()
    content.writeSameNamePages(
      features.sameNamePages.others(of: index), address: { site.paths.address(of: $0, from: index) },
      place: { site.navigation[locale].sections[site.folders.ofPage[$0]].name })
    summary.missingLinks += content.writer.missingLinks
    summary.unpublishedLinks += content.writer.unpublishedLinks
    summary.missingImages += content.writer.missingImages

    takePlaces(of: content, shown, isFallback: isFallback)
    if let findings = features.findings {
      summary.translations.append(isFallback ? nil : content.note(findings.findings(page: index, locale: locale)))
    }

    view.setLanguages { page.translations[$0] != nil }
    let translations = site.locales.indices.filter {
      page.translations[$0] != nil && !site.publications.excludes(index, $0, from: .index)
    }
    view.setAddresses(canonicalLocale: shown.locale, translations: translations)
    view.setNavigation(of: index)
    view.setMetadata(shown, index)
    if let kind = summary.kind, let name = text.text("kind-" + kind) {
      view.object["page-kind"] = ["id": .string(kind), "name": .string(name)]
    }
    view.object["heading"] = .bytes(content.heading)
    if !content.headingNotes.isEmpty { view.object["heading-notes"] = .bytes(content.headingNotes) }
    view.object["contents"] = content.contents
    view.object["content"] = .bytes(content.writer.buffer.bytes)
    view.object["is-in-full-text"] = .boolean(
      site.fullTextCall != nil && !isFallback && !site.publications.excludes(index, locale, from: .search))
    if isFallback {
      let language = site.locales[shown.locale]
      view.object["content-lang"] = .string(language.tag)
      if language.direction != text.direction { view.object["content-dir"] = .string(language.direction ?? "ltr") }
      // An address that is canonical elsewhere tells enough; both would contradict each other.
      if site.origin == nil { view.object["is-unlisted"] = true }
      view.object["fallback"] = [
        "is-original": .boolean(page.source == nil),
        "href": .string(view.reference(to: view.address, in: shown.locale)), "lang": .string(language.tag),
        "language": .string(language.language),
      ]
    } else {
      view.setRobots(site.publications.state(index, locale)?.exclusions ?? [])
      if locale != PageCatalog.source {
        view.setStatus(shown, sourceNames: sourceNames, restored: restored[locale])
      }
      view.setSharing(
        title: PageTitle.text(of: shown), updated: PageView.updated(shown),
        translations: translations)
    }
    let capacity = content.writer.buffer.bytes.count + 8192
    let folder = site.folders.ofPage[index]
    if site.folders.folders[folder].index == index, folder > 0 {
      var listing = Listing(view: view)
      listing.addSection(folder)
      return try listing.finish(site.paths.files[index], capacity: capacity)
    }
    var bytes = try view.render("page", capacity: capacity)
    let frame = bytes.count - content.writer.buffer.bytes.count - content.contentsSize
    if frame > Self.frameLimit, view.shortenNavigation(by: frame - Self.frameLimit) {
      bytes = try view.render("page", capacity: capacity)
    }
    let parts = PageParts(view: view, template: "page", slot: "content", path: site.paths.files[index])
    return try parts.files(bytes, dividing: content.writer.buffer.bytes)
  }

  /// Keeps for the search what stands on the page, with the anchors that it has there.
  private mutating func takePlaces(of content: PageContent, _ shown: LocalizedPage, isFallback: Bool) {
    if !isFallback, summary.texts[shown.locale] != nil {
      summary.texts[shown.locale] = SearchText(shown, anchors: content.sectionAnchors)
    }
    let isSource = shown.locale == (page.source ?? page.translations.lazy.compactMap { $0 }.first)?.locale
    guard isSource, !hasPlaces, !site.publications.excludes(index, PageCatalog.source, from: .search) else { return }
    hasPlaces = true
    summary.searchEntries += content.searchEntries(
      isOfType: page.kind?.isType ?? false, kind: shown.facts.listedKind)
  }

  /// The bytes that a page should have at most around its content and the list of its headings, so that the text comes at once on a slow line.
  private static let frameLimit = 6 * 1024
}
