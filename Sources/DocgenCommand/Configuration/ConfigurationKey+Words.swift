import DocgenSupport

extension ConfigurationKey {
  /// What the key decides.
  var summary: Message {
    switch self {
    case .requiredVersion:
      "The versions of docgen that the project is for: comparisons set apart by commas, or one version."
    case .title: "The name of the site."
    case .content: "The folder that holds a folder for each language, or the folder of each."
    case .layout: "Tells languages by folders, or by names such as `page.de.md`."
    case .sourceLocale: "The language that the others are translated from."
    case .locales: "The languages, by the names of their folders."
    case .exclude: "What is not read, as patterns of `.gitignore`."
    case .dialect: "How the pages are written: the names of dialects or files with them, the last before the others."
    case .followLinks: "Follows links of the file system that lead out of the project."
    case .localesFolder: "The folder with the words of the languages."
    case .output: "The folder that `docgen build` writes the site to."
    case .baseURL: "The address of the site, for canonical links, sitemaps and search engines."
    case .urlStyle: "How the addresses of pages end; `page/` makes a folder for each page."
    case .links: "Where links lead that start with a slash, by their first part; the longest that fits counts."
    case .redirects: "The file with addresses that pages had before, a line `old: new` for each."
    case .editURL: "Where a page can be edited; `{path}` stands for the path of its file below the content folder."
    case .facts: "Whose facts a translated page shows where they differ: those of the source, or its own."
    case .quality: "Shows on the site what `docgen lint` finds."
    case .fullText: "What finds the words of whole pages: nothing, or the program Pagefind."
    case .twins: "Puts the Markdown of each page beside it."
    case .theme: "The folder with templates and assets of the project."
    case .logo: "The image in the bar: a file of the theme's assets, or of the project."
    case .banner: "Markdown above the bar of every page."
    case .footer: "Markdown at the foot of every page."
    case .failOn: "The lowest severity that makes `docgen lint` fail."
    case .rules: "Severities of rules or groups: `error`, `warning`, `note` or `off`."
    case .paths: "Severities for some folders or languages; a later item goes before an earlier one."
    case .baseline: "The file with findings that are known, which `docgen lint --write-baseline` writes."
    case .sourceHistory:
      "The git repository with the history of the source pages, or a folder in it; `none` for no history."
    case .stalePages:
      "Tells what the change of a source explains by the finding about that change alone, or each by itself."
    }
  }

  /// What holds without the key, where it is not one value.
  var defaultWords: Message? {
    switch self {
    case .requiredVersion: "any version"
    case .title, .banner, .footer, .logo, .editURL, .baseline: "none"
    case .baseURL: "none, so that no canonical links are written"
    case .sourceLocale: "the only language, or that of `--source-locale`"
    case .locales: "every folder of the content that is named by a language"
    case .exclude: "what the dialect leaves out, such as `node_modules`"
    case .dialect: "the one that the pages show"
    case .localesFolder: "`locales` where it is there, or else what is built in"
    case .links: "they lead to pages of the project"
    case .redirects: "`site/redirects.yml` where it is there"
    case .theme: "`site` where it holds templates or assets, or else what is built in"
    case .rules, .paths: "each rule has its own severity"
    case .sourceHistory: "the repository that the source pages lie in"
    default: nil
    }
  }

  /// The form of a value in words.
  var kindWords: Message {
    switch kind {
    case .text: "text"
    case .localizedText: "text, or a text for each language"
    case .path: "path from the project's root"
    case .boolean: "`true` or `false`"
    case .choice: "one of these words"
    case .texts: "list of texts, or one text"
    case .folders: "path, or a path for each language"
    case .links: "list of `prefix` and `to`"
    case .severities: "lines `rule: severity`"
    case .pathSettings: "list of `path` or `locales`, and `rules`"
    }
  }

  /// The heading of the column with the form of a value.
  static let kindHeading: Message = "Type"
  /// The heading of the column with what holds without the key.
  static let defaultHeading: Message = "Default"
}
