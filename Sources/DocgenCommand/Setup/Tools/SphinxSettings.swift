extension ToolSettings {
  /// Reads the settings of Sphinx, of a project whose pages are Markdown (MyST).
  init(sphinx value: Literal, file: String) {
    self.init(file: file)
    title = take(value["project"], "project")
    baseURL = value["html_baseurl"]?.text.flatMap { $0.isEmpty ? nil : Self.joined($0, "/") }
    takeContentFolder(Self.path(folder))
    sourceLocale = value["language"]?.text ?? "en"
    exclude(value["exclude_patterns"]?.texts ?? [])
    for key in ["rediraffe_redirects", "redirects"] {
      redirects += (value[key]?.members ?? []).compactMap { member in
        member.value.text.map { Redirect(old: Self.page(member.key), new: Self.page($0)) }
      }
    }
    if value["locale_dirs"] != nil {
      left.append("locale_dirs (translations in gettext files; docgen reads a page for each language)")
    }
    for key in ["intersphinx_mapping", "html_theme_options", "myst_substitutions", "autodoc2_packages"]
    where value[key] != nil {
      left.append(key)
    }
    left.append("toctree (write 'toc.yml')")
  }
}
