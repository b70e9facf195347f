import DocgenModel
import DocgenSupport

/// What a site is to be like.
package struct SiteSettings: Sendable {
  /// The folder that becomes the site.
  package var outputFolder: String
  /// The name of the site, by the index of the locale.
  package var titles: [String]
  /// The address under which the site is published, or its path on the host; without a slash at its end.
  package var baseURL: String?
  /// The longest prefix comes first; one whose page does not exist is passed over.
  package var linkMappings: [LinkMapping] = []
  /// How the addresses of pages end.
  package var pathStyle = SitePaths.Style.file
  /// Translations show the source's facts where they changed them.
  package var correctsFacts = true
  /// The Markdown of each page stands beside it.
  package var writesTwins = true
  /// Where a page can be edited: an address with `{path}`, in whose place the path of its file below the content
  /// folder is put.
  package var editURL: String?
  /// The file with the addresses that pages had before.
  package var redirects: SourceFile?
  /// The image in the bar of every page, by its path among the assets; `nil` for the theme's own mark.
  package var logo: String?
  /// Markdown above the bar of every page, by the index of the locale; links lead out of the site.
  package var banners: [String] = []
  /// Markdown at the foot of every page, by the index of the locale; links lead out of the site.
  package var footers: [String] = []
  /// What makes an index of the full text; `nil` for a search in names, titles, descriptions and headings.
  package var fullText: Pagefind?
  /// Templates and assets.
  package var theme = Theme.builtIn
  /// What a check of the content found, where the site is to show it.
  package var quality: QualityReport?
  /// Somebody wants to know in which files the site differs from the one of before.
  package var tellsChanges = false
  /// The site takes the place of the one of before as a folder, however little changed.
  package var swapsFolders = false
  /// Where it is kept how long the build takes; `nil` if nobody asks.
  package var timings: RunTimings?
  /// The number of threads.
  package var jobs = 1

  /// Makes settings for an output folder.
  package init(outputFolder: String, titles: [String]) {
    self.outputFolder = outputFolder
    self.titles = titles
  }
}
