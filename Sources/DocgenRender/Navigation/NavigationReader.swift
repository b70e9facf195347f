import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Makes the navigation of a locale from its tables of contents and, where there are none, from folders and titles.
struct NavigationReader: Sendable {
  let links: LinkTargets
  let folders: SiteFolders
  let publications: Publications
  /// Puts the names of the source into titles and entries.
  let restorer: PageRestorer
  /// What the source calls the pages; empty where the names of translations stand.
  private let names: [SourceNames.Name?]
  /// The tables of contents of each locale by folder in lower case: paths below the content folder.
  let tables: [[String: String]]

  init(
    links: LinkTargets, folders: SiteFolders, publications: Publications, restorer: PageRestorer,
    names: [SourceNames.Name?]
  ) {
    self.links = links
    self.folders = folders
    self.publications = publications
    self.restorer = restorer
    self.names = names
    let catalog = links.catalog
    var tables = [[String: String]](repeating: [:], count: catalog.locales.count)
    for resource in catalog.resources where resource.path == "toc.yml" || resource.path.hasSuffix("/toc.yml") {
      let folder = SitePaths.folder(of: resource.path).dropLast().lowercased()
      tables[resource.locale][folder] = resource.file
    }
    self.tables = tables
  }

  struct Result: Sendable {
    var navigation: Navigation
    var problems: [FileProblem] = []
    /// Tables of contents that could not be read.
    var failures: [FileError] = []
  }

  /// Reads the navigation of one locale.
  ///
  /// A folder without a table of contents in the locale has the source's, with the titles of the locale's pages. Titles are
  /// read only for these, and for pages that no table names.
  ///
  /// - Parameters:
  ///   - locale: The index of the locale.
  ///   - source: The navigation of the source; `nil` for the source itself.
  ///   - jobs: The number of threads.
  /// - Returns: The navigation, and what is wrong with the tables.
  func read(locale: Int, beside source: Navigation?, jobs: Int) -> Result {
    let parts = Parallel.map(count: folders.folders.count, jobs: jobs) {
      section(of: $0, locale: locale, beside: source?.sections[$0])
    }
    var result = Result(
      navigation: Navigation(
        sections: parts.map(\.section),
        places: [Navigation.Place?](repeating: nil, count: links.catalog.entries.count)))
    for part in parts {
      result.problems += part.problems
      result.failures += part.failure.map { [$0] } ?? []
    }
    // A table names the pages of its own folder before those of others.
    for isOwn in [true, false] { place(into: &result.navigation, isOwn: isOwn) }
    addUnlisted(to: &result.navigation, locale: locale, jobs: jobs)
    nameSections(of: &result.navigation, locale: locale)
    return result
  }

  private func place(into navigation: inout Navigation, isOwn: Bool) {
    for (sectionIndex, section) in navigation.sections.enumerated() {
      for (index, node) in section.nodes.enumerated() {
        guard case .page(let page) = node.target, navigation.places[page] == nil else { continue }
        if isOwn, folders.ofPage[page] != sectionIndex { continue }
        navigation.places[page] = Navigation.Place(section: Int32(sectionIndex), node: Int32(index))
      }
    }
  }

  /// Adds the pages that no table of contents names to the sections of their folders, with their titles.
  private func addUnlisted(to navigation: inout Navigation, locale: Int, jobs: Int) {
    var pages: [Int] = []
    for (index, folder) in folders.folders.enumerated() {
      navigation.sections[index].firstUnlisted = navigation.sections[index].nodes.count
      for page in folder.pages where navigation.places[page] == nil && isNamed(page, locale) { pages.append(page) }
    }
    let unlisted = pages
    let titles = Parallel.map(count: unlisted.count, jobs: jobs) { title(of: unlisted[$0], locale: locale) }
    for (page, title) in zip(unlisted, titles) {
      let section = folders.ofPage[page]
      let node = navigation.sections[section].nodes.count
      navigation.sections[section].nodes.append(
        Navigation.Node(name: title, target: .page(page), parent: -1, end: node + 1))
      navigation.places[page] = Navigation.Place(section: Int32(section), node: Int32(node))
    }
  }

  private func nameSections(of navigation: inout Navigation, locale: Int) {
    for (index, folder) in folders.folders.enumerated() {
      if let page = folder.index {
        navigation.sections[index].name = title(of: page, locale: locale)
      } else if let root = navigation.sections[index].root {
        navigation.sections[index].name = navigation.sections[index].nodes[root].name
      }
    }
  }

  // MARK: Tables of contents

  private struct Part: Sendable {
    var section: Navigation.Section
    var problems: [FileProblem] = []
    var failure: FileError?
  }

  private func section(of folder: Int, locale: Int, beside source: Navigation.Section?) -> Part {
    let id = folders.folders[folder].id
    let name = PageCatalog.shownName(of: folders.folders[folder].name)
    var part = Part(section: Navigation.Section(name: name))
    guard let path = tables[locale][id] ?? tables[PageCatalog.source][id] else { return part }
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try links.catalog.read(path)
    } catch {
      part.failure = error
      return part
    }
    let table = TableOfContents.read(bytes)
    var nodes: [Navigation.Node] = []
    add(table.entries, parent: -1, folder: id.isEmpty ? "" : id + "/", locale: locale, to: &nodes)
    if let source {
      if tables[locale][id] != nil {
        restoreNames(in: &nodes, beside: source)
      } else {
        translateNames(in: &nodes, locale)
      }
    }
    part.section.nodes = nodes
    if !table.problems.isEmpty {
      let lines = LineTable(bytes)
      part.problems = table.problems.map {
        FileProblem(path: path, position: lines.position(of: $0.span.start), message: $0.description)
      }
    }
    return part
  }

  /// Calls the pages of the source's table by their titles in the locale, where they are translated.
  private func translateNames(in nodes: inout [Navigation.Node], _ locale: Int) {
    for index in nodes.indices {
      guard case .page(let page) = nodes[index].target, links.catalog.entries[page].files[locale] != nil else {
        continue
      }
      nodes[index].name = title(of: page, locale: locale)
    }
  }

  /// Puts the names of pages into a locale's own table, as the source's table has them.
  private func restoreNames(in nodes: inout [Navigation.Node], beside source: Navigation.Section) {
    if names.isEmpty { return }
    let originals = source.nodes.prefix(source.firstUnlisted)
    var texts: [Int: String] = [:]
    for node in originals {
      if case .page(let page) = node.target { texts[page] = texts[page] == nil ? node.name : "" }
    }
    for index in nodes.indices {
      guard case .page(let page) = nodes[index].target, let source = texts[page], source != nodes[index].name,
        let name = names[page]
      else { continue }
      for part in [name.text, name.member].compactMap(\.self) {
        guard let restored = NameRestoration.restored(part, in: nodes[index].name, from: source) else { continue }
        nodes[index].name = restored
        break
      }
    }
  }

  private func add(
    _ entries: [TableOfContents.Entry], parent: Int, folder: String, locale: Int, to nodes: inout [Navigation.Node]
  ) {
    for entry in entries {
      var target = entry.href.map { self.target(of: $0.value, folder: folder, locale: locale) } ?? .none
      if case .page(let page) = target, !isNamed(page, locale) { target = .none }
      let name = FrontMatter.shown(entry.name.value)
      if name.isEmpty || (target == .none && entry.items.isEmpty) { continue }
      let index = nodes.count
      nodes.append(Navigation.Node(name: name, target: target, parent: parent, end: index + 1))
      add(entry.items, parent: index, folder: folder, locale: locale, to: &nodes)
      nodes[index].end = nodes.count
      if target == .none, nodes[index].end == index + 1 { nodes.removeLast() }
    }
  }

  /// Whether the navigation of a locale names a page.
  private func isNamed(_ page: Int, _ locale: Int) -> Bool {
    !publications.excludes(page, locale, from: .navigation)
  }

  private func target(of href: String, folder: String, locale: Int) -> Navigation.Target {
    if href.utf8.first == UInt8(ascii: "/") || href.utf8.contains(UInt8(ascii: ":")) {
      // Any page of the site will do to ask for what does not depend on the page.
      guard !links.catalog.entries.isEmpty else { return .none }
      if case .outside(let address) = links.target(of: href, on: 0, locale: locale) {
        return .outside(address)
      }
      return mapped(href, locale: locale)
    }
    let end = href.utf8.firstIndex { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "?") } ?? href.utf8.endIndex
    let path = href[..<end]
    if let page = links.page(at: path, from: folder) { return .page(page) }
    var id = LinkTargets.id(of: path, from: folder)
    if id.hasSuffix("toc.yml") { id = String(SitePaths.folder(of: id)) }
    while id.hasSuffix("/") { id.removeLast() }
    return folders.index(of: id).map { .folder($0) } ?? .none
  }

  private func mapped(_ href: String, locale: Int) -> Navigation.Target {
    links.page(mapping: href, locale: locale).map { .page($0) } ?? .none
  }

  // MARK: Titles

  /// The title of a page, as its front matter says it, or else its first heading, or its name.
  func title(of page: Int, locale: Int) -> String {
    let entry = links.catalog.entries[page]
    let file = entry.files[locale] ?? entry.files[PageCatalog.source] ?? entry.files.lazy.compactMap { $0 }.first
    let name = PageCatalog.shownName(of: entry.name)
    guard let file, let bytes = try? links.catalog.read(file) else { return name }
    let source = SourceFile(path: file, bytes: bytes)
    if let title = shortTitle(of: source) { return title }
    let isTranslated = entry.files[locale] != nil
    let original = isTranslated && locale != PageCatalog.source ? self.source(of: entry) : nil
    if let title = restorer.title(of: source, locale: isTranslated ? locale : PageCatalog.source, beside: original) {
      return title
    }
    let tag = links.catalog.locales[isTranslated ? locale : PageCatalog.source]
    return firstHeading(source, from: Int(FrontMatter.read(source.bytes).bodyStart), in: tag) ?? name
  }

  /// What the page itself says that the navigation is to call it.
  private func shortTitle(of file: SourceFile) -> String? {
    let keys = links.catalog.dialect.keys
    guard !keys.names(of: .navigationTitle).isEmpty else { return nil }
    return keys.text(.navigationTitle, in: FrontMatter.read(file.bytes)).map { FrontMatter.shown($0.value) }
  }

  private func source(of entry: PageCatalog.Entry) -> SourceFile? {
    guard restorer.restoresFacts, let file = entry.files[PageCatalog.source],
      let bytes = try? links.catalog.read(file)
    else { return nil }
    return SourceFile(path: file, bytes: bytes)
  }

  private func firstHeading(_ source: SourceFile, from start: Int, in locale: String) -> String? {
    let options = links.catalog.dialect.options(in: locale, file: source.path)
    let document = MarkdownParser.parse(source, from: start, options: options)
    guard let heading = document.nodes.firstIndex(where: { $0.kind == .heading }) else { return nil }
    let text = document.text(of: heading).string
    return text.isEmpty ? nil : text
  }
}
