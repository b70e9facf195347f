import DocgenModel
import DocgenSupport

extension Linter {
  /// What is to be said of one page that is in memory, as if its translations were files of the catalog.
  ///
  /// What only the comparison with other pages shows is left out.
  ///
  /// - Parameter page: A page of the catalog; translations that are not there are passed over.
  /// - Returns: In the order in which findings are printed.
  package func lint(_ page: APIPage) -> [Diagnostic] {
    guard let index = loader.catalog.index(of: page.id) else { return [] }
    var result = lint(page, loader.catalog.entries[index])
    result.record = PageRecord()
    return collect([result]).diagnostics
  }

  /// Lints a project whose pages are all in memory.
  ///
  /// - Parameter pages: Every page of the catalog, in its order.
  /// - Returns: What ``run(jobs:progress:)`` would, were they files.
  package func lint(project pages: [APIPage]) -> Result {
    precondition(pages.count == loader.catalog.entries.count, "every page of the catalog is to be given")
    let results = zip(pages, loader.catalog.entries).map { lint($0, $1) }
    var contents: [String: [UInt8]] = [:]
    for case let translation? in pages.flatMap(\.translations) {
      contents[translation.source.path] = translation.source.bytes
    }
    return collect(results, files: contents)
  }
}
