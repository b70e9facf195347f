import DocgenSupport

extension Configuration {
  /// Where a value comes from.
  enum Origin: Equatable, Sendable {
    /// The line of the configuration file.
    case file(line: Int)
    /// The option of the command line.
    case commandLine(String)
    /// What there is on disk.
    case found
  }

  /// The value of a key, as it counts; null where there is none.
  func value(of key: ConfigurationKey) -> JSONValue {
    switch key {
    case .requiredVersion: Self.json(requiredVersion)
    case .title: Self.json(title)
    case .content: contentFolders.isEmpty ? .string(contentFolder) : Self.json(contentFolders)
    case .layout: .string(layout.rawValue)
    case .sourceLocale: Self.json(sourceLocale)
    case .locales: Self.json(locales)
    case .exclude: Self.json(excluded.map(\.text))
    case .dialect: Self.json(dialects)
    case .followLinks: .boolean(followsLinks)
    case .localesFolder: Self.json(localesFolder)
    case .output: .string(outputFolder)
    case .baseURL: Self.json(baseURL)
    case .urlStyle: .string(urlStyle.rawValue)
    case .links: .array(links.map(Self.json))
    case .redirects: Self.json(redirectsFile)
    case .editURL: Self.json(editURL)
    case .facts: .string(facts.rawValue)
    case .quality: .boolean(showsQuality)
    case .fullText: .string(fullText.rawValue)
    case .twins: .boolean(writesTwins)
    case .theme: Self.json(themeFolder)
    case .logo: Self.json(logo)
    case .banner: Self.json(banner)
    case .footer: Self.json(footer)
    case .failOn: .string(failingSeverity.rawValue)
    case .rules: Self.severities(rules.filter { $0.path == nil && $0.locales == nil })
    case .paths: .array(rules.filter { $0.path != nil || $0.locales != nil }.map(Self.json))
    case .baseline: Self.json(baselineFile)
    case .sourceHistory: Self.json(sourceHistory)
    case .stalePages: .string(stalePages.rawValue)
    }
  }

  private static func json(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

  private static func json(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }

  private static func json(_ text: LocalizedText) -> JSONValue {
    if text.byLocale.isEmpty { return json(text.common) }
    return .object(text.byLocale.sorted { $0.key < $1.key }.map { JSONMember($0.key, .string($0.value)) })
  }

  private static func json(_ folders: [LocaleFolder]) -> JSONValue {
    .object(folders.map { JSONMember($0.locale, .string($0.folder)) })
  }

  private static func json(_ link: Link) -> JSONValue {
    .object([JSONMember("prefix", .string(link.prefix)), JSONMember("to", json(link.target))])
  }

  private static func severities(_ rules: [RuleSetting]) -> JSONValue {
    .object(rules.map { JSONMember($0.selector, .string($0.severity?.rawValue ?? "off")) })
  }

  private static func json(_ setting: RuleSetting) -> JSONValue {
    var members: [JSONMember] = []
    if let path = setting.path { members.append(JSONMember("path", .string(path.text))) }
    if let locales = setting.locales { members.append(JSONMember("locales", json(locales))) }
    members.append(JSONMember("rules", severities([setting])))
    return .object(members)
  }
}
