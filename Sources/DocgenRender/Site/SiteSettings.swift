/// What a site is to be like.
public struct SiteSettings: Sendable {
  /// Where links go whose destination starts with a prefix (`/windows/win32/`).
  public struct LinkMapping: Sendable {
    /// The start of the destinations, in lower case or not.
    public var prefix: String
    /// What stands in its place, by the index of the locale: an address (`https://…`), or the path of pages of the
    /// site, from the locale's folder on.
    public var targets: [String]

    /// Makes a mapping of its parts.
    public init(prefix: String, targets: [String]) {
      self.prefix = prefix
      self.targets = targets
    }
  }

  /// The folder that becomes the site.
  public var outputFolder: String
  /// The name of the site, by the index of the locale.
  public var titles: [String]
  /// The address under which the site is published, or its path on the host; without a slash at its end.
  public var baseURL: String?
  /// The longest prefix comes first; one whose page does not exist is passed over.
  public var linkMappings: [LinkMapping] = []
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
