extension ToolSettings {
  /// Reads the settings of VitePress, with those of its languages.
  init(vitepress value: Literal, file: String) {
    self.init(file: file)
    dialect = "vitepress"
    title = take(value["title"], "title")
    // The folder of the pages holds the one of the settings.
    let above = String(file[..<(file.firstRange(of: ".vitepress/")?.lowerBound ?? file.startIndex)])
    let content = Self.path(above + (value["srcDir"]?.text ?? ""))
    takeContentFolder(content)
    if let host = value[["sitemap", "hostname"]]?.text { baseURL = Self.joined(host, value["base"]?.text ?? "/") }
    let locales = value["locales"]?.members ?? []
    let root = locales.first { $0.key == "root" }?.value
    let language = root?["lang"]?.text ?? value["lang"]?.text ?? "en"
    sourceLocale = String(language.split(separator: "-").first ?? "en")
    let rewritten = (value["rewrites"]?.members ?? []).first {
      $0.key.hasSuffix("/:rest*") && $0.value.text == ":rest*"
    }
    let inside = rewritten.map { "/" + $0.key.dropLast("/:rest*".count) } ?? ""
    if locales.count > 1 {
      folders = [Configuration.LocaleFolder(locale: sourceLocale ?? "en", folder: Self.folder(content + inside))]
      for member in locales where member.key != "root" {
        folders.append(Configuration.LocaleFolder(locale: member.key, folder: Self.folder(content + "/" + member.key)))
      }
    }
    exclude(value["srcExclude"]?.texts ?? [])
    let theme = value["themeConfig"] ?? root?["themeConfig"]
    if let pattern = (theme ?? .unknown)[["editLink", "pattern"]]?.text {
      editURL = Self.editURL(pattern.replacing(":path", with: ""), below: content.isEmpty ? "" : content + "/")
    }
    navigation = Self.sidebar((theme ?? .unknown)["sidebar"] ?? root?[["themeConfig", "sidebar"]], below: "")
    for member in locales where member.key != "root" {
      let entries = Self.sidebar(member.value[["themeConfig", "sidebar"]], below: member.key + "/")
      if !entries.isEmpty { navigations[member.key] = entries }
    }
    if navigation.isEmpty { left.append("sidebar, which is not there or computed") }
    if rewritten == nil, value["rewrites"] != nil { left.append("rewrites") }
    for key in ["head", "markdown", "vite", "vue", "transformPageData"] where value[key] != nil { left.append(key) }
  }

  /// A sidebar, or one for each folder; paths of a language begin with its folder.
  private static func sidebar(_ value: Literal?, below folder: String) -> [NavigationEntry] {
    guard let value else { return [] }
    if value.members.isEmpty { return entries(value, base: "", below: folder) }
    return value.members.flatMap { member in
      let items = member.value["items"] ?? member.value
      return entries(items, base: member.value["base"]?.text ?? "", below: folder)
    }
  }

  private static func entries(_ value: Literal, base: String, below folder: String) -> [NavigationEntry] {
    value.items.map { item in
      let base = item["base"]?.text ?? base
      var entry = NavigationEntry(label: item["text"]?.text)
      if let link = item["link"]?.text {
        if link.contains("://") {
          entry.target = .address(link)
        } else {
          var path = page(link.hasPrefix("/") ? link : base + link)
          if path.hasPrefix(folder) { path = String(path.dropFirst(folder.count)) }
          entry.target = .page(path)
        }
      }
      entry.items = item["items"].map { entries($0, base: base, below: folder) } ?? []
      return entry
    }
  }
}
