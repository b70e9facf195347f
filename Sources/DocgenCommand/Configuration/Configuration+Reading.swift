import DocgenLint
import DocgenMarkup
import DocgenSupport

extension Configuration {
  /// Reads a configuration file; its paths count from the project's root.
  static func read(_ file: SourceFile, root: String) -> (configuration: Configuration, problems: [FileProblem]) {
    let document = YAMLReader.read(file.bytes)
    var configuration = Configuration(root: root)
    configuration.file = file.path
    configuration.localesFolder = existing(join(root, "locales"))
    let theme = join(root, "site")
    let redirects = join(theme, "redirects.yml")
    configuration.redirectsFile = FileSystem.isThere(redirects) ? redirects : nil
    let hasTheme = ["templates", "assets"].contains { existing(join(theme, $0)) != nil }
    configuration.themeFolder = hasTheme ? theme : nil
    var reader = ConfigurationReader(problems: document.errors)
    if let top = document.root {
      for member in reader.members(of: top, "the configuration", known: ConfigurationKey.topNames) {
        configuration.read(member, &reader)
      }
    }
    let lines = LineTable(file.bytes)
    configuration.noteOrigins(document.root, lines)
    let problems = reader.problems.sorted { ($0.span.start, $0.message) < ($1.span.start, $1.message) }
    return (
      configuration,
      problems.map {
        FileProblem(path: file.path, position: lines.position(of: $0.span.start), message: $0.description)
      }
    )
  }

  /// Notes the line of each key, and what was found on disk for others.
  private mutating func noteOrigins(_ root: YAMLNode?, _ lines: LineTable) {
    if localesFolder != nil { origins[.localesFolder] = .found }
    if redirectsFile != nil { origins[.redirects] = .found }
    if themeFolder != nil { origins[.theme] = .found }
    for member in root?.members ?? [] {
      let isLint = member.key.value == ConfigurationKey.lint
      for part in isLint ? member.value.members ?? [] : [member] where !part.value.isNull {
        let name = (isLint ? ConfigurationKey.lint + "." : "") + part.key.value
        guard let key = ConfigurationKey(rawValue: name) else { continue }
        origins[key] = .file(line: lines.position(of: part.key.span.start).line)
      }
    }
  }

  private static func existing(_ folder: String) -> String? {
    FileSystem.kind(of: folder) == .folder ? folder : nil
  }

  private mutating func read(_ member: YAMLMember, _ reader: inout ConfigurationReader) {
    switch member.key.value {
    case "title": title = reader.localizedText(member)
    case "content": readContent(member, &reader)
    case "layout": layout = reader.choice(member) ?? layout
    case "exclude": excluded = reader.texts(member).map { FilePattern($0.value) }
    case "dialect": dialects = reader.texts(member).map(\.value)
    case "source-locale": sourceLocale = reader.text(member).flatMap { reader.locale($0) }
    case "locales": locales = reader.texts(member).compactMap { reader.locale($0) }
    case "locales-folder": localesFolder = existingFolder(member, &reader) ?? localesFolder
    case "theme": themeFolder = existingFolder(member, &reader) ?? themeFolder
    case "output": outputFolder = path(member, &reader) ?? outputFolder
    case "base-url": baseURL = address(member, &reader)
    case "links": links = reader.items(member).compactMap { link($0, &reader) }
    case "lint": readLint(member.value, &reader)
    case "edit-url": editURL = editAddress(member, &reader)
    case "redirects": redirectsFile = path(member, &reader)
    case "logo": logo = reader.text(member)?.value
    case "banner": banner = reader.localizedText(member)
    case "footer": footer = reader.localizedText(member)
    case "facts": facts = reader.choice(member) ?? facts
    case "quality": showsQuality = reader.boolean(member) ?? showsQuality
    case "follow-links": followsLinks = reader.boolean(member) ?? followsLinks
    case "full-text": fullText = reader.choice(member) ?? fullText
    case "twins": writesTwins = reader.boolean(member) ?? writesTwins
    case "required-version": checkVersion(member, &reader)
    case "url-style": urlStyle = reader.choice(member) ?? urlStyle
    default: break
    }
  }

  /// Refuses a file that is not for this docgen; what else it says may be right for another.
  private mutating func checkVersion(_ member: YAMLMember, _ reader: inout ConfigurationReader) {
    guard let text = reader.text(member) else { return }
    guard let requirement = VersionRequirement(text.value) else {
      reader.report("'required-version' must be comparisons such as '>=0.1, <0.3', or one version", at: text.span)
      return
    }
    requiredVersion = text.value
    if requirement.holds(for: Version.current) { return }
    reader.reportAlone(
      "this project is for docgen \(text.value), and this is docgen \(Version.current); use one of these versions, or "
        + "change 'required-version'", at: text.span)
  }

  /// The folder of all locales, or that of each.
  private mutating func readContent(_ member: YAMLMember, _ reader: inout ConfigurationReader) {
    guard let members = member.value.members else {
      contentFolder = path(member, &reader) ?? contentFolder
      return
    }
    for member in members {
      guard let locale = reader.locale(member.key), let text = reader.text(member) else { continue }
      guard let folder = Self.folderBelowRoot(text.value) else {
        reader.report(
          "the folder of a locale must lie in the project: write its path from the project's root", at: text.span)
        continue
      }
      contentFolders.append(LocaleFolder(locale: locale, folder: folder))
    }
  }

  /// A relative path without `.` and `..`; empty for the root itself, `nil` if it leads out of it.
  private static func folderBelowRoot(_ path: String) -> String? {
    if path.hasPrefix("/") { return nil }
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(part)
      } else if parts.popLast() == nil {
        return nil
      }
    }
    return parts.joined(separator: "/")
  }

  private func path(_ member: YAMLMember, _ reader: inout ConfigurationReader) -> String? {
    reader.text(member).map { Self.join(root, $0.value) }
  }

  /// The path of a folder, which has to be there.
  private func existingFolder(_ member: YAMLMember, _ reader: inout ConfigurationReader) -> String? {
    guard let text = reader.text(member) else { return nil }
    let path = Self.join(root, text.value)
    if FileSystem.kind(of: path) == .folder { return path }
    let (folder, name) = FileSystem.parts(of: path)
    let names = (try? FileSystem.list(folder))?.filter { $0.kind == .folder }.map(\.name) ?? []
    let hint =
      Suggestions.nearest(to: name, among: names).map { "did you mean '\($0)'?" } ?? "make it, or leave out the key"
    reader.report("there is no folder '\(path)' for '\(member.key.value)'; \(hint)", at: text.span)
    return nil
  }

  private func address(_ member: YAMLMember, _ reader: inout ConfigurationReader) -> String? {
    guard let text = reader.text(member) else { return nil }
    // What follows is a host or a folder; with one more slash it would be another host.
    let start = ["https://", "http://", "/"].first { text.value.hasPrefix($0) }
    let isAddress = start.map { $0 == text.value || !text.value.dropFirst($0.count).hasPrefix("/") } ?? false
    guard isAddress, text.value.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !"\"<>\\^`{|}?#".utf8.contains($0) }) else {
      reader.report("'base-url' must be an address such as 'https://docs.example.com/api'", at: text.span)
      return nil
    }
    var address = text.value
    while address.hasSuffix("/") { address.removeLast() }
    return address
  }

  private func editAddress(_ member: YAMLMember, _ reader: inout ConfigurationReader) -> String? {
    guard let text = reader.text(member) else { return nil }
    if text.value.hasPrefix("https://") || text.value.hasPrefix("http://"), text.value.contains("{path}") {
      return text.value
    }
    reader.report(
      "'edit-url' must be an address with '{path}' for the path of a page below the content folder", at: text.span)
    return nil
  }

  private func link(_ node: YAMLNode, _ reader: inout ConfigurationReader) -> Link? {
    var prefix: String?
    var target: LocalizedText?
    let before = reader.problems.count
    for member in reader.members(of: node, "'links'", known: ["prefix", "to"]) {
      switch member.key.value {
      case "prefix": prefix = linkPrefix(member, &reader)
      default: target = reader.localizedText(member)
      }
    }
    if let prefix, let target { return Link(prefix: prefix, target: target) }
    if reader.problems.count == before {
      reader.report("a link needs both 'prefix: /…' and 'to: …'", at: SourceSpan(at: node.span.start))
    }
    return nil
  }

  private func linkPrefix(_ member: YAMLMember, _ reader: inout ConfigurationReader) -> String? {
    guard let text = reader.text(member) else { return nil }
    if text.value.hasPrefix("/") { return text.value }
    reader.report("'prefix' must start with a slash, as the links do that it is for: '/\(text.value)'", at: text.span)
    return nil
  }

  private mutating func readLint(_ node: YAMLNode, _ reader: inout ConfigurationReader) {
    var later: [RuleSetting] = []
    for member in reader.members(
      of: node, "'lint'", known: ConfigurationKey.lintNames)
    {
      switch member.key.value {
      case "fail-on": failingSeverity = reader.choice(member) ?? failingSeverity
      case "rules": rules += settings(member.value, path: nil, &reader)
      case "baseline": baselineFile = path(member, &reader)
      case "stale-pages": stalePages = reader.choice(member) ?? stalePages
      case "source-history": sourceHistory = member.value.text?.value == "none" ? "none" : path(member, &reader)
      default:
        for item in reader.items(member) { later += pathSettings(item, &reader) }
      }
    }
    rules += later
  }

  private func pathSettings(_ node: YAMLNode, _ reader: inout ConfigurationReader) -> [RuleSetting] {
    let members = reader.members(of: node, "'paths'", known: ["path", "locales", "rules"])
    let path = members.first { $0.key.value == "path" }.flatMap { reader.text($0) }
    let locales = members.first { $0.key.value == "locales" }.map { member in
      reader.texts(member).compactMap { reader.locale($0) }
    }
    guard path != nil || locales != nil else {
      reader.report(
        "an item of 'paths' needs 'path: folder/**' or 'locales: [fr]'", at: SourceSpan(at: node.span.start))
      return []
    }
    let rules = members.filter { $0.key.value == "rules" }
    return rules.flatMap { rules in
      settings(rules.value, path: path.map { PathPattern($0.value) }, &reader).map { setting in
        var setting = setting
        setting.locales = locales
        return setting
      }
    }
  }

  private func settings(
    _ node: YAMLNode, path: PathPattern?, _ reader: inout ConfigurationReader
  ) -> [RuleSetting] {
    guard let members = node.members else {
      reader.report("'rules' must be lines 'name-of-rule: severity'", at: node.span)
      return []
    }
    var settings: [RuleSetting] = []
    for member in members {
      let name = member.key.value
      guard RuleCatalog.rules(selectedBy: name) != nil else {
        let hint = RuleCatalog.suggestion(for: name).map { "; did you mean '\($0)'?" } ?? ""
        reader.report("there is no rule or group '\(name)'\(hint)", at: member.key.span)
        continue
      }
      let (severity, isKnown) = reader.severity(member)
      if isKnown { settings.append(RuleSetting(selector: name, severity: severity, path: path)) }
    }
    // A rule's own setting overrides that of its group, whichever stands first.
    let groups = settings.filter { RuleGroup(rawValue: $0.selector) != nil }
    return groups + settings.filter { RuleGroup(rawValue: $0.selector) == nil }
  }
}
