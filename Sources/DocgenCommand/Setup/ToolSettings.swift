import DocgenMarkup
import DocgenSupport

/// What the configuration of another generator says that docgen needs, too.
struct ToolSettings: Equatable {
  /// The file that was read.
  let file: String
  var title: String?
  var baseURL: String?
  /// The folder of the pages, from the project's root.
  var contentFolder: String?
  /// The folder of each language, where the file says them.
  var folders: [Configuration.LocaleFolder] = []
  var sourceLocale: String?
  /// Patterns of what is left out.
  var excluded: [String] = []
  /// Addresses that pages had, each with that of today.
  var redirects: [Redirect] = []
  /// Settings that nothing was made of, by their names.
  var left: [String] = []

  /// An address that a page had, and the page of today.
  struct Redirect: Equatable {
    var old: String
    var new: String
  }

  private init(file: String) { self.file = file }

  /// The folder of the file, with a slash at its end; empty for the root.
  private var folder: String { file.split(separator: "/").dropLast().map { $0 + "/" }.joined() }
}

extension ToolSettings {
  /// Reads the settings of MkDocs and of its plugins for languages and redirects.
  init(mkdocs node: YAMLNode, file: String) {
    self.init(file: file)
    title = node["site_name"]?.text?.value
    baseURL = node["site_url"]?.text?.value
    contentFolder = folder + (node["docs_dir"]?.text?.value ?? "docs")
    let patterns = node["exclude_docs"]?.text?.value ?? ""
    excluded = patterns.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") && !$0.hasPrefix("!") }
    left = ["nav", "theme", "hooks", "extra_css", "extra_javascript", "INHERIT"].filter { node[$0] != nil }
    for (name, plugin) in Self.plugins(node["plugins"]) {
      switch name {
      case "i18n":
        let languages = plugin?["languages"]?.items ?? []
        sourceLocale = languages.first { $0["default"]?.text?.value == "true" }?["locale"]?.text?.value
      case "redirects":
        redirects = (plugin?["redirect_maps"]?.members ?? []).compactMap { member in
          member.value.text.map { Redirect(old: Self.page(member.key.value), new: Self.page($0.value)) }
        }
      case "search": break
      default: left.append("plugins: \(name)")
      }
    }
  }

  /// The plugins with their settings: a list of names and mappings, or one mapping.
  private static func plugins(_ node: YAMLNode?) -> [(name: String, settings: YAMLNode?)] {
    let members = node?.members ?? []
    let items = (node?.items ?? []).flatMap { item -> [(String, YAMLNode?)] in
      if let name = item.text?.value { return [(name, nil)] }
      return (item.members ?? []).map { ($0.key.value, $0.value) }
    }
    return members.map { ($0.key.value, $0.value) } + items
  }

  /// A page as redirects name it, without its ending.
  private static func page(_ path: String) -> String { path.hasSuffix(".md") ? String(path.dropLast(3)) : path }

  /// Reads the settings of Hugo.
  init(hugo node: YAMLNode, file: String) {
    self.init(file: file)
    let members = node.members ?? []
    // Keys of Hugo count without regard to case.
    func value(_ key: String) -> YAMLNode? { members.first { $0.key.value.lowercased() == key }?.value }
    title = value("title")?.text?.value
    baseURL = value("baseurl")?.text?.value
    sourceLocale = value("defaultcontentlanguage")?.text?.value ?? "en"
    contentFolder = value("contentdir")?.text?.value ?? "content"
    let languages = value("languages")?.members ?? []
    for language in languages {
      let settings = language.value.members ?? []
      guard let folder = settings.first(where: { $0.key.value.lowercased() == "contentdir" })?.value.text?.value else {
        continue
      }
      folders.append(Configuration.LocaleFolder(locale: language.key.value, folder: folder))
    }
    left = ["menu", "menus", "permalinks", "module", "ignorefiles", "taxonomies", "theme"].filter { value($0) != nil }
  }
}
