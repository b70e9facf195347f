import DocgenSupport

/// A key of the configuration; those of `lint` have its name before a dot.
enum ConfigurationKey: String, CaseIterable, Sendable {
  case requiredVersion = "required-version"
  case title
  case content
  case layout
  case sourceLocale = "source-locale"
  case locales
  case exclude
  case dialect
  case followLinks = "follow-links"
  case localesFolder = "locales-folder"
  case output
  case baseURL = "base-url"
  case urlStyle = "url-style"
  case links
  case redirects
  case editURL = "edit-url"
  case facts
  case quality
  case fullText = "full-text"
  case twins
  case theme
  case logo
  case banner
  case footer
  case failOn = "lint.fail-on"
  case rules = "lint.rules"
  case paths = "lint.paths"
  case baseline = "lint.baseline"
  case sourceHistory = "lint.source-history"
  case stalePages = "lint.stale-pages"

  /// The form of a value.
  enum Kind: Equatable {
    case text
    /// A text for all locales, or for each.
    case localizedText
    case path
    case boolean
    /// One of a few words.
    case choice([String])
    /// One text, or a list.
    case texts
    /// A folder for all locales, or for each.
    case folders
    case links
    case severities
    case pathSettings
  }

  var kind: Kind {
    switch self {
    case .requiredVersion, .sourceLocale, .baseURL, .editURL: .text
    case .title, .banner, .footer: .localizedText
    case .localesFolder, .output, .redirects, .theme, .logo, .baseline, .sourceHistory: .path
    case .followLinks, .quality, .twins: .boolean
    case .layout: .choice(Configuration.Layout.allCases.map(\.rawValue))
    case .urlStyle: .choice(Configuration.URLStyle.allCases.map(\.rawValue))
    case .facts: .choice(Configuration.Facts.allCases.map(\.rawValue))
    case .fullText: .choice(Configuration.FullText.allCases.map(\.rawValue))
    case .failOn: .choice(Severity.allCases.map(\.rawValue))
    case .stalePages: .choice(Configuration.StalePages.allCases.map(\.rawValue))
    case .locales, .exclude, .dialect: .texts
    case .content: .folders
    case .links: .links
    case .rules: .severities
    case .paths: .pathSettings
    }
  }

  /// Lines of a configuration file that set the key.
  var example: String {
    switch self {
    case .requiredVersion: "required-version: \">=0.1, <0.3\""
    case .title: "title: {en: Reference, de: Referenz}"
    case .content: "content: {en: docs, de: i18n/de/docs}"
    case .layout: "layout: suffix"
    case .sourceLocale: "source-locale: en"
    case .locales: "locales: [en, de, pt-br]"
    case .exclude: "exclude: [archive/, \"*.draft.md\"]"
    case .dialect: "dialect: [docusaurus, ./site/our-dialect.yml]"
    case .followLinks: "follow-links: true"
    case .localesFolder: "locales-folder: words"
    case .output: "output: build/site"
    case .baseURL: "base-url: https://docs.example.com/api"
    case .urlStyle: "url-style: page/"
    case .links: "links:\n- prefix: /windows/\n  to: {en: https://learn.example.com/en-us/windows/}"
    case .redirects: "redirects: site/moved.yml"
    case .editURL: "edit-url: https://git.example.com/docs/edit/main/content/{path}"
    case .facts: "facts: translation"
    case .quality: "quality: true"
    case .fullText: "full-text: pagefind"
    case .twins: "twins: false"
    case .theme: "theme: our-theme"
    case .logo: "logo: logo.svg"
    case .banner: "banner: {en: \"**Version 2 is out.**\"}"
    case .footer: "footer: \"© Example Ltd.\""
    case .failOn: "lint:\n  fail-on: warning"
    case .rules: "lint:\n  rules:\n    missing-translation: off\n    link: note"
    case .paths: "lint:\n  paths:\n  - path: legacy/**\n    locales: [fr]\n    rules: {requirement: warning}"
    case .baseline: "lint:\n  baseline: site/baseline.json"
    case .sourceHistory: "lint:\n  source-history: ../reference/docs"
    case .stalePages: "lint:\n  stale-pages: all"
    }
  }

  /// The value of an empty configuration file, where it is always the same.
  var defaultValue: String? {
    switch self {
    case .content: "content"
    case .output: "public"
    case .layout: Configuration.Layout.folders.rawValue
    case .urlStyle: Configuration.URLStyle.file.rawValue
    case .facts: Configuration.Facts.source.rawValue
    case .fullText: Configuration.FullText.none.rawValue
    case .followLinks, .quality: "false"
    case .twins: "true"
    case .failOn: Severity.error.rawValue
    case .stalePages: Configuration.StalePages.fold.rawValue
    default: nil
    }
  }

  /// The key without that of the part it belongs to.
  var name: String { isOfLint ? String(rawValue.dropFirst(Self.lintPrefix.count)) : rawValue }

  /// Whether the key stands below `lint`.
  var isOfLint: Bool { rawValue.hasPrefix(Self.lintPrefix) }

  static let lint = "lint"
  private static let lintPrefix = lint + "."
  /// The keys that stand at the top of the file.
  static let topNames = allCases.filter { !$0.isOfLint }.map(\.name) + [lint]
  /// The keys below `lint`.
  static let lintNames = allCases.filter(\.isOfLint).map(\.name)
}
