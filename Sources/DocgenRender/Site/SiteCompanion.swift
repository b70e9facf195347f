import DocgenModel

/// Makes more of the pages than a site shows, while they are at hand: files for other programs.
public protocol SiteCompanion: Sendable {
  /// Takes a page with all of its translations; called once for each page, from any thread.
  ///
  /// - Parameters:
  ///   - page: The page.
  ///   - index: Its index in the catalog.
  func visit(_ page: APIPage, at index: Int)

  /// The files to be written, by their paths below the root of the site; called when all pages were seen.
  func files() -> [(path: String, bytes: [UInt8])]
}
