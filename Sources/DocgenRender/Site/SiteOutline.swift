import DocgenModel
import DocgenSupport

/// What pages of a site ask of each other, read once for all machines that render a part of them: names, kinds, types,
/// navigation, and what is not published.
package struct SiteOutline: Sendable {
  let publications: Publications
  let names: SourceNames
  /// `nil` if it is read by whoever uses the outline.
  let navigation: SiteNavigation?
  let sameNamePages: SameNamePages
  /// In the order of the catalog.
  let types: [TypeIndex.TypePage]

  /// Takes it from a site.
  init(_ prepared: PreparedSite) {
    let site = prepared.site
    publications = site.publications
    names = prepared.names
    navigation = SiteNavigation(locales: site.navigation, problems: site.problems, failures: site.failures)
    sameNamePages = prepared.features.sameNamePages
    types = prepared.features.types.types
  }

  /// Takes what is known, without the navigation.
  init(
    _ publications: Publications, _ names: SourceNames, _ sameNamePages: SameNamePages, _ types: [TypeIndex.TypePage]
  ) {
    (self.publications, self.names, navigation) = (publications, names, nil)
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
    let folders = SiteFolders(catalog, orders: names.orders).folders.count
    let navigation = try SiteNavigation(&reader, pages: pages, folders: folders)
    self.navigation = navigation
    sameNamePages = try SameNamePages(&reader)
    types = try TypeIndex.types(&reader)
    guard navigation.locales.count == catalog.locales.count, types.allSatisfy({ $0.page < pages }) else {
      throw StateReader.Damage()
    }
  }

  /// The pages that are on the site.
  package var catalog: PageCatalog { publications.catalog }
}
