import DocgenModel
import DocgenSupport

extension SiteWriter {
  // MARK: Folders

  /// Makes all folders, so that files can be written in any order.
  func makeFolders() throws(SiteError) {
    var paths: Set<String> = [folder + "/assets"]
    for locale in site.locales.indices {
      for part in site.folders.folders { paths.insert(part.name.isEmpty ? path(locale, "") : path(locale, part.name)) }
      for file in site.paths.files { paths.insert(path(locale, String(SitePaths.folder(of: file).dropLast()))) }
      paths.insert(path(locale, site.places.names))
      for entry in site.catalog.entries {
        paths.insert(path(locale, String(SitePaths.folder(of: entry.name).dropLast())))
      }
    }
    for part in SearchIndex.folders(site) { paths.insert(folder + "/" + site.places.search + "/" + part) }
    for image in site.images { paths.insert(path(image.locale, String(SitePaths.folder(of: image.path).dropLast()))) }
    for asset in site.settings.theme.assets.keys {
      paths.insert(folder + "/assets/" + SitePaths.folder(of: asset).dropLast())
    }
    do throws(FileError) {
      for path in paths.sorted() { try FileSystem.createFolder(path.hasSuffix("/") ? String(path.dropLast()) : path) }
    } catch {
      throw .file(error)
    }
  }

  // MARK: Pages

  /// Writes the pages of the content in all locales.
  ///
  /// - Parameters:
  ///   - features: What they know of all pages.
  ///   - feature: Keeps a note of each page.
  ///   - kept: What is known of the pages from the build before.
  ///   - progress: Called with the number of pages that are done and of all pages, from any thread.
  /// - Returns: What is to be known of each page, in the order of the catalog.
  /// - Throws: The first error that happened.
  func writePages<Feature: OutputFeature>(
    _ features: SiteFeatures, feature: Feature, kept: KeptParts?,
    progress: (@Sendable (Int, Int) -> Void)?
  ) throws(SiteError) -> [PageOutcome<Feature.Note>] {
    let counter = PageCounter()
    let entries = site.catalog.entries
    let total = entries.count * site.locales.count
    let pages = Parallel.map(count: entries.count, jobs: site.settings.jobs) {
      index -> PageOutcome<Feature.Note>? in
      if failure.hasFailed { return nil }
      defer { progress?(counter.add(site.locales.count), total) }
      guard let kept else { return make(index, features, feature).map { .made($0.page.0, $0.page.1) } }
      if let page = takeOver(index, kept) { return .kept(page) }
      let trace = FileTrace(within: FileTrace.current)
      let made = trace.record { make(index, features, feature) }
      FileTrace.current?.note(trace)
      guard let made else { return nil }
      if made.page.0.canBeKept {
        kept.keep(entries[index].id, at: index, trace) { writer in
          made.files.write(to: &writer)
          made.page.0.write(to: &writer)
          feature.write(made.page.1, to: &writer)
        }
      }
      return .made(made.page.0, made.page.1)
    }
    try failure.check()
    return pages.compactMap(\.self)
  }

  /// What is known of pages; of those that were kept, it is read now.
  func known<Feature: OutputFeature>(
    _ pages: [PageOutcome<Feature.Note>], _ features: SiteFeatures, _ feature: Feature
  ) throws(SiteError) -> (summaries: [PageSummary], notes: [Feature.Note]) {
    let known = Parallel.map(count: pages.count, jobs: site.settings.jobs) { index -> (PageSummary, Feature.Note)? in
      switch pages[index] {
      case .made(let summary, let note): return (summary, note)
      case .kept(var content):
        if let summary = try? PageSummary(&content), let note = try? feature.note(from: &content) {
          return (summary, note)
        }
        return make(index, features, feature)?.page
      }
    }
    try failure.check()
    return (known.compactMap(\.?.0), known.compactMap(\.?.1))
  }

  /// A page as it was made: what is to be known of it, and its files.
  typealias Made<Note> = (page: (PageSummary, Note), files: KeptPages.Files)

  /// Reads, renders and writes a page; `nil` if that failed. What is written is told to a function, in its order.
  func make<Feature: OutputFeature>(
    _ index: Int, _ features: SiteFeatures, _ feature: Feature, noting: (([UInt8]) -> Void)? = nil
  ) -> Made<Feature.Note>? {
    RunTimings.measure(site.settings.timings, page: site.catalog.entries[index].id) {
      render(index, features, feature, noting)
    }
  }

  private func render<Feature: OutputFeature>(
    _ index: Int, _ features: SiteFeatures, _ feature: Feature, _ noting: (([UInt8]) -> Void)?
  ) -> Made<Feature.Note>? {
    let (page, restored) = site.restorer.restored(site.loader.load(site.catalog.entries[index]))
    let note = feature.note(on: site.listed(page, at: index), at: site.paths.pages[index].path)
    var renderer = PageRenderer(site, features, index: index, page: page, restored: restored)
    var outputs: [(locale: Int, path: String)] = []
    do {
      for output in try renderer.render() {
        try write(output.bytes, to: path(output.locale, output.path))
        outputs.append((output.locale, output.path))
        noting?(output.bytes)
      }
    } catch {
      failure.set(Self.siteError(error))
      return nil
    }
    return ((renderer.summary, note), KeptPages.Files(outputs: outputs, offers: renderer.offers.files))
  }

  /// Takes over a page of the site that stands; `nil` if it is to be made.
  ///
  /// - Returns: What is known of it, to be read where somebody asks for it.
  private func takeOver(_ index: Int, _ kept: KeptParts) -> StateReader? {
    guard standing != nil, var page = kept.part(site.catalog.entries[index].id),
      let files = try? KeptPages.Files(&page.content),
      files.outputs.allSatisfy({ site.locales.indices.contains($0.locale) }), takeOver(files.outputs)
    else { return nil }
    for offer in files.offers { site.links.offer(offer) }
    kept.keep(page, at: index)
    return page.content
  }

  // MARK: Other pages

  /// Writes home pages, listings of folders, indexes of names, pages for unknown addresses, the landing page, and what
  /// shows the quality of the site.
  func writeExtraPages(_ summaries: [PageSummary], findings: FindingIndex?) throws(SiteError) -> Int {
    let quality = findings.map { QualityPages(site, findings: $0, summaries: summaries) }
    var pages = try qualityPages(quality)
    let facets = Facet.used(by: summaries)
    let groups = facets.map { FacetGroup.all($0, summaries) }
    for locale in site.locales.indices {
      for (index, part) in site.folders.folders.enumerated() where part.index == nil {
        pages.append(
          ExtraPage(below: path(locale, "")) { () throws(TemplateError) in
            try ListingPages.section(site, locale: locale, folder: index, facets: facets)
          })
      }
      let names = NameIndex(site, locale: locale, summaries: summaries, facets: facets)
      for part in names.parts {
        pages.append(
          ExtraPage(below: path(locale, "")) { () throws(TemplateError) in try names.render(part) })
      }
      for (facet, groups) in zip(facets, groups) {
        let index = FacetIndex(site, locale: locale, facet: facet, groups: groups)
        try createFolder(path(locale, FacetIndex.folder(facet, site)))
        for part in index.parts {
          pages.append(
            ExtraPage(below: path(locale, "")) { () throws(TemplateError) in try index.render(part) })
        }
      }
      if site.catalog.index(of: "404") == nil {
        pages.append(
          ExtraPage(path: path(locale, "404.html")) { () throws(TemplateError) in
            try ListingPages.notFound(site, locale: locale)
          })
      }
    }
    // Hosts that know one such page for all of a site look for it at the root.
    pages.append(
      ExtraPage(path: folder + "/404.html") { () throws(TemplateError) in
        try ListingPages.notFound(site, locale: PageCatalog.source)
      })
    pages.append(
      ExtraPage(path: folder + "/index.html") { () throws(TemplateError) in
        try ListingPages.landing(site, summaries: summaries)
      })
    return try write(pages) + write(quality.map { QualityNumbers(pages: $0).files } ?? [])
  }

  // MARK: Files

  /// Writes the trees of all sections that have entries.
  func writeNavigation() throws(SiteError) -> Int {
    var files: [SiteFile] = []
    for locale in site.locales.indices {
      for section in site.folders.folders.indices where !site.navigation[locale].sections[section].nodes.isEmpty {
        let tree = NavigationTree(site: site, locale: locale, section: section)
        files.append(SiteFile(path: site.catalog.locales[locale] + "/" + tree.path, bytes: tree.bytes))
      }
    }
    return try write(files)
  }

  /// Writes the files of the theme.
  func writeAssets() throws(SiteError) -> Int {
    let assets = site.assets
    do throws(FileError) {
      for (name, bytes) in assets { try write(bytes, to: folder + "/assets/" + name) }
    } catch {
      throw .file(error)
    }
    return assets.count
  }

  /// Copies the images of the content, and the files that pages offer: all pages have to be written.
  ///
  /// - Returns: How many there are on the site, and those that could not be read.
  func writeImages() throws(SiteError) -> (count: Int, failures: [FileError]) {
    let files = site.images + site.links.offeredFiles
    let failures = try write(images: files)
    return (files.count - failures.count, failures)
  }

  /// Copies files of the content.
  ///
  /// - Returns: Those that could not be read.
  func write(images: [SiteImages.Image]) throws(SiteError) -> [FileError] {
    var failures: [FileError] = []
    for image in images {
      let bytes: [UInt8]
      do throws(FileError) {
        bytes = try site.catalog.read(image.file)
      } catch {
        failures.append(error)
        continue
      }
      do throws(FileError) {
        let folder = path(image.locale, String(SitePaths.folder(of: image.path).dropLast()))
        try FileSystem.createFolder(folder.hasSuffix("/") ? String(folder.dropLast()) : folder)
        try write(bytes, to: path(image.locale, image.path))
      } catch {
        throw .file(error)
      }
    }
    return failures
  }
}
