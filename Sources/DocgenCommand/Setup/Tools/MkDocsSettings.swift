import DocgenMarkup
import DocgenSupport

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
}
