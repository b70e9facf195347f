import DocgenModel
import DocgenSupport

/// What pages of a site ask of each other, read once for all machines that render a part of them: names, kinds, types,
/// navigation, and what is not published.
package struct SiteOutline: Sendable {
  let publications: Publications
  let names: SourceNames
  /// `nil` if they are read by whoever uses the outline.
  let folders: SiteFolders?
  let navigation: SiteNavigation?
  let sameNamePages: SameNamePages
  /// In the order of the catalog.
  let types: [TypeIndex.TypePage]

  /// Takes it from a site.
  init(_ prepared: PreparedSite) {
    let site = prepared.site
    publications = site.publications
    names = prepared.names
    folders = site.folders
    navigation = SiteNavigation(locales: site.navigation, problems: site.problems, failures: site.failures)
    sameNamePages = prepared.features.sameNamePages
    types = prepared.features.types.types
  }

  /// Takes what is known, without folders and navigation.
  init(
    _ publications: Publications, _ names: SourceNames, _ sameNamePages: SameNamePages, _ types: [TypeIndex.TypePage]
  ) {
    (self.publications, self.names, folders, navigation) = (publications, names, nil, nil)
    (self.sameNamePages, self.types) = (sameNamePages, types)
  }

  /// Writes all of it.
  package func write(to writer: inout StateWriter) {
    publications.write(to: &writer)
    names.write(to: &writer)
    navigation?.write(to: &writer)
    sameNamePages.write(to: &writer)
    TypeIndex.write(types, to: &writer)
  }

  /// Reads what was written of the pages of a catalog.
  package init(_ reader: inout StateReader, _ all: PageCatalog) throws(StateReader.Damage) {
    publications = try Publications(&reader, all)
    let catalog = publications.catalog
    let pages = catalog.entries.count
    names = try SourceNames(&reader)
    guard names.names.count == pages, names.orders.isEmpty || names.orders.count == pages else {
      throw StateReader.Damage()
    }
    let folders = SiteFolders(catalog, orders: names.orders)
    let navigation = try SiteNavigation(&reader, pages: pages, folders: folders.folders.count)
    (self.folders, self.navigation) = (folders, navigation)
    sameNamePages = try SameNamePages(&reader)
    types = try TypeIndex.types(&reader)
    guard navigation.locales.count == catalog.locales.count, types.allSatisfy({ $0.page < pages }) else {
      throw StateReader.Damage()
    }
  }

  /// The pages that are on the site.
  package var catalog: PageCatalog { publications.catalog }

  /// Those of some pages that are on the site, by their indices there.
  ///
  /// - Parameters:
  ///   - pages: The pages, by their indices in the catalog of all.
  ///   - all: That catalog.
  /// - Returns: The indices, which lie side by side.
  package func published(_ pages: Range<Int>, of all: PageCatalog) -> Range<Int> {
    let published = pages.compactMap { catalog.index(of: all.entries[$0].id) }
    return published.first.map { $0..<$0 + published.count } ?? 0..<0
  }
}
