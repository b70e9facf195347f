extension ToolSettings {
  /// Reads the settings of docfx; its tables of contents are docgen's own.
  init(docfx value: Literal, file: String, scripts: ScriptFiles) {
    self.init(file: file)
    let build = value["build"] ?? .unknown
    title = build[["globalMetadata", "_appTitle"]]?.text ?? build[["globalMetadata", "_appName"]]?.text
    baseURL = build[["sitemap", "baseUrl"]]?.text.map { Self.joined($0, "/") }
    let sets = build["content"]?.items ?? []
    // The set with the most general pattern of pages is the one of pages that people write.
    let set = sets.first { $0["files"]?.texts.contains { $0.hasPrefix("**/*.") && $0.contains("md") } == true }
    takeContentFolder(Self.path(folder + (set?["src"]?.text ?? set?["cwd"]?.text ?? "")))
    exclude(sets.flatMap { $0["exclude"]?.texts ?? [] })
    let output = build["dest"]?.text ?? build["output"]?.text ?? value["output"]?.text ?? "_site"
    if !excluded.contains(where: { $0.hasPrefix(output) }) { excluded.append(output + "/") }
    let moved = scripts.value(of: folder + ".openpublishing.redirection.json")
    redirects = (moved["redirections"]?.items ?? []).compactMap { item in
      guard let old = item["source_path"]?.text ?? item["source_path_from_root"]?.text,
        let new = item["redirect_url"]?.text
      else { return nil }
      let content = contentFolder.map { $0 == "." ? "" : $0 + "/" } ?? ""
      let path = Self.page(old)
      return Redirect(old: path.hasPrefix(content) ? String(path.dropFirst(content.count)) : path, new: Self.page(new))
    }
    if value["metadata"] != nil { left.append("metadata (pages made of code; let docfx write them as Markdown)") }
    for key in ["xref", "overwrite", "template", "postProcessors", "fileMetadata"] where build[key] != nil {
      left.append("build.\(key)")
    }
  }
}
