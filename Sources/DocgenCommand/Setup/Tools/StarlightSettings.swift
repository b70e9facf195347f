extension ToolSettings {
  /// Reads the settings of Astro, and those of Starlight in them.
  init(starlight value: Literal, file: String) {
    self.init(file: file)
    if let site = take(value["site"], "site") { baseURL = Self.joined(site, value["base"]?.text ?? "/") }
    let content = folder + "src/content/docs"
    contentFolder = content
    var settings = Literal.unknown
    for integration in value["integrations"]?.items ?? [] {
      if case .call("starlight", let arguments) = integration { settings = arguments.first?.unwrapped ?? .unknown }
    }
    let locales = settings["locales"]?.members ?? []
    let source =
      settings["defaultLocale"]?.text ?? (locales.contains { $0.key == "root" } ? "root" : locales.first?.key)
    for member in locales {
      let tag = member.key == "root" ? member.value["lang"]?.text ?? "en" : member.key
      if member.key == source { sourceLocale = tag }
      let place = Configuration.LocaleFolder(
        locale: tag, folder: member.key == "root" ? content : "\(content)/\(member.key)")
      folders.append(place)
    }
    title =
      settings["title"]?.text ?? sourceLocale.flatMap { settings["title"]?[$0]?.text }
      ?? settings["title"]?.members.first?.value.text
    if let address = settings[["editLink", "baseUrl"]]?.text { editURL = Self.editURL(address, below: folder) }
    redirects = (value["redirects"]?.members ?? []).compactMap { member in
      let target = member.value.text ?? member.value["destination"]?.text
      return target.map { Redirect(old: Self.page(member.key), new: Self.page($0)) }
    }
    navigation = Self.starlightEntries(settings["sidebar"])
    if settings["sidebar"] == .unknown { left.append("sidebar, which is computed") }
    for key in ["head", "customCss", "components", "plugins", "social"] where settings[key] != nil { left.append(key) }
  }

  private static func starlightEntries(_ value: Literal?) -> [NavigationEntry] {
    (value?.items ?? []).compactMap { item in
      if let slug = item.text { return NavigationEntry(target: .page(slug)) }
      var entry = NavigationEntry(label: item["label"]?.text)
      for translation in item["translations"]?.members ?? [] {
        entry.labels[translation.key.lowercased()] = translation.value.text
      }
      // Of a group, the one thing that it is made of may be a folder.
      var items = item["items"]?.items ?? []
      if let folder = (items.count == 1 ? items[0] : item)[["autogenerate", "directory"]]?.text {
        entry.target = .folder(folder)
        items = []
      }
      entry.items = starlightEntries(.list(items))
      if let slug = item["slug"]?.text {
        entry.target = .page(slug)
      } else if let link = item["link"]?.text {
        entry.target = link.contains("://") ? .address(link) : .page(page(link))
      }
      return entry.target == .none && entry.items.isEmpty ? nil : entry
    }
  }
}
