import DocgenModel

/// The navigation around a page: it names the parts above and a few entries beside, and never grows with its section.
extension PageView {
  /// The most entries that a page shows of those beside or below it.
  private static let entryLimit = 12
  /// A page is never without itself and the entries before and after it.
  private static let fewestEntries = 3

  private var navigation: Navigation { site.navigation[locale] }

  /// Sets breadcrumbs, the section's navigation, and the pages before and after.
  mutating func setNavigation(of page: Int) {
    let folder = site.folders.ofPage[page]
    let place = navigation.places[page]
    let section = place.map { Int($0.section) } ?? folder
    let isListing = site.folders.folders[folder].index == page
    let isListed = place.map { Int($0.node) < navigation.sections[section].firstUnlisted } ?? false
    var crumbs = sectionCrumbs(section, includesSelf: !isListing || section != folder, isListed: isListed)
    if let place {
      let nodes = navigation.sections[section].nodes
      for ancestor in navigation.ancestors(of: place) {
        let target = nodes[ancestor].target
        if target == .page(page) || (section > 0 && isOwnPage(target, of: section)) { continue }
        guard let href = reference(to: target) ?? reference(to: .folder(section)) else { continue }
        crumbs.append(Self.link(nodes[ancestor].name, href))
      }
    }
    setBreadcrumbs(crumbs)
    // All of the way is in the breadcrumbs.
    setSectionNavigation(parents: crumbs.suffix(1), section: section, place: place)
    setPager(page)
  }

  private func isOwnPage(_ target: Navigation.Target, of folder: Int) -> Bool {
    site.folders.folders[folder].index.map { target == .page($0) } ?? (target == .folder(folder))
  }

  /// The folders around a section, and the section where the way to a page does not start with its first page.
  func sectionCrumbs(_ section: Int, includesSelf: Bool, isListed: Bool = false) -> [TemplateValue] {
    var chain: [TemplateValue] = []
    var folder = section
    while folder > 0 {
      let isOnlyListing = site.folders.folders[folder].index == nil
      let isNamedByRoot = isListed && isOnlyListing && navigation.sections[folder].root != nil
      if folder != section || (includesSelf && !isNamedByRoot) {
        chain.append(Self.link(navigation.sections[folder].name, reference(to: .folder(folder)) ?? ""))
      }
      folder = site.folders.folders[folder].parent
    }
    return chain.reversed()
  }

  /// Sets the breadcrumbs after the locale's home.
  mutating func setBreadcrumbs(_ crumbs: [TemplateValue]) {
    let home = SiteAddress(file: "index.html")
    if address == home { return }
    let first = Self.link(site.locales[locale]["home"], reference(to: home))
    object["breadcrumbs"] = ["items": .list([first] + crumbs)]
  }

  private mutating func setSectionNavigation(parents: [TemplateValue], section: Int, place: Navigation.Place?) {
    var nav = TemplateObject(capacity: 3)
    if !parents.isEmpty { nav["parents"] = ["items": .list(parents)] }
    var entries = place.map { self.entries(around: $0) } ?? topEntries(section)
    if entries.count < 2, place == nil { entries = folderEntries(section) }
    if !entries.isEmpty { nav["entries"] = ["items": .list(entries)] }
    let listing = site.folders.address(ofListing: section)
    if listing != address {
      let tree = NavigationTree(site: site, locale: locale, section: section)
      nav["index"] = Self.link(site.locales[locale]["all-pages"], reference(to: listing))
      nav["tree"] = .string(reference(to: SiteAddress(file: tree.path)))
    }
    if parents.isEmpty, entries.isEmpty { return }
    object["nav"] = .object(nav)
  }

  /// Takes entries away, those furthest from the page first, until their HTML is shorter by a number of bytes.
  ///
  /// - Returns: Whether there were any.
  mutating func shortenNavigation(by excess: Int) -> Bool {
    guard case .object(var nav)? = object["nav"], case .list(let all)? = nav["entries"]?.member("items") else {
      return false
    }
    var rest = excess
    var kept = all.indices
    let current = all.firstIndex { $0.member("current")?.isTruthy ?? false } ?? 0
    // The page and its neighbours stay.
    while rest > 0, kept.count > Self.fewestEntries {
      let isFirst = current - kept.lowerBound > kept.upperBound - 1 - current
      let gone = isFirst ? kept.lowerBound : kept.upperBound - 1
      kept = isFirst ? gone + 1..<kept.upperBound : kept.lowerBound..<gone
      if case .bytes(let text)? = all[gone].member("label") { rest -= text.count }
      if case .string(let text)? = all[gone].member("href") { rest -= text.utf8.count }
      rest -= "<li><a href=\"\"></a></li>\n".utf8.count
    }
    guard kept.count < all.count else { return false }
    nav["entries"] = ["items": .list(Array(all[kept]))]
    object["nav"] = .object(nav)
    return true
  }

  /// The entries below a page, or where there are none those beside it.
  private func entries(around place: Navigation.Place) -> [TemplateValue] {
    let section = navigation.sections[Int(place.section)]
    let node = Int(place.node)
    let below = section.nodes[node].end > node + 1
    if node >= section.firstUnlisted {
      let window = Self.window(section.firstUnlisted..<section.nodes.count, around: node)
      return values(of: window, in: section, current: node)
    }
    let parent = section.nodes[node].parent
    let children = section.children(of: below ? node : parent < 0 ? nil : parent)
    let position = below ? 0 : children.firstIndex(of: node) ?? 0
    let window = Self.window(children.indices, around: position).map { children[$0] }
    return values(of: window, in: section, current: below ? nil : node)
  }

  /// As many numbers of a range as a page shows, the given one in the middle.
  private static func window(_ range: Range<Int>, around position: Int) -> [Int] {
    guard range.count > entryLimit else { return Array(range) }
    let start = min(max(range.lowerBound, position - entryLimit / 2), range.upperBound - entryLimit)
    return Array(start..<start + entryLimit)
  }

  /// The folders in one, and the pages in it; for one that holds nothing, those beside it.
  private func folderEntries(_ section: Int) -> [TemplateValue] {
    let folders = site.folders.folders
    let isLeaf = folders[section].subfolders.isEmpty
    let parent = isLeaf ? folders[section].parent : section
    guard parent >= 0 else { return [] }
    let all = folders[parent].subfolders
    let position = isLeaf ? all.firstIndex(of: section) ?? 0 : 0
    return Self.window(all.indices, around: position).map { number in
      let folder = all[number]
      var item = TemplateObject(capacity: 4)
      item["name"] = .string(navigation.sections[folder].name)
      item["label"] = .bytes(NameBreaks.title(navigation.sections[folder].name))
      item["href"] = .string(reference(to: .folder(folder)) ?? "")
      item["current"] = .boolean(folder == section && isLeaf)
      return .object(item)
    }
  }

  private func topEntries(_ section: Int) -> [TemplateValue] {
    let section = navigation.sections[section]
    let top = section.children(of: section.root)
    return values(of: Array(top.prefix(Self.entryLimit)), in: section, current: nil)
  }

  private func values(of nodes: [Int], in section: Navigation.Section, current: Int?) -> [TemplateValue] {
    nodes.compactMap { index in
      let node = section.nodes[index]
      var target = node.target
      if target == .none {
        // A title leads to the first page below it.
        target = section.nodes[index..<node.end].first { $0.target != .none }?.target ?? .none
      }
      guard let href = reference(to: target) else { return nil }
      var item = TemplateObject(capacity: 4)
      item["name"] = .string(node.name)
      item["label"] = .bytes(NameBreaks.title(node.name))
      item["href"] = .string(href)
      item["current"] = .boolean(index == current)
      return .object(item)
    }
  }

  private mutating func setPager(_ page: Int) {
    let previous = navigation.neighbour(of: page, step: -1)
    let next = navigation.neighbour(of: page, step: 1)
    if let previous { object["previous"] = Self.link(previous.name, site.paths.address(of: previous.page, from: page)) }
    if let next { object["next"] = Self.link(next.name, site.paths.address(of: next.page, from: page)) }
    if previous != nil || next != nil { object["has-pager"] = true }
  }
}
