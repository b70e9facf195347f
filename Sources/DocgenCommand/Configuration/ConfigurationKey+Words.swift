import DocgenSupport

extension ConfigurationKey: MessageSource {
  struct Messages: MessageSet {
    let requiredVersion = PlainMessage(
      "The versions of docgen that the project is for: comparisons set apart by commas, or one version.")
    let title = PlainMessage("The name of the site.")
    let content = PlainMessage("The folder that holds a folder for each language, or the folder of each.")
    let layout = PlainMessage("Tells languages by folders, or by names such as `page.de.md`.")
    let sourceLocale = PlainMessage("The language that the others are translated from.")
    let locales = PlainMessage("The languages, by the names of their folders.")
    let exclude = PlainMessage("What is not read, as patterns of `.gitignore`.")
    let dialect = PlainMessage(
      "How the pages are written: the names of dialects or files with them, the last before the others.")
    let followLinks = PlainMessage("Follows links of the file system that lead out of the project.")
    let localesFolder = PlainMessage("The folder with the words of the languages.")
    let output = PlainMessage("The folder that `docgen build` writes the site to.")
    let baseURL = PlainMessage("The address of the site, for canonical links, sitemaps and search engines.")
    let urlStyle = PlainMessage("How the addresses of pages end; `page/` makes a folder for each page.")
    let links = PlainMessage(
      "Where links lead that start with a slash, by their first part; the longest that fits counts.")
    let redirects = PlainMessage("The file with addresses that pages had before, a line `old: new` for each.")
    let editURL = PlainMessage(
      "Where a page can be edited; `{{path}}` stands for the path of its file below the content folder.")
    let facts = PlainMessage("Whose facts a translated page shows where they differ: those of the source, or its own.")
    let quality = PlainMessage("Shows on the site what `docgen lint` finds.")
    let fullText = PlainMessage("What finds the words of whole pages: nothing, or the program Pagefind.")
    let twins = PlainMessage("Puts the Markdown of each page beside it.")
    let theme = PlainMessage("The folder with templates and assets of the project.")
    let logo = PlainMessage("The image in the bar: a file of the theme's assets, or of the project.")
    let banner = PlainMessage("Markdown above the bar of every page.")
    let footer = PlainMessage("Markdown at the foot of every page.")
    let failOn = PlainMessage("The lowest severity that makes `docgen lint` fail.")
    let rules = PlainMessage("Severities of rules or groups: `error`, `warning`, `note` or `off`.")
    let paths = PlainMessage("Severities for some folders or languages; a later item goes before an earlier one.")
    let baseline = PlainMessage("The file with findings that are known, which `docgen lint --write-baseline` writes.")
    let sourceHistory = PlainMessage(
      "The git repository with the history of the source pages, or a folder in it; `none` for no history.")
    let stalePages = PlainMessage(
      "Tells what the change of a source explains by the finding about that change alone, or each by itself.")
    let anyVersion = PlainMessage("any version")
    let none = PlainMessage("none")
    let noCanonicalLinks = PlainMessage("none, so that no canonical links are written")
    let onlyLanguage = PlainMessage("the only language, or that of `--source-locale`")
    let everyFolder = PlainMessage("every folder of the content that is named by a language")
    let ofDialect = PlainMessage("what the dialect leaves out, such as `node_modules`")
    let shownDialect = PlainMessage("the one that the pages show")
    let ownOrBuiltInWords = PlainMessage("`locales` where it is there, or else what is built in")
    let ownPages = PlainMessage("they lead to pages of the project")
    let ownRedirects = PlainMessage("`site/redirects.yml` where it is there")
    let ownOrBuiltInTheme = PlainMessage("`site` where it holds templates or assets, or else what is built in")
    let ownSeverity = PlainMessage("each rule has its own severity")
    let ownRepository = PlainMessage("the repository that the source pages lie in")
    let text = PlainMessage("text")
    let textByLanguage = PlainMessage("text, or a text for each language")
    let path = PlainMessage("path from the project's root")
    let truth = PlainMessage("`true` or `false`")
    let choice = PlainMessage("one of these words")
    let texts = PlainMessage("list of texts, or one text")
    let pathByLanguage = PlainMessage("path, or a path for each language")
    let mappings = PlainMessage("list of `prefix` and `to`")
    let severities = PlainMessage("lines `rule: severity`")
    let severitiesByPlace = PlainMessage("list of `path` or `locales`, and `rules`")
    let kindHeading = PlainMessage("Type")
    let defaultHeading = PlainMessage("Default")
  }

  /// What the key decides.
  var summary: Message {
    switch self {
    case .requiredVersion: Self.messages.requiredVersion
    case .title: Self.messages.title
    case .content: Self.messages.content
    case .layout: Self.messages.layout
    case .sourceLocale: Self.messages.sourceLocale
    case .locales: Self.messages.locales
    case .exclude: Self.messages.exclude
    case .dialect: Self.messages.dialect
    case .followLinks: Self.messages.followLinks
    case .localesFolder: Self.messages.localesFolder
    case .output: Self.messages.output
    case .baseURL: Self.messages.baseURL
    case .urlStyle: Self.messages.urlStyle
    case .links: Self.messages.links
    case .redirects: Self.messages.redirects
    case .editURL: Self.messages.editURL
    case .facts: Self.messages.facts
    case .quality: Self.messages.quality
    case .fullText: Self.messages.fullText
    case .twins: Self.messages.twins
    case .theme: Self.messages.theme
    case .logo: Self.messages.logo
    case .banner: Self.messages.banner
    case .footer: Self.messages.footer
    case .failOn: Self.messages.failOn
    case .rules: Self.messages.rules
    case .paths: Self.messages.paths
    case .baseline: Self.messages.baseline
    case .sourceHistory: Self.messages.sourceHistory
    case .stalePages: Self.messages.stalePages
    }
  }

  /// What holds without the key, where it is not one value.
  var defaultWords: Message? {
    switch self {
    case .requiredVersion: Self.messages.anyVersion
    case .title, .banner, .footer, .logo, .editURL, .baseline: Self.messages.none
    case .baseURL: Self.messages.noCanonicalLinks
    case .sourceLocale: Self.messages.onlyLanguage
    case .locales: Self.messages.everyFolder
    case .exclude: Self.messages.ofDialect
    case .dialect: Self.messages.shownDialect
    case .localesFolder: Self.messages.ownOrBuiltInWords
    case .links: Self.messages.ownPages
    case .redirects: Self.messages.ownRedirects
    case .theme: Self.messages.ownOrBuiltInTheme
    case .rules, .paths: Self.messages.ownSeverity
    case .sourceHistory: Self.messages.ownRepository
    default: nil
    }
  }

  /// The form of a value in words.
  var kindWords: Message {
    switch kind {
    case .text: Self.messages.text
    case .localizedText: Self.messages.textByLanguage
    case .path: Self.messages.path
    case .boolean: Self.messages.truth
    case .choice: Self.messages.choice
    case .texts: Self.messages.texts
    case .folders: Self.messages.pathByLanguage
    case .links: Self.messages.mappings
    case .severities: Self.messages.severities
    case .pathSettings: Self.messages.severitiesByPlace
    }
  }

  /// The heading of the column with the form of a value.
  static let kindHeading = Self.messages.kindHeading
  /// The heading of the column with what holds without the key.
  static let defaultHeading = Self.messages.defaultHeading
}
