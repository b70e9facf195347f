import DocgenModel

/// What a site is to be like.
public struct SiteSettings: Sendable {
  /// The folder that becomes the site.
  public var outputFolder: String
  /// The name of the site, by the index of the locale.
  public var titles: [String]
  /// The address under which the site is published, or its path on the host; without a slash at its end.
  public var baseURL: String?
  /// The longest prefix comes first; one whose page does not exist is passed over.
  public var linkMappings: [LinkMapping] = []
  /// How the addresses of pages end.
  public var pathStyle = SitePaths.Style.file
  /// Templates and assets.
  public var theme = Theme.builtIn
  /// The number of threads.
  public var jobs = 1

  /// Makes settings for an output folder.
  public init(outputFolder: String, titles: [String]) {
    self.outputFolder = outputFolder
    self.titles = titles
  }
}
