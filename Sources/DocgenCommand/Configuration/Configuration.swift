import DocgenSupport

/// What to build and how, as `site/config.yml` and the command line say.
///
/// Paths are ready for the file system: those of the file count from the project's root, the folder that holds `site/`,
/// those of the command line from the working directory.
struct Configuration: Equatable, Sendable {
  /// A text that may differ from locale to locale.
  struct LocalizedText: Equatable, Sendable {
    /// The text of all locales that have none of their own.
    var common: String?
    var byLocale: [String: String] = [:]

    /// The text for a locale; where it has none, that for the source locale.
    func text(for locale: String, source: String) -> String? { byLocale[locale] ?? common ?? byLocale[source] }
  }

  /// Where links go whose target starts with a prefix (`/windows/win32/`).
  struct Link: Equatable, Sendable {
    var prefix: String
    /// An address, or the path of a page; what follows the prefix is put after it.
    var target: LocalizedText
  }

  /// The severity of the findings of some rules on some pages.
  struct RuleSetting: Equatable, Sendable {
    /// The name of a rule or a group.
    var selector: String
    /// `nil` if the rules are off.
    var severity: Severity?
    /// The pages it holds for; `nil` for all.
    var path: PathPattern?
    /// The names of the locales it holds for; `nil` for all.
    var locales: [String]?
  }

  /// Whose facts a translated page shows.
  enum Facts: String, CaseIterable, Sendable {
    case source
    case translation
  }

  /// How findings are told that are there because the source of a translation changed.
  enum StalePages: String, CaseIterable, Sendable {
    /// By the one about the change.
    case fold
    /// Each by itself as well.
    case all
  }

  /// How the addresses of pages end.
  enum URLStyle: String, CaseIterable, Sendable {
    /// `guide/index.html`
    case file = "page.html"
    /// `guide/index/`
    case folder = "page/"
  }

  /// The folder with the pages of a locale.
  struct LocaleFolder: Equatable, Sendable {
    var locale: String
    var folder: String
  }

  /// Which files belong to which locale.
  enum Layout: String, CaseIterable, Sendable {
    /// Those of its folder.
    case folders
    /// Those with its tag before the ending: `page.de.md`.
    case suffix
  }

  /// What finds the words of whole pages.
  enum FullText: String, CaseIterable, Sendable {
    /// The search finds names, titles, descriptions and headings.
    case none
    /// The program of this name.
    case pagefind
  }

  /// The file that was read, if there is one.
  var file: String?
  /// The project's root; the working directory where there is no file.
  var root: String
  /// Where the values come from that are not the default.
  var origins: [ConfigurationKey: Origin] = [:]
  /// The versions of docgen that the project is for; `nil` for any.
  var requiredVersion: String?
  var title = LocalizedText()
  var contentFolder: String
  /// The folder of each locale, where they have other names, counted from ``contentFolder``, which is the root then; in the
  /// order of the file.
  var contentFolders: [LocaleFolder] = []
  /// Which files belong to which locale.
  var layout = Layout.folders
  /// The names or files of the dialects that the pages are written in; empty where the pages are to show it.
  var dialects: [String] = []
  /// What is not read.
  var excluded: [FilePattern] = []
  /// `nil` if neither the file nor the command line says it.
  var sourceLocale: String?
  /// The locales to work on; empty for every folder of the content directory.
  var locales: [String] = []
  /// The folder with the data of the locales; `nil` for what is built in.
  var localesFolder: String?
  /// The folder with templates and assets; `nil` for what is built in.
  var themeFolder: String?
  /// Links of the file system are followed wherever they lead.
  var followsLinks = false
  var outputFolder: String
  /// The address under which the site is published, without a slash at its end.
  var baseURL: String?
  /// Where a page can be edited, with `{path}` for the path of its file.
  var editURL: String?
  /// The file with the addresses that pages had before.
  var redirectsFile: String?
  /// The image in the bar of every page, as the file names it: in the assets of the theme, or from the project's root.
  var logo: String?
  /// Markdown above the bar of every page.
  var banner = LocalizedText()
  /// Markdown at the foot of every page.
  var footer = LocalizedText()
  /// In the order of the file.
  var links: [Link] = []
  /// The lightest finding that makes `docgen lint` fail.
  var failingSeverity = Severity.error
  /// The file with the findings that `docgen lint` keeps silent about.
  var baselineFile: String?
  /// Whether findings that the change of a source explains are told by the one about that change alone.
  var stalePages = StalePages.fold
  /// The git repository with the history of the source pages, or a folder in it; `none` for no history, nothing for the
  /// repository that the pages lie in.
  var sourceHistory: String?
  /// In the order of the file, those for single paths last; a later one overrides an earlier one.
  var rules: [RuleSetting] = []
  var facts = Facts.source
  var urlStyle = URLStyle.file
  /// The site shows what a check of its content finds.
  var showsQuality = false
  var fullText = FullText.none
  /// The Markdown of each page stands beside it.
  var writesTwins = true

  init(root: String) {
    self.root = root
    contentFolder = Self.join(root, "content")
    outputFolder = Self.join(root, "public")
  }

  /// The link whose prefix a target starts with, the longest of several.
  func link(for target: String) -> Link? {
    links.filter { target.hasPrefix($0.prefix) }.max { $0.prefix.utf8.count < $1.prefix.utf8.count }
  }

  /// A path below a folder; a path from the root of the file system stays as it is.
  static func join(_ folder: String, _ path: String) -> String {
    path.hasPrefix("/") || folder == "." ? path : folder.hasSuffix("/") ? folder + path : folder + "/" + path
  }
}
